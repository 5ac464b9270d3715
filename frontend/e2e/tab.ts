// Chromium for the tests of a file, and one page at a time in it. A test fails where something goes
// wrong in its page, whatever else it finds.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { browser, openPage } from './program'

export let chromium: Browser
export let context: BrowserContext | undefined
export let page: Page
/** Errors and warnings on the console of the page. */
export let wrong: string[] = []

beforeAll(async () => {
  chromium = await browser()
})
afterAll(() => chromium?.close())
afterEach(async () => {
  await leave()
  expect(wrong, 'errors and warnings on the console').toEqual([])
})

/** Opens a page that has a heading, in the place of the one before. */
export async function visit(url: string, options: BrowserContextOptions = {}): Promise<void> {
  await leave()
  context = await chromium.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', ...options })
  ;({ page, wrong } = await openPage(context))
  await page.goto(url)
  await page.locator('h1').first().waitFor()
}

/** Closes the page. A program that ends before its page does is something gone wrong in the page. */
export async function leave(): Promise<void> {
  await context?.close()
}

/** Forgets what was bound to go wrong. */
export function forgive(words: string): void {
  wrong = wrong.filter((text) => !text.includes(words))
}
