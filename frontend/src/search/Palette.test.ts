import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import FileText from '@lucide/svelte/icons/file-text'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import App from '../App.svelte'
import { Library } from '../library.svelte'
import { Notices } from '../notices.svelte'
import { load } from '../shell/places'
import { Router } from '../route.svelte'
import { backend } from '../testing/backend'
import { Settings } from '../settings/settings.svelte'
import { FakeBridge, opening } from '../testing/fake'
import { search } from './door.svelte'

const user = userEvent.setup()
let bridge: FakeBridge
let router: Router

// Compiling for the first time takes longer than a test waits for it.
beforeAll(() => Promise.all([load('guides'), load('guide'), load('report'), import('./Palette.svelte')]))

beforeEach(async () => {
  search.open = false
  bridge = new FakeBridge()
  history.replaceState(null, '', '#/report')
  router = new Router(window)
  const notices = new Notices()
  const library = new Library(bridge, notices)
  void library.start()
  render(App, { router, notices, library, settings: new Settings(bridge, notices, opening(), () => library.reread()) })
  await screen.findByRole('heading', { level: 1, name: 'Report' })
})

/** The Report place behind it has fields of its own. */
const named = { name: 'Search guides, levels, items and actions' }

async function open(): Promise<HTMLInputElement> {
  await user.keyboard('{Control>}k{/Control}')
  const found = await screen.findByRole<HTMLInputElement>('combobox', named)
  found.focus() // as a real dialog does
  return found
}

function chosen(): string {
  const id = screen.getByRole('combobox', named).getAttribute('aria-activedescendant')
  const option = document.getElementById(id ?? '')
  expect(option?.getAttribute('aria-selected')).toBe('true')
  return option?.querySelector('.title')?.textContent ?? ''
}

test('it opens by key and by button, and says where one can go before anything is typed', async () => {
  await open()
  expect(screen.getByRole('group', { name: 'Places' }).textContent).toContain('Report')
  await user.keyboard('{Control>}k{/Control}')
  expect(screen.queryByRole('combobox', named)).toBeNull()
  await user.click(screen.getByRole('button', { name: /^Search/ }))
  expect(await screen.findByRole('combobox', named)).toBeDefined()
})

test('while Hangul is typed the key K is another letter, and opens it all the same', async () => {
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ㅏ', code: 'KeyK', ctrlKey: true, bubbles: true }))
  expect(await screen.findByRole('combobox', named)).toBeDefined()
})

test('what is typed is found, counted aloud, and the best is chosen', async () => {
  await user.type(await open(), 'backend')
  await waitFor(() => expect(chosen()).toBe('Backend Engineering'))
  expect(document.querySelector('dialog [role=status]')!.textContent).toMatch(/^\s*(One result|\d+ results)/)
  expect(document.querySelector('mark')?.textContent).toBe('Backend')
})

test('Enter goes to what is chosen: an item is shown on its level, with the focus on its row', async () => {
  const item = backend().levels[1]!.items[0]!
  const field = await open()
  await user.click(field)
  await user.paste(item.text)
  await user.keyboard('{Enter}')
  expect(screen.queryByRole('combobox', named)).toBeNull()
  expect(router.current).toEqual({ place: 'guide', slug: 'backend-engineering', tab: 'levels', level: 2, item: item.id })
  await waitFor(() => expect(document.activeElement?.id).toBe(`item-${item.id}`))
})

test('the arrows go round, and beyond the last comes the first', async () => {
  await open()
  const names = within(screen.getByRole('dialog')).getAllByRole('option').map((option) => option.querySelector('.title')!.textContent)
  await user.keyboard('{ArrowUp}')
  expect(chosen()).toBe(names.at(-1))
  await user.keyboard('{ArrowDown}{ArrowDown}')
  expect(chosen()).toBe(names[1])
})

test('the space key is a letter while one types, and ticks an item that an arrow chose', async () => {
  const item = backend().levels[0]!.items[0]!
  const field = await open()
  await user.type(field, item.text.split(' ').slice(0, 3).join(' '))
  expect(field.value).toContain(' ')
  expect(bridge.calls).toEqual([])
  while (!chosen().includes(item.text)) await user.keyboard('{ArrowDown}')
  await user.keyboard('{ArrowDown}{ArrowUp} ')
  await waitFor(() => expect(bridge.calls.flat()).toMatchObject([{ item: item.id, verdict: 'on-my-own' }]))
  await waitFor(() => expect(document.getElementById(field.getAttribute('aria-activedescendant')!)?.getAttribute('aria-checked')).toBe('true'))
  expect(screen.getByRole('combobox', named)).toBe(field) // it stays open for the next
})

test('the key that ends the writing of a syllable opens nothing', async () => {
  const field = await open()
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))
  expect(screen.getByRole('combobox', named)).toBeDefined()
})

test('an action is done', async () => {
  await user.type(await open(), 'new report{Enter}')
  expect(router.current).toEqual({ place: 'report' })
})

test('as many options stand there as are told, from the first stroke on, and the arrow up goes to the last', async () => {
  const field = await open()
  await user.click(field)
  await user.paste('a')
  const options = () => within(screen.getByRole('dialog')).getAllByRole('option')
  const told = () => Number(/\d+/.exec(document.querySelector('dialog [role=status]')!.textContent))
  await waitFor(() => expect(options().length).toBe(told()))
  expect(told()).toBeGreaterThan(16)
  await user.type(field, '{Backspace}e{ArrowUp}')
  expect(options().length).toBe(told())
  expect(options().at(-1)!.getAttribute('aria-selected')).toBe('true')
})

test('an action that can be done only while the search is open already stands in it and is found', async () => {
  const before = search.actions
  const field = await open()
  const run = vi.fn()
  search.register({ id: 'late', label: 'action.folder', icon: FileText, run })
  try {
    await waitFor(() => expect(screen.getByRole('group', { name: 'Actions' }).textContent).toContain('Open the data folder'))
    await user.type(field, 'data folder')
    expect(chosen()).toBe('Open the data folder')
    await user.keyboard('{Enter}')
    expect(run).toHaveBeenCalledOnce()
  } finally {
    search.actions = before
  }
})

test('where nothing is found, it says so and shows another way', async () => {
  await user.type(await open(), '뷁뷁 <b>')
  expect(screen.getByText('Nothing was found for “뷁뷁 <b>”.')).toBeDefined()
  expect(screen.getByRole('group', { name: 'Places' })).toBeDefined()
  expect(document.querySelector('dialog [role=status]')!.textContent).toContain('0 results')
})
