import { render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { Fault } from '../bridge/fault'
import { Library } from '../library.svelte'
import { Notices } from '../notices.svelte'
import { FakeBridge } from '../testing/fake'
import { held } from '../testing/held'
import type { FakeKeeping } from '../testing/keeping'
import { Backups } from './backups.svelte'
import BackupSection from './BackupSection.svelte'
import Hurt from './Hurt.svelte'

const user = userEvent.setup()

let keeping: FakeKeeping
let notices: Notices
let library: Library
let backups: Backups

beforeEach(async () => {
  const bridge = new FakeBridge()
  keeping = bridge.keeping
  notices = new Notices()
  library = new Library(bridge, notices)
  backups = new Backups(library, notices, async () => {})
  await backups.read()
})

const open = () => render(BackupSection, { backups })
const press = async (name: RegExp | string) => user.click(await screen.findByRole('button', { name }))

test('backups are listed with what is in them, and one more is made by a press', async () => {
  open()
  const listed = await screen.findByRole('list', { name: /^Backups/ })
  expect(within(listed).getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    expect.stringContaining('42 ratings'),
    expect.stringContaining('40 ratings'),
  ])
  await press('Back up now')
  await waitFor(() => expect(within(listed).getAllByRole('listitem')).toHaveLength(3))
})

test('a button that is pressed keeps the focus while it works, and works once', async () => {
  open()
  let made = () => {}
  const make = vi.spyOn(keeping, 'makeBackup').mockImplementation(() => new Promise((done) => (made = () => void keeping.backups().then(done))))
  const button = await screen.findByRole<HTMLButtonElement>('button', { name: 'Back up now' })
  button.focus()
  await user.keyboard('{Enter}{Enter}')
  expect([button.textContent!.trim(), button.disabled, make.mock.calls.length]).toEqual(['Backing up', false, 1])
  made()
  await waitFor(() => expect(button.textContent!.trim()).toBe('Back up now'))
  expect(document.activeElement).toBe(button)
})

test('restoring shows what changes, asks, and can be undone', async () => {
  open()
  await user.click((await screen.findAllByRole('button', { name: /^Restore the backup/ }))[1]!)
  const dialog = screen.getByRole('dialog')
  const row = await within(dialog).findByRole('row', { name: /Backend Engineering/ })
  expect(row.textContent).toMatch(/12 ratings \(starting out\).*40 ratings \(level 3\)/)
  expect(keeping.restored).toEqual([])
  await user.click(within(dialog).getByRole('button', { name: 'Restore' }))
  await waitFor(() => expect(notices.toasts.at(-1)?.action?.label).toBe('Undo'))
  notices.toasts.at(-1)!.action!.run()
  await waitFor(() => expect(keeping.restored).toEqual(['hash-1', 'hash-9']))
})

test('a second folder is chosen and left again, and it is said when it is gone', async () => {
  open()
  await press('Choose a folder')
  await screen.findByText('/media/usb 백업')
  keeping.view = { ...keeping.view, secondGone: true }
  await press('Back up now')
  await screen.findByText(/Perhaps a drive was unplugged/)
  expect(screen.queryByText('Each backup is copied to this folder now.')).toBeNull()
  await press('Stop copying')
  await screen.findByRole('button', { name: 'Choose a folder' })
})

test('a sealed journal is opened with its passphrase, shown, and only then added', async () => {
  keeping.chosen = { ...keeping.chosen, sealed: true }
  open()
  await press('Read a journal file')
  const dialog = await screen.findByRole('dialog')
  const add = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Add it' })
  expect(add.disabled).toBe(true)
  const field = within(dialog).getByRole('textbox', { name: 'Passphrase' })
  await user.type(field, 'wrong{Enter}')
  await waitFor(() => expect(notices.toasts.at(-1)?.kind).toBe('fault'))
  await user.clear(field)
  await user.type(field, '열쇠{Enter}')
  await within(dialog).findByRole('table')
  await user.click(add)
  await waitFor(() => expect(keeping.imported).toEqual(['열쇠']))
})

test('a journal that the program was opened with is shown, and added only by a press', async () => {
  keeping.offered = { chosen: true, name: 'רשומות 🙂.levelica', sealed: false }
  const { rerender } = open()
  expect(screen.queryByRole('dialog')).toBeNull()
  await rerender({ offers: 1 })
  const dialog = await screen.findByRole('dialog', { name: /רשומות 🙂\.levelica/ })
  await within(dialog).findByRole('table')
  expect(keeping.imported).toEqual([])
  await user.click(within(dialog).getByRole('button', { name: 'Add it' }))
  await waitFor(() => expect(keeping.imported).toEqual(['']))
})

test('where the journal is hurt, the best way is one press: the newest backup and what can be read', async () => {
  const again = vi.fn(async () => {})
  render(Hurt, { gone: false, notices, again, keeping })
  await screen.findByText('57 ratings can still be read in the file.')
  await press('Bring my ratings back')
  await waitFor(() => expect(again).toHaveBeenCalledOnce())
  expect(keeping.mended).toEqual([['hash-1', true]])
  expect(notices.toasts.at(-1)?.detail).toContain('corrupt-')
})

test('on a full disk nothing is said to be lost and no empty journal is made; with room again, trying again looks again', async () => {
  const looks = keeping.hurt
  keeping.hurt = () => Promise.reject(new Fault('disk_full', { path: '/집/기록 🙂' }))
  render(Hurt, { gone: false, notices, again: async () => {}, keeping })
  await screen.findByText(/Make room where \/집\/기록 🙂 is/)
  expect(screen.queryByText(/can be read/)).toBeNull()
  expect(screen.queryByText(/No good backup/)).toBeNull()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Start with an empty journal' }).disabled).toBe(true)
  keeping.hurt = looks
  await press('Try again')
  await screen.findByText('57 ratings can still be read in the file.')
  expect(screen.queryByText(/Make room/)).toBeNull()
})

test('an empty journal is made only after a question', async () => {
  keeping.hurtView = { ...keeping.hurtView, readable: 0, backups: [] }
  render(Hurt, { gone: false, notices, again: async () => {}, keeping })
  await screen.findByText(/No answer can be read/)
  screen.getByText(/No good backup was found either/)
  expect(screen.queryByRole('button', { name: 'Bring my ratings back' })).toBeNull()
  await press('Start with an empty journal')
  expect(keeping.mended).toEqual([])
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Start with an empty journal' }))
  await waitFor(() => expect(keeping.mended).toEqual([['', false]]))
})

test('of a file that is gone nothing is said to be read, and the best way is the backup alone', async () => {
  keeping.hurtView = { ...keeping.hurtView, readable: 0 }
  render(Hurt, { gone: true, notices, again: async () => {}, keeping })
  await screen.findByText('Recommended: the newest good backup')
  expect(screen.queryByText(/can be read/)).toBeNull()
  expect(screen.queryByText(/No good backup/)).toBeNull()
})

test('who asks for a backup while the list is being read is not passed over, and the list is the newer one', async () => {
  const late = held(keeping.backups)
  keeping.backups = late.ask
  const reading = backups.read()
  await waitFor(() => expect(late.waiting).toHaveLength(1))
  const before = backups.view.backups.length
  const makeBackup = vi.spyOn(keeping, 'makeBackup')
  const making = backups.make()
  await waitFor(() => expect(makeBackup).toHaveBeenCalledTimes(1))
  for (const go of late.waiting.splice(1)) go() // the stand-in lists them anew for its answer
  expect(await making).toBe(true)
  late.waiting[0]!()
  await reading
  expect(backups.view.backups).toHaveLength(before + 1)
})
