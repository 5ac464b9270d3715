import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Fault } from './bridge/fault'
import { leavesAfter, Notices } from './notices.svelte'

let notices: Notices
const titles = () => notices.toasts.map((toast) => toast.title)

beforeEach(() => {
  vi.useFakeTimers()
  notices = new Notices()
})
afterEach(() => void vi.useRealTimers())

test('good news leaves by itself, but not under the pointer', () => {
  notices.done('report', 'Saved')
  notices.hold(notices.toasts[0]!.id)
  vi.advanceTimersByTime(leavesAfter * 2)
  expect(titles()).toEqual(['Saved'])
  notices.release(notices.toasts[0]!.id)
  vi.advanceTimersByTime(leavesAfter)
  expect(titles()).toEqual([])
})

test('what somebody should know stays until it is dismissed, also where the pointer has passed over it and another language is spoken', () => {
  notices.tell('settings', '설정을 읽을 수 없었습니다 🙂')
  notices.hold(notices.toasts[0]!.id)
  notices.release(notices.toasts[0]!.id)
  vi.advanceTimersByTime(leavesAfter * 9)
  notices.forget()
  expect(titles()).toEqual(['설정을 읽을 수 없었습니다 🙂'])
})

test('good news in the old language goes when another is spoken', () => {
  notices.done('report', 'Saved')
  notices.forget()
  expect(titles()).toEqual([])
})

test('what the system refused stays as a fault does, and offers nothing', () => {
  notices.refused('print', 'Printing was refused', 'رُفضت الطباعة')
  vi.advanceTimersByTime(leavesAfter * 9)
  expect(notices.toasts).toMatchObject([{ kind: 'fault', title: 'Printing was refused', detail: 'رُفضت الطباعة' }])
  expect(notices.toasts[0]!.action).toBeUndefined()
})

test('a fault stays until it is dismissed', () => {
  notices.fault('report', new Fault('journal_busy'))
  expect(notices.toasts[0]!.action, 'where nothing can be tried again').toBeUndefined()
  notices.release(notices.toasts[0]!.id)
  vi.advanceTimersByTime(leavesAfter * 9)
  expect(titles()).toHaveLength(1)
  notices.dismiss(notices.toasts[0]!.id)
  expect(titles()).toEqual([])
})

test('news on a subject takes the place of older news on it', () => {
  notices.done('report', 'First')
  notices.done('link', 'Other')
  notices.done('report', 'Second')
  expect(titles()).toEqual(['Other', 'Second'])
})

test('the same fault on two subjects stands there once, with what can be done, and goes with what it is about', () => {
  const again = vi.fn()
  notices.fault('marks backend-engineering', new Fault('disk_full', { path: '/집/기록 🙂' }), again)
  notices.fault('backup', new Fault('disk_full', { path: '/집/기록 🙂' }))
  notices.fault('backup', new Fault('journal_busy'))
  expect(notices.toasts.map(({ subject }) => subject)).toEqual(['marks backend-engineering', 'backup'])
  notices.toasts[0]!.action!.run()
  expect(again).toHaveBeenCalledOnce()
  notices.clear('marks backend-engineering')
  expect(notices.toasts.map(({ subject }) => subject)).toEqual(['backup'])
})

test('the same words are spoken again', () => {
  notices.say('Taken back.')
  const first = notices.spoken
  notices.say('Taken back.')
  expect(notices.spoken).not.toBe(first)
  expect(notices.spoken.trim()).toBe('Taken back.')
})
