import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeAll, expect, test } from 'vitest'
import App from '../App.svelte'
import { Library } from '../library.svelte'
import { Notices } from '../notices.svelte'
import { load } from '../shell/places'
import { Router } from '../route.svelte'
import { Settings } from '../settings/settings.svelte'
import { FakeBridge, opening } from '../testing/fake'

const user = userEvent.setup()

beforeAll(async () => void (await load('report')))

async function show(rated: boolean): Promise<FakeBridge> {
  location.hash = '#/report'
  const bridge = new FakeBridge()
  bridge.previewReport = () => new Promise(() => {}) // no frame is loaded here
  if (rated) bridge.put('backend-engineering', 'be-100', 'on-my-own')
  const notices = new Notices()
  const library = new Library(bridge, notices)
  await library.start()
  render(App, { router: new Router(), notices, library, settings: new Settings(bridge, notices, opening(), () => library.reread()) })
  await screen.findByRole('heading', { level: 1, name: 'Report' })
  return bridge
}

test('a key saves the report, wherever the focus is', async () => {
  const bridge = await show(true)
  await user.keyboard('{Control>}s{/Control}')
  await waitFor(() => expect(bridge.reports.saved).toHaveLength(1))
})

test('where there is nothing to save the key saves nothing', async () => {
  const bridge = await show(false)
  await user.keyboard('{Control>}s{/Control}')
  expect(bridge.reports.saved).toEqual([])
})

test('the pages of a PDF can be read larger, and what has none cannot', async () => {
  const bridge = await show(true)
  const previewed = (pages: number) => (bridge.previewReport = async ({ format }) => ({ url: 'about:blank', title: `${format} ${pages}`, pages }))
  const box = screen.getByRole('checkbox', { name: 'Items still open' })
  previewed(4)
  await user.click(box)
  await screen.findByTitle('pdf 4')
  await user.click(screen.getByRole('button', { name: 'Larger' }))
  expect(screen.getByRole('button', { name: 'Fit width' })).toBeDefined()
  previewed(0)
  await user.click(box)
  await fireEvent.load(await screen.findByTitle('pdf 0'))
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Fit width' })).toBeNull())
})
