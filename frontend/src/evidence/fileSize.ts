import { number } from '../locale'

const units = ['kB', 'MB', 'GB', 'TB'] as const

/** "812 B", "1.4 MB": in steps of a thousand, as file managers tell it. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${number(bytes)} B`
  let size = bytes / 1000
  let unit = 0
  // What rounds to a thousand is one of the next unit.
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000
    unit++
  }
  return `${number(size < 10 ? Math.round(size * 10) / 10 : Math.round(size))} ${units[unit]}`
}
