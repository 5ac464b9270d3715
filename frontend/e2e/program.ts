// The whole program under test: its development build, with the real Go methods and a journal of
// its own, on a display of its own, and Chromium in front of it.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import axe from 'axe-core'
import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core'
import { expect } from 'vitest'

export const root = resolve(import.meta.dirname, '../..')
// Far above what a slow machine needs: reaching one means that something is wrong.
const startLimit = 90_000
const endLimit = 30_000

export interface Standing {
  guide: string
  level: number
  rated: number
  gaps: string[]
}

export class Program {
  #child: ChildProcess | undefined
  #said = ''
  #gone = false

  private constructor(
    readonly home: string,
    readonly url: string,
    private readonly env: NodeJS.ProcessEnv,
    private readonly build: string,
  ) {}

  /** Starts the program in a fresh home, or in the home of an earlier one; or another build of it. */
  static async start(home = mkdtempSync(join(tmpdir(), 'levelica-e2e-')), build = binary()): Promise<Program> {
    const port = await freePort()
    const folders = { HOME: '', XDG_DATA_HOME: 'data', XDG_CONFIG_HOME: 'config', XDG_STATE_HOME: 'state', XDG_CACHE_HOME: 'cache', XDG_RUNTIME_DIR: 'run' }
    const env: NodeJS.ProcessEnv = { ...process.env, LANG: 'C.UTF-8', NO_AT_BRIDGE: '1' }
    for (const [name, folder] of Object.entries(folders)) {
      env[name] = join(home, folder)
      mkdirSync(env[name], { recursive: true, mode: 0o700 })
    }
    const program = new Program(home, `http://127.0.0.1:${port}`, {
      ...env,
      devserver: `127.0.0.1:${port}`,
      assetdir: join(root, 'frontend/dist'),
    }, build)
    await program.#run()
    return program
  }

  /** Starts it in a fresh home whose person chose a language. */
  static speaking(language: string): Promise<Program> {
    const home = mkdtempSync(join(tmpdir(), 'levelica-e2e-'))
    mkdirSync(join(home, 'config/levelica'), { recursive: true, mode: 0o700 })
    writeFileSync(join(home, 'config/levelica/settings.json'), JSON.stringify({ language }))
    return Program.start(home)
  }

  /** What the command line says of the journal. */
  status(guide: string): Standing {
    return JSON.parse(this.cli('status', guide, '--json')) as Standing
  }

