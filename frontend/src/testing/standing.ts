// Where a person stands, by the level rule of internal/progress in short; the real rule is tested there.
import { counts, type GuideView, type StandingView, type Verdict } from '../bridge/views'

/** A guide without a standing. */
export type Texts = Omit<GuideView, 'standing'>
/** The marks on a guide, by item. */
export type Held = Map<string, { verdict: Verdict; at: number }>

const needed = 8
const neededBelow = 6

export function stand(guide: Texts, held: Held, evidence: Map<string, unknown[]> = new Map()): StandingView {
  const done = (id: string) => counts(held.get(id)?.verdict)
  const levels = guide.levels.map(({ number, items }) => {
    const count = items.filter((item) => done(item.id)).length
    const rated = items.filter((item) => held.has(item.id)).length
    return { number, done: count, rated, items: items.length, reached: false, missing: Math.max(needed - count, 0), percent: 10 * count }
  })
  const holds = (number: number) => levels.slice(0, number - 1).every((below) => below.done >= neededBelow)
  const level = levels.findLast((l) => l.done >= needed && holds(l.number))?.number ?? 0
  for (const l of levels) l.reached = l.number <= level
  const looksDone = levels.findLast((l) => l.number > level && l.done >= needed)?.number ?? 0
  const missingTo = (to: number) =>
    levels.slice(0, to).reduce((sum, l) => sum + Math.max((l.number < to ? neededBelow : needed) - l.done, 0), 0)
  const targets = levels.filter((l) => l.number > level).map((l) => ({ to: l.number, missing: missingTo(l.number) }))
  const target = targets.reduce((best, next) => (next.missing < best.missing ? next : best), targets[0] ?? { to: 0, missing: 0 })
  const open = (numbers: number[]) =>
    guide.levels
      .filter((l) => numbers.includes(l.number))
      .flatMap((l) => l.items)
      .filter((item) => !done(item.id))
      .map((item) => item.id)
  const items = guide.levels.flatMap((l) => l.items)
  return {
    guide: guide.slug,
    level,
    levels,
    marks: [...held].map(([item, mark]) => ({ item, ...mark, stale: stale(mark.at) })),
    suggested: [],
    gaps: open(levels.filter((l) => l.reached).map((l) => l.number)),
    next: open([target.to]),
    target: target.to,
    missing: target.missing,
    looksDone,
    openBelow: levels.filter((l) => l.number < looksDone && l.done < neededBelow).map((l) => l.number),
    strands: guide.strands.map(({ id }) => ({
      id,
      level: 0,
      done: items.filter((item) => item.strand === id && done(item.id)).length,
      items: items.filter((item) => item.strand === id).length,
    })),
    done: items.filter((item) => done(item.id)).length,
    rated: held.size,
    items: items.length,
    three: open([target.to]).slice(0, 3),
    evidence: [...evidence].map(([item, pieces]) => ({ item, count: pieces.length })).filter(({ count }) => count > 0),
    evidenced: 0,
    stale: [...held.values()].filter((mark) => stale(mark.at)).length,
  }
}

/** Older than a year, about. */
function stale(at: number): boolean {
  return at < Date.now() - 366 * 86_400_000
}
