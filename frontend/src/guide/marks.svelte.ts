// The answers of one guide: what the journal holds, what is being saved over it, and how to take
// back the last action. A row is painted at once; everything else waits for the standing that Go
// returns. All calls of a guide go through one queue, so a newer standing is never overwritten by
// an older one.
import type { Bridge } from '../bridge'
import { toFault, type Fault } from '../bridge/fault'
import { counts, type MarkRequest, type Said, type StandingView, type Verdict } from '../bridge/views'
import { uuidv7 } from './uuid'

/** How long a call may be under way before the window says that it still is. */
export const slowAfter = 10_000

interface Change {
  item: string
  from: Said
  to: Said
  /** It is about the suggestion that a placement made, not about an answer. */
  suggested: boolean
}

/** What one gesture did: one row, or all rows of a level. Undo takes back the whole of it. */
type Action = Change[]

interface Pending {
  said: Said
  task: Task
}

interface Task {
  run: () => Promise<StandingView>
  /** Takes the action out of the history again; absent where nothing was written. */
  failed?: (fault: Fault) => void
}

/** What the rest of the window wants to hear of. */
export interface Outcome {
  /** The person acted: what was offered about an earlier action is out of date. */
  acted(): void
  /** A new standing is there, after a write or after reading it again. */
  took(standing: StandingView, before: StandingView, written: boolean): void
  /** Without a way of its own to try again the marks that failed are sent again. */
  failed(fault: Fault, again?: () => void): void
}

export class Marks {
  standing = $state.raw() as StandingView
  /** A call has been under way for longer than a person expects. */
  slow = $state(false)

  #pending = $state.raw<ReadonlyMap<string, Pending>>(new Map())
  #saved = $derived(new Map(this.standing.marks.map((mark) => [mark.item, mark])))
  #suggested = $derived(new Set(this.standing.suggested))
  #evidence = $derived(new Map(this.standing.evidence.map(({ item, count }) => [item, count])))
  #past = $state.raw<Action[]>([])
  #future = $state.raw<Action[]>([])

  #queue: Task[] = []
  #running = false
  #refused = new Map<string, MarkRequest>()

  constructor(
    readonly slug: string,
    standing: StandingView,
    readonly bridge: Pick<Bridge, 'setMarks' | 'openGuide'>,
    readonly outcome: Outcome,
  ) {
    this.standing = standing
  }

  /** What the person says of an item now, saved or not. */
  said(item: string): Verdict | undefined {
    const said = this.#pending.get(item)?.said ?? this.#saved.get(item)?.verdict
    return said === 'cleared' ? undefined : said
  }

  counts(item: string): boolean {
    return counts(this.said(item))
  }

  /** When the saved answer was given, in UTC milliseconds. */
  at(item: string): number | undefined {
    return this.#pending.has(item) ? undefined : this.#saved.get(item)?.at
  }

  /** A placement takes the item to be done, and nobody has said so yet. */
  suggested(item: string): boolean {
    return this.#suggested.has(item) && !this.#pending.has(item)
  }

  /** The saved answer is so old that it asks for a fresh look. */
  stale(item: string): boolean {
    return !this.#pending.has(item) && (this.#saved.get(item)?.stale ?? false)
  }

  /** How many pieces of evidence an item has. */
  evidence(item: string): number {
    return this.#evidence.get(item) ?? 0
  }

  saving(item: string): boolean {
    return this.#pending.has(item)
  }

  get idle(): boolean {
    return !this.#running
  }

  get canUndo(): boolean {
    return this.#past.length > 0
  }

  get canRedo(): boolean {
    return this.#future.length > 0
  }

  /** Gives one answer to one or more items, as one action. Returns how many it changed. */
  say(items: string[], to: Said): number {
    return this.#do(this.#changes(items.map((item) => ({ item, to, suggested: false }))))
  }

  /** Drops suggestions, as one action. Returns how many there were. */
  drop(items: string[]): number {
    return this.#do(this.#changes(items.map((item) => ({ item, to: 'cleared', suggested: true }))))
  }

