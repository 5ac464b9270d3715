// Every place, in every theme and language, with a journal that has something to show: what axe
// finds, and whether the focus can be seen wherever the tab key brings it.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unseen } from './focus'
import { openPage, Program, settled, violations } from './program'
import { chromium } from './tab'

const guide = 'backend-engineering'
const places = [
  'home', 'guides', `guides/${guide}/levels/1`, `guides/${guide}/levels/3`, `guides/${guide}/about`,
  `guides/${guide}/progress`, `guides/${guide}/related`, 'find', `find/${guide}`, 'insights', 'fresh', 'report',
  'settings', 'help', 'help/level', 'help/shortcuts', 'help/licences',
]

async function show(page: Page, program: Program, place: string): Promise<void> {
  await page.goto(`${program.url}/#/${place}`)
  await page.locator('h1').first().waitFor()
  await settled(page)
}

describe.each(['en', 'ko'])('in %s', (language) => {
  let program: Program

  beforeAll(async () => {
    program = await Program.speaking(language)
    for (let n = 1; n <= 9; n++) program.cli('mark', guide, `be-00${n}`, 'on-my-own')
    for (const [item, verdict] of [['be-021', 'with-help'], ['be-022', 'not-yet'], ['be-023', 'can-teach']]) program.cli('mark', guide, item!, verdict!)
  })
  afterAll(() => program?.remove())

  test.each(['light', 'dark', 'contrast'] as const)('no place stands in the way of anyone, %s', async (theme) => {
    const context = await chromium.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: theme === 'dark' ? 'dark' : 'light', contrast: theme === 'contrast' ? 'more' : 'no-preference' })
    const { page, wrong } = await openPage(context)
    const found: string[] = []
    for (const place of places) {
      await show(page, program, place)
      found.push(...(await violations(page, theme === 'contrast' ? ['color-contrast-enhanced'] : [])).map((what) => `#/${place}: ${what}`))
    }
    expect(found).toEqual([])
    expect(await page.getAttribute('html', 'lang')).toBe(language)
    expect(wrong).toEqual([])
    await context.close()
  })

  test('on paper a page is alone and light, and its ticks are there', async () => {
    const context = await chromium.newContext({ viewport: { width: 800, height: 1000 }, colorScheme: 'dark' })
    const { page, wrong } = await openPage(context)
    await show(page, program, `guides/${guide}/levels/1`)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.window > nav:visible').count()).toBe(0)
    const paper = await page.evaluate(() => {
      const tick = getComputedStyle(document.querySelector('main input:checked + *') ?? document.querySelector('main input:checked')!)
      return { adjust: tick.printColorAdjust, scheme: getComputedStyle(document.documentElement).colorScheme }
    })
    expect(paper).toEqual({ adjust: 'exact', scheme: 'light' })
    expect(wrong).toEqual([])
    await context.close()
  })

  test.each([[1280, 800], [320, 640]])('the focus is seen wherever it goes, %i wide', async (width, height) => {
    const context = await chromium.newContext({ viewport: { width, height } })
    const { page, wrong } = await openPage(context)
    const hidden: string[] = []
    for (const place of places) {
      await show(page, program, place)
      hidden.push(...(await unseen(page)).map((what) => `#/${place}: ${what}`))
    }
    expect(hidden).toEqual([])
    expect(wrong).toEqual([])
    await context.close()
  })
})
