import { expect, test } from 'vitest'
import { verdictOf, verdicts } from '../bridge/views'
import { stepTo } from '../guide/ladderTabs'
import { pressed, shortcuts, writes, type ShortcutName } from './shortcuts'

const names = Object.keys(shortcuts) as ShortcutName[]

function key(key: string, more: KeyboardEventInit = {}): KeyboardEvent {
  return new KeyboardEvent('keydown', { key, ...more })
}

test.each([
  ['Ctrl+K', key('k', { ctrlKey: true }), 'search'],
  ['the command key and K', key('k', { metaKey: true }), 'search'],
  ['Ctrl+K with capitals locked', key('K', { ctrlKey: true }), 'search'],
  ['Ctrl and the key that K is while Hangul is typed', key('ㅏ', { ctrlKey: true, code: 'KeyK' }), 'search'],
  ['Z while Hangul is typed', key('ㅋ', { code: 'KeyZ' }), 'undo-item'],
  ['Ctrl+Shift+Z', key('Z', { ctrlKey: true, shiftKey: true }), 'redo'],
  ['a question mark, which needs the shift key', key('?', { shiftKey: true }), 'shortcuts'],
  ['a question mark, which needs none', key('?'), 'shortcuts'],
  ['the digit 3', key('3'), 'can-teach'],
  ['Shift+Z', key('Z', { shiftKey: true }), undefined],
  ['K alone', key('k'), undefined],
  ['Ctrl+Shift+K', key('K', { ctrlKey: true, shiftKey: true }), undefined],
  ['Alt+Down', key('ArrowDown', { altKey: true }), undefined],
  ['Ctrl+0, which is no answer', key('0', { ctrlKey: true }), 'usualSize'],
  ['Ctrl and +, with the shift key', key('+', { ctrlKey: true, shiftKey: true }), 'larger'],
  ['a key that ends a syllable', key('k', { ctrlKey: true, isComposing: true }), undefined],
])('%s', (_, event, name) => {
  expect(pressed(event, ...names)).toBe(name)
})

test.each(['items', 'find', 'ladder', 'menus'])('no key means two things in one place: %s', (place) => {
  const all = Object.values(shortcuts).filter(({ group }) => group === place || group === 'everywhere')
  const keys = all.flatMap(({ keys }) => keys as readonly string[])
  expect(new Set(keys).size).toBe(keys.length)
})

const sources = Object.entries(import.meta.glob<string>('../**/*.{svelte,ts}', { query: '?raw', import: 'default', eager: true })).filter(
  ([path]) => !/\.test\.ts$|\/testing\/|^\.\/shortcuts\.ts$/.test(path),
)

test('every key of the list is listened to', () => {
  const asked = sources.flatMap(([, source]) => [...source.matchAll(/\b(?:pressed|shortcut)\(event,([^)]*)\)/g)].flatMap(([, names]) => names!.match(/[\w-]+/g) ?? []))
  const rungs = names.filter((name) => shortcuts[name].group === 'ladder')
  // A checkbox is ticked by the space bar by itself.
  expect(names.filter((name) => name !== 'tick' && !rungs.includes(name) && !verdicts.some((verdict) => verdict === name) && !asked.includes(name))).toEqual([])
  expect(verdicts.map((verdict) => verdictOf(shortcuts[verdict].keys[0]))).toEqual(verdicts)
  expect(rungs.map((name) => stepTo(shortcuts[name].keys[0], 4, 7))).toEqual([5, 3, 1, 7])
})

test('no key is listened to that is not in the list', () => {
  // The answers 0 to 3 and the rungs are looked up elsewhere, Tab leaves a menu as it leaves anything, and Ctrl
  // going up does nothing by itself.
  const known = /verdictOf\(|stepTo\(|onkey\?\.\(|=== 'Tab'|=== 'Control'/
  const beside = sources.flatMap(([path, source]) =>
    source.split('\n').filter((line) => /\bevent\.(key|code)\b/.test(line) && !known.test(line)).map((line) => `${path}: ${line.trim()}`),
  )
  expect(beside).toEqual([])
})

test('a key writes in a text field, and not on a checkbox', () => {
  const field = (html: string) => Object.assign(document.createElement('div'), { innerHTML: html }).firstElementChild
  expect(['<input>', '<input type="search">', '<textarea></textarea>', '<select></select>'].map((html) => writes(field(html)))).toEqual([true, true, true, true])
  expect(['<input type="checkbox">', '<button></button>', '<h1></h1>'].map((html) => writes(field(html)))).toEqual([false, false, false])
  expect(writes(null)).toBe(false)
})
