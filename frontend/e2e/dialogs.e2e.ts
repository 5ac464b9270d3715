// What opens over a place: what axe says of each dialog, and whether its words have room, in each
// language and theme, in a wide window and in a narrow one.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { overflowing } from './overflow'
import { browser as launch, openPage, Program, violations } from './program'

const guide = 'backend-engineering'

let chromium: Browser

beforeAll(async () => {
  chromium = await launch()
})
afterAll(() => chromium?.close())

describe.each(['en', 'ko'])('in %s', (language) => {
  let program: Program

  beforeAll(async () => {
    const home = mkdtempSync(join(tmpdir(), 'levelica-e2e-'))
    mkdirSync(join(home, 'config/levelica'), { recursive: true, mode: 0o700 })
    writeFileSync(join(home, 'config/levelica/settings.json'), JSON.stringify({ language }))
    program = await Program.start(home)
    for (let n = 1; n <= 9; n++) program.cli('mark', guide, `be-00${n}`, 'on-my-own')
  })
  afterAll(() => program?.remove())

  describe.each([1280, 400])('at %i px', (width) => {
    test.each(['light', 'dark'] as const)('no dialog stands in the way of anyone, %s', async (colorScheme) => {
      const context = await chromium.newContext({ viewport: { width, height: 800 }, colorScheme })
      const { page, wrong } = await openPage(context)
      const found: string[] = []
      const look = async (what: string) => {
        await page.getByRole('dialog').waitFor()
        found.push(...[...(await violations(page)), ...(await page.evaluate(overflowing))].map((fault) => `${what}: ${fault}`))
      }
      const close = async () => {
        await page.keyboard.press('Escape')
        await page.getByRole('dialog').waitFor({ state: 'detached' })
      }

      await page.goto(`${program.url}/#/guides/${guide}/levels/1`)
      await page.getByRole('checkbox').first().focus()
      await page.keyboard.press('e')
      await page.getByRole('dialog').waitFor()
      const kinds = page.getByRole('dialog').locator('label:has(input[type=radio])')
      expect(await kinds.count()).toBe(3)
      for (let kind = 0; kind < 3; kind++) {
        await kinds.nth(kind).click()
        await look(`evidence of kind ${kind}`)
      }
      await close()

      // The two last entries of a row's menu open dialogs.
      for (const back of [1, 2]) {
        await page.locator('li .more').first().click()
        await page.getByRole('menu').waitFor()
        for (let n = 0; n < back; n++) await page.keyboard.press(n === 0 ? 'End' : 'ArrowUp')
        await page.keyboard.press('Enter')
        await look(`entry ${back} from the end of a row's menu`)
        await close()
      }

      await page.goto(`${program.url}/#/report`)
      await page.locator('.ways button').last().click()
      await page.getByRole('img').first().waitFor()
      await look('the share card')

      expect(found).toEqual([])
      expect(wrong).toEqual([])
      await context.close()
    })
  })
})