  /** What is kept of how the window is used. */
  settings(): { lastPlace: string; lastScroll: number } {
    const file = join(this.home, 'config/levelica/settings.json')
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { lastPlace: string; lastScroll: number }) : { lastPlace: '', lastScroll: 0 }
  }

  cli(...args: string[]): string {
    const { devserver: _, assetdir: __, ...env } = this.env
    return execFileSync(this.build, args, { env, encoding: 'utf8', timeout: endLimit })
  }

  /** Ends the program, and keeps its home. */
  async stop(): Promise<void> {
    const child = this.#child
    if (!child?.pid) return
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit', { signal: AbortSignal.timeout(endLimit) })
      signal(child.pid, 'SIGTERM')
      await ended.catch(() => this.#said += `It did not end within ${endLimit} ms.\n`)
    }
    // What is left of the group: the display and the bus end with the program that they were started for.
    signal(child.pid, 'SIGKILL')
  }

  async remove(): Promise<void> {
    await this.stop()
    // A process that was killed may still be writing for a moment.
    rmSync(this.home, { recursive: true, force: true, maxRetries: 10 })
  }

  async #run(): Promise<void> {
    const command = this.env['DISPLAY']
      ? [this.build]
      : ['dbus-run-session', '--', 'xvfb-run', '-a', '-s', '-screen 0 1280x800x24 -noreset', this.build]
    const child = spawn(command[0]!, command.slice(1), { env: this.env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
    this.#child = child
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (this.#said += data.toString()))
    child.once('close', () => (this.#gone = true))
    const deadline = Date.now() + startLimit
    while (!(await answers(this.url))) {
      if (this.#gone || Date.now() > deadline) throw new Error(`The program did not start.\n${this.#said}`)
      await pause(100)
    }
  }
}

export function binary(): string {
  const path = process.env['LEVELICA_DEV_BINARY'] ?? join(root, 'build/bin/levelica-dev')
  if (!existsSync(path)) {
    throw new Error(`There is no development build at ${path}. Make one: go build -tags dev,webkit2_41 -o ${path} .`)
  }
  return path
}

export function browser(): Promise<Browser> {
  const candidates = [process.env['LEVELICA_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  const executablePath = candidates.find((path) => path && existsSync(path))
  if (!executablePath) throw new Error('There is no Chromium. Install it, or name it in LEVELICA_CHROMIUM.')
  return chromium.launch({
    executablePath,
    timeout: startLimit,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      // A page that a test answers for may still talk to the program beside it.
      '--disable-features=LocalNetworkAccessChecks',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
    ],
  })
}

/** What each page has asked for and has no answer to yet. */
const unanswered = new WeakMap<Page, Set<Request>>()

/** Waits until a page has all that it asked for, has drawn it, and nothing in it changes or moves. */
export async function settled(page: Page): Promise<void> {
  do {
    await expect.poll(() => [...unanswered.get(page)!].map((request) => request.url())).toEqual([])
    await page.evaluate(async () => {
      await new Promise<void>((still) => {
        const moment = 200
        let timer = setTimeout(still, moment)
        new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(still, moment)
        }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
      })
      await Promise.allSettled(document.getAnimations().map((animation) => animation.finished))
    })
  } while (unanswered.get(page)!.size > 0)
}

/** A page that reports whatever goes wrong in it. */
export async function openPage(context: BrowserContext): Promise<{ page: Page; wrong: string[] }> {
  const page = await context.newPage()
  const wrong: string[] = []
  const asked = new Set<Request>()
  unanswered.set(page, asked)
  page.on('request', (request) => asked.add(request))
  for (const answered of ['requestfinished', 'requestfailed'] as const) page.on(answered as 'requestfinished', (request) => asked.delete(request))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(message.text())
  })
  page.on('pageerror', (error) => {
    // The script that a development build of Wails puts first looks for a body too early. It is in
    // no release.
    if (!error.stack?.includes('/wails/ipc.js')) wrong.push(error.stack ?? String(error))
  })
  return { page, wrong }
}

/** What axe finds wrong with a page, in short. More rules than those of WCAG 2.2 AA may be named. */
export async function violations(page: Page, more: string[] = []): Promise<string[]> {
  // A motion under way is no state to judge: colours are between two others then.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)))
  // evaluate() needs no script tag, which the page's policy would refuse.
  await page.evaluate(axe.source)
  return page.evaluate(async (more) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const found = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: Object.fromEntries(more.map((id) => [id, { enabled: true }])),
    })
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
  }, more)
}

export async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(10_000) })).ok
  } catch {
    return false
  }
}

// Below 32768, where systems begin to give ports to connections: one that was found free here is taken
// by nobody who did not ask for it. Each process of a test runner begins elsewhere.
const [lowest, highest] = [20_000, 32_000] as const
let candidate = lowest + ((process.pid * 31) % (highest - lowest))

export async function freePort(): Promise<number> {
  for (let tried = lowest; tried < highest; tried++) {
    candidate = candidate < highest ? candidate + 1 : lowest
    const server = createServer().listen(candidate, '127.0.0.1')
    const free = await once(server, 'listening').then(() => true, () => false)
    if (!free) continue
    server.close()
    await once(server, 'close')
    return candidate
  }
  throw new Error(`Every port from ${lowest} to ${highest} is taken.`)
}

/** Sends a signal to a group of processes. That all of it has ended is no failure. */
function signal(leader: number, name: NodeJS.Signals): void {
  try {
    process.kill(-leader, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
