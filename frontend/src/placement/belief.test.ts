import { expect, test } from 'vitest'
import type { SittingView } from '../bridge/views'
import { bars, percent, soFar } from './belief'

const view = (said: Partial<SittingView>) => ({ given: 5, level: 3, lowest: 2, highest: 4, belief: [0, 0, 100, 800, 100, 0, 0, 0], ...said }) as SittingView

test('no prediction is certain', () => {
  expect([percent(1000), percent(996), percent(994), percent(4)]).toEqual([99, 99, 99, 0])
  expect(bars(view({ belief: [0, 0, 0, 1000, 0, 0, 0, 0] }))).toBe('Level 3: 99 %')
})

test('questions that were all left out narrow nothing', () => {
  expect(soFar(view({ given: 0 }))).toEqual({ level: 'Each answer narrows it down.', range: '' })
})

test('who is starting out is at no level with a number', () => {
  expect(soFar(view({ level: 0, lowest: 0, highest: 1 }))).toEqual({ level: 'So far, starting out.', range: 'Nine chances in ten that it is starting out or 1.' })
})
