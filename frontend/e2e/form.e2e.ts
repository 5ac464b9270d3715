// The form that a second rater fills in: a file, opened without a network in a browser of their own.
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openPage, Program, violations } from './program'
import { chromium } from './tab'

const guide = 'backend-engineering'

let program: Program

beforeEach(async () => {
  program = await Program.start()
})
afterEach(() => program.remove())

test.each([
  ['en', 'light', 1280],
  ['ko', 'dark', 320],
] as const)('a form in %s is filled in offline, by keyboard, and what it saves is read back', async (lang, colorScheme, width) => {
  const path = join(program.home, 'form.html')
  program.cli('mark', guide, 'be-001', 'not-yet')
  program.cli('--lang', lang, 'rater', 'form', guide, '-o', path)
  const context = await chromium.newContext({ viewport: { width, height: 800 }, colorScheme, offline: true, acceptDownloads: true })
  const { page, wrong } = await openPage(context)
  await page.goto(`file://${path}`)
  await page.locator('#rater').fill('보라 O’Neil 🙂')
  await page.locator('input[name="be-001"]').first().focus()
  for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowDown')
  await page.locator('input[name="be-002"][value="can-teach"]').focus()
  await page.keyboard.press('Space')
  expect(await page.locator('#count').textContent()).toContain('2')
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(wide, 'pixels beyond the edge').toBeLessThanOrEqual(0)
  expect(await violations(page)).toEqual([])
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('button').press('Enter')])
  expect(download.suggestedFilename()).toBe(`${guide}-보라-O-Neil-.json`)
  const filled = join(program.home, 'filled.json')
  await download.saveAs(filled)
  // close() only asks for it: the page is gone once it said so, and never, if it asked the person first.
  await Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: true })])
  await context.close()
  expect(wrong).toEqual([])

  program.cli('rater', 'read', guide, filled)
  const seen = JSON.parse(program.cli('rater', 'show', guide, '--json')) as { raters: unknown[] }
  expect(seen.raters).toMatchObject([
    { name: '보라 O’Neil 🙂', both: 1, same: 0, higher: 1, items: [{ item: 'be-001', own: 'not-yet', other: 'on-my-own' }, { item: 'be-002', own: 'cleared', other: 'can-teach' }] },
  ])
  expect(program.status(guide)).toMatchObject({ level: 0, rated: 1 })
})

test('whoever closes a form with answers that are not saved is asked first', async () => {
  const path = join(program.home, 'form.html')
  program.cli('rater', 'form', guide, '-o', path)
  const context = await chromium.newContext({ offline: true })
  const { page } = await openPage(context)
  await page.goto(`file://${path}`)
  await page.locator('#rater').fill('보라')
  await page.locator('input[name="be-002"][value="can-teach"]').check()
  const [question] = await Promise.all([page.waitForEvent('dialog'), page.close({ runBeforeUnload: true })])
  expect(question.type()).toBe('beforeunload')
  expect(page.isClosed()).toBe(false)
  // The person leaves. Were they to stay, Chromium would still be giving up the closing of its window
  // while the context asks for it anew: it then hangs or crashes, now and then.
  await Promise.all([page.waitForEvent('close'), question.accept()])
  await context.close()
})
