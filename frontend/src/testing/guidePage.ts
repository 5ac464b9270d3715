// A guide in the whole window, for component tests: shown by open(), and looked at by roles and names.
import { render, screen } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach } from 'vitest'
import App from '../App.svelte'
import type { SettingsView } from '../bridge/views'
import { Library } from '../library.svelte'
import { guardLinks } from '../shell/links'
import { Notices } from '../notices.svelte'
import { load } from '../shell/places'
import { Router } from '../route.svelte'
import { Settings } from '../settings/settings.svelte'
import { FakeBridge, opening } from './fake'

export const slug = 'backend-engineering'
export const user = userEvent.setup()
export let bridge: FakeBridge
export let router: Router

let unguard = () => {}

// Compiling a place for the first time takes longer than a test waits for it.
beforeAll(async () => void (await load('guide')))
beforeEach(() => {
  bridge = new FakeBridge()
})
afterEach(() => unguard())

/** Shows the window at an address. */
export function show(address: string, part: Partial<SettingsView> = {}): void {
  history.replaceState(null, '', address)
  router = new Router(window)
  const notices = new Notices()
  const library = new Library(bridge, notices)
  void library.start()
  unguard()
  unguard = guardLinks(document, { go: (to) => router.go(to), open: (url) => void bridge.openLink(url) })
  render(App, { router, notices, library, settings: new Settings(bridge, notices, opening(part), () => library.reread()) })
}

/** Shows the guide at a level, and waits for its rows. */
export async function open(level = 3, part: Partial<SettingsView> = {}, rest = `levels/${level}`): Promise<void> {
  show(`#/guides/${slug}/${rest}`, part)
  await screen.findByRole('heading', { level: 1, name: 'Backend Engineering' })
}

export const boxes = () => screen.getAllByRole<HTMLInputElement>('checkbox')
export const box = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name })
export const said = () => bridge.calls.map((call) => call.map(({ item, verdict }) => `${item} ${verdict}`).join(', '))
export const level = () => screen.getByRole('heading', { level: 2, name: /Crafter|Explorer|Builder|Integrator|Lead/ }).textContent
