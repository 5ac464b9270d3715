import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Fault } from '../bridge/fault'
import type { PreviewView, ReportRequest } from '../bridge/views'
import { FakeBridge } from '../testing/fake'
import { ReportDraft, restFor } from './draft.svelte'

let bridge: FakeBridge
let draft: ReportDraft
let answers: ((preview: PreviewView) => void)[]

const request = (guides = ['a'], items = true): ReportRequest => ({
  guides, items, open: false, name: true, strands: true, evidence: false, goal: false, stale: false, others: false, editions: false, period: '', format: 'html', snapshot: '',
})

beforeEach(() => {
  vi.useFakeTimers()
  bridge = new FakeBridge()
  answers = []
  bridge.previewReport = () => new Promise((resolve) => answers.push(resolve))
  draft = new ReportDraft(bridge)
})
afterEach(() => void vi.useRealTimers())

test('a preview is asked for once the choices rest', () => {
  draft.show(request())
  vi.advanceTimersByTime(restFor - 1)
  draft.show(request(['a', 'b']))
  vi.advanceTimersByTime(restFor)
  expect(answers).toHaveLength(1)
})

test('the answer to the latest request wins, whatever arrives last', async () => {
  draft.show(request(), 0)
  await vi.advanceTimersByTimeAsync(1)
  draft.show(request(['b']), 0)
  await vi.advanceTimersByTimeAsync(1)
  answers[1]!({ url: '/preview/2', title: '보고서', pages: 0 })
  answers[0]!({ url: '/preview/1', title: 'old', pages: 0 })
  await vi.advanceTimersByTimeAsync(1)
  expect(draft.preview?.url).toBe('/preview/2')
})

test('without a guide there is nothing to preview, and nothing is asked', async () => {
  draft.show(request([]), 0)
  await vi.advanceTimersByTimeAsync(restFor)
  expect(answers).toEqual([])
  expect(draft.preview).toBeUndefined()
})

test('a fault of the preview is shown, and goes when the next one comes', async () => {
  bridge.previewReport = () => Promise.reject(new Fault('guide_invalid', { guide: 'a', detail: '…' }))
  draft.show(request(), 0)
  await vi.advanceTimersByTimeAsync(1)
  expect(draft.fault?.code).toBe('guide_invalid')
  bridge.previewReport = async () => ({ url: '/preview/3', title: 'x', pages: 0 })
  draft.show(request(), 0)
  await vi.advanceTimersByTimeAsync(1)
  expect([draft.fault, draft.preview?.url]).toEqual([undefined, '/preview/3'])
})

test('a report holds the guides that were started, until the person chooses otherwise', async () => {
  bridge.put('backend-engineering', 'be-100', 'on-my-own')
  const { guides } = await bridge.catalogue()
  expect(draft.request(guides).guides).toEqual(['backend-engineering'])
  draft.choices.guides['backend-engineering'] = false
  expect(draft.request(guides).guides).toEqual([])
})

test('a kept report is asked for by its name alone, even without a guide', async () => {
  bridge.reports.kept = [{ id: 'k', title: 'Where I stand', guides: ['백엔드'], at: 0 }]
  await draft.read()
  draft.again = 'k'
  const asked = vi.fn<(request: ReportRequest) => Promise<PreviewView>>(() => new Promise(() => {}))
  bridge.previewReport = asked
  draft.show(draft.request([]), 0)
  await vi.advanceTimersByTimeAsync(1)
  expect(asked.mock.lastCall?.[0]).toMatchObject({ guides: [], snapshot: 'k' })
})

test('a kept report that is forgotten leads back to a new one', async () => {
  bridge.reports.kept = [{ id: 'k', title: 'Where I stand', guides: [], at: 0 }]
  await draft.read()
  draft.again = 'k'
  await draft.forget()
  expect([draft.again, draft.kept]).toEqual(['', []])
})
