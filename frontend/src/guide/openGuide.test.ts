import { waitFor } from '@testing-library/svelte'
import { beforeEach, expect, test } from 'vitest'
import { FakeBridge } from '../testing/fake'
import { OpenGuide, type Filter } from './openGuide.svelte'

const slug = 'backend-engineering'
let bridge: FakeBridge

beforeEach(() => {
  bridge = new FakeBridge()
})

async function open(): Promise<OpenGuide> {
  return new OpenGuide(await bridge.openGuide(slug), bridge, { acted: () => {}, took: () => {}, failed: () => {} })
}

function fill(level: number, count: number): void {
  for (let n = 0; n < count; n++) bridge.put(slug, `be-${level}0${n}`, 'on-my-own')
}

test('a guide opens at the level that the person works towards', async () => {
  expect((await open()).start).toBe(1)
  fill(1, 8)
  expect((await open()).start).toBe(2)
})

test('a guide opens at the level that looks done, where there is one', async () => {
  fill(4, 8)
  expect((await open()).start).toBe(4)
})

test('a guide that is climbed opens at its highest level', async () => {
  for (let level = 1; level <= 7; level++) fill(level, 10)
  expect((await open()).start).toBe(7)
})

test('the rungs follow the answers at once, the highest first', async () => {
  const guide = await open()
  guide.marks.toggle('be-301')
  const rung = guide.rungs.find(({ number }) => number === 3)!
  expect(guide.rungs[0]!.number).toBe(7)
  expect(rung.done.indexOf(true)).toBe(1)
})

test('a filter passes open items, those with evidence, stale ones or all', async () => {
  bridge.put(slug, 'be-300', 'on-my-own', Date.now() - 400 * 86_400_000)
  bridge.put(slug, 'be-301', 'not-yet')
  await bridge.addEvidence(slug, { id: '1', item: 'be-301', kind: 'note', text: 'x', url: '', file: '', on: '', witness: '' })
  const guide = await open()
  const shown = (filter: Filter) =>
    ['be-300', 'be-301', 'be-302'].filter((item) => guide.passes(filter, item))
  expect(shown('all')).toEqual(['be-300', 'be-301', 'be-302'])
  expect(shown('open')).toEqual(['be-301', 'be-302'])
  expect(shown('evidenced')).toEqual(['be-301'])
  expect(shown('stale')).toEqual(['be-300'])
})

test('the items of a level stand by strand, and empty strands are left out', async () => {
  const guide = await open()
  const groups = guide.byStrand(guide.level(3), new Set(['be-300', 'be-302', 'be-303']))
  expect(groups.map(({ strand, items }) => [strand.id, items.length])).toEqual([
    ['interfaces', 1],
    ['data', 2],
  ])
})

test('only a level that is reached while one watches is just reached', async () => {
  fill(1, 7)
  const guide = await open()
  expect(guide.justReached).toBe(0)
  guide.marks.toggle('be-107')
  await waitFor(() => expect(guide.justReached).toBe(1))
  guide.marks.undo()
  await waitFor(() => expect(guide.justReached).toBe(0))
})
