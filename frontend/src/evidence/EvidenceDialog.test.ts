import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { Fault } from '../bridge/fault'
import { backend } from '../testing/backend'
import { FakeBridge } from '../testing/fake'
import EvidenceDialog from './EvidenceDialog.svelte'

const user = userEvent.setup()
const guide = backend()
const item = guide.levels[2]!.items[0]!
let bridge: FakeBridge

beforeEach(() => {
  bridge = new FakeBridge()
  render(EvidenceDialog, { item, slug: guide.slug, bridge, changed: () => {}, drafts: new Map(), onclose: () => {} })
})

const note = () => screen.getByRole('textbox', { name: 'What you did, and how it went' })

test('a note is typed and added by keyboard alone', async () => {
  await waitFor(() => expect(document.activeElement).toBe(note()))
  await user.keyboard('Restored the copy 복구 🙂{Control>}{Enter}{/Control}')
  await screen.findByText('Restored the copy 복구 🙂')
  expect(screen.getByText('Evidence added.')).toBeDefined()
  await waitFor(() => expect(document.activeElement).toBe(note()))
})

test('removing asks first, and keeping keeps', async () => {
  await user.type(note(), 'x')
  await user.click(screen.getByRole('button', { name: 'Add evidence' }))
  await user.click(await screen.findByRole('button', { name: 'Remove this evidence: x' }))
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Keep' })))
  await user.click(screen.getByRole('button', { name: 'Keep' }))
  await user.click(screen.getByRole('button', { name: 'Remove this evidence: x' }))
  await user.click(screen.getByRole('button', { name: 'Remove' }))
  await waitFor(() => expect(screen.queryByText('x')).toBeNull())
})

test('what is removed or renewed by keyboard leaves the focus in the dialog', async () => {
  bridge.found = 'changed'
  await user.click(screen.getByRole('radio', { name: 'File' }))
  await user.click(screen.getByRole('button', { name: 'Choose a file…' }))
  await user.click(await screen.findByRole('button', { name: 'Add evidence' }))
  const look = await screen.findByRole('button', { name: 'Still there?' })
  look.focus()
  await user.keyboard('{Enter}')
  await screen.findByText('It is there, but its content changed since.')
  expect(document.activeElement).toBe(look)
  await user.tab()
  await user.keyboard('{Enter}')
  await screen.findByText('Its new content is evidence now.')
  const choose = screen.getByRole('button', { name: 'Choose a file…' })
  await waitFor(() => expect(document.activeElement).toBe(choose))
  screen.getByRole('button', { name: /^Remove this evidence/ }).focus()
  await user.keyboard('{Enter}')
  await user.tab({ shift: true })
  await user.keyboard('{Enter}')
  await screen.findByText('Evidence removed.')
  await waitFor(() => expect(document.activeElement).toBe(choose))
})

test('a refusal is told beside the fields, with what to do', async () => {
  bridge.faults.push(new Fault('evidence_url'))
  await user.click(screen.getByRole('radio', { name: 'Link' }))
  await user.type(screen.getByRole('textbox', { name: 'Address' }), 'javascript:alert(1)')
  await user.click(screen.getByRole('button', { name: 'Add evidence' }))
  const alert = await screen.findByRole('alert')
  expect(within(alert).getByText('This link cannot be kept.')).toBeDefined()
  expect(within(alert).getByText(/Use the address of a web page/)).toBeDefined()
})

test('a file is chosen in the dialog of the system, and its name and size are shown', async () => {
  const choose = vi.spyOn(bridge, 'chooseEvidenceFile')
  await user.click(screen.getByRole('radio', { name: 'File' }))
  expect(screen.getByRole('button', { name: 'Add evidence' })).toHaveProperty('disabled', true)
  await user.click(screen.getByRole('button', { name: 'Choose a file…' }))
  expect(choose).toHaveBeenCalledOnce()
  expect(await screen.findByText('복구 기록.pdf')).toBeDefined()
  expect(screen.getByText('48 kB')).toBeDefined()
})
