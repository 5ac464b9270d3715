import { expect, test } from 'vitest'
import { inOrder } from './order'

test('of two answers the one to the later question stays, in whichever order they come', () => {
  const ask = inOrder()
  const [first, second] = [ask(), ask()]
  expect([second(), first()]).toEqual([true, false])
  const [third, fourth] = [ask(), ask()]
  expect([third(), fourth()]).toEqual([true, true])
})

test('an answer is news as long as none to a later question was taken: that one may never come', () => {
  const ask = inOrder()
  const first = ask()
  ask()
  expect(first()).toBe(true)
})
