import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { flushSync } from 'svelte'
import { followHome, keepHome, type Kept } from './drawing.svelte'
import { speak } from './locale/language.svelte'
import { Library } from './library.svelte'
import { Notices } from './notices.svelte'
import { Settings } from './settings/settings.svelte'
import { backend } from './testing/backend'
import { FakeBridge, opening } from './testing/fake'
import { wordsOf } from './testing/words'

const title = '백엔드 🙂 שלום'
let bridge: FakeBridge
let library: Library
let settings: Settings
let stop = () => {}

beforeEach(async () => {
  bridge = new FakeBridge([{ ...backend(), title }])
  bridge.put('backend-engineering', 'be-101', 'on-my-own')
  const notices = new Notices()
  library = new Library(bridge, notices)
  settings = new Settings(bridge, notices, opening(), () => library.reread())
  await library.start()
})
afterEach(() => {
  stop()
  vi.useRealTimers()
  speak(wordsOf('en'))
})

/** What was kept the last time, as a page. */
function kept(spy: { mock: { lastCall?: unknown[] | undefined } }): HTMLElement {
  const page = document.createElement('div')
  page.innerHTML = spy.mock.lastCall![1] as string
  return page
}

test('Home is kept as a start shows it, wherever the person is, and with what it was drawn from', async () => {
  const spy = vi.spyOn(bridge, 'keepDrawn')
  history.replaceState(null, '', '#/guides/backend-engineering')
  await keepHome(library, settings)
  expect(spy).toHaveBeenCalledExactlyOnceWith(await bridge.start(), expect.any(String))
  const page = kept(spy)
  expect(page.querySelector('nav [aria-current=page]')?.textContent).toContain('Home')
  expect(page.querySelector('main article')?.textContent).toContain(title)
  expect(page.querySelectorAll('main li input[type=checkbox]')).toHaveLength(3)
})

test('what the day says is not seen before it is true', async () => {
  const spy = vi.spyOn(bridge, 'keepDrawn')
  await keepHome(library, settings)
  const days = [...kept(spy).querySelectorAll('[data-day]')]
  expect(days.length).toBeGreaterThan(1)
  for (const day of days) expect(day.hasAttribute('data-then')).toBe(true)
})

test('drawing Home leaves the page, its title, its search and what is remembered as they are', async () => {
  vi.useFakeTimers()
  document.title = 'Somewhere else'
  document.body.innerHTML = '<p>Elsewhere</p>'
  const remember = vi.spyOn(settings, 'remember')
  const leave = vi.spyOn(settings, 'leave')
  const guide = vi.spyOn(bridge, 'openGuide')
  await keepHome(library, settings)
  flushSync()
  await vi.advanceTimersByTimeAsync(5000)
  expect(document.title).toBe('Somewhere else')
  expect(document.body.innerHTML).toBe('<p>Elsewhere</p>')
  for (const spy of [remember, leave, guide]) expect(spy).not.toHaveBeenCalled()
})

test('while Go speaks another language than the window nothing is kept', async () => {
  const spy = vi.spyOn(bridge, 'keepDrawn')
  speak(wordsOf('ko'))
  await keepHome(library, settings)
  expect(spy).not.toHaveBeenCalled()
})

describe('the drawing that the page brought', () => {
  let spy: ReturnType<typeof vi.spyOn>
  let brought: Kept
  beforeEach(async () => {
    vi.useFakeTimers()
    spy = vi.spyOn(bridge, 'keepDrawn')
    const start = await bridge.start()
    library.begin(start)
    brought = { ...start, looks: settings.now }
  })

  test('is not drawn again', async () => {
    stop = followHome(library, settings, brought)
    flushSync()
    await vi.advanceTimersByTimeAsync(5000)
    expect(spy).not.toHaveBeenCalled()
  })

  test('is drawn again where an answer was given before anybody looked', async () => {
    const guide = await library.open('backend-engineering')
    guide.marks.say(['be-102'], 'on-my-own')
    await vi.advanceTimersByTimeAsync(200)
    stop = followHome(library, settings, brought)
    flushSync()
    await vi.advanceTimersByTimeAsync(5000)
    expect(spy).toHaveBeenCalledOnce()
  })

  test('is drawn again where the sidebar was folded before anybody looked', async () => {
    settings.change({ sidebarFolded: true })
    stop = followHome(library, settings, brought)
    flushSync()
    await vi.advanceTimersByTimeAsync(5000)
    expect(spy).toHaveBeenCalledOnce()
  })

  test('is drawn again after the first answer', async () => {
    stop = followHome(library, settings, brought)
    flushSync()
    const guide = await library.open('backend-engineering')
    guide.marks.say(['be-102'], 'on-my-own')
    await vi.advanceTimersByTimeAsync(200)
    flushSync()
    await vi.advanceTimersByTimeAsync(5000)
    expect(spy).toHaveBeenCalledOnce()
  })
})

describe('Home is drawn again, once all is calm', () => {
  let spy: ReturnType<typeof vi.spyOn>
  beforeEach(async () => {
    vi.useFakeTimers()
    stop = followHome(library, settings)
    spy = vi.spyOn(bridge, 'keepDrawn')
    flushSync()
    await calmDown()
    spy.mockClear()
  })

  async function calmDown(): Promise<void> {
    flushSync()
    await vi.advanceTimersByTimeAsync(1500)
  }

  test('after answers in a guide: once for all of them', async () => {
    const guide = await library.open('backend-engineering')
    for (const item of ['be-102', 'be-103']) {
      guide.marks.say([item], 'on-my-own')
      await vi.advanceTimersByTimeAsync(200)
      flushSync()
    }
    await calmDown()
    expect(spy).toHaveBeenCalledOnce()
  })

  test('after an answer that another program wrote', async () => {
    bridge.put('backend-engineering', 'be-102', 'not-yet')
    await library.changed()
    await calmDown()
    expect(spy).toHaveBeenCalledOnce()
  })

  test('when another person is shown', async () => {
    await bridge.addProfile('Grace 그레이스')
    await library.restart()
    await calmDown()
    expect(spy).toHaveBeenCalledOnce()
  })

  test('when another language is chosen, in that language', async () => {
    await settings.speak('ko')
    await calmDown()
    expect(spy).toHaveBeenCalledOnce()
    expect(kept(spy as { mock: { lastCall?: unknown[] | undefined } }).querySelector('nav [aria-current=page]')?.textContent).toContain(wordsOf('ko').texts['home'])
  })

  test('when the sidebar is folded, as it is then', async () => {
    settings.change({ sidebarFolded: true })
    await calmDown()
    expect(spy).toHaveBeenCalledOnce()
    expect(kept(spy as { mock: { lastCall?: unknown[] | undefined } }).querySelector('nav.icons')).not.toBeNull()
  })

  for (const [sign, leave] of [
    ['the pointer leaves the page', () => document.documentElement.dispatchEvent(new MouseEvent('mouseleave'))],
    ['another window is in front', () => window.dispatchEvent(new FocusEvent('blur'))],
  ] as const) {
    test(`at once where ${sign}, and only once`, async () => {
      settings.change({ sidebarFolded: true })
      flushSync()
      leave()
      await vi.advanceTimersByTimeAsync(0)
      expect(spy).toHaveBeenCalledOnce()
      leave()
      await calmDown()
      expect(spy).toHaveBeenCalledOnce()
    })
  }

  test('but not for what it does not show', async () => {
    settings.change({ theme: 'dark', lastPlace: '#/guides', lastScroll: 7 })
    settings.keepFilter('guides', 'started')
    await calmDown()
    expect(spy).not.toHaveBeenCalled()
  })
})
