// An open guide: its texts, which change with the language alone, and the answers.
import type { Bridge } from '../bridge'
import { toFault } from '../bridge/fault'
import type { GuideView, ItemView, LevelStandingView, LevelView, StandingView, StrandView } from '../bridge/views'
import type { Rung } from '../design/ladder'
import type { Draft } from '../evidence/itemEvidence.svelte'
import { Marks, type Outcome } from './marks.svelte'
import { uuidv7 } from './uuid'

export const filters = ['all', 'open', 'evidenced', 'stale'] as const
export type Filter = (typeof filters)[number]

/** The items of a level that belong to one strand. */
interface StrandItems {
  strand: StrandView
  items: ItemView[]
}

export class OpenGuide {
  readonly marks: Marks
  readonly levelOf: ReadonlyMap<string, number>
  /** The level whose rung was reached while the guide was open: it deserves one quiet moment. */
  justReached = $state(0)

  /** Evidence that was typed and not added yet, by item. It goes with the guide when another person is shown. */
  readonly drafts = new Map<string, Draft>()

  /** The texts, in the language that is spoken. */
  view: GuideView = $state.raw()!

  constructor(
    view: GuideView,
    readonly bridge: Bridge,
    readonly outcome: Outcome,
  ) {
    this.view = view
    this.levelOf = new Map(view.levels.flatMap((level) => level.items.map((item) => [item.id, level.number])))
    this.marks = new Marks(view.slug, view.standing, bridge, {
      ...outcome,
      took: (standing, before, written) => {
        this.justReached = standing.level > before.level ? standing.level : 0
        outcome.took(standing, before, written)
      },
    })
  }

  /** Takes the same texts in another language. The answers stay as they are. */
  reread(view: GuideView): void {
    this.view = view
  }

  /** Keeps the level that the person expects, before anything is rated. */
  async expect(level: number): Promise<void> {
    const before = this.view.predicted
    this.view = { ...this.view, predicted: level }
    try {
      await this.bridge.predict(uuidv7(), this.view.slug, level)
    } catch (reason) {
      this.view = { ...this.view, predicted: before }
      this.outcome.failed(toFault(reason), () => void this.expect(level))
    }
  }

  get standing(): StandingView {
    return this.marks.standing
  }

  level(number: number): LevelView {
    return this.view.levels[number - 1] ?? this.view.levels[0]!
  }

  counted(number: number): LevelStandingView {
    return this.standing.levels[number - 1] ?? this.standing.levels[0]!
  }

  /** The level to open the guide at: the one that the person is working towards. */
  get start(): number {
    if (this.standing.looksDone > 0) return this.standing.looksDone
    return this.standing.target || this.view.levels.length
  }

  /** The rungs of the ladder, the highest first. */
  get rungs(): Rung[] {
    return this.view.levels
      .map((level) => ({
        number: level.number,
        reached: level.number <= this.standing.level,
        done: level.items.map((item) => this.marks.counts(item.id)),
      }))
      .reverse()
  }

  /** The items of some levels that are not done alone, in the order of the guide. */
  open(numbers: number[]): string[] {
    return this.view.levels
      .filter((level) => numbers.includes(level.number))
      .flatMap((level) => level.items)
      .filter((item) => !this.marks.counts(item.id))
      .map((item) => item.id)
  }

  /** The items that are suggested, on some levels or on all, in the order of the guide. */
  suggested(numbers?: number[]): string[] {
    return this.view.levels
      .filter((level) => !numbers || numbers.includes(level.number))
      .flatMap((level) => level.items.map((item) => item.id))
      .filter((item) => this.marks.said(item) === undefined && this.marks.suggested(item))
  }

  passes(filter: Filter, item: string): boolean {
    if (filter === 'open') return !this.marks.counts(item)
    if (filter === 'evidenced') return this.marks.evidence(item) > 0
    if (filter === 'stale') return this.marks.stale(item)
    return true
  }

  /** The items that are shown, by strand; strands without any are left out. */
  byStrand(level: LevelView, shown: ReadonlySet<string>): StrandItems[] {
    return this.view.strands
      .map((strand) => ({
        strand,
        items: level.items.filter((item) => item.strand === strand.id && shown.has(item.id)),
      }))
      .filter(({ items }) => items.length > 0)
  }
}
