// Find my level in front of the real program, by keyboard alone, and what axe says of its screens.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Program, violations } from './program'
import { leave, page, visit } from './tab'

const guide = 'backend-engineering'

let program: Program

beforeEach(async () => {
  program = await Program.start()
})
afterEach(async () => {
  await leave()
  await program.remove()
})

const heading = () => page.locator('h2').first()

/** Presses a key and waits until what it answered has gone. */
async function press(key: string): Promise<void> {
  const before = await heading().textContent()
  await page.keyboard.press(key)
  await expect.poll(() => heading().textContent()).not.toBe(before)
}

/** Answers as somebody does who does all items up to a level, until there is a result. */
async function answer(upTo: number): Promise<number> {
  const { levels } = JSON.parse(program.cli('show', guide, '--json')) as { levels: { number: number; items: { text: string }[] }[] }
  const done = new Set(levels.filter(({ number }) => number <= upTo).flatMap(({ items }) => items.map(({ text }) => text)))
  let asked = 0
  for (; (await page.locator('#question').count()) > 0; asked++) {
    await press(done.has((await heading().textContent()) ?? '') ? 'y' : 'n')
  }
  return asked
}

test('a level is found, suggested, confirmed and taken back, by keyboard alone', async () => {
  await visit(`${program.url}/#/find/${guide}`)
  await page.locator('#question').waitFor()
  const asked = await answer(3)
  expect(asked).toBeLessThanOrEqual(20)
  expect(await heading().textContent()).toMatch(/^Level.3 – 9\d % sure your full list would say the same$/)
  expect(program.status(guide), 'nothing is marked yet').toMatchObject({ level: 0, rated: 0 })

  // The focus waits where most people go on.
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Keep my answers, and suggest \d+ items$/)
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'Suggestions' }).waitFor()
  expect(program.status(guide)).toMatchObject({ level: 0, rated: asked })

  await page.getByRole('button', { name: /^I do all \d+$/ }).press('Enter')
  await page.getByRole('region', { name: 'Suggestions' }).waitFor({ state: 'detached' })
  await expect.poll(() => page.locator('[aria-busy=true]').count()).toBe(0)
  expect(program.status(guide).level).toBe(3)
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await page.getByRole('region', { name: 'Suggestions' }).waitFor()
  expect(program.status(guide)).toMatchObject({ level: 0, rated: asked })
})

test('accepting is one undo, and the journal is as before', async () => {
  program.cli('mark', guide, 'be-001', 'can-teach')
  await visit(`${program.url}/#/find/${guide}`)
  await page.locator('#question').waitFor()
  await answer(2)
  await page.getByRole('button', { name: /^Keep my \d+ answers$/ }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Taken back. Everything is as it was before.').waitFor()
  expect(program.status(guide)).toMatchObject({ level: 0, rated: 1 })
})

test('a sitting goes on after the program ended in the middle of it', async () => {
  await visit(`${program.url}/#/find/${guide}`)
  await page.locator('#question').waitFor()
  for (const key of 'yyn') await press(key)
  const question = await heading().textContent()
  const { home } = program
  await leave()
  await program.stop()
  program = await Program.start(home)
  await visit(`${program.url}/#/find`)
  await page.getByText('Paused after 3 answers').waitFor()
  await page.getByRole('link', { name: /Backend Engineering/ }).press('Enter')
  await page.getByRole('button', { name: 'Go on' }).press('Enter')
  await expect.poll(() => heading().textContent()).toBe(question)
  await press('Backspace')
  await press('n')
  expect(await heading().textContent()).toBe(question)
})

describe.each([1280, 400, 320])('at %i px', (width) => {
  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    test('nothing stands in the way of anyone', async () => {
      await visit(`${program.url}/#/find`, { viewport: { width, height: 800 }, colorScheme })
      expect(await violations(page), 'the guides').toEqual([])
      await page.getByRole('link', { name: /Backend Engineering/ }).click()
      await page.locator('#question').waitFor()
      expect(await violations(page), 'the first question').toEqual([])
      await press('y')
      await page.getByRole('button', { name: 'detailed answers' }).click()
      expect(await violations(page), 'four answers').toEqual([])
      await page.getByRole('button', { name: 'Stop here' }).click()
      await page.locator('#result').waitFor()
      expect(await violations(page), 'stopped early').toEqual([])
      await page.getByRole('button', { name: 'Go on asking' }).click()
      await answer(3)
      expect(await violations(page), 'the result').toEqual([])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide, 'pixels beyond the edge').toBeLessThanOrEqual(0)
      await page.getByRole('button', { name: /suggest/ }).click()
      await page.getByRole('region', { name: 'Suggestions' }).waitFor()
      expect(await violations(page), 'suggested items').toEqual([])
    })
  })
})
