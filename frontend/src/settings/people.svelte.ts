// The people of the journal: whose record is shown, and how that changes.
import type { ProfilesView, ProfileView } from '../bridge/views'
import { toFault } from '../bridge/fault'
import type { Library } from '../library.svelte'
import { text } from '../locale'
import type { Notices } from '../notices.svelte'

const subject = 'people'

export class People {
  /** With what each has recorded; read when somebody asks for it. */
  list = $state.raw<ProfileView[]>([])
  busy = $state(false)

  constructor(
    readonly window: Library,
    readonly notices: Notices,
  ) {}

  read(): Promise<void> {
    return this.#do(() => this.window.bridge.profiles(), false)
  }

  add(name: string): Promise<void> {
    return this.#do(() => this.window.bridge.addProfile(name), true, text('settings.people.added', { name }))
  }

  rename(id: string, name: string): Promise<void> {
    return this.#do(() => this.window.bridge.renameProfile(id, name), true)
  }

  show(person: { id: string; name: string }): Promise<void> {
    return this.#do(() => this.window.bridge.switchProfile(person.id), true, text('settings.people.shown', { name: person.name }))
  }

  delete(person: ProfileView, purgeBackups: boolean): Promise<void> {
    return this.#do(() => this.window.bridge.deleteProfile(person.id, purgeBackups), true, text('settings.people.deleted', { name: person.name }))
  }

  async #do(wish: () => Promise<ProfilesView>, restarts: boolean, done?: string): Promise<void> {
    if (this.busy) return
    this.busy = true
    try {
      // An answer that is still being saved belongs to the person who gave it.
      if (restarts) await this.window.settled()
      this.list = (await wish()).profiles
      if (restarts) await this.window.restart()
      if (done) this.notices.done(subject, done)
    } catch (reason) {
      this.notices.fault(subject, toFault(reason))
    } finally {
      this.busy = false
    }
  }
}
