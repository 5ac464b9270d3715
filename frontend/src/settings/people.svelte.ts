// The people of the journal: whose record is shown, and how that changes.
import type { ProfilesView, ProfileView } from '../bridge/views'
import { toFault } from '../bridge/fault'
import { inOrder } from '../bridge/order'
import type { Library } from '../library.svelte'
import { text } from '../locale'
import type { Notices } from '../notices.svelte'

const subject = 'people'

export class People {
  /** With what each has recorded; read when somebody asks for it. */
  list = $state.raw<ProfileView[]>([])
  busy = $state(false)

  readonly #ask = inOrder()

  constructor(
    readonly window: Library,
    readonly notices: Notices,
  ) {}

  /** What is wished for meanwhile does not wait for it, and is newer. */
  async read(): Promise<void> {
    const isNews = this.#ask()
    try {
      const { profiles } = await this.window.bridge.profiles()
      if (isNews()) this.list = profiles
    } catch (reason) {
      this.notices.fault(subject, toFault(reason))
    }
  }

  add(name: string): Promise<void> {
    return this.#do(() => this.window.bridge.addProfile(name), text('settings.people.added', { name }))
  }

  rename(id: string, name: string): Promise<void> {
    return this.#do(() => this.window.bridge.renameProfile(id, name))
  }

  show(person: { id: string; name: string }): Promise<void> {
    return this.#do(() => this.window.bridge.switchProfile(person.id), text('settings.people.shown', { name: person.name }))
  }

  delete(person: ProfileView, purgeBackups: boolean): Promise<void> {
    return this.#do(() => this.window.bridge.deleteProfile(person.id, purgeBackups), text('settings.people.deleted', { name: person.name }))
  }

  async #do(wish: () => Promise<ProfilesView>, done?: string): Promise<void> {
    if (this.busy) return
    this.busy = true
    try {
      // An answer that is still being saved belongs to the person who gave it.
      await this.window.settled()
      const isNews = this.#ask()
      this.list = (await wish()).profiles
      isNews()
      await this.window.restart()
      if (done) this.notices.done(subject, done)
    } catch (reason) {
      this.notices.fault(subject, toFault(reason))
    } finally {
      this.busy = false
    }
  }
}
