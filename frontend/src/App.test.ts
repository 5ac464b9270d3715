import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import App from './App.svelte'
import { Fault } from './bridge/fault'
import { Library } from './library.svelte'
import { guardLinks } from './shell/links'
import { Notices } from './notices.svelte'
import { load } from './shell/places'
import { Router } from './route.svelte'
import { backend } from './testing/backend'
import { Settings } from './settings/settings.svelte'
import { FakeBridge, opening } from './testing/fake'

const slug = 'backend-engineering'
const user = userEvent.setup()
let bridge: FakeBridge
let unguard = () => {}

// Compiling a place for the first time takes longer than a test waits for it.
beforeAll(() => Promise.all([load('home'), load('guides'), load('guide'), load('report')]))

beforeEach(() => {
  bridge = new FakeBridge()
})
afterEach(() => unguard())

function open(hash = '#/guides'): Library {
  history.replaceState(null, '', hash)
  const router = new Router(window)
  const notices = new Notices()
  const library = new Library(bridge, notices)
  unguard = guardLinks(document, { go: (address) => router.go(address), open: (url) => void bridge.openLink(url) })
  void library.start()
  const settings = new Settings(bridge, notices, opening(), () => library.reread())
  render(App, { router, notices, library, settings })
  return library
}

test('the guides that nobody started say so', async () => {
  open()
  await screen.findByRole('heading', { level: 1, name: 'Guides' })
  expect(screen.getByRole('link', { name: 'Backend Engineering' })).toBeDefined()
  expect(screen.getByText('Not started · 7 levels, 70 items')).toBeDefined()
  expect(screen.queryByRole('list', { name: 'Started' })).toBeNull()
  expect(document.title).toBe('Guides · Levelica')
})

test('an address of a place that does not exist leads home', async () => {
  open('#/nowhere')
  await screen.findByRole('heading', { level: 1, name: 'Where do you stand?' })
})

test('the sidebar folds to icons, which keep their names, and stays folded at the next start', async () => {
  open()
  await user.click(await screen.findByRole('button', { name: 'Show icons only' }))
  expect(screen.getByRole('button', { name: 'Show names' }).getAttribute('aria-expanded')).toBe('false')
  expect(screen.getByRole('link', { name: 'Report' }).title).toBe('Report')
  await waitFor(() => expect(bridge.settings.at(-1)?.sidebarFolded).toBe(true))
  await user.click(screen.getByRole('button', { name: 'Show names' }))
  await waitFor(() => expect(bridge.settings.at(-1)?.sidebarFolded).toBe(false))
})

test('an address names an item, whose row takes the focus on the level that has it', async () => {
  open(`#/guides/${slug}/levels/2/be-304`)
  await waitFor(() => expect(document.activeElement?.id).toBe('item-be-304'))
  expect(location.hash).toBe(`#/guides/${slug}/levels/3/be-304`)
})

test('the guides of a category stand together, whatever the category', async () => {
  bridge = new FakeBridge([backend(), { ...backend(), slug: 'x', title: '데이터 분석 📊', category: 'somewhere-else' }])
  open()
  await screen.findByRole('heading', { level: 2, name: 'Technology & Digital' })
  expect(screen.getByRole('heading', { level: 2, name: 'More guides' })).toBeDefined()
  expect(screen.getByRole('link', { name: '데이터 분석 📊' })).toBeDefined()
})

test('going to a page puts the focus on its heading', async () => {
  open()
  await user.click(await screen.findByRole('link', { name: 'Backend Engineering' }))
  const heading = await screen.findByRole('heading', { level: 1, name: 'Backend Engineering' })
  await waitFor(() => expect(document.activeElement).toBe(heading))
  expect(document.title).toBe('Backend Engineering · Levelica')
  await user.click(screen.getByRole('link', { name: 'Report' }))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Report' })))
})

/** From now on a guide is answered when the function that is returned is called. */
function holdGuides(): () => void {
  const { openGuide } = bridge
  let answer = () => {}
  const held = new Promise<void>((done) => (answer = done))
  bridge.openGuide = async (slug) => {
    await held
    return openGuide(slug)
  }
  return answer
}

