import { beforeEach, expect, test, vi } from 'vitest'

/** Begins anew, and tells whether a sign of a person has been seen. */
async function begin(): Promise<() => Promise<boolean>> {
  vi.resetModules()
  const { somebody } = await import('./somebody')
  let seen = false
  void somebody.then(() => (seen = true))
  return async () => {
    await Promise.resolve()
    return seen
  }
}

const signs: [string, () => Event][] = [
  ['a pointer that moves', () => new MouseEvent('pointermove', { movementX: 1, bubbles: true })],
  ['a key', () => new KeyboardEvent('keydown', { key: '가', bubbles: true })],
  ['the focus', () => new FocusEvent('focusin', { bubbles: true })],
]

let seen: () => Promise<boolean>
beforeEach(async () => {
  seen = await begin()
})

test.each(signs)('%s is a sign of a person, also where a part of the page keeps it to itself', async (_, sign) => {
  document.body.addEventListener(sign().type, (event) => event.stopPropagation(), { once: true })
  document.body.dispatchEvent(sign())
  expect(await seen()).toBe(true)
})

test('a window that comes up under a resting pointer has seen nobody', async () => {
  document.body.dispatchEvent(new MouseEvent('pointermove', { bubbles: true }))
  expect(await seen()).toBe(false)
})
