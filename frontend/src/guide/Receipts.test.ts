import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import App from '../App.svelte'
import { Fault } from '../bridge/fault'
import { Library } from '../library.svelte'
import { Notices } from '../notices.svelte'
import { load } from '../places'
import { Router } from '../route.svelte'
import { Settings } from '../settings/settings.svelte'
import { FakeBridge, opening } from '../testing/fake'

const slug = 'backend-engineering'
const user = userEvent.setup()
const was = 'Name the endpoint in the contract. 엔드포인트 🙂'
const now = 'اكتب نقطة النهاية verylongpathsegmentverylongpathsegment'

let bridge: FakeBridge

beforeAll(async () => void (await load('guide')))
beforeEach(() => {
  bridge = new FakeBridge()
  bridge.told = [
    {
      id: 'r-1', title: 'Edition 1 to edition 2', day: '2026-11-22', undone: false, pending: ['be-001'],
      lines: ['Your level stays as it was: Level 3.', '1 item was reworded.'],
      groups: [
        { title: 'Reworded (1 item)', note: 'Other words.', items: [{ id: 'be-001', level: 1, where: 'Level 1, Data · On my own', was, is: now, wait: true }] },
        { title: 'Archived (1 item)', note: 'Kept.', items: [{ id: 'be-099', level: 0, where: 'Level 2, Data · Can teach', was: 'Gone <b>words</b>', is: '', wait: false }] },
      ],
    },
  ]
})
afterEach(cleanup)

async function open(address = `#/guides/${slug}/edition`): Promise<void> {
  history.replaceState(null, '', address)
  const notices = new Notices()
  const library = new Library(bridge, notices)
  void library.start()
  render(App, { router: new Router(window), notices, library, settings: new Settings(bridge, notices, opening({}), () => library.reread()) })
  await screen.findByRole('heading', { level: 2, name: 'Edition 1 to edition 2' })
}

test('a receipt shows the words before and now, and what was archived, as text', async () => {
  await open()
  expect(screen.getByText(was)).toBeDefined()
  expect(screen.getByText(now)).toBeDefined()
  expect(screen.getByText('Gone <b>words</b>')).toBeDefined()
  expect(screen.getByText('Your level stays as it was: Level 3.')).toBeDefined()
})

test('an answer is confirmed by keyboard alone, and the focus stays in the receipt', async () => {
  await open()
  const row = screen.getByText(was).closest('li')!
  const confirm = within(row).getByRole('button', { name: `Still holds: ${now}` })
  confirm.focus()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(screen.queryByRole('button', { name: /Still holds/ })).toBeNull())
  expect(bridge.amended).toEqual([{ guide: slug, receipt: 'r-1', act: 'confirm', items: ['be-001'] }])
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Edition 1 to edition 2'))
})

test('what was taken back can be carried again', async () => {
  await open()
  await user.click(screen.getByRole('button', { name: 'Take back' }))
  await user.click(await screen.findByRole('button', { name: 'Carry again' }))
  expect(bridge.amended.map(({ act }) => act)).toEqual(['undo', 'again'])
})

test('a refusal says what happened and changes nothing', async () => {
  await open()
  bridge.faults.push(new Fault('receipt_refused', {}))
  await user.click(screen.getByRole('button', { name: 'Take back' }))
  expect(await screen.findByText(/The receipt has changed meanwhile/)).toBeDefined()
  expect(screen.getByRole('button', { name: 'Take back' })).toBeDefined()
})

test('a receipt is saved as a text and as JSON', async () => {
  await open()
  await user.click(screen.getByRole('button', { name: 'Save as JSON' }))
  expect(await screen.findByText(`/home/mina/${slug}.json`)).toBeDefined()
})
