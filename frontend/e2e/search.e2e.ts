// The search, Help and the share card in front of the real program: what axe says of them, and what
// a person does with them, by keyboard alone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { overflowing } from './overflow'
import { Program, violations } from './program'
import { page, visit } from './tab'

const guide = 'backend-engineering'
const topics = ['how', 'level', 'shortcuts', 'faq', 'privacy', 'terms', 'licences', 'about']

let program: Program

beforeAll(async () => {
  program = await Program.start()
  for (let n = 1; n <= 8; n++) program.cli('mark', guide, `be-00${n}`, 'on-my-own')
})
afterAll(() => program?.remove())

async function search(words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.locator('dialog [role=combobox]').waitFor()
  await page.keyboard.type(words)
}

const chosen = () => page.locator('[role=option][aria-selected=true]')

test('an item is found in the other language, ticked, and opened, by keyboard alone', async () => {
  await visit(`${program.url}/#/guides`)
  await search('멱등')
  await expect.poll(() => chosen().textContent()).toContain('idempotent')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('publish a contract file')
  await expect.poll(() => chosen().textContent()).toContain('Publish a contract file')
  expect(await chosen().getAttribute('aria-checked')).toBe('false')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Space')
  await expect.poll(() => chosen().getAttribute('aria-checked')).toBe('true')
  expect(JSON.parse(program.cli('status', guide, '--json'))).toMatchObject({ done: 9 })
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('checkbox')
  expect(await page.locator('dialog [role=combobox]').count()).toBe(0)
})

test('Escape closes the search, and the focus is where it was', async () => {
  await visit(`${program.url}/#/guides`)
  const link = page.getByRole('link', { name: 'Report' }).first()
  await link.focus()
  await search('data')
  await page.keyboard.press('Escape')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Report')
})

test('a share card is shown as the picture that will be saved', async () => {
  await visit(`${program.url}/#/report`)
  await page.getByRole('button', { name: 'Share card' }).click()
  const picture = page.getByRole('img', { name: /Backend Engineering/ })
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth)).toBe(1200)
})

describe.each([1280, 400, 320])('at %i px', (width) => {
  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    test('nothing stands in the way of anyone, and no word is cut off', async () => {
      await visit(`${program.url}/#/guides`, { viewport: { width, height: 800 }, colorScheme })
      for (const words of ['', 'data', '데이터', 'zzzzz']) {
        await search(words)
        expect(await violations(page), `search for ${words}`).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `search for ${words}`).toBeLessThanOrEqual(width)
        await page.keyboard.press('Escape')
      }
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
      expect(await violations(page), 'the shortcuts').toEqual([])
      await page.keyboard.press('Escape')
      for (const topic of topics) {
        await page.goto(`${program.url}/#/help/${topic}`)
        await page.locator('article h1 ~ *').first().waitFor()
        expect(await violations(page), topic).toEqual([])
        expect(await page.evaluate(overflowing), topic).toEqual([])
      }
      await page.goto(`${program.url}/#/report`)
      await page.getByRole('button', { name: 'Share card' }).click()
      await page.getByRole('img', { name: /Backend Engineering/ }).waitFor()
      expect(await violations(page), 'the share card').toEqual([])
    })
  })
})
