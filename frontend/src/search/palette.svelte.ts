// What the palette shows and does: a query, what it finds, and which of it is chosen.
import { untrack } from 'svelte'
import { counts } from '../bridge/views'
import { spoken } from '../locale/language.svelte'
import { has, text } from '../locale'
import { entries } from '../shell/places'
import { parse, type Route } from '../route.svelte'
import { search, type Hands } from './door.svelte'
import { SearchIndex, type Entry, type Found, type Group } from './searchIndex'

// One index as long as the window is open: opening the palette again finds it as it was.
const index = new SearchIndex()
const read = new Map<string, Promise<void>>()
let languages: string[] = []

export class Palette {
  query = $state('')
  /** The number of the chosen option, through all groups. */
  at = $state(0)
  /** An arrow chose the option: then the space key is no letter of the query. */
  aimed = $state(false)
  refused = $state(false)
  /** Grows whenever there is more to find. */
  #grown = $state(0)

  readonly language = spoken().words.language

  groups = $derived.by((): Group[] => {
    void this.#grown
    if (this.query.trim() === '') return this.#start()
    return index.find(this.query, this.language)
  })
  /** Where nothing is found: the places, for another way. */
  elsewhere = $derived.by(() => (this.groups.length === 0 ? this.#start().filter(({ kind }) => kind === 'place') : []))
  options = $derived([...this.groups, ...this.elsewhere].flatMap((group) => group.found))
  total = $derived(this.groups.reduce((sum, group) => sum + group.total, 0))
  chosen = $derived(this.options[Math.min(this.at, this.options.length - 1)])

  constructor(private readonly hands: Hands) {
    // What can be done changes while it is open: some actions come with a script that is read late.
    $effect.pre(() => {
      this.#putOwn()
      untrack(() => this.#grown++)
    })
    void this.#read()
  }

  /** Takes what is typed; the best that it finds is chosen. */
  type(query: string): void {
    this.query = query
    this.at = 0
    this.aimed = false
  }

  /** Chooses another option; beyond the last comes the first. */
  aim(to: number): void {
    const count = this.options.length
    if (count === 0) return
    this.at = (to + count) % count
    this.aimed = true
  }

  /** Goes where an option leads, or does what it says. */
  take({ entry }: Found): void {
    if (entry.kind === 'action') search.actions.find(({ id }) => id === entry.id)?.run(this.hands)
    else this.hands.router.go(this.#routeOf(entry))
  }

  /** Whether the person does an item alone, as far as the window knows. */
  ticked({ entry }: Found): boolean {
    const slug = entry.slugs[0]!
    const { library } = this.hands
    const guide = library.opened(slug)
    if (guide) return guide.marks.counts(entry.id)
    const card = library.card(slug)
    return counts(card?.standing.marks.find(({ item }) => item === entry.id)?.verdict)
  }

  async tick({ entry }: Found): Promise<void> {
    const { library } = this.hands
    try {
      const guide = await library.open(entry.slugs[0]!)
      guide.marks.toggle(entry.id)
    } catch {
      // Opening it says what is the matter.
      this.hands.router.go(this.#routeOf(entry))
    }
  }

  /** Before anything is typed: what was left, then where one can go and what one can do. */
  #start(): Group[] {
    const { library } = this.hands
    const started = library.started.toSorted((a, b) => b.lastMark - a.lastMark).slice(0, 3)
    const keys = started.map(({ slug }) => `guide ${slug} `)
    return [
      index.take('guide', keys, this.language),
      index.take('place', entries.map(({ place }) => `place ${place}`), this.language),
      index.take('action', this.#possible().map(({ id }) => `action ${id}`), this.language),
    ].filter(({ total }) => total > 0)
  }

  #possible() {
    return search.actions.filter(({ possible }) => possible?.() ?? true)
  }

  /** Places and actions have words in the language that is spoken now alone. */
  #putOwn(): void {
    for (const { place, label } of entries) {
      const words = `${label}.words`
      index.putOwn('place', place, this.language, text(label), has(words) ? text(words) : '')
    }
    for (const { id, label, words } of this.#possible()) {
      index.putOwn('action', id, this.language, text(label), words ? text(words) : '')
    }
    index.drop((entry) => entry.kind === 'action' && !this.#possible().some(({ id }) => id === entry.id))
  }

  async #read(): Promise<void> {
    try {
      await this.#readOne(this.language)
      await Promise.all(languages.map((language) => this.#readOne(language)))
    } catch {
      this.refused = true
    }
  }

  async #readOne(language: string): Promise<void> {
    let reading = read.get(language)
    if (!reading) {
      const { library } = this.hands
      reading = library.bridge.searchable(language).then((view) => {
        index.add(view)
        languages = view.languages
        // The first search takes thrice as long as the next: it is not the one that somebody waits for.
        index.find('e', language)
      })
      read.set(language, reading)
      // What failed is tried again when the palette is opened again.
      reading.catch(() => read.delete(language))
    }
    await reading
    this.#grown++
  }

  #routeOf({ kind, id, slugs, level }: Entry): Route {
    // A source of several guides is shown in the one that is open.
    const { current } = this.hands.router
    const slug = slugs.find((slug) => current.place === 'guide' && slug === current.slug) ?? slugs[0]!
    switch (kind) {
      case 'place':
        return parse(id)
      case 'term':
        return { place: 'guide', slug, tab: 'about', anchor: `term-${id}` }
      case 'reference':
        return { place: 'guide', slug, tab: 'about', anchor: `ref-${id}` }
      case 'item':
        return { place: 'guide', slug, tab: 'levels', level, item: id }
      default:
        return { place: 'guide', slug, tab: 'levels', ...(level ? { level } : {}) }
    }
  }
}
