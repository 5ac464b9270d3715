// A level's list of items, as somebody uses it who rates themselves.
import { expect } from 'vitest'
import { page } from './tab'

export const guide = 'backend-engineering'

/** Goes to a level of the guide, from wherever the page is. */
export async function open(level: number): Promise<void> {
  await page.goto(new URL(`#/guides/${guide}/levels/${level}`, page.url()).href)
  await page.getByRole('tabpanel').waitFor()
  await expect.poll(() => page.getByRole('tab', { selected: true }).textContent()).toContain(`Level ${level}`)
}

export const boxes = () => page.getByRole('checkbox')
export const ticked = () => page.getByRole('checkbox', { checked: true }).count()
/** Waits until whatever was answered is on the disk. */
export const saved = () => expect.poll(() => page.locator('[aria-busy=true]').count()).toBe(0)

/** Ticks as many items from the first one on. */
export async function tickByKeyboard(count: number): Promise<void> {
  await boxes().first().focus()
  for (let n = 0; n < count; n++) {
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
  }
  await saved()
}
