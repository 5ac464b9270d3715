// What the window shows where something is the matter with what it finds: what axe says of it, and
// whether its words have room, in each language, in a wide light window and in a narrow dark one.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { overflowing } from './overflow'
import { Program, violations } from './program'
import { forgive, leave, page, visit } from './tab'

const guide = 'backend-engineering'

/** The home of somebody who has used the program, with backups or without. Returns where it is. */
async function used(language: string, backup: boolean): Promise<string> {
  const program = await Program.speaking(language)
  for (let n = 1; n <= 3; n++) program.cli('mark', guide, `be-00${n}`, 'on-my-own')
  if (backup) program.cli('backup')
  await program.stop()
  if (!backup) rmSync(join(program.home, 'data/levelica/backups'), { recursive: true, force: true })
  return program.home
}

function overwrite(file: string, at: number, bytes: Buffer): void {
  const data = readFileSync(file)
  bytes.copy(data, at)
  writeFileSync(file, data)
}

/** Also its log, which may hold all that was written last. */
function remove(journal: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(journal + end, { force: true })
}

const kinds: { what: string; backup: boolean; spoil: (journal: string) => void; mends: boolean }[] = [
  { what: 'is damaged', backup: true, spoil: (journal) => overwrite(journal, 0, Buffer.from('garbage garbage ')), mends: true },
  {
    what: 'holds nothing that can be read, and has no backup',
    backup: false,
    spoil: (journal) => {
      remove(journal)
      writeFileSync(journal, '기록이 아닙니다 🙂\n'.repeat(1000))
    },
    mends: true,
  },
  { what: 'is gone', backup: true, spoil: remove, mends: true },
  // Where SQLite keeps the version of the schema.
  { what: 'is of a newer version', backup: false, spoil: (journal) => overwrite(journal, 60, Buffer.from([0, 0, 0, 99])), mends: false },
]

describe.each(['en', 'ko'])('in %s', (language) => {
  test.each(kinds)('a journal that $what stands in the way of nobody', async ({ backup, spoil, mends }) => {
    const home = await used(language, backup)
    spoil(join(home, 'data/levelica/journal.db'))
    const program = await Program.start(home)
    try {
      const found: string[] = []
      const look = async () => found.push(...(await violations(page)), ...(await page.evaluate(overflowing)))
      for (const [width, colorScheme] of [[1280, 'light'], [400, 'dark']] as const) {
        await visit(program.url, { viewport: { width, height: 800 }, colorScheme })
        await expect.poll(() => page.getByRole('button').last().isEnabled()).toBe(true)
        // The best way, where there is one.
        expect(await page.locator('.ways section').count()).toBe(backup ? 1 : 0)
        await look()
        if (mends) {
          await page.getByRole('button').last().click()
          await page.getByRole('dialog').waitFor()
          await look()
        }
        forgive('503') // the status that carries the fault
      }
      expect(found).toEqual([])
    } finally {
      await leave()
      await program.remove()
    }
  })

  test('settings that are spoilt are said by the window, with where they were put', async () => {
    const home = await used(language, false)
    writeFileSync(join(home, 'config/levelica/settings.json'), '{"language": "ko", 망가짐')
    const program = await Program.start(home)
    try {
      await visit(program.url, { viewport: { width: 400, height: 800 } })
      await page.getByText(/settings\.json\.spoilt-/).waitFor()
      expect([...(await violations(page)), ...(await page.evaluate(overflowing))]).toEqual([])
    } finally {
      await leave()
      await program.remove()
    }
  })
})
