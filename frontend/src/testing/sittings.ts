// The placements of the stand-in for Go. They ask one item of each level from the bottom up, and
// believe in as many levels as were answered with yes; the real rules are tested in Go.
import { Fault } from '../bridge/fault'
import { counts, type GuideView, type SittingRequest, type SittingView } from '../bridge/views'
import { uuidv7 } from '../guide/uuid'

type Texts = Omit<GuideView, 'standing'>

export class FakeSittings {
  /** Every request that was kept, the newest last. */
  kept: SittingRequest[] = []
  accepted: { request: SittingRequest; suggest: boolean }[] = []
  undone: string[] = []
  predicted = -1
  /** The next calls fail with these. */
  faults: Fault[] = []

  #suggested = new Map<string, Set<string>>()
  #paused = new Map<string, SittingRequest>()
  #over = new Set<string>()

  constructor(private readonly guide: (slug: string) => Texts) {}

  open = async (slug: string): Promise<SittingView> =>
    this.#view(this.#paused.get(slug) ?? { id: uuidv7(), guide: slug, answers: [] })

  get paused(): { guide: string; asked: number }[] {
    return [...this.#paused.values()].map(({ guide, answers }) => ({ guide, asked: answers.length }))
  }

  sit = async (request: SittingRequest): Promise<SittingView> => {
    this.#fail()
    if (this.#over.has(request.id)) throw new Fault('assessment_over')
    this.kept.push(request)
    this.#paused.set(request.guide, request)
    return this.#view(request)
  }

  suggested(slug: string): Set<string> {
    let items = this.#suggested.get(slug)
    if (!items) this.#suggested.set(slug, (items = new Set()))
    return items
  }

  suggest(slug: string, item: string, stands: boolean): void {
    if (stands) this.suggested(slug).add(item)
    else this.suggested(slug).delete(item)
  }

  /** What accepting would suggest: the items up to the level that were not asked. */
  #offered(guide: Texts, answers: SittingRequest['answers'], level: number): string[] {
    return guide.levels
      .slice(0, level)
      .flatMap(({ items }) => items.map(({ id }) => id))
      .filter((id) => !answers.some(({ item }) => item === id))
  }

  /** Makes suggestions of what a sitting offers. */
  take({ guide: slug, answers }: SittingRequest): void {
    const view = this.#view({ id: '', guide: slug, answers })
    for (const item of this.#offered(this.guide(slug), answers, view.lowest)) this.suggest(slug, item, true)
  }

  end(request: SittingRequest): void {
    this.#fail()
    this.#over.add(request.id)
    this.#paused.delete(request.guide)
  }

  #fail(): void {
    const fault = this.faults.shift()
    if (fault) throw fault
  }

  #view({ id, guide: slug, answers }: SittingRequest): SittingView {
    const guide = this.guide(slug)
    const level = answers.filter(({ reply }) => reply === 'yes' || (reply !== 'no' && reply !== 'left-out' && counts(reply))).length
    const given = answers.filter(({ reply }) => reply !== 'left-out').length
    const done = answers.length >= guide.levels.length
    const item = done ? undefined : guide.levels[answers.length]!.items[0]!
    const sure = done ? 940 : given === 0 ? 125 : 580
    const lowest = done ? level : given === 0 ? 0 : Math.max(0, level - 1)
    const highest = done ? level : given === 0 ? 7 : Math.min(7, level + 1)
    const rest = Math.round((1000 - sure) / Math.max(1, highest - lowest))
    const belief = [0, 1, 2, 3, 4, 5, 6, 7].map((l) => (l === level ? sure : l >= lowest && l <= highest ? rest : 0))
    return {
      id, guide: slug, emoji: guide.emoji, title: guide.title, titles: guide.levels.map((l) => l.title), answers,
      question: {
        item: item?.id ?? '', text: item?.text ?? '',
        strand: guide.strands.find(({ id }) => id === item?.strand)?.name ?? '', months: answers.length > 4 ? 36 : 12,
      },
      belief, level, certainty: sure, lowest, highest, asked: answers.length, given, done, suggested: this.#offered(guide, answers, lowest).length, predicted: this.predicted,
    }
  }
}
