// What a page that begins with a drawing runs until its scripts are there (app/painted.go).
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const source = readFileSync(join(process.cwd(), '../app/painted.js'), 'utf8')
let frames: (() => void)[]
let ran: HTMLScriptElement[]

beforeEach(() => {
  frames = []
  ran = []
  vi.stubGlobal('requestAnimationFrame', (callback: () => void) => frames.push(callback))
  vi.spyOn(document.head, 'append').mockImplementation((script) => void ran.push(script as HTMLScriptElement))
  document.body.innerHTML = `
    <link rel="preload" as="script" href="/wails/ipc.js"><link rel="preload" as="script" href="/wails/runtime.js">
    <link rel="modulepreload" crossorigin href="/assets/index-1.js">
    <div id="app"><input type="checkbox" /><a href="#/guides">안녕 🙂 שלום</a></div>`
  document.documentElement.dataset['scroll'] = '321'
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  delete document.documentElement.dataset['scroll']
  document.body.replaceChildren()
})

/** Runs it, as the page does. */
function begin(): HTMLElement {
  new Function(source)()
  return document.getElementById('app')!
}

const addresses = () => ran.map(({ type, src, async }) => [type, new URL(src, 'http://page').pathname, async])
const inOrder = [['', '/wails/ipc.js', false], ['', '/wails/runtime.js', false], ['module', '/assets/index-1.js', false]]

test('the scripts run in the order of the page, once, when the drawing has been on the screen', async () => {
  begin()
  expect(ran).toEqual([])
  frames.forEach((frame) => frame())
  await vi.waitFor(() => expect(addresses()).toEqual(inOrder))
  await new Promise((done) => setTimeout(done, 150))
  expect(ran).toHaveLength(3)
})

test('the scripts of a window that nobody sees run without a frame', () => {
  vi.useFakeTimers()
  begin()
  vi.advanceTimersByTime(200)
  expect(addresses()).toEqual(inOrder)
})

test('a drawing is seen where Home was left', () => {
  const scroll = vi.spyOn(window, 'scrollTo')
  begin()
  expect(scroll).toHaveBeenCalledExactlyOnceWith(0, '321')
})

test.each(['input', 'a'])('a press on what is only drawn reaches what takes its place, and nothing before: %s', async (kind) => {
  const app = begin()
  const drawn = app.querySelector<HTMLElement>(kind)!
  const before = location.hash
  drawn.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0, clientX: 7, clientY: 9 }))
  const click = new MouseEvent('click', { bubbles: true, cancelable: true })
  drawn.dispatchEvent(click)
  expect(click.defaultPrevented).toBe(true)
  expect(location.hash).toBe(before)

  const taken = document.createElement('button')
  const heard = vi.fn()
  taken.addEventListener('click', heard)
  document.elementFromPoint = (x, y) => (x === 7 && y === 9 ? taken : null)
  app.replaceChildren(taken)
  await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce())
  const later = new MouseEvent('click', { bubbles: true, cancelable: true })
  taken.dispatchEvent(later)
  expect(later.defaultPrevented).toBe(false)
  expect(heard).toHaveBeenCalledTimes(2)
})

test('a link that is followed by its key is followed at once', () => {
  const click = new MouseEvent('click', { bubbles: true, cancelable: true })
  begin().querySelector('a')!.dispatchEvent(click)
  expect(click.defaultPrevented).toBe(false)
})

test('where nobody has pressed, nothing is pressed', async () => {
  const app = begin()
  const taken = document.createElement('button')
  const heard = vi.fn()
  taken.addEventListener('click', heard)
  document.elementFromPoint = () => taken
  app.replaceChildren(taken)
  await Promise.resolve()
  expect(heard).not.toHaveBeenCalled()
})
