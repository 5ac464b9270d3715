// Small errors of typing: how far a typed word is from a word that exists.

/** How many errors a word of that many strokes may hold. A short one is too easily another word. */
export function allowed(length: number): number {
  if (length < 4) return 0
  return length < 8 ? 1 : 2
}

/**
 * The least number of strokes that were left out, added, changed or swapped between what was typed
 * and a word, or the beginning of a word where it is still being typed; more than the limit is told
 * as one more than it. (Damerau's distance, without letters between two that are swapped.)
 */
export function distance(typed: string, word: string, limit: number, unfinished: boolean): number {
  const far = limit + 1
  if (typed.length - word.length > limit || (!unfinished && word.length - typed.length > limit)) return far
  const width = Math.min(word.length, typed.length + limit)
  let before: number[] = []
  let last: number[] = []
  let row = Array.from({ length: width + 1 }, (_, j) => j)
  for (let i = 1; i <= typed.length; i++) {
    before = last
    last = row
    row = [i]
    for (let j = 1; j <= width; j++) {
      const same = typed[i - 1] === word[j - 1]
      let least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) least = Math.min(least, before[j - 2]! + 1)
      row.push(least)
    }
    if (Math.min(...row) > limit) return far
  }
  const found = unfinished ? Math.min(...row) : word.length > width ? far : row[width]!
  return Math.min(found, far)
}
