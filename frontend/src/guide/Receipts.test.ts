import { screen, waitFor, within } from '@testing-library/svelte'
import { beforeEach, expect, test } from 'vitest'
import { Fault } from '../bridge/fault'
import type { ReceiptsView } from '../bridge/views'
import { bridge, show, slug, user } from '../testing/guidePage'
import { held, settled } from '../testing/held'

const was = 'Name the endpoint in the contract. 엔드포인트 🙂'
const now = 'اكتب نقطة النهاية verylongpathsegmentverylongpathsegment'

type Item = ReceiptsView['receipts'][number]['groups'][number]['items'][number]

const alone = (id: string, was: string): Item => ({ id, level: 0, where: 'Level 2, Data · Can teach', was, is: '', wasWords: [], isWords: [], wait: false })

const reworded = (id: string): Item => ({
  id, level: 1, where: 'Level 1, Data · On my own', was: `${was} ${id}`, is: `${now} ${id}`, wait: true,
  wasWords: [{ text: was, other: true }, { text: id, other: false }],
  isWords: [{ text: now, other: true }, { text: id, other: false }],
})

beforeEach(() => {
  bridge.editions.told = [
    {
      id: 'r-1', title: 'Edition 1 to edition 2', day: '2026-11-22', undone: false, pending: ['be-001', 'be-002', 'be-003'],
      lines: ['Your level stays as it was: Level 3.', '1 item was reworded.'],
      undoNote: 'Your own answers stay.',
      groups: [
        { title: 'Reworded (3 items)', note: 'Other words.', was: 'Before', is: 'Now', folded: false, items: ['be-001', 'be-002', 'be-003'].map(reworded) },
        { title: 'Archived (1 item)', note: 'Kept.', was: 'Before', is: 'In its place', folded: false, items: [alone('be-099', 'Gone <b>words</b>')] },
        { title: 'Carried (1 item)', note: 'The same.', was: 'Before', is: 'Now', folded: true, items: [alone('be-004', 'As it was')] },
      ],
    },
  ]
})

async function open(address = `#/guides/${slug}/edition`): Promise<void> {
  show(address)
  await screen.findByRole('heading', { level: 2, name: 'Edition 1 to edition 2' })
}

test('a receipt shows the words before and now with what differs told apart, and what was archived, as text', async () => {
  await open()
  const row = screen.getAllByText(was)[0]!.closest('li')!
  expect(within(row).getByText(was).localName).toBe('del')
  expect(within(row).getByText(now).localName).toBe('ins')
  expect([...row.querySelectorAll('dt')].map((name) => name.textContent)).toEqual(['Before', 'Now'])
  expect(row.querySelector('dd')!.textContent!.trim().split(/\s+/).join(' ')).toBe(`${was} be-001`)
  expect(screen.getByText('Gone <b>words</b>')).toBeDefined()
  expect(screen.getByText('Your level stays as it was: Level 3.')).toBeDefined()
})

test('what was carried as it was is folded away, and there for whoever wants to see it', async () => {
  await open()
  expect(screen.queryByText('As it was')).toBeNull()
  const show = screen.getByRole('button', { name: 'Show them', expanded: false })
  show.focus()
  await user.keyboard('{Enter}')
  expect(screen.getByText('As it was')).toBeDefined()
  expect(show.getAttribute('aria-expanded')).toBe('true')
  await user.keyboard(' ')
  expect(screen.queryByText('As it was')).toBeNull()
})

test('one answer after the other is confirmed by keyboard alone: the focus goes to the next, and back to the title', async () => {
  await open()
  const holds = (id: string) => screen.getByRole('button', { name: `Still holds: ${now} ${id}` })
  holds('be-002').focus()
  await user.keyboard('{Enter}')
  await waitFor(() => expect(document.activeElement).toBe(holds('be-003')))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(document.activeElement).toBe(holds('be-001')))
  await user.keyboard('{Enter}')
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Edition 1 to edition 2'))
  expect(screen.queryByRole('button', { name: /Still holds/ })).toBeNull()
  expect(bridge.editions.amended.map(({ act, items }) => [act, ...items])).toEqual([['confirm', 'be-002'], ['confirm', 'be-003'], ['confirm', 'be-001']])
})

test('all that wait are confirmed at once only after they could be read', async () => {
  await open()
  const all = screen.getByRole('button', { name: 'All 3 answers still hold' })
  const last = screen.getByRole('button', { name: /Still holds.*be-003/ })
  expect(last.compareDocumentPosition(all) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
  await user.click(all)
  await waitFor(() => expect(screen.queryByRole('button', { name: /hold/ })).toBeNull())
  expect(bridge.editions.amended).toEqual([{ guide: slug, receipt: 'r-1', act: 'confirm', items: [] }])
})

test('what was taken back can be carried again', async () => {
  await open()
  await user.click(screen.getByRole('button', { name: 'Take back' }))
  await user.click(await screen.findByRole('button', { name: 'Carry again' }))
  expect(bridge.editions.amended.map(({ act }) => act)).toEqual(['undo', 'again'])
})

test('of two receipts no two buttons are called the same', async () => {
  const [newest] = bridge.editions.told
  bridge.editions.told = [newest!, { ...newest!, id: 'r-0', title: 'Edition 0 to edition 1', pending: [], groups: newest!.groups.slice(1) }]
  await open()
  const names = within(screen.getByRole('region', { name: 'Edition 0 to edition 1' })).getAllByRole('button')
  expect(names.slice(0, 3).map((button) => button.getAttribute('aria-label'))).toEqual(
    ['Take back', 'Save as text', 'Save as JSON'].map((name) => `${name}: Edition 0 to edition 1`),
  )
  expect(screen.getByRole('button', { name: 'Show them Edition 0 to edition 1' })).toBe(names[3])
  expect(screen.getAllByRole('button', { name: 'Show them' })).toHaveLength(1)
  await user.click(screen.getByRole('button', { name: 'Take back: Edition 0 to edition 1' }))
  expect(bridge.editions.amended).toEqual([{ guide: slug, receipt: 'r-0', act: 'undo', items: [] }])
})

test('an item that waits in two receipts has two buttons, each named by its own', async () => {
  const [newest] = bridge.editions.told
  bridge.editions.told = [newest!, { ...newest!, id: 'r-0', title: '0판에서 1판으로 🙂' }]
  await open()
  for (const opens of screen.getAllByRole('button', { name: /^Show them/ })) await user.click(opens)
  const names = [...document.querySelectorAll('.receipts :is(button, a)')].map((control) => {
    const by = control.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id)!.textContent)
    return by?.join(' ') ?? control.getAttribute('aria-label') ?? control.textContent
  })
  expect(names.filter((name) => name.startsWith('Still holds'))).toHaveLength(6)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

test('a list that is read slowly does not stand in the place of what was confirmed since', async () => {
  await open()
  const late = held(bridge.receipts)
  bridge.receipts = late.ask
  const holds = (id: string) => screen.queryByRole('button', { name: `Still holds: ${now} ${id}` })
  await user.click(holds('be-002')!)
  await waitFor(() => expect(late.waiting).toHaveLength(1))
  await user.click(holds('be-003')!)
  await waitFor(() => expect(late.waiting).toHaveLength(2))
  late.waiting[0]!()
  await settled()
  expect([holds('be-001') !== null, holds('be-002'), holds('be-003')]).toEqual([true, null, null])
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
