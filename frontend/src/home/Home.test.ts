import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import App from '../App.svelte'
import { Fault } from '../bridge/fault'
import { Library } from '../library.svelte'
import { guardLinks } from '../shell/links'
import { Notices } from '../notices.svelte'
import { load } from '../shell/places'
import { Router } from '../route.svelte'
import { backend } from '../testing/backend'
import { Settings } from '../settings/settings.svelte'
import { FakeBridge, opening } from '../testing/fake'

const slug = 'backend-engineering'
const other = { ...backend(), slug: 'data-analysis', emoji: '📊', title: '데이터 분석 📊' }
const user = userEvent.setup()
const day = 86_400_000

let bridge: FakeBridge
let unguard = () => {}

// Compiling a place for the first time takes longer than a test waits for it.
beforeAll(async () => void (await Promise.all([load('home'), load('find'), load('guide'), load('guides')])))

beforeEach(() => {
  bridge = new FakeBridge([backend(), other])
})
afterEach(() => unguard())

async function open(): Promise<void> {
  history.replaceState(null, '', '#/home')
  const router = new Router(window)
  const notices = new Notices()
  const library = new Library(bridge, notices)
  unguard = guardLinks(document, { go: (address) => router.go(address), open: () => {} })
  await library.start()
  render(App, { router, notices, library, settings: new Settings(bridge, notices, opening(), () => library.reread()) })
  await screen.findByRole('heading', { level: 1 })
}

describe('before the first answer', () => {
  test('the window asks one thing, and leads to the guide that was picked', async () => {
    await open()
    expect(screen.queryByRole('navigation')).toBeNull()
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Read the levels first' })
    await user.click(screen.getByRole('radio', { name: /데이터 분석 📊/ }))
    await user.click(button)
    await screen.findByRole('heading', { level: 1, name: '데이터 분석 📊' })
    expect(location.hash).toBe('#/guides/data-analysis/levels/1')
  })

  test.each([
    ['Find my level', '#/find'],
    ['Read the levels first', '#/guides'],
  ])('"%s" works before a guide is picked, and asks for one', async (name, address) => {
    await open()
    await user.click(screen.getByRole('button', { name }))
    expect(location.hash).toBe(address)
  })

  test('a sitting that was left goes on from here', async () => {
    await bridge.sit({ id: 'x', guide: other.slug, answers: [1, 2, 3, 4].map((n) => ({ item: `da-00${n}`, reply: 'yes' as const })) })
    await open()
    const strip = screen.getByRole('region', { name: 'Find my level' })
    expect(within(strip).getByText('You stopped finding your level after 4 answers.')).toBeDefined()
    await user.click(within(strip).getByRole('link', { name: 'Go on' }))
    await waitFor(() => expect(location.hash).toBe('#/find/data-analysis'))
  })

  test('who cannot read the language finds their own by its name', async () => {
    await open()
    await user.click(screen.getByRole('button', { name: '한국어' }))
    await screen.findByRole('heading', { level: 1, name: '지금 어디쯤 와 있을까요?' })
    await user.click(screen.getByRole('button', { name: 'English' }))
    await screen.findByRole('button', { name: '한국어' })
  })

  test('who chooses their language by keyboard is still there, and goes on from there', async () => {
    await open()
    screen.getByRole('button', { name: '한국어' }).focus()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'English' })))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: '한국어' })))
  })

  test('Enter on a guide begins to find the level, without a pointer', async () => {
    await open()
    screen.getByRole('radio', { name: /Backend Engineering/ }).focus()
    await user.keyboard(' {Enter}')
    await waitFor(() => expect(location.hash).toBe('#/find/backend-engineering'))
  })

  test('who wants to look around first is shown all guides', async () => {
    await open()
    await user.click(screen.getByRole('link', { name: 'Browse all guides' }))
    await screen.findByRole('heading', { level: 1, name: 'Guides' })
  })
})

