import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { Notices } from '../notices.svelte'
import { Router } from '../route.svelte'
import { FakeBridge, opening } from '../testing/fake'
import { listen } from './keys'
import { Settings } from './settings.svelte'

const back = vi.spyOn(history, 'back').mockImplementation(() => {})
const forward = vi.spyOn(history, 'forward').mockImplementation(() => {})

beforeAll(() => {
  const bridge = new FakeBridge()
  listen(bridge, new Settings(bridge, new Notices(), opening(), () => Promise.resolve()), new Router(window))
})
beforeEach(() => {
  back.mockClear()
  forward.mockClear()
})

test.each([
  ['Alt and an arrow', new KeyboardEvent('keydown', { key: 'ArrowLeft', altKey: true }), 'back'],
  ['Alt and the other arrow', new KeyboardEvent('keydown', { key: 'ArrowRight', altKey: true }), 'forward'],
  ['the bracket of a Mac', new KeyboardEvent('keydown', { key: ']', metaKey: true }), 'forward'],
  ['an arrow alone', new KeyboardEvent('keydown', { key: 'ArrowLeft' }), 'nothing'],
  ['Alt, Shift and an arrow', new KeyboardEvent('keydown', { key: 'ArrowLeft', altKey: true, shiftKey: true }), 'nothing'],
  ['the back button of a mouse', new MouseEvent('mouseup', { button: 3 }), 'back'],
  ['the forward button of a mouse', new MouseEvent('mouseup', { button: 4 }), 'forward'],
  ['the right button', new MouseEvent('mouseup', { button: 2 }), 'nothing'],
])('%s steps as in a browser', (_, event, expected) => {
  window.dispatchEvent(event)
  expect([back.mock.calls.length, forward.mock.calls.length]).toEqual([Number(expected === 'back'), Number(expected === 'forward')])
})

test('where one writes, Alt and an arrow stay with the text', () => {
  const field = document.body.appendChild(document.createElement('input'))
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', altKey: true, bubbles: true }))
  expect(back).not.toHaveBeenCalled()
  field.remove()
})
