// Every control in every state, theme and language, on the page that shows them all (dev/gallery.html).
import { spawn, type ChildProcess } from 'node:child_process'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { overflowing } from './overflow'
import { answers, freePort, violations } from './program'
import { page, visit } from './tab'

let server: ChildProcess
let url: string

beforeAll(async () => {
  // A process of its own: what a test runner sets in its environment makes another build.
  const { VITEST: _, NODE_ENV: __, ...env } = process.env
  const port = await freePort()
  url = `http://127.0.0.1:${port}/dev/gallery.html`
  const vite = resolve(import.meta.dirname, '../node_modules/vite/bin/vite.js')
  server = spawn(process.execPath, [vite, '--port', String(port), '--strictPort'], { cwd: resolve(import.meta.dirname, '..'), env, stdio: ['ignore', 'ignore', 'inherit'] })
  while (!(await answers(url))) {
    if (server.exitCode !== null) throw new Error(`The server of the gallery ended with ${server.exitCode}.`)
    await pause(100)
  }
})
afterAll(() => server?.kill())

async function show(query: string, options: BrowserContextOptions = {}): Promise<void> {
  await visit(`${url}?${query}`, { viewport: { width: 1000, height: 800 }, ...options })
}

const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

describe.each(['en', 'ko'])('in %s', (lang) => {
  test.each(['light', 'dark', 'contrast'])('no control stands in the way of anyone, %s', async (theme) => {
    await show(`lang=${lang}&theme=${theme}`)
    const level = theme === 'contrast' ? ['color-contrast-enhanced'] : []
    expect(await violations(page, level), 'at rest').toEqual([])
    await page.locator('[data-control=Menu] button').click()
    await page.getByRole('menu').waitFor()
    expect(await violations(page, level), 'with a menu').toEqual([])
    await page.keyboard.press('Escape')
    await page.locator('[data-control=Dialog] button').click()
    await page.getByRole('dialog').waitFor()
    expect(await violations(page, level), 'with a dialog').toEqual([])
  })

  test.each([
    ['a phone', { width: 320, height: 640 }, 'size=100'],
    ['text of twice the size', { width: 800, height: 700 }, 'size=200'],
    ['words 40 % longer, right to left', { width: 900, height: 700 }, 'long&dir=rtl'],
    ['a wall of 3840 pixels', { width: 3840, height: 2160 }, 'size=150'],
  ])('nothing is cut off on %s', async (_, viewport, query) => {
    await show(`lang=${lang}&${query}`, { viewport })
    expect(await beyond(), 'pixels beyond the edge').toBeLessThanOrEqual(0)
    expect(await page.evaluate(overflowing)).toEqual([])
  })
})

test.each([
  ['en', 100, ['No goal', 'All', 'Last 12 months', 'Level 4', 'ill', 'Wave', '12,345.6', 'Starting out']],
  ['ko', 100, ['목표 없음', '전체', '최근 12개월', '레벨 4', '항목', '다시 보기', '시작 단계', '혼자서 함', '⚙️ 백엔드']],
  ['ko', 300, ['목표 없음', '최근 12개월', '혼자서 함', '⚙️ 백엔드']],
])('the longest choice of a Select is whole, %s, text size %i', async (lang, size, choices) => {
  await show(`lang=${lang}`)
  await page.evaluate((size) => Object.assign(document.documentElement.dataset, { platform: 'linux', textSize: size }), size) // for the fonts
  // Copies, whose choices nobody else minds. Where there is nothing to cut off, it does not matter how.
  await page.locator('[data-control=Select] .labelled').first().evaluate((control) => {
    for (const textOverflow of ['ellipsis', 'clip']) {
      const copy = control.cloneNode(true) as HTMLElement
      copy.id = textOverflow
      Object.assign(copy.querySelector('select')!.style, { textOverflow })
      control.after(copy)
    }
  })
  for (const choice of choices) {
    const [dotted, clipped] = [await picture('ellipsis', choice), await picture('clip', choice)]
    expect(dotted.equals(clipped), choice).toBe(true)
  }
})

/** A picture of a copy that offers one choice, without the round corners, which are not drawn to the same pixels each time. */
async function picture(copy: string, choice: string): Promise<Buffer> {
  const select = page.locator(`#${copy} select`)
  await select.evaluate((element: HTMLSelectElement, choice) => element.replaceChildren(new Option(choice, '', true, true)), choice)
  await select.scrollIntoViewIfNeeded()
  const { x, y, width, height } = (await select.boundingBox())!
  return page.screenshot({ clip: { x: Math.ceil(x) + 6, y: Math.ceil(y) + 6, width: Math.floor(width) - 12, height: Math.floor(height) - 12 } })
}

test('every control is reached by the tab key, shows its focus, and is not covered', async () => {
  await show('lang=en&theme=light')
  const seen = new Set<string>()
  for (let n = 0; n < 80; n++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body) return undefined
      // What is drawn for an input that only a screen reader sees is its label; for a row, the row.
      const shown = element.matches('.only-spoken') ? element.closest('label')! : element
      const ringed = [shown, shown.closest('.card')].some((one) => one && getComputedStyle(one).outlineStyle !== 'none' && parseFloat(getComputedStyle(one).outlineWidth) >= 2)
      const box = shown.getBoundingClientRect()
      const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 40))
      const free = top !== null && (shown.contains(top) || top.contains(shown) || top.matches('label'))
      return { control: element.closest('[data-control]')?.getAttribute('data-control') ?? 'Toasts', ringed, free, html: element.outerHTML.slice(0, 100) }
    })
    if (!at) break
    seen.add(at.control)
    expect(at, at.html).toMatchObject({ ringed: true, free: true })
  }
  expect([...seen].sort()).toEqual(
    ['Button', 'Card', 'ChartFrame', 'Checkbox', 'Choice', 'DateField', 'Dialog', 'EmptyState', 'Menu', 'Segmented', 'Select', 'Strip', 'Switch', 'Tabs', 'TextField', 'Toasts'],
  )
})

test('nothing moves for those who ask for less motion', async () => {
  await show('lang=en', { reducedMotion: 'reduce' })
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const { transitionDuration, animationDuration, animationName } = getComputedStyle(element)
      const long = (times: string) => times.split(', ').some((time) => parseFloat(time) > 0)
      return long(transitionDuration) || (animationName !== 'none' && long(animationDuration)) ? [element.outerHTML.slice(0, 80)] : []
    }),
  )
  expect(moving).toEqual([])
})

test('colours that the system forces keep every state apart', async () => {
  await show('lang=en', { forcedColors: 'active' })
  expect(await violations(page)).toEqual([])
  const edge = (selector: string) => page.locator(selector).first().evaluate((element) => getComputedStyle(element).borderTopStyle)
  expect(await edge('[data-control=Button] .plain')).toBe('solid')
  const marked = await page.locator('[data-control=Segmented] label:has(:checked)').first().evaluate((element) => getComputedStyle(element).textDecorationLine)
  expect(marked).toBe('underline')
})