test('the page that was there stays until a guide is read, and not for long', async () => {
  const answer = holdGuides()
  open()
  await user.click(await screen.findByRole('link', { name: 'Backend Engineering' }))
  expect(location.hash).toBe(`#/guides/${slug}`)
  expect(screen.getByRole('heading', { level: 1, name: 'Guides' })).toBeDefined()
  await waitFor(() => expect(screen.queryByRole('heading', { level: 1 })).toBeNull())
  answer()
  await screen.findByRole('heading', { level: 1, name: 'Backend Engineering' })
})

test('whoever goes elsewhere while a guide is read is not led back to it', async () => {
  const answer = holdGuides()
  open()
  await user.click(await screen.findByRole('link', { name: 'Backend Engineering' }))
  await user.click(screen.getByRole('link', { name: 'Report' }))
  await screen.findByRole('heading', { level: 1, name: 'Report' })
  answer()
  await new Promise((done) => setTimeout(done, 200))
  expect(screen.getByRole('heading', { level: 1, name: 'Report' })).toBeDefined()
})

test('a started guide stands in the list, with its level', async () => {
  for (let n = 0; n < 8; n++) bridge.put(slug, `be-10${n}`, 'on-my-own')
  open()
  const list = await screen.findByRole('list', { name: 'Started' })
  expect(list.textContent).toContain('Backend Engineering')
  expect(list.textContent).toContain('Level 1')
})

test('a window whose journal is slow to open says what it waits for', async () => {
  bridge.start = () => new Promise(() => {})
  open('#/home')
  await waitFor(() => expect(screen.getAllByRole('status').map((status) => status.textContent)).toContain('Opening your journal'))
})

test('a journal that cannot be opened is the only thing shown, with what is safe and what to do', async () => {
  const { session } = bridge
  bridge.session = () => Promise.reject(new Fault('journal_newer', { found: 9, known: 1 }))
  open()
  await screen.findByRole('heading', { level: 1, name: 'Your journal could not be opened' })
  expect(screen.getByText(/written by a newer Levelica \(format 9/)).toBeDefined()
  expect(screen.queryByRole('navigation')).toBeNull()
  bridge.session = session
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByRole('heading', { level: 1, name: 'Guides' })
})

test('a report is made of the guides that were started, shown, and saved as the format that was chosen', async () => {
  bridge.put(slug, 'be-100', 'on-my-own')
  const save = vi.spyOn(bridge, 'saveReport')
  open('#/report')
  await waitFor(() => expect(screen.getByTitle('Where I stand').getAttribute('sandbox')).toBe(''))
  await user.click(screen.getByRole('button', { name: 'Choose a format' }))
  await user.click(screen.getByRole('menuitemradio', { name: 'Markdown, plain text' }))
  await user.click(screen.getByRole('checkbox', { name: 'Items still open' }))
  await user.click(screen.getByRole('button', { name: 'Save as Markdown' }))
  await screen.findByText('/home/mina/Documents/where-i-stand.pdf')
  expect(save.mock.lastCall?.[0]).toMatchObject({ guides: [slug], items: true, open: true, name: true, format: 'md' })
})

test('a report without a guide says so, and cannot be saved', async () => {
  open('#/report')
  await screen.findByText('Choose a guide, and its report appears here.')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Save as/ }).disabled).toBe(true)
})

test('a narrow window has a bar for five places, and the fifth opens the rest with the search', async () => {
  const { happyDOM } = window as unknown as { happyDOM: { setViewport(size: { width: number }): void } }
  happyDOM.setViewport({ width: 400 })
  try {
    open()
    const bar = await screen.findByRole('navigation', { name: 'Places' })
    expect(within(bar).getAllByRole('listitem').map((entry) => entry.textContent?.trim())).toEqual(['Home', 'Guides', 'My level', 'Insights', 'More'])
    await user.click(within(bar).getByRole('button', { name: 'More' }))
    expect(screen.getAllByRole('menuitem').map((entry) => entry.textContent?.trim())).toEqual(['Search', 'Report', 'Settings', 'Help'])
    await user.click(screen.getByRole('menuitem', { name: 'Report' }))
    await screen.findByRole('heading', { level: 1, name: 'Report' })
  } finally {
    happyDOM.setViewport({ width: 1024 })
  }
})

test('a window that is gone remembers no place any more', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  open()
  await waitFor(() => expect(screen.getByRole('heading', { level: 1, name: 'Guides' })).toBeDefined())
  cleanup()
  vi.advanceTimersByTime(60_000)
  vi.useRealTimers()
  expect(bridge.settings).toEqual([])
})
