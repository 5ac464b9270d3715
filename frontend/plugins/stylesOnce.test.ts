import { beforeEach, expect, test, vi } from 'vitest'
import { helper } from './stylesOnce.ts'

type Load = (load: () => Promise<string>, files?: string[]) => Promise<string>

// Each has a helper of its own, as each page has.
let pages = 0
async function page(): Promise<Load> {
  const source = `${helper}\n// ${++pages}`
  return ((await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(source)}`)) as { __vitePreload: Load }).__vitePreload
}

const files = ['assets/places.js', 'assets/places.css']
const place = () => Promise.resolve('a place')
// What the page is given to load; nothing is loaded here.
let sheets: HTMLLinkElement[]

beforeEach(() => {
  sheets = []
  vi.spyOn(document.head, 'append').mockImplementation((...links) => void sheets.push(...(links as HTMLLinkElement[])))
})

test('a place comes with its style sheet, and the next one asks for none', async () => {
  const load = await page()
  let came = false
  const first = load(place, files).then((module) => {
    came = true
    return module
  })
  await new Promise((later) => setTimeout(later))
  expect(came).toBe(false)
  expect(sheets.map((link) => [link.rel, link.getAttribute('href')])).toEqual([['stylesheet', '/assets/places.css']])

  sheets[0]!.onload!(new Event('load'))
  expect(await first).toBe('a place')
  expect(await load(place, files)).toBe('a place')
  expect(sheets).toHaveLength(1)
})

test('what the later file imports of itself names no style sheet, and waits for none', async () => {
  const load = await page()
  expect(await load(place, [])).toBe('a place')
  expect(await load(place)).toBe('a place')
  expect(sheets).toEqual([])
})

test('a style sheet that did not come is asked for again', async () => {
  const load = await page()
  const first = load(place, files)
  sheets[0]!.onerror!(new Event('error'))
  await expect(first).rejects.toBeInstanceOf(Event)

  const again = load(place, files)
  sheets[1]!.onload!(new Event('load'))
  expect(await again).toBe('a place')
})
