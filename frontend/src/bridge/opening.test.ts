import { afterEach, expect, test, vi } from 'vitest'
import { bridge, startOf } from '.'

function bring(text: string): void {
  const element = Object.assign(document.createElement('script'), { type: 'application/json', id: 'start', textContent: text })
  document.head.append(element)
}

afterEach(() => {
  document.getElementById('start')?.remove()
  vi.unstubAllGlobals()
})

test('what the page brought is taken once, and then asked for', async () => {
  const fetched = vi.fn(() => Promise.resolve(Response.json({ session: { version: 'asked for' } })))
  vi.stubGlobal('fetch', fetched)
  bring('{"session":{"version":"brought"},"catalogue":{"guides":null}}')
  await expect(bridge.start()).resolves.toEqual({ session: { version: 'brought' }, catalogue: { guides: [] } })
  expect(fetched).not.toHaveBeenCalled()
  await expect(bridge.start()).resolves.toEqual({ session: { version: 'asked for' } })
})

test('a page that brought nothing says so', () => {
  expect(startOf(document)).toBeUndefined()
})

test('what cannot be read is a fault', async () => {
  bring('{')
  await expect(bridge.start()).rejects.toMatchObject({ code: 'internal' })
})
