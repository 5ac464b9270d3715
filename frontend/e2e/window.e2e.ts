// The window in front of the real program, as people use it. Each story begins with an empty
// journal; what the journal holds in the end is asked of the command line.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Program, violations } from './program'
import { context, forgive, leave, page, visit } from './tab'

const guide = 'backend-engineering'

let program: Program

beforeEach(async () => {
  program = await Program.start()
  await visit(`${program.url}/#/guides`)
})
afterEach(async () => {
  await leave()
  await program.remove()
})

const open = async (level: number) => {
  await page.goto(`${program.url}/#/guides/${guide}/levels/${level}`)
  await page.getByRole('tabpanel').waitFor()
  await expect.poll(() => page.getByRole('tab', { selected: true }).textContent()).toContain(`Level ${level}`)
}
const boxes = () => page.getByRole('checkbox')
const ticked = () => page.getByRole('checkbox', { checked: true }).count()
const saved = () => expect.poll(() => page.locator('[aria-busy=true]').count()).toBe(0)

async function tickByKeyboard(count: number): Promise<void> {
  await boxes().first().focus()
  for (let n = 0; n < count; n++) {
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
  }
  await saved()
}

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
  const { home } = program
  await leave()
  await program.stop()
  program = await Program.start(home)
  await visit(`${program.url}/#/guides/${guide}/levels/1`)
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

test('no link takes the window’s place', async () => {
  await open(1)
  await page.getByRole('link', { name: 'About' }).click()
  const links = page.locator('a[href^="https:"]')
  await links.first().waitFor()
  const pages: string[] = []
  context!.on('page', (opened) => pages.push(opened.url()))
  // Go would open a real browser; the call that it gets is enough to know.
  await page.evaluate(() => {
    const { go } = window as unknown as { go: { app: { App: { OpenLink: (url: string) => Promise<void> } } } }
    go.app.App.OpenLink = async (url) => void document.body.setAttribute('data-opened', url)
  })
  const address = await links.first().getAttribute('href')
  for (const press of [{}, { button: 'middle' }, { modifiers: ['Control'] }, { modifiers: ['Shift'] }] as const) {
    await page.evaluate(() => document.body.removeAttribute('data-opened'))
    await links.first().click(press as Parameters<ReturnType<typeof links.first>['click']>[0])
    await expect.poll(() => page.getAttribute('body', 'data-opened')).toBe(address)
  }
  expect(page.url()).toMatch(/#\/guides\/backend-engineering\/about$/)
  expect(pages).toEqual([])
})

test('the policy of the page lets in nothing but its own files', async () => {
  const answer = await page.request.get(program.url)
  const policy = answer.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
  const ran = await page.evaluate(async () => {
    document.body.insertAdjacentHTML('beforeend', '<img src="data:image/gif;base64,AA" onerror="window.ran = true">')
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    document.body.append(script)
    await new Promise((done) => setTimeout(done, 200))
    return 'ran' in window
  })
  expect(ran).toBe(false)
  forgive('Content Security Policy')
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
  const { home } = program
  await leave()
  await program.stop()
  program = await Program.start(home)
  await visit(`${program.url}/`)
  await page.getByRole('heading', { level: 2, name: 'Glossary' }).waitFor()
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(700)
  await page.getByRole('link', { name: 'Guides', exact: true }).click()
  await page.getByText('No guide is started yet').waitFor()
  await page.getByRole('button', { name: 'Show names' }).waitFor()
})

test('a file that is dropped on the window changes nothing', async () => {
  await open(1)
  const address = page.url()
  const allowed = await page.evaluate(() => {
    const files = new DataTransfer()
    files.items.add(new File(['<script>alert(1)</' + 'script>'], '보고서.html', { type: 'text/html' }))
    const at = document.querySelector('main')!
    return ['dragover', 'drop'].map((type) => at.dispatchEvent(new DragEvent(type, { dataTransfer: files, bubbles: true, cancelable: true })))
  })
  expect(allowed, 'whether the engine may do what it does by itself').toEqual([false, false])
  expect(page.url()).toBe(address)
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
