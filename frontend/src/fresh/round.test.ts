import { beforeEach, expect, test } from 'vitest'
import type { FreshItem } from '../bridge/views'
import { Round, type Answers } from './round.svelte'

const item = (id: string, guide = 'a'): FreshItem => ({
  guide, emoji: '⚙️', title: 'A', item: id, level: 1, strand: 's', text: `항목 ${id} 🙂`, verdict: 'on-my-own', last: '2024-01-01', drill: false,
})

let said: string[]
const marksOf = async (guide: string): Promise<Answers> => ({
  confirm: (id) => void said.push(`${guide} ${id} still`),
  say: ([id], to) => said.push(`${guide} ${id} ${to}`),
})

beforeEach(() => {
  said = []
})

test('what is still so is confirmed, what is not any more is said so, and what is skipped is not touched', async () => {
  const round = new Round({ none: '', stale: 20, round: [item('1'), item('2', 'b'), item('3')] }, marksOf)
  await round.answer('still')
  await round.answer('not')
  await round.answer('skipped')
  expect(said).toEqual(['a 1 still', 'b 2 not-yet'])
  expect([round.item, round.count('still'), round.count('not'), round.count('skipped'), round.left]).toEqual([undefined, 1, 1, 1, 18])
  await round.answer('still')
  expect(said).toHaveLength(2)
})

test('going back asks again, and the later answer is the one that counts', async () => {
  const round = new Round({ none: '', stale: 2, round: [item('1'), item('2')] }, marksOf)
  expect(round.back()).toBe(false)
  await round.answer('not')
  expect([round.back(), round.item?.item]).toEqual([true, '1'])
  await round.answer('still')
  expect([round.count('not'), round.count('still'), round.left]).toEqual([0, 1, 1])
  expect(said).toEqual(['a 1 not-yet', 'a 1 still'])
})
