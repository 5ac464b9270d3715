// Nothing is cut off and nothing overlaps where the words are longer than the English ones, or are
// read from right to left. Every place is drawn with words of a language that there is not: each
// English text with accents on its letters and two fifths longer.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { overflowing } from './overflow'
import { openPage, Program, settled } from './program'
import { speakPseudo } from './pseudo'
import { chromium } from './tab'

const guide = 'backend-engineering'

/** Every place, with the addresses that show what is in it. A place that there is not leads home. */
const addresses = [
  'home', 'guides',
  `guides/${guide}`, `guides/${guide}/levels/1`, `guides/${guide}/levels/4`,
  `guides/${guide}/about`, `guides/${guide}/progress`, `guides/${guide}/related`,
  'find', `find/${guide}`, 'insights', `insights/${guide}`, 'fresh', 'report', 'settings',
  'help/how', 'help/level', 'help/shortcuts', 'help/faq', 'help/privacy', 'help/terms', 'help/licences', 'help/about',
]
/** Width, height and text size: what is twice as large has half the room, and three times is the most. */
const sizes = [[1280, 800, 100], [900, 700, 100], [400, 800, 100], [1280, 800, 200], [1280, 800, 300], [320, 640, 100]] as const

let program: Program

beforeAll(async () => {
  program = await Program.start()
  // A level, a gap, something asked for help with: most of what a page can show.
  for (const level of [0, 1]) {
    for (let n = 1; n <= 9; n++) program.cli('mark', guide, `be-${String(level * 10 + n).padStart(3, '0')}`, 'on-my-own')
  }
  program.cli('mark', guide, 'be-021', 'with-help')
  program.cli('mark', guide, 'be-022', 'not-yet')
})
afterAll(() => program?.remove())

test('the check sees words that are cut off, leave the window or lie on others, and lets pass what is meant', async () => {
  const page = await chromium.newPage({ viewport: { width: 400, height: 400 } })
  const look = async (html: string) => {
    await page.setContent(`<body style="margin:0;font:16px/20px sans-serif">${html}</body>`)
    return (await page.evaluate(overflowing)).map((fault) => fault.replace(/:.*/, ''))
  }
  const long = 'Donaudampfschifffahrtsgesellschaft 한국어'
  expect(await look(`<p style="inline-size:90px;overflow:hidden;white-space:nowrap">${long}</p>`)).toEqual(['is cut off'])
  expect(await look(`<p style="block-size:12px;overflow:hidden">${long}</p>`)).toContain('is cut off')
  expect(await look(`<p style="position:absolute;inset-inline-start:-40px">${long}</p>`)).toContain('leaves the window')
  expect(await look(`<p style="block-size:4px;margin:0">${long}</p><p style="margin:0">${long}</p>`)).toContain('lies on another')
  expect(await look(`<div dir="rtl"><p style="white-space:nowrap">${long} ${long}</p></div>`)).not.toEqual([])
  expect(await look(`<p>${long}</p><p>${long}</p>`)).toEqual([])
  expect(await look(`<p title="${long}" style="inline-size:90px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis">${long}</p>`)).toEqual([])
  expect(await look(`<div style="overflow-x:auto"><p style="inline-size:900px">${long}</p></div>`)).toEqual([])
  expect(await look(`<p style="clip-path:inset(50%);position:absolute;inline-size:1px;overflow:hidden">${long}</p>`)).toEqual([])
  await page.close()
})

for (const direction of ['ltr', 'rtl'] as const) {
  for (const [width, height, size] of sizes) {
    test(`no word is cut off or lies on another, ${direction}, ${width} wide, ${size} %`, async () => {
      const context = await chromium.newContext({ viewport: { width, height }, locale: 'en-GB' })
      const { page, wrong } = await openPage(context)
      await speakPseudo(page, program, direction, size)
      const found: string[] = []
      for (const address of addresses) {
        await page.goto(`${program.url}/#/${address}`)
        await page.locator('h1').first().waitFor()
        await settled(page)
        found.push(...(await page.evaluate(overflowing)).map((what) => `#/${address}: ${what}`))
      }
      expect(found).toEqual([])
      expect(wrong).toEqual([])
      await context.close()
    })
  }
}
