// What is believed, in words.
import type { SittingView } from '../bridge/views'
import { text } from '../locale'
import { levelName } from '../locale/words'

/** A chance in thousandths, as people say it. No prediction is certain. */
export function percent(permille: number): number {
  return Math.min(99, Math.round(permille / 10))
}

/** "So far, level 3. Nine chances in ten that it is 2, 3 or 4." */
export function soFar(view: SittingView): { level: string; range: string } {
  if (view.given === 0) return { level: text('find.sofar.none'), range: '' }
  const level = view.level === 0 ? text('find.sofar.0') : text('find.sofar', { level: view.level })
  return { level, range: range(view) }
}

export function range({ lowest, highest }: SittingView): string {
  const names = Array.from({ length: highest - lowest + 1 }, (_, i) => (lowest + i === 0 ? text('find.range.0') : String(lowest + i)))
  const [first, last] = [names[0]!, names.at(-1)!]
  if (names.length === 1) return text('find.range.one')
  const levels = names.length > 4 ? text('find.range.to', { first, last }) : text('find.range.or', { most: names.slice(0, -1).join(', '), last })
  return text('find.range', { levels })
}

/** Every bar in words, the likeliest first: "Level 3: 54 %, level 2: 20 %, …" */
export function bars({ belief }: SittingView): string {
  return belief
    .map((permille, level) => ({ permille, level }))
    .filter(({ permille }) => permille >= 5)
    .sort((a, b) => b.permille - a.permille)
    .map(({ permille, level }) => text('find.bar', { level: levelName(level), percent: percent(permille) }))
    .join(', ')
}
