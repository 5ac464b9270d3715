import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import App from '../App.svelte'
import { speak } from '../locale/language.svelte'
import { Library } from '../library.svelte'
import { guardLinks } from '../shell/links'
import { Notices } from '../notices.svelte'
import { load } from '../shell/places'
import { Router } from '../route.svelte'
import { Settings } from '../settings/settings.svelte'
import { shortcuts } from '../shell/shortcuts'
import { FakeBridge, opening } from '../testing/fake'
import { wordsOf } from '../testing/words'
import { topics } from './topics'

const user = userEvent.setup()
let router: Router

beforeAll(() => Promise.all([load('help'), load('guides'), import('./ShortcutsDialog.svelte'), import('../search/Palette.svelte')]))

beforeEach(async () => {
  speak(wordsOf('en'))
  history.replaceState(null, '', '#/help')
  router = new Router(window)
  const notices = new Notices()
  const bridge = new FakeBridge()
  const library = new Library(bridge, notices)
  guardLinks(document, { go: (address) => router.go(address), open: () => {} })
  void library.start()
  render(App, { router, notices, library, settings: new Settings(bridge, notices, opening(), () => library.reread()) })
  await screen.findByRole('heading', { level: 1, name: 'How it works' })
})

test('every topic has an address, a heading that takes the focus, and a text or a list', async () => {
  const nav = screen.getByRole('navigation', { name: 'Topics of Help' })
  const links = within(nav).getAllByRole('link')
  expect(links).toHaveLength(topics.length)
  for (const [index, link] of [...links.entries()].reverse()) {
    await user.click(link)
    const heading = await screen.findByRole('heading', { level: 1, name: link.textContent! })
    expect(document.activeElement).toBe(heading)
    expect(link.getAttribute('aria-current')).toBe('page')
    expect(document.title).toBe(`${link.textContent} · Levelica`)
    expect(router.current).toEqual({ place: 'help', topic: topics[index] })
    await waitFor(() => expect(heading.parentElement!.children.length).toBeGreaterThan(1))
  }
})

test('a text is read anew when another language is spoken', async () => {
  await screen.findByText('how en')
  speak(wordsOf('ko'))
  expect(await screen.findByText('how ko')).toBeDefined()
  expect(screen.getByRole('heading', { level: 1, name: '사용 방법' })).toBeDefined()
})

test('what is copied to report a fault is what is shown, word for word', async () => {
  const written: string[] = []
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void written.push(text))
  router.go({ place: 'help', topic: 'about' })
  const shown = await screen.findByLabelText('What helps to understand a fault')
  await user.click(screen.getByRole('button', { name: 'Copy details to report a problem' }))
  expect(written).toEqual([shown.textContent])
  expect(shown.textContent).toContain('57 marks 🙂')
})

test('a link inside a text leads to another place of the window', async () => {
  await user.click(await screen.findByRole('link', { name: 'level' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'How a level is computed' })).toBeDefined()
})

test('the question mark lists every shortcut, wherever one is, and Escape returns', async () => {
  await user.keyboard('?')
  const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })
  expect(within(dialog).getAllByRole('term')).toHaveLength(Object.keys(shortcuts).length)
  expect(dialog.textContent).toContain('Undo the last rating')
  await user.click(within(dialog).getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('a question mark that is typed stays a question mark', async () => {
  await user.keyboard('{Control>}k{/Control}')
  const field = await screen.findByRole<HTMLInputElement>('combobox')
  await user.type(field, 'why?')
  expect(field.value).toBe('why?')
  expect(screen.queryByRole('dialog', { name: 'Keyboard shortcuts' })).toBeNull()
})
