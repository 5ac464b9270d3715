import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import App from '../App.svelte'
import { speak } from '../locale/language.svelte'
import { Library } from '../library.svelte'
import { Notices } from '../notices.svelte'
import { load } from '../shell/places'
import { Router } from '../route.svelte'
import { FakeBridge, opening } from '../testing/fake'
import { wordsOf } from '../testing/words'
import { Settings } from './settings.svelte'

const user = userEvent.setup()
let bridge: FakeBridge
let settings: Settings

beforeAll(() => Promise.all([load('settings'), load('home')]))
beforeEach(() => {
  bridge = new FakeBridge()
})
afterEach(() => speak(wordsOf('en')))

async function open(): Promise<Router> {
  history.replaceState(null, '', '#/settings')
  const notices = new Notices()
  const library = new Library(bridge, notices)
  await library.start()
  settings = new Settings(bridge, notices, opening(), () => library.reread())
  const router = new Router(window)
  render(App, { router, notices, library, settings })
  await screen.findByRole('heading', { level: 1, name: 'Settings' })
  return router
}

test('a journal file opened from outside is asked about, each time it is opened, and the address forgets it', async () => {
  bridge.keeping.offered = { chosen: true, name: '내 기록.levelica', sealed: false }
  const router = await open()
  for (let time = 0; time < 2; time++) {
    router.go('#/settings/import')
    const dialog = await screen.findByRole('dialog', { name: /내 기록\.levelica/ })
    expect(location.hash).toBe('#/settings/backup')
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  }
})

test('an address that names a section leads to it, with the focus', async () => {
  const router = await open()
  router.go('#/settings/backup')
  const section = screen.getByRole('heading', { level: 2, name: 'Backup and restore' })
  await waitFor(() => expect(document.activeElement).toBe(section))
})

const people = () => screen.getByRole('region', { name: 'People' })

test('another language is shown at once, on the page where it is chosen, and the focus stays', async () => {
  await open()
  const language = screen.getByRole('combobox', { name: /^Language/ })
  expect(within(language).getByRole('option', { name: 'As the system: English' })).toBeDefined()
  await user.selectOptions(language, 'ko')
  await screen.findByRole('heading', { level: 1, name: '설정' })
  expect(document.activeElement).toBe(language)
  expect([document.documentElement.lang, document.title]).toEqual(['ko', '설정 · Levelica'])
})

test('the theme and the text size are chosen, and hold at once', async () => {
  await open()
  await user.click(screen.getByRole('radio', { name: 'Dark' }))
  await user.selectOptions(screen.getByRole('combobox', { name: 'Text size' }), '150')
  const root = document.documentElement
  expect([root.getAttribute('data-theme'), root.getAttribute('data-text-size')]).toEqual(['dark', '150'])
  settings.change({ theme: 'system', textSize: 100 })
})

test('another person is added and shown, and a switcher appears beside the places', async () => {
  await open()
  expect(screen.queryByRole('button', { name: /^Whose record/ })).toBeNull()
  await user.type(screen.getByRole('textbox', { name: 'Name of the person' }), '김서연 🙂{Enter}')
  await within(people()).findByText('김서연 🙂')
  await screen.findByRole('button', { name: 'Whose record is shown: 김서연 🙂' })
  expect(bridge.people.all.find(({ current }) => current)?.name).toBe('김서연 🙂')
})

test('a person is deleted after a clear question, and with the backups only where that was chosen', async () => {
  bridge.people.all = [...bridge.people.all, { id: 'p2', name: 'Omar عمر', current: false, marks: 212, lastMark: 1_700_000_000_000 }]
  await open()
  await user.click(await within(people()).findByRole('button', { name: 'Delete Omar عمر' }))
  const dialog = screen.getByRole('dialog', { name: /Delete Omar/ })
  expect(dialog.textContent).toContain('212 ratings')
  await user.click(within(dialog).getByRole('radio', { name: /^Erase this person/ }))
  await user.click(within(dialog).getByRole('button', { name: 'Delete Omar عمر' }))
  await waitFor(() => expect(bridge.people.erased).toEqual([['p2', true]]))
  await waitFor(() => expect(within(people()).queryByText('Omar عمر')).toBeNull())
  await waitFor(() => expect(document.activeElement).toBe(within(people()).getByRole('heading', { name: 'People' })))
})

test('whose records a restored backup holds is shown at once', async () => {
  await open()
  await within(people()).findByText('Mina Park')
  bridge.people.all = [...bridge.people.all, { id: 'p3', name: '보라 👩‍🔬', current: false, marks: 3, lastMark: 1_700_000_000_000 }]
  await user.click((await screen.findAllByRole('button', { name: /^Restore the backup/ }))[0]!)
  await user.click(await screen.findByRole('button', { name: 'Restore' }))
  await within(people()).findByText('보라 👩‍🔬')
})

test('Escape leaves a name as it was', async () => {
  await open()
  const button = await within(people()).findByRole('button', { name: 'Rename Mina Park' })
  await user.click(button)
  await user.keyboard('보라{Escape}')
  await waitFor(() => expect(document.activeElement).toBe(within(people()).getByRole('button', { name: 'Rename Mina Park' })))
  expect(within(people()).queryByRole('textbox', { name: 'Name' })).toBeNull()
})

test('who is the only one cannot be deleted', async () => {
  await open()
  await within(people()).findByRole('button', { name: 'Rename Mina Park' })
  expect(within(people()).queryByRole('button', { name: /^Delete/ })).toBeNull()
})

test('a name is changed in its place', async () => {
  await open()
  await user.click(await within(people()).findByRole('button', { name: 'Rename Mina Park' }))
  const field = within(people()).getByRole('textbox', { name: 'Name' })
  await user.clear(field)
  await user.type(field, '박민아{Enter}')
  await within(people()).findByText('박민아')
})

test('a name is changed by keyboard alone: the old one is selected, and the focus goes back to where it came from', async () => {
  await open()
  const button = await within(people()).findByRole('button', { name: 'Rename Mina Park' })
  button.focus()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(document.activeElement).toBe(within(people()).getByLabelText('Name')))
  await user.keyboard('보라 🙂{Enter}')
  await waitFor(() => expect(document.activeElement).toBe(within(people()).getByRole('button', { name: 'Rename 보라 🙂' })))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(document.activeElement).toBe(within(people()).getByLabelText('Name')))
  await user.click(within(people()).getByRole('button', { name: 'Cancel' }))
  await waitFor(() => expect(document.activeElement).toBe(within(people()).getByRole('button', { name: 'Rename 보라 🙂' })))
})
