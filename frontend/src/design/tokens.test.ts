import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const source = resolve(import.meta.dirname, '..')
const read = (name: string) => readFileSync(join(source, name), 'utf8')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(css|svelte|ts)$/.test(name) && !name.endsWith('.test.ts'))
const all = files.map(read).join('\n')
const named = (pattern: RegExp, text: string) => new Set([...text.matchAll(pattern)].map(([, name]) => name!))
const asked = named(/var\(\s*(--[\w-]+)/g, all)

test('whatever a style asks for has a value', () => {
  const given = named(/(--[\w-]+)['"]?\s*[:=,]/g, all)
  expect([...asked].filter((name) => !given.has(name))).toEqual([])
})

test('every token is used', () => {
  const tokens = named(/(--[\w-]+)\s*:/g, read('design/tokens.css'))
  expect(tokens.size).toBeGreaterThan(40)
  expect([...tokens].filter((name) => !asked.has(name) && !all.includes(`'${name}'`))).toEqual([])
})
