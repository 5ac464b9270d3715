import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { flushSync } from 'svelte'
import { speak } from './language.svelte'
import { age, date, day, exactly, fullDay, list, number, numeral, text } from '.'
import { wordsOf } from '../testing/words'

const words = Object.fromEntries(Object.entries(wordsOf('en').texts).filter(([key]) => !key.startsWith('fault.')))

afterEach(() => speak(wordsOf('en')))

const sources = Object.entries(
  import.meta.glob<string>(['../**/*.{ts,svelte}', '!../**/*.test.ts', '!../testing/**'], {
    query: '?raw', import: 'default', eager: true,
  }),
)
const code = sources.map(([, source]) => source).join('\n')

/** The keys that the code makes from data, `verdict.${said}` and `${label}.words`, as patterns. */
const made = [
  ...[...code.matchAll(/`([a-z]+(?:\.[a-z]+)*\.\$\{[^`]+)`/g)].map(([, key]) => `^${key!.replaceAll('.', '\\.').replace(/\$\{.*?\}/g, '[\\w.-]+')}$`),
  ...[...code.matchAll(/`\$\{[^`}]+\}((?:\.[a-z]+)+)`/g)].map(([, end]) => `^[\\w.-]+${end!.replaceAll('.', '\\.')}$`),
].map((pattern) => new RegExp(pattern))

// The search asks for other words that a place is looked for by, where there are some.
made.push(/^[\w-]+\.words$/)

/** Calls of text('key', …) with the source of their arguments. */
function* calls(): Generator<{ key: string; args: string }> {
  for (const match of code.matchAll(/\btext\(\s*'([\w.-]+)'/g)) {
    let depth = 1
    let end = match.index + match[0].length
    for (; depth > 0; end++) depth += { '(': 1, ')': -1 }[code[end]!] ?? 0
    yield { key: match[1]!, args: code.slice(match.index + match[0].length, end - 1) }
  }
}

function placeholders(key: string): string[] {
  const message: unknown = words[key]
  const forms = typeof message === 'string' ? [message] : Object.values(message as Record<string, string>)
  const names = forms.flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))
  return [...new Set(typeof message === 'string' ? names : [...names, 'n'])]
}

test('every message is used', () => {
  const unused = Object.keys(words).filter(
    (key) => !code.includes(`'${key}'`) && !made.some((pattern) => pattern.test(key)),
  )
  expect(unused).toEqual([])
})

test('every message that is asked for exists', () => {
  const missing = [...calls()].map(({ key }) => key).filter((key) => !(key in words))
  expect(missing).toEqual([])
})

test('every placeholder is filled where its message is used', () => {
  const unfilled = [...calls()]
    .filter(({ args }) => !args.includes('args') && !args.includes('...'))
    .flatMap(({ key, args }) =>
      placeholders(key)
        .filter((name) => !new RegExp(`\\b${name}\\b\\s*[:,}]`).test(args))
        .map((name) => `${key}: ${name}`),
    )
  expect(unfilled).toEqual([])
})

test('every plural has both English forms', () => {
  for (const message of Object.values(words)) {
    if (typeof message !== 'string') expect(Object.keys(message).sort()).toEqual(['one', 'other'])
  }
})

test('no visible word stands in the code', () => {
  const markup = sources
    .filter(([path]) => path.endsWith('.svelte'))
    .map(([path, source]) => [path, source.replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<!--[\s\S]*?-->/g, '')] as const)
  for (const [path, source] of markup) {
    expect([path, ...source.matchAll(/>\s*([A-Z][a-z]+[^<>{}=]*)\s*</g)]).toEqual([path])
  }
})

test('a plural is chosen by its number, and a value is put in as it is', () => {
  expect(text('card.missing', { n: 1, level: 4 })).toBe('One item to level 4')
  expect(text('card.missing', { n: 3, level: 4 })).toBe('3 items to level 4')
  expect(text('card.missing', { n: 7573, level: 4 })).toBe('7,573 items to level 4')
  expect(text('title', { page: '{page} 백엔드 🚀' })).toBe('{page} 백엔드 🚀 · Levelica')
})

test('small numbers are words, others figures', () => {
  expect([numeral(2), numeral(8), numeral(31)]).toEqual(['two', 'eight', '31'])
  expect(list([1, 3, 4])).toBe('1, 3 and 4')
})

