import { afterEach, expect, test } from 'vitest'
import { startOf } from '.'

function bring(text: string): void {
  const element = Object.assign(document.createElement('script'), { type: 'application/json', id: 'start', textContent: text })
  document.head.append(element)
}

afterEach(() => {
  document.getElementById('start')?.remove()
})

test('what the page brought is taken once: later it may no longer be true', () => {
  bring('{"session":{"version":"brought"},"catalogue":{"guides":null}}')
  expect(startOf()).toEqual({ session: { version: 'brought' }, catalogue: { guides: [] } })
  expect(startOf()).toBeUndefined()
})

test('a page that brought nothing says so', () => {
  expect(startOf(document)).toBeUndefined()
})
