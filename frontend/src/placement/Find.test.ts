import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import App from '../App.svelte'
import { Fault } from '../bridge/fault'
import { Library } from '../library.svelte'
import { guardLinks } from '../shell/links'
import { Notices } from '../notices.svelte'
import { load } from '../shell/places'
import { Router } from '../route.svelte'
import { Settings } from '../settings/settings.svelte'
import { FakeBridge, opening } from '../testing/fake'

const slug = 'backend-engineering'
const user = userEvent.setup()

let bridge: FakeBridge
let unguard = () => {}

// Compiling a place for the first time takes longer than a test waits for it.
beforeAll(async () => void (await Promise.all([load('find'), load('guide')])))
beforeEach(() => {
  bridge = new FakeBridge()
})
afterEach(() => unguard())

async function open(address = `#/find/${slug}`, detailedRatings = false): Promise<void> {
  history.replaceState(null, '', address)
  const router = new Router(window)
  const notices = new Notices()
  unguard = guardLinks(document, { go: (address) => router.go(address), open: (url) => void bridge.openLink(url) })
  const library = new Library(bridge, notices)
  void library.start()
  render(App, { router, notices, library, settings: new Settings(bridge, notices, opening({ detailedRatings }), () => library.reread()) })
  await screen.findByRole('heading', { level: 1 })
}

const question = () => screen.getByRole('heading', { level: 2 }).textContent?.replaceAll('\u00a0', ' ')
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const replies = () => bridge.sittings.kept.at(-1)?.answers.map(({ reply }) => reply)

/** Presses a key and waits until the question that it answered has gone. */
async function press(key: string): Promise<void> {
  const before = question()
  await user.keyboard(key)
  await waitFor(() => expect(question()).not.toBe(before))
}

test('the first answer has the focus, and the keys answer, leave out and go back', async () => {
  await open()
  const first = question()
  expect(document.activeElement).toBe(button('Yes, on my own'))
  await press('{Enter}')
  await press('n')
  await press('s')
  await press('1')
  expect(replies()).toEqual(['yes', 'no', 'left-out', 'with-help'])
  await press('{Backspace}')
  await press('{Backspace}')
  await press('{Backspace}')
  await press('{Backspace}')
  expect(replies()).toEqual([])
  expect(question()).toBe(first)
})

test('the keys answer while Hangul is typed, and not together with Ctrl', async () => {
  await open()
  const before = question()
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'ㅛ', code: 'KeyY' }))
  await waitFor(() => expect(question()).not.toBe(before))
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'y', code: 'KeyY', ctrlKey: true }))
  window.dispatchEvent(new KeyboardEvent('keydown', { key: '2', code: 'Digit2', ctrlKey: true }))
  expect(replies()).toEqual(['yes'])
})

test('what is believed has its words, and every question is spoken', async () => {
  await open()
  await press('y')
  expect(screen.getByRole('img', { name: /^How likely each level is\. Level 1: 58 %/ })).toBeDefined()
  expect(screen.getByText('Nine chances in ten that it is starting out, 1 or 2.')).toBeDefined()
  const spoken = document.querySelector('[aria-live=polite]')!.textContent
  expect(spoken).toContain(question())
  expect(spoken).toContain('So far, level 1.')
})

test('four answers are there on demand, or from the start where they are the setting', async () => {
  await open()
  await user.click(button('detailed answers'))
  const group = within(screen.getByRole('group', { name: 'Your answer' }))
  expect(group.getAllByRole('button').map((each) => each.textContent?.trim())).toEqual(['Not yet0', 'With help1', 'On my own2', 'Can teach3'])
  await user.click(button('Can teach'))
  await waitFor(() => expect(replies()).toEqual(['can-teach']))
})

test('nothing is marked before the result is accepted, and one undo takes it back', async () => {
  await open()
  for (const key of 'yyynnnn') await press(key)
  expect(question()).toBe('Level 3 – 94 % sure your full list would say the same')
  // The focus is where one goes on, in a section that is named by the result: Enter works at once.
  expect(document.activeElement).toBe(button('Keep my answers, and suggest 27 items'))
  expect(document.activeElement!.closest('section')!.getAttribute('aria-labelledby')).toBe(screen.getByRole('heading', { level: 2 }).id)
  expect(bridge.calls).toEqual([])
  await user.keyboard('{Enter}')
  await screen.findByRole('heading', { level: 1, name: 'Backend Engineering' })
  expect(bridge.sittings.accepted).toMatchObject([{ suggest: true }])
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(bridge.sittings.undone).toHaveLength(1))
})

test('stopping early says how sure it is, and goes on', async () => {
  await open()
  await press('y')
  const asked = question()
  await user.click(button('Stop here'))
  expect(question()).toBe('Likeliest: level 1, 58 % sure')
  expect(document.activeElement).toBe(button('Go on asking'))
  await user.keyboard('{Enter}')
  expect(question()).toBe(asked)
})

test('a paused sitting is offered, among the guides and on its page', async () => {
  await bridge.sit({ id: '0197a000-0000-7000-8000-000000000001', guide: slug, answers: [{ item: 'be-100', reply: 'yes' }] })
  await open('#/find')
  expect(await screen.findByText('Paused after 1 answer')).toBeDefined()
  await user.click(screen.getByRole('link', { name: /Backend Engineering/ }))
  await user.click(await screen.findByRole('button', { name: 'Go on' }))
  expect(screen.getByText(/^Question 2, usually 12 to 13 in all/)).toBeDefined()
})

test('beginning anew throws the paused answers away', async () => {
  await bridge.sit({ id: '0197a000-0000-7000-8000-000000000001', guide: slug, answers: [{ item: 'be-100', reply: 'yes' }] })
  await open()
  await user.click(await screen.findByRole('button', { name: 'Begin anew' }))
  expect(await screen.findByText(/^Question 1, usually/)).toBeDefined()
})

test('a sitting that is thrown away can be had back', async () => {
  await open()
  await press('y')
  await user.click(button('Stop here'))
  await user.click(button('Throw it away'))
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(await screen.findByRole('button', { name: 'Go on' })).toBeDefined()
})

test('an answer that cannot be kept stays unanswered, says why, and can be sent again', async () => {
  await open()
  const before = question()
  bridge.sittings.faults.push(new Fault('disk_full', { path: '/home/미나' }))
  await user.keyboard('y')
  const toast = await screen.findByText(/The disk is full/)
  expect(question()).toBe(before)
  await user.click(within(toast.closest('li, [role=alert], section, div')!.parentElement!).getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(replies()).toEqual(['yes']))
})

test('what the person expects is kept before the first answer, and stands beside the result', async () => {
  await open()
  await user.click(screen.getByRole('radio', { name: '4' }))
  await waitFor(() => expect(bridge.sittings.predicted).toBe(4))
  await press('y')
  expect(screen.queryByRole('radio')).toBeNull()
  await user.click(button('Stop here'))
  expect(screen.getByText(/You expected level 4\./)).toBeDefined()
})
