// From place to place in front of the real program. Each story begins with an empty journal.
import { expect, test } from 'vitest'
import { boxes, guide, open, program, restart, saved, tickByKeyboard } from './hands'
import { page, visit } from './tab'

test('a person without a mouse gets from the first start to a level', async () => {
  await visit(`${program.url}/#/home`)
  const focus = () => page.evaluate(() => document.activeElement?.closest('label')?.textContent ?? document.activeElement?.textContent)
  const tabTo = async (words: string) => {
    for (let n = 0; n < 40; n++) {
      await page.keyboard.press('Tab')
      if ((await focus())?.includes(words)) return
    }
    throw new Error(`The tab key does not come to ${words}.`)
  }
  await tabTo('AI Utilization')
  await page.keyboard.press('ArrowDown')
  expect(await focus()).toContain('Backend Engineering')
  await tabTo('Read the levels first')
  await page.keyboard.press('Enter')
  await expect.poll(focus).toBe('Backend Engineering')
  for (let n = 0; n < 40 && (await page.evaluate(() => document.activeElement?.getAttribute('type'))) !== 'checkbox'; n++) await page.keyboard.press('Tab')
  for (let n = 0; n < 8; n++) {
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
  }
  await saved()
  expect(program.status(guide).level).toBe(1)
  await page.keyboard.press('Alt+ArrowLeft')
  await expect.poll(() => page.url()).toMatch(/#\/home$/)
  await page.getByRole('heading', { name: 'Next three items' }).waitFor()
})

test('Home is ticked in place, and goes on where one left off', async () => {
  await open(1)
  await tickByKeyboard(7)
  await page.goto(`${program.url}/#/home`)
  await page.getByRole('heading', { name: 'Next three items' }).waitFor()
  await boxes().first().click()
  await expect.poll(() => program.status(guide).level).toBe(1)
  await page.getByText('Level 1, Endpoint Explorer').first().waitFor()
  await page.getByRole('link', { name: 'Continue' }).click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toMatch(/^item-be-/)
})

test('the next start opens where the window was left, with the sidebar and the filters as they were', async () => {
  await page.getByText('Started', { exact: true }).click()
  await page.getByRole('button', { name: 'Show icons only' }).click()
  await page.goto(`${program.url}/#/guides/${guide}/about`)
  await page.getByRole('heading', { level: 2, name: 'Glossary' }).waitFor()
  await page.evaluate(() => scrollTo(0, 700))
  // A place that one only goes through is not remembered.
  await expect.poll(() => program.settings().lastScroll).toBe(700)
  await restart()
  await page.getByRole('heading', { level: 2, name: 'Glossary' }).waitFor()
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(700)
  await page.getByRole('link', { name: 'Guides', exact: true }).click()
  await page.getByText('No guide is started yet').waitFor()
  await page.getByRole('button', { name: 'Show names' }).waitFor()
})

test('back and forward find the page where it was left', async () => {
  await open(1)
  await page.evaluate(() => scrollTo(0, 400))
  await page.getByRole('link', { name: 'Report' }).click()
  await page.getByRole('heading', { level: 1, name: 'Report' }).waitFor()
  await page.goBack()
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(400)
  await page.goForward()
  await page.getByRole('heading', { level: 1, name: 'Report' }).waitFor()
})

test('a guide explains itself: references by type, glossary, terms', async () => {
  await open(1)
  await page.getByRole('link', { name: 'About' }).click()
  for (const heading of ['Overview', 'Strands', 'References', 'Glossary']) {
    await page.getByRole('heading', { level: 2, name: heading }).waitFor()
  }
  expect(await page.getByRole('heading', { level: 3, name: 'Textbooks' }).count()).toBe(1)
  expect(await page.getByText(/^informs levels?|· informs levels?/).count()).toBeGreaterThan(3)
  await page.goBack()
  await page.locator('.next a[href^="#ref-"]').first().click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toMatch(/^about-ref-/)
})

test('a report is previewed as the choices change', async () => {
  await open(1)
  await tickByKeyboard(8)
  await page.getByRole('link', { name: 'Report' }).click()
  const paper = page.frameLocator('iframe')
  await paper.getByRole('heading', { name: 'Backend Engineering', exact: true }).waitFor()
  const before = await page.locator('iframe').getAttribute('src')
  await page.getByText('Items still open', { exact: true }).click()
  await expect.poll(() => page.locator('iframe').last().getAttribute('src')).not.toBe(before)
  await page.getByText('Backend Engineering', { exact: true }).last().click()
  await page.getByText('Choose a guide, and its report appears here.').waitFor()
  expect(await page.getByRole('button', { name: /^Save as/ }).isDisabled()).toBe(true)
})