describe('with answers', () => {
  const items = () => screen.getAllByRole<HTMLInputElement>('checkbox')

  beforeEach(() => {
    for (let n = 0; n < 7; n++) bridge.put(slug, `be-10${n}`, 'on-my-own', Date.now() - 40 * day)
    bridge.put(slug, 'be-304', 'not-yet', Date.now() - day)
  })

  test('the person goes on where they left off', async () => {
    await open()
    expect(screen.getByText(/^You left off at “Restrict every endpoint/)).toBeDefined()
    await user.click(screen.getByRole('link', { name: 'Continue' }))
    await waitFor(() => expect(document.activeElement?.id).toBe('item-be-304'))
  })

  test('a window that stays open says what day it is when somebody comes back to it', async () => {
    bridge.day = { today: 'Sunday, 22 November', until: Date.now() + 60_000 }
    await open()
    const home = vi.spyOn(bridge, 'home')
    bridge.day = { today: 'Monday, 23 November', until: Date.now() + day }
    await fireEvent.focus(window)
    expect(home).not.toHaveBeenCalled()
    vi.setSystemTime(Date.now() + 60_000)
    await fireEvent.focus(window)
    await screen.findByRole('heading', { level: 1, name: 'Monday, 23 November' })
    vi.useRealTimers()
  })

  test('what has gone stale in all guides is offered for a fresh look, and nothing is where all is fresh', async () => {
    bridge.put(slug, 'be-100', 'on-my-own')
    await open()
    await screen.findByRole('heading', { name: 'Your guides' })
    expect(screen.queryByRole('region', { name: 'A fresh look' })).toBeNull()
    cleanup()
    for (const [guide, item] of [[slug, 'be-101'], [slug, 'be-102'], ['data-analysis', 'be-100']] as const) bridge.put(guide, item, 'on-my-own', Date.now() - 400 * day)
    await open()
    const card = await screen.findByRole('region', { name: 'A fresh look' })
    expect(within(card).getByRole('link', { name: 'Look at all 3' }).getAttribute('href')).toBe('#/fresh')
  })

  test('the least fresh items stand on Home, at most three, and each leads to its row', async () => {
    for (let n = 0; n < 5; n++) bridge.put(slug, `be-10${n}`, 'on-my-own', Date.now() - (500 - n) * day)
    await open()
    const card = await screen.findByRole('region', { name: 'A fresh look' })
    const [first, ...others] = within(card).getAllByRole('listitem')
    expect(others).toHaveLength(2)
    expect(first!.textContent).toMatch(/Backend Engineering, confirmed \d{4}-/)
    await user.click(within(first!).getByRole('link'))
    await waitFor(() => expect(document.activeElement?.id).toBe('item-be-100'))
  })

  test('only the guides that were started are theirs', async () => {
    await open()
    expect(screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent?.trim())).toEqual(['⚙️ Backend Engineering'])
    expect(screen.getByRole('link', { name: 'All two guides' })).toBeDefined()
  })

  test('a next item is ticked in place, stays where it is, and is told when it reaches a level', async () => {
    await open()
    await waitFor(() => expect(items()).toHaveLength(3))
    const names = items().map((box) => box.getAttribute('aria-labelledby'))
    await user.click(items()[0]!)
    await waitFor(() => expect(bridge.calls.flat().map(({ item, verdict }) => `${item} ${verdict}`)).toEqual(['be-107 on-my-own']))
    await screen.findByText('You are now at level 1, Endpoint Explorer. Your own assessment.')
    expect(items()[0]!.checked).toBe(true)
    expect(items().map((box) => box.getAttribute('aria-labelledby'))).toEqual(names)
    await user.click(screen.getByRole('button', { name: 'Show the next ones' }))
    await waitFor(() => expect(items().every((box) => !box.checked)).toBe(true))
  })

  test('all open items are shown below the next ones, by keyboard too, and folded again', async () => {
    bridge.put(other.slug, 'be-100', 'with-help')
    await open()
    await waitFor(() => expect(items()).toHaveLength(3))
    const three = items().map((box) => box.getAttribute('aria-labelledby'))
    const button = screen.getByRole('button', { name: /^All \d+ open items up to the next level$/ })
    const all = Number(/\d+/.exec(button.textContent!)![0])
    button.focus()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(items()).toHaveLength(all))
    expect(items().slice(0, 3).map((box) => box.getAttribute('aria-labelledby'))).toEqual(three)
    expect(document.activeElement).toBe(items()[3])
    expect(screen.queryByRole('button', { name: /open items up to/ })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Show the next ones' }))
    await waitFor(() => expect(items()).toHaveLength(3))
  })

  test('open items that cannot be read leave the next ones, and can be asked for again', async () => {
    bridge.put(other.slug, 'be-100', 'with-help')
    const { openItems } = bridge
    bridge.openItems = () => Promise.reject(new Fault('journal_busy'))
    await open()
    await user.click(await screen.findByRole('button', { name: /open items up to/ }))
    expect(items()).toHaveLength(3)
    bridge.openItems = openItems
    await user.click(await screen.findByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(items().length).toBeGreaterThan(3))
  })

  test('the keys 0 to 3 rate a next item', async () => {
    await open()
    await waitFor(() => expect(items()).toHaveLength(3))
    items()[1]!.focus()
    await user.keyboard('1')
    await screen.findByText('with help')
    expect(bridge.calls.flat().map(({ verdict }) => verdict)).toEqual(['with-help'])
  })

  test('a tick that cannot be saved is taken back and told', async () => {
    bridge.faults = [new Fault('journal_busy')]
    await open()
    await waitFor(() => expect(items()).toHaveLength(3))
    await user.click(items()[0]!)
    await screen.findByRole('button', { name: 'Try again' })
    expect(items()[0]!.checked).toBe(false)
  })

  test('items come from every guide that was started, and lead to their place in it', async () => {
    bridge.put(other.slug, 'be-100', 'with-help')
    await open()
    const wheres = await screen.findAllByRole('link', { name: /Endpoint Explorer, \w+$/ })
    expect(new Set(wheres.map((link) => link.getAttribute('href')!.split('/')[2]))).toEqual(new Set([slug, other.slug]))
  })
})
