// What opens over a place: what axe says of each dialog, and whether its words have room, in each
// language and theme, in a wide window and in a narrow one.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { overflowing } from './overflow'
import { openPage, Program, violations } from './program'
import { chromium } from './tab'

const guide = 'backend-engineering'

describe.each(['en', 'ko'])('in %s', (language) => {
  let program: Program

  beforeAll(async () => {
    program = await Program.speaking(language)
    for (let n = 1; n <= 9; n++) program.cli('mark', guide, `be-00${n}`, 'on-my-own')
    program.cli('evidence', 'add', guide, 'be-001', '--link', 'https://example.org/orders/merge/412', '--shows', '복구를 해 봤습니다 🙂')
    program.cli('backup')
    program.cli('mark', guide, 'be-011', 'on-my-own')
  })
  afterAll(() => program?.remove())

  describe.each([1280, 400])('at %i px', (width) => {
    test.each(['light', 'dark'] as const)('no dialog stands in the way of anyone, %s', async (colorScheme) => {
      const context = await chromium.newContext({ viewport: { width, height: 800 }, colorScheme })
      const { page, wrong } = await openPage(context)
      const { found, look, close } = watch(page)

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

    test.each(['light', 'dark'] as const)('nothing that asks before it changes the record stands in the way of anyone, %s', async (colorScheme) => {
      const context = await chromium.newContext({ viewport: { width, height: 800 }, colorScheme })
      const { page, wrong } = await openPage(context)
      const { found, judge, look, close } = watch(page)

      // Evidence is taken away after a question in its place.
      await page.goto(`${program.url}/#/guides/${guide}/levels/1`)
      await page.getByRole('checkbox').first().focus()
      await page.keyboard.press('e')
      await page.getByRole('dialog').locator('.tools button').last().click()
      await expect.poll(() => page.getByRole('dialog').locator('.tools button').count()).toBe(2)
      await look('evidence that is to be removed')
      await close()

      // A goal.
      await page.goto(`${program.url}/#/insights/${guide}`)
      await page.locator('form select').selectOption({ index: 2 })
      await page.locator('input[type=date]').first().waitFor()
      await judge('a goal')

      // People.
      await page.goto(`${program.url}/#/settings/people`)
      const people = page.locator('#settings-people')
      await people.locator('li').first().waitFor()
      await people.locator('form input').fill('Wolfeschlegelsteinhausenbergerdorff 김아무개 שלום')
      if ((await people.locator('li').count()) === 1) {
        await people.locator('form button').click()
        await expect.poll(() => people.locator('li').count()).toBe(2)
        // Who was added is shown; the journal that all this is about is the first person's.
        await people.locator('li').first().locator('button').first().click()
        await people.locator('li').first().locator('.current').waitFor()
      } else await judge('a person to be added')
      const other = people.locator('li').last().locator('button')
      await other.last().click()
      await look('a person to be deleted')
      await close()
      await other.nth(-2).click()
      await people.locator('li form').waitFor()
      await judge('a person to be renamed')

      // Backups, and files of other computers.
      const backups = page.locator('#settings-backup')
      await backups.locator('li button').first().click()
      await page.getByRole('dialog').getByRole('table').first().waitFor()
      await look('a backup to be restored')
      await close()
      // What the file chooser answers, and a preview of what is really there.
      await page.evaluate(async () => {
        const program = (window as unknown as { go: { app: { App: Record<string, (argument?: unknown) => Promise<unknown>> } } }).go.app.App
        const { backups } = (await (await fetch('/backups.json')).json()) as { backups: { sha256: string }[] }
        const { profiles } = (await program['PreviewRestore']!(backups[0]!.sha256)) as { profiles: unknown }
        program['ChooseImport'] = () => Promise.resolve({ chosen: true, name: '아주-긴-이름의-기록-רשומות-🙂-2026-11-22.levelica', sealed: true })
        program['PreviewImport'] = () => Promise.resolve(profiles)
      })
      await backups.locator('.part').last().locator('.buttons button').last().click()
      await look('a passphrase that is asked for')
      await page.getByRole('dialog').getByRole('textbox').fill('열쇠')
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').getByRole('table').first().waitFor()
      await look('a journal to be joined')
      await close()

      // A placement that is left, and found again.
      await page.goto(`${program.url}/#/find/${guide}`)
      await page.locator('.stop').waitFor()
      await page.keyboard.press('y')
      await expect.poll(() => page.locator('h1').textContent()).toBeTruthy()
      await page.locator('.stop').click()
      await page.locator('.others').waitFor()
      await judge('a placement that is left')
      await page.reload()
      await page.locator('.offer').waitFor()
      await judge('a placement that was left')
      await page.locator('.offer button').last().click()
      await page.locator('.stop').waitFor()

      expect(found).toEqual([])
      expect(wrong).toEqual([])
      await context.close()
    })
  })
})

/** Collects what is wrong with what a page shows. */
function watch(page: Page) {
  const found: string[] = []
  const judge = async (what: string) => {
    found.push(...[...(await violations(page)), ...(await page.evaluate(overflowing))].map((fault) => `${what}: ${fault}`))
  }
  const look = async (what: string) => {
    await page.getByRole('dialog').waitFor()
    await judge(what)
  }
  const close = async () => {
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  return { found, judge, look, close }
}
