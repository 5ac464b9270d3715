import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { Notices } from '../notices.svelte'
import { Router } from '../route.svelte'
import { FakeBridge, opening } from '../testing/fake'
import { listen } from './keys'
import { Settings } from './settings.svelte'

const back = vi.spyOn(history, 'back').mockImplementation(() => {})
const forward = vi.spyOn(history, 'forward').mockImplementation(() => {})

let settings: Settings
let router: Router
/** What a menu of the system, or a link from outside, asks for. */
const menu = { go: (_: string) => {}, resize: (_: number) => {} }
beforeAll(() => {
  const bridge = new FakeBridge()
  settings = new Settings(bridge, new Notices(), opening(), () => Promise.resolve())
  router = new Router(window)
  const asked = Object.assign(bridge, {
    onGo: (go: typeof menu.go) => void (menu.go = go),
    onResize: (resize: typeof menu.resize) => void (menu.resize = resize),
  })
  listen(asked, settings, router)
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

test('the keys of the sizes change the size and nothing else, and that of the settings goes there', () => {
  const press = (key: string) => window.dispatchEvent(new KeyboardEvent('keydown', { key, ctrlKey: true, cancelable: true }))
  const before = router.current
  press('+')
  expect(settings.now.textSize).toBe(110)
  press('-')
  press('-')
  expect(settings.now.textSize).toBe(90)
  press('0')
  expect(settings.now.textSize).toBe(100)
  expect(router.current).toEqual(before)
  expect(press(',')).toBe(false)
  expect(router.current).toEqual({ place: 'settings' })
})

test('a menu of the system goes where it says, and changes the size', () => {
  menu.go('#/guides/데이터-분석/levels/2')
  expect(router.current).toEqual({ place: 'guide', slug: '데이터-분석', tab: 'levels', level: 2 })
  menu.go('back')
  menu.go('forward')
  expect([back.mock.calls.length, forward.mock.calls.length]).toEqual([1, 1])
  menu.resize(1)
  expect(settings.now.textSize).toBe(110)
  menu.resize(0)
  expect(settings.now.textSize).toBe(100)
})
