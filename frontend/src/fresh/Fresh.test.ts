import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import App from '../App.svelte'
import { Library } from '../library.svelte'
import { Notices } from '../notices.svelte'
import { load } from '../shell/places'
import { Router } from '../route.svelte'
import { Settings } from '../settings/settings.svelte'
import { FakeBridge, opening } from '../testing/fake'

const user = userEvent.setup()
const slug = 'backend-engineering'
const year = 366 * 86_400_000
let bridge: FakeBridge

async function show(): Promise<void> {
  location.hash = '#/fresh'
  const notices = new Notices()
  const library = new Library(bridge, notices)
  await library.start()
  render(App, { router: new Router(), notices, library, settings: new Settings(bridge, notices, opening(), () => library.reread()) })
  await screen.findByRole('heading', { level: 1, name: 'A fresh look' })
}

beforeAll(async () => void (await load('fresh')))

beforeEach(() => {
  bridge = new FakeBridge()
})

test('the oldest comes first; Y confirms it, N says not any more, S skips, and the end says what was done', async () => {
  bridge.put(slug, 'be-100', 'on-my-own', Date.now() - 2 * year)
  bridge.put(slug, 'be-101', 'can-teach', Date.now() - 3 * year)
  bridge.put(slug, 'be-102', 'on-my-own', Date.now() - 1.5 * year)
  bridge.put(slug, 'be-103', 'on-my-own')
  await show()
  expect(await screen.findByText('1 of 3')).toBeDefined()
  expect(screen.getByRole('button', { name: /^Still able to teach it/ })).toBeDefined()
  await user.keyboard('y')
  await screen.findByText('2 of 3')
  await user.keyboard('n')
  await screen.findByText('3 of 3')
  await user.keyboard('s')
  expect(await screen.findByText('That was all for now')).toBeDefined()
  expect(screen.getByText('1 item confirmed.')).toBeDefined()
  await waitFor(() => expect(bridge.calls.flat().map(({ item, verdict }) => [item, verdict])).toEqual([['be-101', 'can-teach'], ['be-100', 'not-yet']]))
})

test('with nothing stale it says so', async () => {
  bridge.put(slug, 'be-100', 'on-my-own')
  await show()
  expect(await screen.findByText('Nothing asks for a fresh look')).toBeDefined()
})
