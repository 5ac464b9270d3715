// What the style sheets promise to those who see little, have little room, or bear no motion.
import type { BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Program, settled } from './program'
import { page, visit } from './tab'

const guide = 'backend-engineering'

let program: Program

beforeAll(async () => {
  program = await Program.start()
  for (let n = 1; n <= 7; n++) program.cli('mark', guide, `be-00${n}`, 'on-my-own')
})
afterAll(() => program?.remove())

const level = async (options: BrowserContextOptions) => {
  await visit(`${program.url}/#/guides/${guide}/levels/1`, options)
  await page.getByRole('checkbox').first().waitFor()
}

describe.each(['light', 'dark'] as const)('in high contrast, %s', (colorScheme) => {
  test('what floats over a page of its own colour has an edge', async () => {
    await level({ colorScheme, contrast: 'more' })
    const weak: string[] = []
    const look = async (what: string) => {
      await page.locator(what).first().waitFor()
      weak.push(...(await page.locator(what).first().evaluate(edge)).map((fault) => `${what}: ${fault}`))
    }
    await page.getByRole('checkbox').first().focus()
    await page.keyboard.press('e')
    await look('dialog.sheet')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await look('dialog.palette')
    await page.keyboard.press('Escape')
    await page.locator('li .more').first().click()
    await look('[popover]:popover-open')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'I do all of these' }).click()
    await look('.toast')
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.goto(`${program.url}/#/guides`)
    await look('.card')
    expect(weak).toEqual([])
  })

  test('what is chosen is told by more than a tint', async () => {
    await level({ colorScheme, contrast: 'more' })
    const alike: string[] = []
    const look = async (all: string, chosen: string) => {
      await page.locator(`${all}${chosen}`).first().waitFor()
      const signs = await page.locator(all).evaluateAll(signsOf, chosen)
      if (signs.some(({ is, sign }) => !is && sign === signs.find(({ is }) => is)!.sign)) alike.push(all)
    }
    await look('.window > nav a', '[aria-current]')
    await look('[role=tab]', '[aria-selected=true]')
    await look('header nav a', '[aria-current]')
    await look('fieldset label', ':has(:checked)')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('a')
    await look('[role=option]', '[aria-selected=true]')
    expect(alike).toEqual([])
  })
})

