// The backups: what there is, and what is under way.
import { toFault } from '../bridge/fault'
import { inOrder } from '../bridge/order'
import type { BackupsView, BackupView, Keeping } from '../bridge/keeping'
import type { Library } from '../library.svelte'
import { text } from '../locale'
import type { Notices } from '../notices.svelte'

const subject = 'backup'

export class Backups {
  view = $state.raw<BackupsView>({ backups: [], second: '', secondGone: false })
  /** They were read at least once. */
  known = $state(false)
  busy = $state(false)

  readonly keeping: Keeping
  readonly #ask = inOrder()

  constructor(
    readonly window: Library,
    readonly notices: Notices,
    /** Reads again whose records there are: another journal may be of other people. */
    private readonly people: () => Promise<void>,
  ) {
    this.keeping = window.bridge.keeping
  }

  /** What is wished for meanwhile does not wait for it, and is newer. */
  async read(): Promise<void> {
    const isNews = this.#ask()
    try {
      const view = await this.keeping.backups()
      if (isNews()) this.#show(view)
    } catch (reason) {
      this.notices.fault(subject, toFault(reason))
    }
  }

  make(): Promise<boolean> {
    return this.take(() => this.keeping.makeBackup(), text('backup.made'))
  }

  /** Puts a backup in the place of everything, after what is being saved is saved. */
  async restore(backup: BackupView, done = text('backup.restored')): Promise<void> {
    await this.window.settled()
    if (await this.take(() => this.keeping.restoreBackup(backup.sha256))) await this.#changed(done)
  }

  async import(passphrase: string): Promise<void> {
    await this.window.settled()
    if (await this.take(() => this.keeping.importJournal(passphrase))) await this.#changed(text('backup.imported'))
  }

  /** Does what answers with the list of backups. It tells whether that went well. */
  async take(wish: () => Promise<BackupsView>, done?: string): Promise<boolean> {
    if (this.busy) return false
    this.busy = true
    try {
      const isNews = this.#ask()
      this.#show(await wish())
      isNews()
      if (done) this.notices.done(subject, done)
      return true
    } catch (reason) {
      this.notices.fault(subject, toFault(reason))
      return false
    } finally {
      this.busy = false
    }
  }

  #show(view: BackupsView): void {
    this.view = view
    this.known = true
  }

  /** The journal is another one now; the newest backup is what it was before. */
  async #changed(done: string): Promise<void> {
    const before = this.view.backups[0]
    await this.window.restart()
    await this.people()
    this.notices.tell(subject, done, {
      ...(before ? { action: { label: text('backup.undo'), run: () => void this.restore(before, text('backup.undone')) } } : {}),
    })
  }
}
