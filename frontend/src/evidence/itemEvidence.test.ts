import { beforeEach, expect, test, vi } from 'vitest'
import { Fault } from '../bridge/fault'
import { FakeBridge } from '../testing/fake'
import { held } from '../testing/held'
import { fileSize } from './fileSize'
import { ItemEvidence, type Draft } from './itemEvidence.svelte'

let bridge: FakeBridge
let changed: ReturnType<typeof vi.fn<() => void>>
let evidence: ItemEvidence
let drafts: Map<string, Draft>

const opened = (item: string) => new ItemEvidence('backend-engineering', item, bridge, changed, drafts)

beforeEach(async () => {
  bridge = new FakeBridge()
  changed = vi.fn<() => void>()
  drafts = new Map()
  evidence = opened('be-300')
  await evidence.load()
})

test('a note is added once there are words, and the fields are empty again', async () => {
  evidence.draft.note = ' \n '
  expect([evidence.ready, await evidence.add()]).toEqual([false, false])
  evidence.draft.note = '복구를 해 봤습니다 🙂'
  evidence.draft.witness = 'Ines'
  expect(await evidence.add()).toBe(true)
  expect(evidence.pieces?.map(({ kind, text, witness }) => [kind, text, witness])).toEqual([['note', '복구를 해 봤습니다 🙂', 'Ines']])
  expect([evidence.draft.note, evidence.draft.witness, changed.mock.calls.length]).toEqual(['', '', 1])
})

test('what could not be added stays in its fields, and trying again adds it once', async () => {
  evidence.draft.note = 'x'
  const add = vi.spyOn(bridge, 'addEvidence')
  bridge.faults.push(new Fault('disk_full', { path: '/home' }))
  expect(await evidence.add()).toBe(false)
  expect([evidence.fault?.code, evidence.draft.note, changed.mock.calls.length]).toEqual(['disk_full', 'x', 0])
  expect(await evidence.add()).toBe(true)
  expect(evidence.fault).toBeUndefined()
  const ids = add.mock.calls.map(([, request]) => request.id)
  expect(ids[0]).toBe(ids[1])
  evidence.draft.note = 'another'
  await evidence.add()
  expect(add.mock.calls[2]![1].id).not.toBe(ids[0])
})

test('each kind sends its own fields and none of another kind', async () => {
  const add = vi.spyOn(bridge, 'addEvidence')
  Object.assign(evidence.draft, { kind: 'link', note: 'left over', url: 'https://example.org/7', shows: 'the fix' })
  await evidence.add()
  expect(add.mock.calls[0]![1]).toMatchObject({ kind: 'link', url: 'https://example.org/7', text: 'the fix', file: '' })
  Object.assign(evidence.draft, { kind: 'file', url: 'left over' })
  expect(evidence.ready).toBe(false)
  await evidence.choose()
  await evidence.add()
  expect(add.mock.calls[1]![1]).toMatchObject({ kind: 'file', url: '', text: '', file: 'HANDLE' })
})

test('closing the dialog of the system keeps the file that was chosen before', async () => {
  evidence.draft.kind = 'file'
  await evidence.choose()
  bridge.file = { handle: '', name: '', size: 0 }
  await evidence.choose()
  expect(evidence.draft.file?.handle).toBe('HANDLE')
})

test('what is removed leaves the list, and what could not be stays', async () => {
  evidence.draft.note = 'x'
  await evidence.add()
  const [piece] = evidence.pieces!
  bridge.faults.push(new Fault('journal_busy'))
  expect(await evidence.remove(piece!)).toBe(false)
  expect(evidence.pieces).toHaveLength(1)
  expect(await evidence.remove(piece!)).toBe(true)
  expect([evidence.pieces, changed.mock.calls.length]).toEqual([[], 2])
})

test('what was typed and not added is found again, on its own item, until it is added', async () => {
  Object.assign(evidence.draft, { kind: 'link', url: 'https://example.org/복구', witness: '이네스' })
  expect(opened('be-301').draft.url).toBe('')
  const again = opened('be-300')
  expect([again.draft.kind, again.draft.url, again.draft.witness]).toEqual(['link', 'https://example.org/복구', '이네스'])
  await again.add()
  expect([opened('be-300').draft.kind, opened('be-300').draft.url]).toEqual(['link', ''])
})

test('a file that changed is taken as it is now, and what could not be taken stays as it was', async () => {
  Object.assign(evidence.draft, { kind: 'file' })
  await evidence.choose()
  await evidence.add()
  const renew = vi.spyOn(bridge, 'renewEvidence')
  const [old] = evidence.pieces!
  bridge.faults.push(new Fault('journal_busy'))
  expect([await evidence.renew(old!), evidence.fault?.code]).toEqual([false, 'journal_busy'])
  expect(await evidence.renew(old!)).toBe(true)
  expect(evidence.pieces?.map(({ id, size }) => [id, size])).toEqual([[renew.mock.lastCall![2], old!.size + 1]])
})

test('a file that is looked for says what was found', async () => {
  Object.assign(evidence.draft, { kind: 'file' })
  await evidence.choose()
  await evidence.add()
  const [piece] = evidence.pieces!
  const looking = evidence.check(piece!)
  expect(piece!.id in evidence.checks).toBe(true)
  await looking
  expect(evidence.checks[piece!.id]?.state).toBe('there')
})

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1 kB'],
  [1449, '1.4 kB'],
  [48_200, '48 kB'],
  [999_499, '999 kB'],
  [999_600, '1 MB'],
  [3_210_000_000, '3.2 GB'],
  [9e18, '9,000,000 TB'],
])('%d bytes are %s', (bytes, words) => {
  expect(fileSize(bytes)).toBe(words)
})

test('a first list that is read slowly does not stand in the place of one with what was added since', async () => {
  const late = held(bridge.itemEvidence)
  bridge.itemEvidence = late.ask
  const loading = evidence.load()
  evidence.draft.note = '늦게 온 목록 🙂'
  const adding = evidence.add()
  await vi.waitFor(() => expect(late.waiting).toHaveLength(2))
  late.waiting[1]!()
  await adding
  late.waiting[0]!()
  await loading
  expect(evidence.pieces?.map(({ text }) => text)).toEqual(['늦게 온 목록 🙂'])
})