test.each([
  ['no-preference', 'data-analysis', ['appear', 'background-color', 'close', 'height', 'margin-left']],
  ['reduce', 'cloud-computing', []],
] as const)('what moves where of motion is asked: %s', async (reducedMotion, other, moving) => {
  await level({ reducedMotion })
  await page.evaluate(watchMotion)
  const boxes = page.getByRole('checkbox')
  // A level that is reached, and all of it.
  await boxes.nth(7).focus()
  await page.keyboard.press('Space')
  await page.getByText('8 of 10 · level reached').waitFor()
  await settled(page)
  await page.keyboard.press('z')
  await page.getByText('7 of 10').first().waitFor()
  await page.getByRole('button', { name: 'I do all of these' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  // What opens over a page.
  await boxes.first().focus()
  await page.keyboard.press('e')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('li .more').first().click()
  await page.getByRole('menu').waitFor()
  await page.keyboard.press('Escape')
  // A belief that narrows, and a switch.
  await page.evaluate((address) => (location.hash = address), `#/find/${other}`)
  await page.locator('.stop').waitFor()
  const belief = page.locator('.chart')
  const wide = await belief.getAttribute('aria-label')
  await page.keyboard.press('y')
  await expect.poll(() => belief.getAttribute('aria-label')).not.toBe(wide)
  await settled(page)
  await page.locator('.stop').click()
  await page.evaluate(() => (location.hash = '#/settings'))
  for (let n = 0; n < 2; n++) {
    await page.getByRole('switch').first().click()
    await settled(page)
  }
  const moved = await page.evaluate(() => [...(window as unknown as { moved: Set<string> }).moved].sort())
  if (moving.length > 0) expect(moved).toEqual(expect.arrayContaining([...moving]))
  else expect(moved).toEqual([])
})

test('in little room a page of Help begins with its title, and its topics unfold', async () => {
  await visit(`${program.url}/#/help`, { viewport: { width: 320, height: 640 } })
  const title = page.getByRole('heading', { level: 1 })
  await title.waitFor()
  expect((await title.boundingBox())!.y).toBeLessThan(120)
  const topics = page.getByRole('navigation', { name: 'Topics of Help' })
  await topics.getByRole('button', { name: 'Topics of Help', expanded: false }).click()
  await topics.getByRole('link', { name: 'Privacy' }).click()
  await expect.poll(() => title.textContent()).toBe('Privacy')
  expect(await topics.getByRole('link').filter({ visible: true }).count()).toBe(0)
  expect((await title.boundingBox())!.y).toBeLessThan(120)
})

test.each([[1280, 800], [320, 640]])('an answer moves no row, %i wide', async (width, height) => {
  await level({ viewport: { width, height } })
  const tops = () => page.getByRole('checkbox').evaluateAll((boxes) => boxes.map((box) => Math.round(box.getBoundingClientRect().top + scrollY)))
  await page.getByRole('checkbox').nth(8).focus()
  // What the page reads for itself may come a moment later.
  let before = await tops()
  await expect.poll(async () => String(before) === String((before = await tops()))).toBe(true)
  for (const key of ['0', '1', '3', 'z', 'z', 'z']) {
    await page.keyboard.press(key)
    expect(await tops(), `after ${key}`).toEqual(before)
  }
})

/** Writes larger than usual, by some steps, whatever the test before has left. */
async function enlarge(steps: number): Promise<void> {
  await page.keyboard.press('Control+0')
  for (let n = 0; n < steps; n++) await page.keyboard.press('Control++')
}

describe('where there is little height', () => {
  test.each([[360, 480, 3], [1280, 800, 7]])('a dialog has all of it, and its title makes room for what is read, %i by %i, %i steps larger', async (width, height, steps) => {
    await level({ viewport: { width, height } })
    await enlarge(steps)
    await page.locator('li .more').first().click()
    await page.getByRole('menuitem', { name: 'References and resources' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    const seen = () => dialog.evaluate((dialog) => {
      const shown = (element: Element) => {
        const { top, bottom } = element.getBoundingClientRect()
        return top >= -1 && bottom <= innerHeight + 1
      }
      const { top, bottom } = dialog.getBoundingClientRect()
      return { high: (bottom - top) / innerHeight > 0.9, title: shown(dialog.querySelector('h2')!), last: shown([...dialog.querySelectorAll('a')].at(-1)!) }
    })
    expect(await seen()).toEqual({ high: true, title: true, last: false })
    for (let n = 0; n < 20 && !(await seen()).last; n++) await page.keyboard.press('Tab')
    expect(await seen()).toEqual({ high: true, title: false, last: true })
  })

  test.each([[1400, 700, 3], [360, 480, 3], [1280, 800, 7]])('what stays in sight leaves the room to what is read, %i by %i, %i steps larger', async (width, height, steps) => {
    const large: string[] = []
    for (const place of ['home', 'report']) {
      await visit(`${program.url}/#/${place}`, { viewport: { width, height } })
      await enlarge(steps)
      large.push(...(await page.evaluate(bars)).map((bar) => `#/${place}: ${bar}`))
    }
    expect(large).toEqual([])
  })
})

/** Notes what moves from now on: the names of animations, the properties of transitions. It runs inside the page. */
function watchMotion(): void {
  const moved = new Set<string>()
  Object.assign(window, { moved })
  // A word that is not worth saying at once only waits.
  const waits = ['late', 'wait']
  for (const begun of ['animationstart', 'transitionrun']) {
    addEventListener(begun, () => {
      for (const animation of document.getAnimations()) {
        if (!animation.effect?.getComputedTiming().duration) continue
        const name = animation instanceof CSSTransition ? animation.transitionProperty : (animation as CSSAnimation).animationName.replace(/.*-/, '')
        if (!waits.includes(name)) moved.add(name)
      }
    }, true)
  }
}

/** What sticks to the lower edge of the window and takes more than a seventh of its height. It runs inside the page. */
function bars(): string[] {
  return [...document.querySelectorAll('body *')].flatMap((element) => {
    const { position, insetBlockEnd } = getComputedStyle(element)
    const { height } = element.getBoundingClientRect()
    const sticks = (position === 'fixed' || position === 'sticky') && insetBlockEnd === '0px'
    return sticks && height > innerHeight / 7 ? [`${element.outerHTML.slice(0, 60)} is ${height} px high`] : []
  })
}

/** By what one of some choices can be told from the others, beside its colours. It runs inside the page. */
function signsOf(choices: Element[], chosen: string): { is: boolean; sign: string }[] {
  const part = (element: Element): string => {
    const { fontWeight, textDecorationLine, outlineStyle, boxShadow, borderBottomWidth, borderBottomColor } = getComputedStyle(element)
    const line = parseFloat(borderBottomWidth) > 0 && !/, 0\)|\/ 0\)/.test(borderBottomColor)
    return [fontWeight, textDecorationLine, outlineStyle, boxShadow !== 'none', line].join()
  }
  return choices.map((choice) => {
    const words = document.createTreeWalker(choice, NodeFilter.SHOW_TEXT)
    const signs = new Set([part(choice)])
    while (words.nextNode()) {
      const { data, parentElement } = words.currentNode as Text
      if (data.trim()) signs.add(part(parentElement!) + (data === '↵' ? data : ''))
    }
    return { is: choice.matches(chosen), sign: [...signs].sort().join(' ') }
  })
}

/** What is weak about the edge of a surface: the least contrast of its border or shadow with what is inside. It runs inside the page. */
function edge(surface: Element): string[] {
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
  const luminance = (colour: string) => {
    pen.clearRect(0, 0, 1, 1)
    pen.fillStyle = colour
    pen.fillRect(0, 0, 1, 1)
    const [r, g, b, a] = [...pen.getImageData(0, 0, 1, 1).data].map((part) => part / 255) as [number, number, number, number]
    const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    return { light: 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b), solid: a > 0.99 }
  }
  const style = getComputedStyle(surface)
  const inside = luminance(style.backgroundColor)
  const lines = [
    ...(parseFloat(style.borderTopWidth) >= 1 ? [style.borderTopColor] : []),
    // A ring that the shadow draws: it lies nowhere but around, and is as wide as it spreads.
    ...[...style.boxShadow.matchAll(/(\w+\([^)]*\)) 0px 0px 0px (\d)px/g)].filter(([, , width]) => Number(width) >= 1).map(([, colour]) => colour!),
  ]
  const contrast = lines.map(luminance).filter(({ solid }) => solid).map(({ light }) => (Math.max(light, inside.light) + 0.05) / (Math.min(light, inside.light) + 0.05))
  return Math.max(0, ...contrast) >= 4.5 ? [] : [`an edge of ${contrast.map((one) => one.toFixed(1)).join(', ') || 'nothing'} to 1`]
}
