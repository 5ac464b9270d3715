import { expect, test } from 'vitest'
import { allowed, distance } from './near'

/** The same by its definition, without a limit: the least of all ways, by taking one step at a time. */
function plain(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)))
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? rows[i - 2]![j - 2]! + 1 : Infinity
      rows[i]![j] = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1), swap)
    }
  }
  return rows[a.length]![b.length]!
}

/** Words of three letters of the alphabet, so that many are near each other; the same in every run. */
function* pairs(count: number): Generator<[string, string]> {
  let seed = 7
  const next = (below: number) => ((seed = (seed * 1103515245 + 12345) % 2147483648), Math.floor((seed / 2147483648) * below))
  const word = () => Array.from({ length: next(9) }, () => 'abㅌ'[next(3)]).join('')
  for (let n = 0; n < count; n++) yield [word(), word()]
}

test('the distance is the one of its definition, up to the limit', () => {
  for (const [a, b] of pairs(3000)) {
    for (const limit of [0, 1, 2]) expect(distance(a, b, limit, false), `${a} ${b} ${limit}`).toBe(Math.min(plain(a, b), limit + 1))
  }
})

test('an unfinished word is as near as the nearest beginning', () => {
  for (const [a, b] of pairs(1500)) {
    const nearest = Math.min(...Array.from({ length: b.length + 1 }, (_, end) => plain(a, b.slice(0, end))))
    for (const limit of [1, 2]) expect(distance(a, b, limit, true), `${a} ${b} ${limit}`).toBe(Math.min(nearest, limit + 1))
  }
})

test('short words hold no errors', () => {
  expect([3, 4, 7, 8, 20].map(allowed)).toEqual([0, 1, 1, 2, 2])
})
