// The people of the stand-in for Go.
import type { ProfileView, ProfilesView } from '../bridge/views'

export class FakePeople {
  all: ProfileView[] = [{ id: 'p1', name: 'Mina Park', current: true, marks: 0, lastMark: 0 }]
  /** The deleted people, each with whether the backups were purged too. */
  erased: [id: string, purged: boolean][] = []

  profiles = async (): Promise<ProfilesView> => ({ profiles: this.all })

  add = async (name: string) => {
    const id = `p${this.all.length + 1}`
    this.all = [...this.all, { id, name, current: false, marks: 0, lastMark: 0 }]
    return this.show(id)
  }

  rename = async (id: string, name: string) => {
    this.all = this.all.map((person) => (person.id === id ? { ...person, name } : person))
    return this.profiles()
  }

  show = async (id: string) => {
    this.all = this.all.map((person) => ({ ...person, current: person.id === id }))
    return this.profiles()
  }

  erase = async (id: string, purged: boolean) => {
    this.erased.push([id, purged])
    const shown = this.all.some((person) => person.current && person.id !== id)
    this.all = this.all.filter((person) => person.id !== id)
    return shown ? this.profiles() : this.show(this.all[0]?.id ?? '')
  }
}
