// The words of every drawing can be read in every window, at every size of text.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { Program, root, settled } from './program'
import { page, visit } from './tab'

const guides = ['backend-engineering', 'cloud-computing', 'data-analysis', 'cybersecurity-awareness', 'ai-utilization', 'data-engineering']
const widths = [320, 360, 400, 480, 600, 700, 899, 900, 1024, 1100, 1280, 1920, 3840]

/** A program of somebody who reads a language at a size, and has begun several guides. */
async function begun(language: string, textSize: number): Promise<Program> {
  const home = mkdtempSync(join(tmpdir(), 'levelica-e2e-'))
  mkdirSync(join(home, 'config/levelica'), { recursive: true, mode: 0o700 })
  writeFileSync(join(home, 'config/levelica/settings.json'), JSON.stringify({ language, textSize }))
  const program = await Program.start(home)
  onTestFinished(() => program.remove())
  for (const guide of guides) {
    const items = [...readFileSync(join(root, 'internal/guide/library', guide, 'guide.yaml'), 'utf8').matchAll(/\bid: ([a-z]+-\d+)/g)]
    for (const [, item] of items.slice(0, 3)) program.cli('mark', guide, item!, 'on-my-own')
  }
  return program
}

/** The size of the letters of each drawing that is shown, in CSS pixels, and where it ends. Runs in the page. */
function drawn(): { title: string; size: number; wider: boolean }[] {
  return [...document.querySelectorAll<SVGSVGElement>('.drawing > svg')]
    .filter((svg) => svg.checkVisibility())
    .map((svg) => {
      const text = svg.querySelector('text')!
      const size = parseFloat(getComputedStyle(text).fontSize) * svg.getScreenCTM()!.a
      return { title: svg.querySelector('title')!.textContent, size: Math.round(size * 100) / 100, wider: svg.clientWidth > svg.parentElement!.clientWidth + 1 }
    })
}

describe.each(['en', 'ko'])('in %s', (language) => {
  test.each([100, 200, 300])('letters of drawings are 12 px at least, with text of %i percent', async (textSize) => {
    const program = await begun(language, textSize)
    const small: string[] = []
    await visit(`${program.url}/#/insights/backend-engineering`)
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 })
      await page.locator('.drawing > svg').first().waitFor({ state: 'attached' })
      await settled(page)
      const all = await page.evaluate(drawn)
      if (all.length !== 5) small.push(`${all.length} drawings at ${width}`)
      for (const { title, size, wider } of all) {
        if (size < 12) small.push(`${title} at ${width}: ${size}`)
        // Usual text needs no scrolling in any window that the program has.
        if (wider && textSize === 100 && width >= 360) small.push(`${title} at ${width}: wider than its frame`)
      }
    }
    expect(small).toEqual([])
  })
})
