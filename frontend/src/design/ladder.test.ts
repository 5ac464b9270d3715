import { expect, test } from 'vitest'
import { bar, broken, cardFrame, cells, guideFrame, logoFrame, rail, rails } from './ladder'

const frames = { guideFrame, cardFrame, logoFrame }

test.each(Object.entries(frames))('the rails of %s lean inward by the same on both sides', (_, frame) => {
  const [top, foot] = [rails(frame, 0), rails(frame, frame.height)]
  expect(top.left - foot.left).toBeCloseTo(frame.lean)
  expect(foot.right - top.right).toBeCloseTo(frame.lean)
  expect(foot.right - foot.left).toBeCloseTo(frame.width - frame.rail)
})

test('a rung reaches from rail centre to rail centre', () => {
  const { left, right } = rails(guideFrame, 26 + 52 * 3)
  const rung = bar(guideFrame, 3)
  expect(rung.x).toBeCloseTo(left, 1)
  expect(rung.x + rung.width).toBeCloseTo(right, 1)
})

test('a rail ends level', () => {
  const ys = rail(guideFrame, 'left', 10, 354).split(' ').map((point) => Number(point.split(',')[1]))
  expect(ys).toEqual([10, 10, 354, 354])
})

test('the cells of a rung lie between the rails, in order and apart', () => {
  for (const index of [0, 3, 6]) {
    const row = cells(guideFrame, index, 10)
    const { left, right } = rails(guideFrame, 26 + 52 * index)
    expect(row[0]!.x).toBeGreaterThan(left)
    expect(row[9]!.x + row[9]!.width).toBeLessThan(right)
    for (let n = 1; n < 10; n++) expect(row[n]!.x).toBeGreaterThan(row[n - 1]!.x + row[n - 1]!.width)
  }
})

test('a reached rung is whole, or broken where an item is missing', () => {
  const all = Array<boolean>(10).fill(true)
  expect(broken(guideFrame, 6, all)).toEqual({ bars: [bar(guideFrame, 6)], gaps: [] })
  const some = all.with(0, false).with(6, false)
  const { bars, gaps } = broken(guideFrame, 6, some)
  expect([bars.length, gaps.length]).toEqual([2, 2])
  expect(broken(guideFrame, 6, all.fill(false)).bars).toEqual([])
})
