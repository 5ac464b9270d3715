// A fresh look: one round of items that were confirmed long ago. Every answer is an ordinary mark,
// written at once; skipping writes nothing, and nothing changes by itself.
import type { FreshItem, FreshView } from '../bridge/views'

export type Look = 'still' | 'not' | 'skipped'

/** Takes the answers: the marks of the guide that the item is of. */
export interface Answers {
  confirm(item: string): void
  say(items: string[], to: 'not-yet'): number
}

export class Round {
  readonly items: FreshItem[]
  readonly stale: number
  /** What it means that there is nothing to look at. */
  readonly none: string
  /** The item that is asked about; as many as there are when all were. */
  at = $state(0)
  looks = $state.raw<ReadonlyMap<FreshItem, Look>>(new Map())

  constructor(
    view: FreshView,
    private readonly marksOf: (guide: string) => Promise<Answers>,
  ) {
    this.items = view.round
    this.stale = view.stale
    this.none = view.none
  }

  get item(): FreshItem | undefined {
    return this.items[this.at]
  }

  count(look: Look): number {
    return [...this.looks.values()].filter((said) => said === look).length
  }

  /** Items that wait for another round. */
  get left(): number {
    return Math.max(0, this.stale - this.count('still') - this.count('not'))
  }

  async answer(look: Look): Promise<void> {
    const item = this.item
    if (!item) return
    this.looks = new Map(this.looks).set(item, look)
    this.at++
    if (look === 'skipped') return
    const marks = await this.marksOf(item.guide)
    if (look === 'still') marks.confirm(item.item)
    else marks.say([item.item], 'not-yet')
  }

  /** Goes back to the item before, to look at it again. */
  back(): boolean {
    if (this.at === 0) return false
    this.at--
    return true
  }
}
