import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { Notices } from '../notices.svelte'
import { Router } from '../route.svelte'
import { FakeBridge, opening } from '../testing/fake'
import { listen } from './keys'
import { Settings } from './settings.svelte'

const back = vi.spyOn(history, 'back').mockImplementation(() => {})
const forward = vi.spyOn(history, 'forward').mockImplementation(() => {})

let settings: Settings
beforeAll(() => {
  const bridge = new FakeBridge()
  settings = new Settings(bridge, new Notices(), opening(), () => Promise.resolve())
  listen(bridge, settings, new Router(window))
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

test('Ctrl and the wheel change the size, and the wheel alone scrolls', () => {
  const size = () => settings.now.textSize
  const turn = (deltaY: number, ctrlKey: boolean) => {
    const event = new WheelEvent('wheel', { deltaY, ctrlKey, cancelable: true })
    // The document of the tests forgets the key that is held.
    Object.defineProperties(event, { ctrlKey: { value: ctrlKey }, timeStamp: { value: (time += 100) } })
    window.dispatchEvent(event)
    return event.defaultPrevented
  }
  let time = 1000
  const before = size()
  expect(turn(-120, true)).toBe(false)
  expect(size()).toBe(before) // nobody saw Ctrl go down in this window
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Control', ctrlKey: true }))
  expect(turn(-120, true)).toBe(true)
  expect(size()).toBeGreaterThan(before)
  expect(turn(120, true)).toBe(true)
  expect(size()).toBe(before)
  window.dispatchEvent(new KeyboardEvent('keyup', { key: 'Control' }))
  expect(turn(-120, false)).toBe(false)
  expect(size()).toBe(before)
})

test.each([true, false])('once Ctrl is up nothing listens to the wheel, whether or not its event says Ctrl (%s)', (ctrlKey) => {
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Control', ctrlKey: true }))
  const removed = vi.spyOn(window, 'removeEventListener')
  window.dispatchEvent(new KeyboardEvent('keyup', { key: 'Control', ctrlKey }))
  expect(removed.mock.calls.map(([type]) => type)).toEqual(['wheel'])
  removed.mockRestore()
})

test('where one writes, Alt and an arrow stay with the text', () => {
  const field = document.body.appendChild(document.createElement('input'))
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', altKey: true, bubbles: true }))
  expect(back).not.toHaveBeenCalled()
  field.remove()
})