  #do(action: Action): number {
    if (action.length === 0) return 0
    this.#past = [...this.#past, action]
    this.#future = []
    this.#write(action, () => {
      this.#past = without(this.#past, action)
    })
    return action.length
  }

  /** Ticks an item, or takes its answer back. */
  toggle(item: string): void {
    this.say([item], this.counts(item) ? 'cleared' : 'on-my-own')
  }

  /** Says again what was said of an item, because it is still so: it is as fresh as today then. */
  confirm(item: string): void {
    const said = this.said(item)
    if (said) this.#write([{ item, from: said, to: said, suggested: false }], () => {})
  }

  /** Takes the last action back. Items that were changed elsewhere since keep their answer. */
  undo(): string[] {
    return this.#step('undo')
  }

  /** Does again what was taken back last. */
  redo(): string[] {
    return this.#step('redo')
  }

  /** Sends again what failed, with the same identifiers, so that nothing is written twice. */
  retry(): void {
    const requests = [...this.#refused.values()]
    const action = this.#changes(requests.map(({ item, verdict, suggested }) => ({ item, to: verdict, suggested })))
    if (action.length === 0) return
    this.#past = [...this.#past, action]
    const ids = new Map(requests.map((request) => [request.item, request.id]))
    this.#write(action, () => {
      this.#past = without(this.#past, action)
    }, ids)
  }

  /** Reads the standing again: another program wrote to the journal, or a call failed. */
  refresh(): void {
    this.#enqueue({ run: async () => (await this.bridge.openGuide(this.slug)).standing })
  }

  #changes(wanted: Omit<Change, 'from'>[]): Action {
    return wanted.map((change) => ({ ...change, from: this.#now(change) })).filter(({ from, to }) => from !== to)
  }

  /** What a change would find. */
  #now({ item, suggested }: Omit<Change, 'from'>): Said {
    if (suggested) return this.suggested(item) ? 'on-my-own' : 'cleared'
    return this.said(item) ?? 'cleared'
  }

  #step(direction: 'undo' | 'redo'): string[] {
    for (;;) {
      const [from, to] = direction === 'undo' ? [this.#past, this.#future] : [this.#future, this.#past]
      const action = from.at(-1)
      if (!action) return []
      const kept = action.filter((change) => {
        const expected = direction === 'undo' ? change.to : change.from
        // Whether a suggestion stands is not known before what is under way is saved.
        return (change.suggested && this.#pending.has(change.item)) || this.#now(change) === expected
      })
      this.#move(direction, from.slice(0, -1), kept.length > 0 ? [...to, kept] : to)
      if (kept.length === 0) continue
      const back = direction === 'undo' ? kept.map((change) => ({ ...change, from: change.to, to: change.from })) : kept
      this.#write(back, () => {
        // It did not happen: the action stands where it stood.
        const [now, then] = direction === 'undo' ? [this.#past, this.#future] : [this.#future, this.#past]
        this.#move(direction, [...now, kept], without(then, kept))
      })
      return kept.map(({ item }) => item)
    }
  }

  #move(direction: 'undo' | 'redo', from: Action[], to: Action[]): void {
    this.#past = direction === 'undo' ? from : to
    this.#future = direction === 'undo' ? to : from
  }

  #write(action: Action, failed: () => void, ids?: Map<string, string>): void {
    const requests = action.map(({ item, to, suggested }) => ({ id: ids?.get(item) ?? uuidv7(), item, verdict: to, suggested }))
    for (const { item } of action) this.#refused.delete(item)
    const task: Task = {
      run: () => this.bridge.setMarks(this.slug, requests),
      failed: (fault) => {
        failed()
        for (const request of requests) {
          // An answer that came after this one is what the person wants now.
          if (this.#pending.get(request.item)?.task === task) this.#refused.set(request.item, request)
        }
        this.outcome.failed(fault)
      },
    }
    const pending = new Map(this.#pending)
    for (const { item, to, suggested } of action) pending.set(item, { said: suggested ? 'cleared' : to, task })
    this.#pending = pending
    this.outcome.acted()
    this.#enqueue(task)
  }

  #enqueue(task: Task): void {
    this.#queue.push(task)
    if (!this.#running) void this.#drain()
  }

  async #drain(): Promise<void> {
    this.#running = true
    for (let task = this.#queue.shift(); task; task = this.#queue.shift()) {
      const timer = setTimeout(() => (this.slow = true), slowAfter)
      try {
        const standing = await task.run()
        const before = this.standing
        this.standing = standing
        this.#settle(task)
        this.outcome.took(standing, before, task.failed !== undefined)
      } catch (reason) {
        task.failed?.(toFault(reason))
        this.#settle(task)
        // What became of a failed write is not known: show what the journal holds.
        if (task.failed) this.refresh()
      } finally {
        clearTimeout(timer)
        this.slow = false
      }
    }
    this.#running = false
  }

  #settle(task: Task): void {
    this.#pending = new Map([...this.#pending].filter(([, pending]) => pending.task !== task))
  }
}

function without(actions: Action[], action: Action): Action[] {
  return actions.filter((other) => other !== action)
}
