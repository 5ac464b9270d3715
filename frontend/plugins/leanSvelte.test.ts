import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { leanSvelte } from './leanSvelte.ts'

const client = join(import.meta.dirname, '../node_modules/svelte/src/internal/client')

type Handler = (this: { error: (words: string) => never }, source: string, id: string) => { code: string } | undefined

/** What is left of a file of Svelte, or of a component. */
function left(which: 0 | 1, source: string, id: string): string {
  const { handler } = leanSvelte()[which]!.transform as { handler: Handler }
  const error = (words: string): never => {
    throw new Error(words)
  }
  return handler.call({ error }, source, id)?.code ?? source
}

test('a form that Svelte no longer has stops the build', () => {
  for (const file of ['dom/hydration.js', 'reactivity/async.js', 'reactivity/batch.js', 'dom/blocks/each.js', 'runtime.js', 'render.js']) {
    const id = join(client, file)
    expect(left(0, readFileSync(id, 'utf8'), id), file).not.toBe(readFileSync(id, 'utf8'))
    expect(() => left(0, 'export {}', id), file).toThrow(/no longer says/)
  }
})

test('what is not named is left as it is', () => {
  const id = join(client, 'proxy.js')
  expect(left(0, 'hydrating = value;', id)).toBe('hydrating = value;')
})

test('a component keeps what draws it, and loses its marks for a page that was drawn before', () => {
  const source = "\tvar p = root();\n\tvar words = $.child(p, true);\n\t$.reset(p);\n\tPart(p, { children, $$slots: { default: true } });\n\tvar next = $.sibling(p, 1);\n\tvar third = $.sibling(p, 3);\n\t$.next();\n"
  expect(left(1, source, 'Part.svelte').replace(/\n+/g, '\n')).toBe('\tvar p = root();\n\tvar words = $.child(p);\n\tPart(p, { children });\n\tvar next = $.sibling(p);\n\tvar third = $.sibling(p, 3);\n')
})

test('a component that needs what is left out stops the build', () => {
  for (const source of ['$.boundary(node, {}, content);', '$.async(node, [], [load], shown);', 'var told = await $.async_derived(load);'])
    expect(() => left(1, source, 'Part.svelte'), source).toThrow(/is left out of the window/)
})
