import { expect, test } from 'vitest'
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

test('no key means two things', () => {
  const all = Object.values(shortcuts).flatMap(({ keys }) => keys as readonly string[])
  expect(new Set(all).size).toBe(all.length)
})

test('a key writes in a text field, and not on a checkbox', () => {
  const field = (html: string) => Object.assign(document.createElement('div'), { innerHTML: html }).firstElementChild
  expect(['<input>', '<input type="search">', '<textarea></textarea>', '<select></select>'].map((html) => writes(field(html)))).toEqual([true, true, true, true])
  expect(['<input type="checkbox">', '<button></button>', '<h1></h1>'].map((html) => writes(field(html)))).toEqual([false, false, false])
  expect(writes(null)).toBe(false)
})
