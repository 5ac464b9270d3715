import { render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { Library } from '../library.svelte'
import { Notices } from '../notices.svelte'
import { backend } from '../testing/backend'
import { FakeBridge } from '../testing/fake'
import { canPrint, print } from './print'
import ShareCard from './ShareCard.svelte'

const user = userEvent.setup()
let bridge: FakeBridge

beforeEach(async () => {
  bridge = new FakeBridge([backend(), { ...backend(), slug: 'data-analysis', title: '데이터 분석' }])
  const library = new Library(bridge, new Notices())
  await library.start()
  render(ShareCard, { cards: library.cards, library, onclose: () => {} })
})

test('the card is shown as it will be, and says in words what it shows', () => {
  const picture = screen.getByRole('img', { name: 'Backend Engineering: Starting out. Your own assessment.' })
  expect(picture.getAttribute('src')).toMatch(/^\/card\/backend-engineering\.svg/)
})

test('another guide and a name make another card, and that one is saved', async () => {
  await user.selectOptions(screen.getByLabelText('Guide'), '데이터 분석')
  await user.click(screen.getByRole('checkbox', { name: /My name on it/ }))
  expect(screen.getByRole('img').getAttribute('src')).toMatch(/^\/card\/data-analysis@name\.svg/)
  await user.click(screen.getByRole('button', { name: 'Save as PNG' }))
  expect(bridge.reports.cards).toEqual([{ guide: 'data-analysis', name: true, format: 'png' }])
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain('The share card is saved.'))
})

test('a name is on a card only where it was asked for', async () => {
  await user.click(screen.getByRole('button', { name: 'Save as SVG' }))
  expect(bridge.reports.cards).toEqual([{ guide: 'backend-engineering', name: false, format: 'svg' }])
})

test('what is printed is the page of the preview, in a frame that may print, and the focus comes back', async () => {
  const button = document.body.appendChild(document.createElement('button'))
  button.focus()
  const printing = print('/preview/TOKEN.html')
  const frame = document.querySelector<HTMLIFrameElement>('iframe[hidden]')!
  expect(frame.getAttribute('src')).toBe('/preview/TOKEN.print.html')
  const printed = vi.fn()
  const paper = new DOMParser().parseFromString('<h1>Where I stand</h1>', 'text/html')
  Object.defineProperty(frame, 'contentDocument', { value: paper })
  Object.defineProperty(frame, 'contentWindow', { value: { focus: () => button.blur(), print: printed } })
  frame.onload!(new Event('load'))
  await printing
  expect(printed).toHaveBeenCalledOnce()
  expect(document.activeElement).toBe(button)
  button.remove()
})

test('a page that is gone is not printed', async () => {
  const printing = print('/preview/GONE.html')
  const frame = document.querySelector<HTMLIFrameElement>('iframe[hidden]')!
  Object.defineProperty(frame, 'contentDocument', { value: new DOMParser().parseFromString('404', 'text/html') })
  Object.defineProperty(frame, 'contentWindow', { value: { print: () => expect.unreachable() } })
  frame.onload!(new Event('load'))
  await expect(printing).rejects.toThrow()
})

test('there is no button to print where the system prints nothing', () => {
  expect(['linux', 'windows', 'darwin'].map(canPrint)).toEqual([true, true, false])
})
