// What comes while the page is on its way, and its script cannot hear of it yet. A development build has a
// page of its own beside Chromium's: both are told.
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Program } from './program'
import { page, visit } from './tab'

const link = 'levelica://guide/backend-engineering/level/3'
const nowhere = 'levelica://guide/nonesuch'

let program: Program

beforeAll(async () => {
  program = await Program.start()
})
afterAll(() => program.remove())
beforeEach(() => visit(`${program.url}/#/guides`))

/** Asks the window to follow a link, as a second start of the program does. */
async function raise(address: string): Promise<void> {
  const socket = connect(readFileSync(join(program.home, 'data/levelica/window.addr'), 'utf8'))
  socket.end(`raise link ${JSON.stringify(address)}\n`)
  const [answer] = (await once(socket, 'data')) as [Buffer]
  expect(answer.toString()).toBe('raised\n')
}

/** Opens the page anew, and does something before its script is there. */
async function whileOnItsWay(act: () => Promise<void>): Promise<void> {
  let release = () => {}
  const held = new Promise<void>((done) => (release = done))
  const scripts = '**/assets/*.js'
  await page.route(scripts, async (route) => {
    await held
    await route.continue()
  })
  const asked = page.waitForRequest(scripts)
  await page.reload({ waitUntil: 'commit' })
  await asked
  await act()
  release()
  await page.locator('h1').first().waitFor()
}

const heading = (name: string) => page.getByRole('heading', { level: 1, name })

test('a link is followed once the page listens, and not again', async () => {
  await whileOnItsWay(() => raise(link))
  await expect.poll(() => page.url()).toContain('#/guides/backend-engineering/levels/3')
  await heading('Backend Engineering').waitFor()
  await page.goto(`${program.url}/#/guides`)
  await page.reload()
  await heading('Guides').waitFor()
  expect(page.url()).toMatch(/#\/guides$/)
})

test('of two links the later one is followed, and one that leads nowhere is said beside it', async () => {
  await whileOnItsWay(async () => {
    await raise('levelica://guide/backend-engineering/level/5')
    await raise(link)
    await raise(nowhere)
  })
  await expect.poll(() => page.url()).toContain('#/guides/backend-engineering/levels/3')
  await page.getByText('There is no guide named nonesuch.').waitFor()
  expect(await page.getByText('There is no guide named nonesuch.').count()).toBe(1)
  await page.reload()
  await heading('Backend Engineering').waitFor()
  expect(await page.getByText('There is no guide named nonesuch.').count()).toBe(0)
})
