import { expect, test } from 'vitest'
import { uuidv7 } from './uuid'

test('an identifier is a UUID of version 7 with the time in front', () => {
  const id = uuidv7(Date.UTC(2040, 0, 1))
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.UTC(2040, 0, 1))
})

test('identifiers sort in the order in which they were made, within a millisecond and when the clock goes back', () => {
  const start = Date.UTC(2041, 0, 1)
  const ids = Array.from({ length: 10_000 }, (_, n) => uuidv7(n < 9000 ? start : start - 60_000))
  expect(ids).toEqual([...ids].sort())
  expect(new Set(ids).size).toBe(ids.length)
})
