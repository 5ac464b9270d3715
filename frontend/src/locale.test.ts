import { expect, test } from 'vitest'
import words from '../../internal/locale/messages/en/window.json'
import { age, date, list, numeral, text } from './locale'

const sources = Object.entries(
  import.meta.glob<string>(['./**/*.{ts,svelte}', '!./**/*.test.ts', '!./testing/**'], {
    query: '?raw', import: 'default', eager: true,
  }),
)
const code = sources.map(([, source]) => source).join('\n')

/** The keys that the code makes from data, `verdict.${said}`, as patterns. */
const made = [...code.matchAll(/`([a-z]+(?:\.[a-z]+)*\.\$\{[^`]+)`/g)].map(
  ([, key]) => new RegExp(`^${key!.replaceAll('.', '\\.').replace(/\$\{.*?\}/g, '[\\w-]+')}$`),
)

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
  const message: unknown = words[key as keyof typeof words]
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

test('an ISO date names the same day in every time zone', () => {
  expect(date('2026-03-02')).toMatch(/\b2\b.*2026/)
  expect(date('soon')).toBe('soon')
})
