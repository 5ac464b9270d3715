// A program with an empty journal for each test of a file, and a level's list of items in it, as somebody
// uses it who rates themselves.
import { afterEach, beforeEach, expect } from 'vitest'
import { Program } from './program'
import { leave, page, visit } from './tab'

export const guide = 'backend-engineering'

export let program: Program

beforeEach(async () => {
  program = await Program.start()
  await visit(`${program.url}/#/guides`)
})
afterEach(async () => {
  await leave()
  await program.remove()
})

/** Ends the program, starts it again over what it has kept, and opens its page at an address. */
export async function restart(address = ''): Promise<void> {
  const { home } = program
  await leave()
  await program.stop()
  program = await Program.start(home)
  await visit(`${program.url}/${address}`)
}

/** Goes to a level of the guide. */
export async function open(level: number): Promise<void> {
  await page.goto(`${program.url}/#/guides/${guide}/levels/${level}`)
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
