import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { waitFor } from '@testing-library/svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Fault } from '../bridge/fault'
import type { SettingsView } from '../bridge/views'
import { speak } from '../locale/language.svelte'
import { text } from '../locale'
import { Notices } from '../notices.svelte'
import { FakeBridge, opening } from '../testing/fake'
import { wordsOf } from '../testing/words'
import { nextSize, scaledQuery, sizes } from './scale.svelte'
import { Settings } from './settings.svelte'

let bridge: FakeBridge
let notices: Notices
const root = document.documentElement

beforeEach(() => {
  bridge = new FakeBridge()
  notices = new Notices()
})
afterEach(() => {
  vi.useRealTimers()
  speak(wordsOf('en'))
})

function begin(part: Partial<SettingsView> = {}, reread = () => Promise.resolve()): Settings {
  return new Settings(bridge, notices, opening(part), reread)
}

test('a setting holds at once and is kept', async () => {
  const settings = begin()
  settings.change({ theme: 'dark', textSize: 150 })
  expect([root.getAttribute('data-theme'), root.getAttribute('data-text-size')]).toEqual(['dark', '150'])
  await waitFor(() => expect(bridge.settings.at(-1)).toMatchObject({ theme: 'dark', textSize: 150 }))
  settings.change({ theme: 'system', textSize: 100 })
  expect([root.getAttribute('data-theme'), root.getAttribute('data-text-size')]).toEqual([null, null])
})

test('settings that change while others are being kept are kept after them, and none is lost', async () => {
  const settings = begin()
  for (const textSize of sizes) settings.change({ textSize })
  settings.keepFilter('guides', 'started')
  await waitFor(() => expect(bridge.settings.at(-1)?.filters).toEqual([{ of: 'guides', value: 'started' }]))
  expect(bridge.settings.at(-1)?.textSize).toBe(300)
  expect(bridge.settings.length).toBeLessThan(sizes.length)
})

test('another language is spoken when its words and all texts are there, and not half of it before', async () => {
  let arrive = () => {}
  const settings = begin({}, () => new Promise((done) => (arrive = done)))
  const done = settings.speak('ko')
  await waitFor(() => expect(bridge.settings.at(-1)?.language).toBe('ko'))
  await new Promise((tick) => setTimeout(tick))
  expect(text('guides')).toBe('Guides')
  arrive()
  await done
  expect(text('guides')).toBe('가이드')
  expect(root.lang).toBe('ko')
})

test('where the words of another language cannot be read that is told, and the old one is spoken on', async () => {
  vi.spyOn(bridge, 'words').mockRejectedValue(new Fault('internal', { ref: 'X' }))
  const settings = begin()
  await settings.speak('ko')
  expect(notices.toasts).toMatchObject([{ kind: 'fault' }])
  expect([text('guides'), settings.spoken]).toEqual(['Guides', 'en'])
})

test('settings that cannot be kept hold, are told, and can be tried again', async () => {
  bridge.faults.push(new Fault('settings_unwritable', { path: '/설정 🙂' }))
  const settings = begin()
  settings.change({ theme: 'contrast' })
  await waitFor(() => expect(notices.toasts[0]?.detail).toContain('/설정 🙂'))
  expect(settings.now.theme).toBe('contrast')
  notices.toasts[0]?.action?.run()
  await waitFor(() => expect(bridge.settings).toHaveLength(2))
})

test('the sizes go step by step, end at both ends, and go back to the usual one', () => {
  expect([nextSize(100, 1), nextSize(100, -1), nextSize(300, 1), nextSize(50, -1), nextSize(250, 0)]).toEqual([110, 90, 300, 50, 100])
  const settings = begin()
  settings.resize(1)
  expect([settings.now.textSize, notices.spoken]).toEqual([110, 'Text size 110 %'])
})

test('what is arranged by width is arranged at the same number of letters in every size', () => {
  expect(scaledQuery('(min-width: 600px) and (max-width: 899px)', 200)).toBe('(min-width: 1200px) and (max-width: 1798px)')
  expect(scaledQuery('(prefers-reduced-motion: reduce)', 200)).toBe('(prefers-reduced-motion: reduce)')
})

test('a place is remembered when somebody stays there', () => {
  vi.useFakeTimers()
  const settings = begin()
  settings.remember('#/guides', 0)
  settings.remember('#/guides/data-analysis', 240)
  vi.advanceTimersByTime(5000)
  expect(bridge.settings.map(({ lastPlace }) => lastPlace)).toEqual(['#/guides/data-analysis'])
})

test('where the window stood and what was filtered is not kept silently, but a choice beside it is told', async () => {
  vi.useRealTimers()
  const settings = begin()
  bridge.faults.push(new Fault('settings_unwritable', { path: '/x' }), new Fault('settings_unwritable', { path: '/x' }))
  settings.keepFilter('guides', 'started')
  await waitFor(() => expect(bridge.faults).toHaveLength(1))
  expect(notices.toasts).toEqual([])
  settings.change({ textSize: 150 })
  await waitFor(() => expect(notices.toasts).toMatchObject([{ kind: 'fault' }]))
})

test('a choice that is made while something else is being kept is told where it cannot be kept', async () => {
  let kept = () => {}
  vi.spyOn(bridge, 'saveSettings').mockImplementationOnce((said) => new Promise((done) => (kept = () => done(said))))
  const settings = begin()
  settings.keepFilter('guides', 'started')
  bridge.faults.push(new Fault('settings_unwritable', { path: '/설정 🙂' }))
  settings.change({ theme: 'dark' })
  kept()
  await waitFor(() => expect(notices.toasts).toMatchObject([{ kind: 'fault' }]))
})

test('settings that were spoilt are told with the file that was kept', () => {
  new Settings(bridge, notices, { ...opening(), aside: '/home/미나/settings.json.spoilt-1' }, () => Promise.resolve())
  expect(notices.toasts).toMatchObject([{ detail: '/home/미나/settings.json.spoilt-1' }])
})

test('every size that can be chosen is one that the style sheet knows', () => {
  const tokens = readFileSync(join(import.meta.dirname, '../design/tokens.css'), 'utf8')
  const known = [...tokens.matchAll(/data-text-size='(\d+)'\] \{ --size: ([\d.]+)/g)].map(([, size, factor]) => [Number(size), Number(factor) * 100])
  expect(known.map(([size]) => size)).toEqual(sizes.filter((size) => size !== 100))
  expect(known.filter(([size, factor]) => Math.abs(size! - factor!) > 0.01)).toEqual([])
})

test('of two languages that are chosen one after the other the later is spoken, however late the first is read', async () => {
  const late: (() => void)[] = []
  const settings = begin({}, () => new Promise((done) => late.push(done)))
  const korean = settings.speak('ko')
  await waitFor(() => expect(late).toHaveLength(1))
  const english = settings.speak('en')
  await waitFor(() => expect(late).toHaveLength(2))
  late[1]!()
  await english
  late[0]!()
  await korean
  expect([root.lang, text('guides')]).toEqual(['en', 'Guides'])
})
