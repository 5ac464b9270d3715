import { expect, test } from 'vitest'
import type { CardView } from '../bridge/views'
import { FakeBridge } from '../testing/fake'
import { backend } from '../testing/backend'
import { shelf } from './shelf'

async function cards(): Promise<CardView[]> {
  const guide = (slug: string, title: string, tagline = '') => ({ ...backend(), slug, title, tagline })
  const bridge = new FakeBridge([
    guide('a', 'AI Utilization', 'Café for assistants'),
    guide('c', 'Cloud Computing ☁️', 'Rent computers well.'),
    guide('s', 'أمن المعلومات', ''),
    guide('d', '데이터 분석 📊', '표에서 답을 찾습니다.'),
  ])
  for (let n = 0; n < 8; n++) bridge.put('d', `be-10${n}`, 'on-my-own', 1000)
  bridge.put('c', 'be-100', 'on-my-own', 2000)
  return (await bridge.catalogue()).guides
}

const slugs = async (...how: [string?, ('all' | 'started' | 'new')?, ('title' | 'recent' | 'level')?]) =>
  shelf(await cards(), how[0] ?? '', how[1] ?? 'all', how[2] ?? 'title').map(({ slug }) => slug)

test('guides stay in the order of their titles, in which they come', async () => {
  expect(await slugs()).toEqual(['a', 'c', 's', 'd'])
  expect((await slugs('', 'all', 'recent')).slice(2)).toEqual(['a', 's'])
})

test('guides that were started can be kept apart from those that were not', async () => {
  expect(await slugs('', 'started')).toEqual(['c', 'd'])
  expect(await slugs('', 'new')).toEqual(['a', 's'])
})

test('the guide worked on last, or the highest level, can come first', async () => {
  expect((await slugs('', 'all', 'recent')).slice(0, 2)).toEqual(['c', 'd'])
  expect((await slugs('', 'all', 'level')).slice(0, 2)).toEqual(['d', 'c'])
})

test('every word of a query has to be there, whatever its case and accents, in every script', async () => {
  expect(await slugs('CLOUD rent')).toEqual(['c'])
  expect(await slugs('cafe')).toEqual(['a'])
  expect(await slugs('분석')).toEqual(['d'])
  expect(await slugs('المعلومات')).toEqual(['s'])
  expect(await slugs('cloud café')).toEqual([])
  expect(await slugs('  ')).toHaveLength(4)
})

test('the catalogue itself is left as it was', async () => {
  const all = await cards()
  const before = all.map(({ slug }) => slug)
  shelf(all, '', 'all', 'recent')
  expect(all.map(({ slug }) => slug)).toEqual(before)
})
