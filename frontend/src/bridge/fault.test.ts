import { expect, test } from 'vitest'
import { withoutNulls } from './ask'
import { wordsOf } from '../testing/words'
import { Fault, toFault } from './fault'

test('a fault that Go sends keeps its code, its values and its reference', () => {
  // As Wails sends it: the text becomes the message of an Error.
  const fault = toFault(new Error('{"code":"disk_full","args":{"path":"/home/미나/.local"},"ref":"7f3a"}'))
  expect([fault.code, fault.ref]).toEqual(['disk_full', '7f3a'])
  expect(fault.what).toBe('The disk is full: nothing can be saved.')
  expect(fault.hint).toContain('Make room where /home/미나/.local is')
})

test('an unknown fault is "internal", and its hint names the reference', () => {
  const fault = toFault('{"code":"flux_missing","ref":"91b0"}')
  expect(fault.code).toBe('internal')
  expect(fault.hint).toContain('91b0')
})

test.each([
  ['plain text', 'json: cannot unmarshal'],
  ['an error', new Error('x')],
  ['nothing', undefined],
  ['a number in JSON', '7'],
  ['a key of every object', '{"code":"__proto__"}'],
  ['a hint as a code', '{"code":"journal_busy.hint"}'],
])('%s is "internal"', (_, reason) => {
  expect(toFault(reason).code).toBe('internal')
})

test('a value with braces is shown as it is', () => {
  expect(toFault('{"code":"guide_not_found","args":{"guide":"{detail}"}}').what).toBe('There is no guide named {detail}.')
})

test('a fault passes through unchanged', () => {
  const fault = new Fault('journal_busy')
  expect(toFault(fault)).toBe(fault)
})

test('every fault has a hint', () => {
  const faults = Object.keys(wordsOf('en').texts).filter((key) => key.startsWith('fault.'))
  expect(faults.length).toBeGreaterThan(0)
  for (const key of faults) if (!key.endsWith('.hint')) expect(faults).toContain(`${key}.hint`)
})

test('a list that Go never made is an empty one, at any depth', () => {
  expect(withoutNulls({ a: null, b: [{ c: null, d: 0 }], e: '' })).toEqual({ a: [], b: [{ c: [], d: 0 }], e: '' })
})
