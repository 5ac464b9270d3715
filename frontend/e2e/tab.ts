// Chromium for the tests of a file, and one page at a time in it. A test fails where something goes
// wrong in its page, whatever else it finds.
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { browser, openPage } from './program'

export let chromium: Browser
export let context: BrowserContext | undefined
export let page: Page
/** Errors and warnings on the console of each page of the test, and what of them was bound to come. */
let wrong: string[][] = []
let forgiven: string[] = []

beforeAll(async () => {
  chromium = await browser()
})
afterAll(() => chromium?.close())
afterEach(async () => {
  await leave()
  const found = wrong.flat().filter((text) => !forgiven.some((words) => text.includes(words)))
  wrong = []
  forgiven = []
  expect(found, 'errors and warnings on the console').toEqual([])
})

/** Opens a page that has a heading, in the place of the one before. */
export async function visit(url: string, options: BrowserContextOptions = {}): Promise<void> {
  await leave()
  context = await chromium.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', ...options })
  const opened = await openPage(context)
  page = opened.page
  wrong.push(opened.wrong)
  await page.goto(url)
  await page.locator('h1').first().waitFor()
}

/** Closes the page. A program that ends before its page does is something gone wrong in the page. */
export async function leave(): Promise<void> {
  await context?.close()
}

/** Leaves out what is bound to go wrong in a test, whenever it does. */
export function forgive(words: string): void {
  forgiven.push(words)
}
