// What is recorded of a person in the stand-in for Go: marks, their history and evidence, in memory.
import { Fault } from '../bridge/fault'
import type { HistoryView, StandingView, Verdict } from '../bridge/views'
import { FakeEvidence } from './evidence'
import { stand, type Held, type Texts } from './standing'

export class FakeRecord {
  #marks = new Map<string, Held>()
  #history = new Map<string, HistoryView[]>()
  #evidence = new Map<string, FakeEvidence>()

  /** Suggested are the items of a guide that a placement believes in. */
  constructor(readonly guides: Texts[], private readonly suggested: (slug: string) => Set<string>) {}

  guide(slug: string): Texts {
    const guide = this.guides.find((other) => other.slug === slug)
    if (!guide) throw new Fault('guide_not_found', { guide: slug })
    return guide
  }

  stand(slug: string): StandingView {
    const held = this.held(slug)
    const suggested = [...this.suggested(slug)].filter((item) => !held.has(item))
    return { ...stand(this.guide(slug), held, this.evidenceOf(slug).pieces), suggested }
  }

  held(slug: string): Held {
    let held = this.#marks.get(slug)
    if (!held) this.#marks.set(slug, (held = new Map()))
    return held
  }

  evidenceOf(slug: string): FakeEvidence {
    let evidence = this.#evidence.get(slug)
    if (!evidence) this.#evidence.set(slug, (evidence = new FakeEvidence()))
    return evidence
  }

  /** Rates an item now. */
  rate(slug: string, item: string, verdict: Verdict | 'cleared'): void {
    const at = Date.now()
    this.#history.set(item, [{ verdict, at, edition: 1 }, ...this.historyOf(item)])
    if (verdict === 'cleared') this.held(slug).delete(item)
    else this.held(slug).set(item, { verdict, at })
  }

  /** The newest first. */
  historyOf(item: string): HistoryView[] {
    return this.#history.get(item) ?? []
  }
}
