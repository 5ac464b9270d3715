import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Library } from '../library.svelte'
import { Notices } from '../notices.svelte'
import { backend } from '../testing/backend'
import { FakeBridge } from '../testing/fake'
import { keepDrawn } from './drawn'

let bridge: FakeBridge
let library: Library

beforeEach(async () => {
  bridge = new FakeBridge([backend()])
  library = new Library(bridge, new Notices())
  await library.start()
})
afterEach(() => document.body.replaceChildren())

function draw(markup: string): ReturnType<typeof vi.spyOn> {
  document.body.innerHTML = `<div id="app">${markup}</div>`
  return vi.spyOn(bridge, 'keepDrawn')
}

test('what is kept says what it was drawn from, and does not show what the day says', () => {
  const kept = draw('<h1><span data-day="">금요일, 11월 27일</span></h1><p>שלום 🙂</p>')
  keepDrawn(library)
  expect(kept).toHaveBeenCalledExactlyOnceWith(
    { session: library.session, catalogue: { guides: library.cards }, home: library.home },
    '<h1><span data-day="" data-then="">금요일, 11월 27일</span></h1><p>שלום 🙂</p>',
  )
})

test('keeping leaves the page as it is', () => {
  draw('<span data-day="">today</span>')
  keepDrawn(library)
  expect(document.querySelector('[data-then]')).toBeNull()
})

test.each(['<dialog></dialog>', '<div role="menu"></div>', '<div class="toast">Saved</div>'])('a page with %s on top is not kept', (top) => {
  const kept = draw(`<p>Home</p>${top}`)
  keepDrawn(library)
  expect(kept).not.toHaveBeenCalled()
})
