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

test('the pages of a PDF are counted as they are scrolled, and can be read larger', async () => {
  const bridge = await show(true)
  bridge.previewReport = async () => ({ url: 'about:blank', title: '보고서', pages: 4, tall: 5800 })
  await user.click(screen.getByRole('checkbox', { name: 'Items still open' }))
  await screen.findByText('Page 1 of 4')
  const sheets = screen.getByRole('group', { name: 'Preview' })
  for (const [name, value] of [['scrollHeight', 4000], ['clientHeight', 600], ['scrollTop', 1900]] as const) Object.defineProperty(sheets, name, { value })
  await fireEvent.scroll(sheets)
  expect(screen.getByText('Page 3 of 4')).toBeDefined()
  expect(sheets.tabIndex).toBe(0)
  await user.click(screen.getByRole('button', { name: 'Larger' }))
  await user.click(screen.getByRole('button', { name: 'Fit width' }))
})

test('what has no pages counts none', async () => {
  const bridge = await show(true)
  bridge.previewReport = async () => ({ url: 'about:blank', title: '보고서', pages: 0, tall: 0 })
  await user.click(screen.getByRole('checkbox', { name: 'Items still open' }))
  await screen.findByTitle('보고서')
  expect(screen.queryByText(/^Page/)).toBeNull()
})
