// The receipt of a new edition: what axe says of it, whether its words have room, also where they are
// longer or read from the right, and whether the focus can be seen on it. The program is the one that
// is tested, built with a library in which one guide has a second edition.
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unseen } from './focus'
import { overflowing } from './overflow'
import { openPage, Program, root, violations } from './program'
import { pseudo, speakPseudo } from './pseudo'
import { chromium, page, visit } from './tab'

const guide = 'data-analysis'
const receipt = `#/guides/${guide}/edition`
const folder = mkdtempSync(join(tmpdir(), 'levelica-e2e-'))
const tomorrow = join(folder, 'levelica-dev')

let program: Program

/** Has a person answer the first edition in the program of today, and starts the one of tomorrow. */
async function upgraded(language: string): Promise<Program> {
  const today = await Program.speaking(language)
  // Something of each fate: reworded, moved, retired, replaced, and carried as it was.
  for (const item of ['001', '007', '008', '010', '024', '034', '040', '055']) today.cli('mark', guide, `da-${item}`, 'on-my-own')
  await today.stop()
  return Program.start(today.home, tomorrow)
}

beforeAll(async () => {
  const library = join(folder, 'library')
  const room = join(root, 'internal/guide')
  cpSync(join(room, 'library'), library, { recursive: true })
  rmSync(join(library, guide), { recursive: true })
  cpSync(join(room, 'testdata/second-edition', guide), join(library, guide), { recursive: true })
  const variable = `-X github.com/levelica/levelica/internal/guide.folder=${library}`
  execFileSync('go', ['build', '-buildvcs=false', '-trimpath', '-tags', 'dev,webkit2_41', '-ldflags', variable, '-o', tomorrow, '.'], { cwd: root })
}, 300_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each(['en', 'ko'])('in %s', (language) => {
  beforeAll(async () => void (program = await upgraded(language)))
  afterAll(() => program?.remove())

  describe.each([1280, 400])('at %i px', (width) => {
    test.each(['light', 'dark'] as const)('the receipt stands in the way of nobody, as it comes and taken back, %s', async (colorScheme) => {
      await visit(`${program.url}/${receipt}`, { viewport: { width, height: 800 }, colorScheme })
      await page.locator('.receipts button[aria-expanded]').click()
      const found = (await faults()).map((what) => `as it comes: ${what}`)
      found.push(...(await unseen(page)).map((what) => `focus: ${what}`))
      // Its three states one after the other: as it comes, taken back, carried again.
      const ways = page.locator('.receipts .ways').first().getByRole('button')
      await ways.first().click()
      await page.getByRole('button', { name: /^(Carry again|다시 옮기기)$/ }).waitFor()
      found.push(...(await faults()).map((what) => `taken back: ${what}`))
      await ways.first().click()
      await page.locator('.receipts li button').first().waitFor()
      expect(found).toEqual([])
    })
  })

  test('who confirms one answer after the other sees the next, and not the top of the page', async () => {
    await visit(`${program.url}/${receipt}`, { viewport: { width: 400, height: 500 } })
    await page.locator('.receipts li button').first().waitFor()
    const waiting = page.locator('.receipts li button')
    const before = await waiting.count()
    await waiting.nth(1).click()
    await expect.poll(() => waiting.count()).toBe(before - 1)
    const next = waiting.nth(1)
    await expect.poll(() => next.evaluate((button) => button === document.activeElement)).toBe(true)
    const box = (await next.boundingBox())!
    expect(box.y).toBeGreaterThan(0)
    expect(box.y + box.height).toBeLessThan(500)
  })
})

describe.each(['ltr', 'rtl'] as const)('words two fifths longer, %s', (direction) => {
  beforeAll(async () => void (program = await upgraded('en')))
  afterAll(() => program?.remove())

  const sizes = [[1280, 800, 100], [900, 700, 100], [400, 800, 100], [1280, 800, 200], [320, 640, 100]] as const
  test.each(sizes)('have room at %i x %i, text size %i', async (width, height, size) => {
    const context = await chromium.newContext({ viewport: { width, height }, locale: 'en-GB' })
    const { page, wrong } = await openPage(context)
    await speakPseudo(page, program, direction, size)
    // The sentences of a receipt are made by Go, and come with it.
    await page.route(`${program.url}/receipts/*`, async (route) => {
      const response = await route.fetch()
      const longer = (key: string, value: unknown) => (typeof value === 'string' && !['id', 'guide', 'day'].includes(key) ? pseudo(value) : value)
      await route.fulfill({ response, json: JSON.parse(JSON.stringify(await response.json(), longer)) })
    })
    await page.goto(`${program.url}/${receipt}`)
    await page.locator('.receipts button[aria-expanded]').click()
    await page.getByText('lõñg').nth(20).waitFor()
    expect(await page.evaluate(overflowing)).toEqual([])
    expect(wrong).toEqual([])
    await page.goto(`${program.url}/#/home`)
    await page.locator('.strip').first().waitFor()
    expect(await page.evaluate(overflowing)).toEqual([])
    await context.close()
  })
})

async function faults(): Promise<string[]> {
  return [...(await violations(page)), ...(await page.evaluate(overflowing))]
}
