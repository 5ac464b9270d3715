import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import App from '../App.svelte'
import { Fault } from '../bridge/fault'
import { Library } from '../library.svelte'
import { Notices } from '../notices.svelte'
import { load } from '../shell/places'
import { Router } from '../route.svelte'
import { Settings } from '../settings/settings.svelte'
import { FakeBridge, opening } from '../testing/fake'

const user = userEvent.setup()
const chart = (title: string) => ({
  svg: `<svg role="img" aria-label="${title}"></svg>`, narrow: '', title, desc: `${title} says`, head: ['Strand', 'Level'], rows: [['데이터', '2']],
})
let bridge: FakeBridge

async function show(): Promise<void> {
  location.hash = '#/insights/backend-engineering'
  const notices = new Notices()
  const library = new Library(bridge, notices)
  await library.start()
  render(App, { router: new Router(), notices, library, settings: new Settings(bridge, notices, opening(), () => library.reread()) })
  await screen.findByRole('heading', { level: 1, name: 'Insights' })
}

beforeAll(async () => void (await load('insights')))

beforeEach(() => {
  bridge = new FakeBridge()
  bridge.put('backend-engineering', 'be-100', 'on-my-own')
  bridge.insight.shown = {
    ...bridge.insight.shown,
    guides: [
      { slug: 'backend-engineering', emoji: '⚙️', title: 'Backend Engineering', level: 2 },
      { slug: 'data-analysis', emoji: '📊', title: 'Data Analysis', level: 1 },
    ],
    guide: 'backend-engineering', level: 'Level 2, Data Builder', inside: '60 % of the way through level 3.', lines: ['With nine chances in ten.'],
    strands: chart('Strands'), trend: chart('Level over time'), claimed: chart('Level by level'), active: chart('Activity'),
    strong: [{ strand: '데이터', line: 'all 6 items' }],
    goal: { level: 0, by: '', target: 3, line: '2 items to level 3.', choice: [3, 4, 5, 6, 7] },
  }
})

test('every chart has its words and its table', async () => {
  await show()
  for (const title of ['Strands', 'Level over time', 'Level by level', 'Activity']) {
    expect(await screen.findByRole('figure', { name: title })).toBeDefined()
    expect(screen.getByText(`${title} says`)).toBeDefined()
  }
  for (const table of screen.getAllByRole('button', { name: /^Show as a table ./, expanded: false })) await user.click(table)
  expect(screen.getAllByRole('table')).toHaveLength(4)
  expect(screen.getByText('60 % of the way through level 3.')).toBeDefined()
  expect(screen.getByText('With nine chances in ten.')).toBeDefined()
})

test('what has gone stale leads to a fresh look', async () => {
  bridge.insight.shown = { ...bridge.insight.shown, stale: 3 }
  await show()
  const link = await screen.findByRole('link', { name: '3 items ask for a fresh look' })
  expect(link.getAttribute('href')).toBe('#/fresh')
})

test('another guide or period is another question', async () => {
  const ask = vi.spyOn(bridge, 'insights')
  await show()
  await screen.findByText('Level 2, Data Builder')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Guide' }), 'data-analysis')
  await waitFor(() => expect(ask.mock.lastCall).toEqual(['data-analysis', '12m']))
  await user.selectOptions(screen.getByRole('combobox', { name: 'Period' }), '3m')
  await waitFor(() => expect(ask.mock.lastCall).toEqual(['data-analysis', '3m']))
})

test('a goal is kept, and a refusal leaves it to be tried again', async () => {
  await show()
  await screen.findByText('2 items to level 3.')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Level' }), '4')
  bridge.faults.push(new Fault('journal_busy'))
  await user.click(screen.getByRole('button', { name: 'Keep this goal' }))
  expect(await screen.findByText('Another program is using your journal.')).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Keep this goal' }))
  await waitFor(() => expect(bridge.insight.goals).toEqual([{ slug: 'backend-engineering', level: 4, by: '' }]))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Level' })))
})

test('a goal that is taken back has no day either', async () => {
  bridge.insight.shown = { ...bridge.insight.shown, goal: { ...bridge.insight.shown.goal, level: 4, by: '2027-03-31', target: 4 } }
  await show()
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Level' }), 'No goal')
  await user.click(screen.getByRole('button', { name: 'Keep this goal' }))
  await waitFor(() => expect(bridge.insight.goals).toEqual([{ slug: 'backend-engineering', level: 0, by: '' }]))
})

test('what changed is of the days that were chosen last, whichever answer comes last', async () => {
  const changes = bridge.changes
  const late: (() => void)[] = []
  bridge.changes = async (slug, from, to) => {
    if (from === '2026-01-05') await new Promise<void>((done) => late.push(done))
    return { ...(await changes(slug, from, to)), line: `Since ${from}` }
  }
  await show()
  const since = await screen.findByLabelText('Since')
  await fireEvent.input(since, { target: { value: '2026-01-05' } })
  await fireEvent.change(since)
  await fireEvent.input(since, { target: { value: '2026-02-06' } })
  await fireEvent.change(since)
  expect(await screen.findByText('Since 2026-02-06')).toBeDefined()
  late.forEach((answer) => answer())
  await new Promise((done) => setTimeout(done))
  expect(late).toHaveLength(1)
  expect(screen.getByText('Since 2026-02-06')).toBeDefined()
})

test('before the first mark there is a way to begin', async () => {
  bridge = new FakeBridge()
  await show()
  expect(await screen.findByText('Nothing to see yet')).toBeDefined()
  expect(screen.getByRole('link', { name: 'Choose a guide' })).toBeDefined()
})

test('what cannot be read is told, and can be tried again', async () => {
  const ask = vi.spyOn(bridge, 'insights').mockRejectedValueOnce(new Fault('journal_busy'))
  await show()
  await user.click(await screen.findByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Level 2, Data Builder')).toBeDefined()
  expect(ask.mock.calls.length).toBeGreaterThan(1)
})
