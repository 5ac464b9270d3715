// Sentences that are put together from several messages: where a person stands, in words.
import type { GuideView, LevelStandingView, LevelView, StandingView } from '../bridge/views'
import { has, list, numeral, text } from '.'

/** "level 2", "levels 1 to 3", "levels 1 and 4" */
export function levels(numbers: number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  const first = sorted[0] ?? 0
  const last = sorted.at(-1) ?? 0
  if (sorted.length === 1) return text('levels.one', { level: first })
  if (sorted.length > 2 && last - first === sorted.length - 1) return text('levels.range', { first, last })
  return text('levels.list', { levels: list(sorted) })
}

/** The level that a person has reached: "Level 2", or "Starting out". */
export function levelName(level: number): string {
  return level === 0 ? text('level.zero') : text('level.name', { level })
}

/** "Level 2, Data Builder", or "Starting out" without a level. */
export function levelWithTitle(level: number, titles: string[]): string {
  const title = titles[level - 1]
  return title ? text('level.titled', { level, title }) : levelName(level)
}

/** What the live region says when the level changes. */
export function levelReached(guide: GuideView, level: number): string {
  const title = guide.levels[level - 1]?.title
  return title ? text('level.now', { level, title }) : text('level.now.zero')
}

/** Beside a rung: "10 of 10", "9 of 10, one gap", or nothing where nothing is done. */
export function rungNote(counted: LevelStandingView): string {
  if (counted.rated === 0 && !counted.reached) return ''
  const gaps = counted.reached ? counted.items - counted.done : 0
  const args = { done: counted.done, items: counted.items }
  return gaps > 0 ? text('rung.gaps', { ...args, n: gaps, count: numeral(gaps) }) : text('rung.count', args)
}

/** In the head of a level: how many items are done, and what that means for the level. */
export function meter(counted: LevelStandingView, standing: StandingView): string {
  return text('meter', { done: counted.done, items: counted.items, rest: rest(counted, standing) })
}

function rest(counted: LevelStandingView, standing: StandingView): string {
  const { missing, number } = counted
  if (counted.reached) return text('meter.reached')
  if (missing === 0) {
    const below = standing.openBelow.filter((level) => level < number)
    return text('meter.below', { n: below.length, levels: levels(below) })
  }
  const args = { n: missing, count: numeral(missing) }
  if (counted.done === 0) return text('meter.none', args)
  // Only where nothing below is missing does filling this level reach it.
  const near = standing.target === number && standing.missing === missing
  return near ? text('meter.missing', args) : text('meter.away', args)
}

/** What a card says of the way to the next level. */
export function toNext(standing: StandingView): string {
  if (standing.target === 0) return text('card.top')
  return text('card.missing', { n: standing.missing, level: standing.target })
}

/** The name of a category; one that the catalogue does not know yet goes among the others. */
export function category(id: string): string {
  const key = `category.${id}`
  return has(key) ? text(key) : text('category.other')
}

/** The head of a level: "Level 1 · Novice · Follow". Both scales are written in English in every guide. */
export function levelHead({ number, dreyfus, sfia }: LevelView): string {
  const slug = (name: string) => name.toLowerCase().replace(/[^a-z]+/g, '-')
  const stage = `dreyfus.${slug(dreyfus)}`
  const responsibility = `sfia.${slug(sfia)}`
  return text('level.head', {
    level: number,
    dreyfus: has(stage) ? text(stage) : dreyfus,
    sfia: has(responsibility) ? text(responsibility) : sfia,
  })
}

/** "Level 3", "Levels 2 to 6": the levels that a reference informs. */
export function informs(numbers: number[]): string {
  return text('reference.levels', { levels: levels(numbers) })
}
