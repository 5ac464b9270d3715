// Rating in front of the real program, as people do it. Each story begins with an empty journal; what the
// journal holds in the end is asked of the command line.
import { describe, expect, test } from 'vitest'
import { boxes, guide, open, program, restart, saved, tickByKeyboard, ticked } from './hands'
import { violations } from './program'
import { page, visit } from './tab'

test('eight of ten items, ticked by keyboard, reach the first level; undo takes it back; a new start finds it', async () => {
  await page.getByRole('link', { name: 'Backend Engineering' }).click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Backend Engineering')
  await tickByKeyboard(8)
  await expect.poll(() => page.getByText('8 of 10 · level reached').count()).toBe(1)
  expect(await page.locator('[aria-live=polite]').allTextContents()).toContainEqual(
    expect.stringMatching(/^You are now at level 1, .+\. Your own assessment\.$/),
  )
  expect(program.status(guide).level).toBe(1)

  await page.keyboard.press('z')
  await expect.poll(ticked).toBe(7)
  await saved()
  expect(program.status(guide).level).toBe(0)
  await page.keyboard.press('Control+Shift+z')
  await expect.poll(ticked).toBe(8)
  await saved()

  await page.reload()
  await expect.poll(ticked).toBe(8)
  await restart(`#/guides/${guide}/levels/1`)
  await expect.poll(ticked).toBe(8)
})

test('the keys 0, 1, 2 and 3 rate a row, and the arrows never do', async () => {
  await open(2)
  await boxes().first().focus()
  await page.keyboard.press('0')
  for (const key of ['1', '2', '3']) {
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press(key)
  }
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  await saved()
  expect(await ticked()).toBe(2)
  await page.reload()
  await expect.poll(() => page.getByText('with help', { exact: true }).count()).toBe(1)
  expect(await page.getByText('not yet', { exact: true }).count()).toBe(1)
  expect(await page.getByText('can teach', { exact: true }).count()).toBe(1)
})

test('a whole level is one press and one undo', async () => {
  await open(1)
  await page.getByRole('button', { name: 'I do all of these' }).click()
  await expect.poll(ticked).toBe(10)
  await saved()
  expect(program.status(guide).level).toBe(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(ticked).toBe(0)
  await saved()
  expect(program.status(guide).level).toBe(0)
})

test('ticks above unanswered levels offer to confirm those, and then count', async () => {
  await open(4)
  await tickByKeyboard(8)
  await page.getByText('Level 4 looks done:').waitFor()
  expect(program.status(guide).level).toBe(0)
  await page.getByRole('button', { name: 'Check them one by one' }).click()
  await expect.poll(() => page.url()).toMatch(/levels\/1\/be-001$/)
  await page.getByRole('button', { name: 'I do all of these' }).click()
  await expect.poll(() => page.getByText('Level 4 looks done:').count()).toBe(0)
  expect(program.status(guide).level).toBe(4)
  expect(program.status(guide).gaps).toHaveLength(2)
  await page.getByText('2 items at level 4 are still open.').waitFor()
})

test('a filter shows what is open, and a row that is rated there stays', async () => {
  await open(1)
  await tickByKeyboard(3)
  await page.getByText('Open', { exact: true }).click()
  expect(await boxes().count()).toBe(7)
  await boxes().first().click()
  await saved()
  expect(await boxes().count()).toBe(7)
  await page.getByText('All', { exact: true }).click()
  expect(await boxes().count()).toBe(10)
})

test('what the command line writes appears in the open window', async () => {
  await open(1)
  const { levels } = JSON.parse(program.cli('show', guide, '--json')) as { levels: { items: { id: string; text: string }[] }[] }
  const [first] = levels[0]!.items
  program.cli('mark', guide, first!.id, 'on-my-own')
  await expect.poll(ticked).toBe(1)
  expect(await page.getByRole('checkbox', { name: first!.text, exact: true, checked: true }).count()).toBe(1)
})

describe.each([1280, 400])('at %i px', (width) => {
  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    test('nothing stands in the way of anyone while they rate', async () => {
      await visit(`${program.url}/#/guides`, { viewport: { width, height: 800 }, colorScheme })
      await open(4)
      await tickByKeyboard(8)
      expect(await violations(page), 'a level that looks done').toEqual([])
      await page.getByRole('button', { name: 'I do all of these' }).click()
      await page.getByRole('button', { name: 'Undo' }).waitFor()
      expect(await violations(page), 'a toast, and gaps').toEqual([])
      await page.locator('li .more').first().click()
      await page.getByRole('menu').waitFor()
      expect(await violations(page), 'the menu of a row').toEqual([])
      await page.getByRole('menuitem', { name: 'References and resources' }).click()
      await page.getByRole('dialog').waitFor()
      expect(await violations(page), 'a dialog').toEqual([])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide, 'pixels beyond the edge').toBeLessThanOrEqual(0)
    })
  })
})