test('an age is as short as it may be', () => {
  const now = new Date(2026, 10, 22, 12)
  expect(age(new Date(2026, 10, 22, 0, 5).getTime(), now)).toBe('')
  expect(age(new Date(2026, 9, 12).getTime(), now)).toMatch(/12/)
  expect(age(new Date(2024, 4, 3).getTime(), now)).toMatch(/2024/)
})

test('after new year\'s night a day of December is still named', () => {
  const now = new Date(2027, 0, 1, 0, 30)
  expect(age(new Date(2026, 11, 31, 23, 59).getTime(), now)).toMatch(/31/)
  expect(age(new Date(2026, 1, 3).getTime(), now)).toMatch(/2026/)
  // A clock that was ahead in December.
  expect(age(now.getTime(), new Date(2026, 11, 31))).not.toMatch(/2027/)
})

test('an ISO date names the same day in every time zone', () => {
  expect(date('2026-03-02')).toBe('2 Mar 2026')
  expect(date('soon')).toBe('soon')
})

test('another language is spoken at once, with its own plurals, numbers, lists and dates', () => {
  const said: string[] = []
  const end = $effect.root(() => {
    $effect(() => void said.push(text('card.missing', { n: 1, level: 4 })))
  })
  flushSync()
  speak(wordsOf('ko'))
  flushSync()
  end()
  expect(said).toEqual(['One item to level 4', '레벨 4까지 항목 1개'])
  expect(document.documentElement.lang).toBe('ko')
  expect([numeral(2), number(12345)]).toEqual(['2', '12,345'])
  expect(list([1, 3, 4])).toMatch(/^1, 3.+4$/)
  expect(date('2026-03-02')).toBe('2026년 3월 2일')
  expect(exactly(new Date(2026, 2, 2, 15, 4).getTime())).toMatch(/^2026년 3월 2일.* 3:04$/)
})

test('a key without words is shown as it is', () => {
  speak({ language: 'en', texts: {} })
  expect(text('guides.lead')).toBe('guides.lead')
})

test('a day is named without its year while that lasts', () => {
  const now = new Date(2026, 10, 22, 0, 30)
  expect(day(new Date(2026, 10, 15, 1).getTime(), now)).toMatch(/^(15 Nov|Nov 15)$/)
  expect(day(new Date(2024, 4, 2).getTime(), now)).toMatch(/^(2 May 2024|May 2, 2024)$/)
})

// Days are written without the engine's tables of languages, and as they write them.
test.each([
  ['en', 'en-US', true],
  ['ko', 'ko-KR', false],
])('the days of a year in %s are written as in %s', (language, region, monthFirst) => {
  speak({ ...wordsOf(language), monthFirst })
  const now = new Date(2026, 5, 30)
  const as = (then: Date, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(region, options).format(then)
  for (let month = 0; month < 12; month++) {
    const [then, earlier] = [new Date(2026, month, 2 * month + 1, 23, 59), new Date(2024, month, 29)]
    expect(age(then.getTime(), now)).toBe(as(then, { day: 'numeric', month: 'short' }))
    expect(day(then.getTime(), now)).toBe(as(then, { day: 'numeric', month: 'short' }))
    expect(age(earlier.getTime(), now)).toBe(as(earlier, { month: 'short', year: 'numeric' }))
    expect(day(earlier.getTime(), now)).toBe(as(earlier, { day: 'numeric', month: 'short', year: 'numeric' }))
    expect(fullDay(then.getTime())).toBe(as(then, { day: 'numeric', month: 'short', year: 'numeric' }))
  }
})

test('where a region says the day first, so does the window', () => {
  expect(date('2026-03-02')).toBe('2 Mar 2026')
  expect(day(new Date(2026, 8, 5).getTime(), new Date(2026, 10, 22))).toBe('5 Sep')
})

// What is on the first screen is said without the engine's tables of languages, and as they say it.
describe.each(['en', 'ko'])('in %s', (language) => {
  beforeEach(() => speak(wordsOf(language)))

  test.each([0, 1, 2, 10, 11, 21, 999, 1000, 1.5, 12345])('%d is written and counted as people do', (n) => {
    expect(number(n)).toBe(new Intl.NumberFormat(language).format(n))
    const message = wordsOf(language).texts['card.missing']!
    const forms: Partial<Record<string, string>> = typeof message === 'string' ? { other: message } : message
    const form = forms[new Intl.PluralRules(language).select(n)] ?? forms['other']!
    expect(text('card.missing', { n, level: 4 })).toBe(form.replace('{n}', number(n)).replace('{level}', '4'))
  })
})
