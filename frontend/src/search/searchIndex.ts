// What can be found, held in memory as folded texts in every language at once, and looked through
// from beginning to end: some 1,500 entries take less time than one frame, find what stands inside a
// word (Korean words are joined to others), and need no second structure that could be out of step.
import type { SearchView } from '../bridge/views'
import { fold, split, strokes, withoutParticle } from './fold'
import { mark, type Marked } from './marked'
import { scoreOf, term, type Folded, type Term } from './match'
import { allowed, distance } from './near'

type Kind = 'level' | 'guide' | 'item' | 'term' | 'reference' | 'action' | 'place'

/** What an entry says in one language. */
interface Words {
  title: string
  /** What stands beside the title: a tagline, a definition, the authors. */
  text: string
  /** What it belongs to, which narrows a search and finds nothing by itself. */
  context: string
}

export interface Entry {
  readonly key: string
  readonly kind: Kind
  readonly slugs: string[]
  readonly emoji: string
  readonly level: number
  /** An item, a term or a reference of the guide; an action or a place of the window. */
  readonly id: string
  readonly words: Map<string, Words>
  readonly folded: Map<string, Folded>
}

export interface Found {
  entry: Entry
  title: Marked
  /** Why it was found, where the title does not show it. */
  also: Marked
}

export interface Group {
  kind: Kind
  found: Found[]
  /** How many there are; found holds the best of them. */
  total: number
}

/** The order of groups whose best entries are equally good, and how many of each are shown. */
const shown: Record<Kind, number> = { level: 5, guide: 7, place: 4, action: 4, item: 8, term: 5, reference: 4 }
const kinds = Object.keys(shown) as Kind[]

/** Letters of a query that are looked at: more are a text pasted by mistake, and too much for a pattern. */
export const longest = 200

export class SearchIndex {
  #entries = new Map<string, Entry>()
  /** Every word of a title, with its strokes. */
  #titleWords = new Map<string, string>()

  get size(): number {
    return this.#entries.size
  }

  /** Takes up the guides and the pages in one language. */
  add(view: SearchView): void {
    for (const { address, title, words } of view.pages) this.putOwn('place', address, view.language, title, words)
    for (const guide of view.guides) {
      const of = { slugs: [guide.slug], emoji: guide.emoji, level: 0 }
      const put = (kind: Kind, id: string, words: Partial<Words> & { title: string }, level = 0) =>
        this.put({ ...of, kind, id, level, key: `${kind} ${guide.slug} ${id}` }, view.language, { text: '', context: guide.title, ...words })
      put('guide', '', { title: guide.title, text: guide.tagline, context: '' })
      guide.levels.forEach((level, index) => {
        put('level', String(index + 1), { title: level.title, text: view.levelNames[index] ?? '' }, index + 1)
        for (const item of level.items) put('item', item.id, { title: item.text }, index + 1)
      })
      for (const { id, term, definition } of guide.terms) put('term', id, { title: term, text: definition })
      for (const { id, title, authors, source, year } of guide.references) {
        // The same source in several guides is one entry.
        const key = `reference ${fold(title)} ${year}`
        const words = { title, text: `${authors} (${year}). ${source}`, context: guide.title }
        this.put({ ...of, kind: 'reference', id, key }, view.language, words)
      }
    }
  }

  /** Takes up something of the window itself, which belongs to no guide. */
  putOwn(kind: Kind, id: string, language: string, title: string, text: string): void {
    this.put({ slugs: [], emoji: '', level: 0, kind, id, key: `${kind} ${id}` }, language, { title, text, context: '' })
  }

  /** Takes up one entry, or what it says in one more language. */
  put(entry: Omit<Entry, 'words' | 'folded'>, language: string, words: Words): void {
    let known = this.#entries.get(entry.key)
    if (!known) this.#entries.set(entry.key, (known = { ...entry, slugs: [...entry.slugs], words: new Map(), folded: new Map() }))
    for (const slug of entry.slugs) if (!known.slugs.includes(slug)) known.slugs.push(slug)
    const title = fold(words.title)
    known.words.set(language, words)
    known.folded.set(language, { title, text: fold(words.text), context: fold(words.context) })
    if (entry.kind === 'item') return
    for (const word of split(title)) if (!this.#titleWords.has(word)) this.#titleWords.set(word, strokes(word))
  }

  /** Takes entries out again. */
  drop(which: (entry: Entry) => boolean): void {
    for (const [key, entry] of this.#entries) if (which(entry)) this.#entries.delete(key)
  }

  /** The entries under these keys, as if they had been found. */
  take(kind: Kind, keys: string[], language: string): Group {
    const found = keys.flatMap((key) => this.#entries.get(key) ?? []).map((entry) => present({ entry, score: 0, terms: [] }, language))
    return { kind, found, total: found.length }
  }

  /** Finds what matches all words of a query, the best first. */
  find(query: string, language: string): Group[] {
    const folded = fold(query.slice(0, longest))
    const words = split(folded)
    if (words.length === 0) return []
    const unfinished = /[\p{L}\p{N}+#]$/u.test(folded)
    const last = (at: number) => unfinished && at === words.length - 1
    const exact = words.map((word, at) => term(word, last(at)))
    // What finds nothing may be written apart in a guide, hold a particle, or be mistyped.
    const attempts = [
      () => exact,
      () => words.map((word, at) => term(word, last(at), ' ?')),
      () => words.map((word) => term(withoutParticle(word), false)),
      () => this.#forgiving(exact, unfinished),
    ]
    for (const attempt of attempts) {
      const scored = this.#score(attempt(), folded, language)
      if (scored.length > 0) return this.#grouped(scored, language)
    }
    return []
  }

  #score(terms: Term[], query: string, language: string): Scored[] {
    const scored: Scored[] = []
    for (const entry of this.#entries.values()) {
      const score = scoreOf(entry.folded, terms, query, language)
      if (score > 0) scored.push({ entry, score, terms })
    }
    return scored
  }

  /** The words of a query with the words of titles that they may stand for. */
  #forgiving(terms: Term[], unfinished: boolean): Term[] {
    return terms.map((wanted, index) => {
      const typed = strokes(wanted.word)
      const limit = allowed(typed.length)
      if (limit === 0) return wanted
      const last = unfinished && index === terms.length - 1
      let least = limit
      let near = new Set<string>()
      for (const [word, known] of this.#titleWords) {
        // Hardly anybody mistypes the first letter, other than by swapping it with the second.
        if (known[0] !== typed[0] && !(known[0] === typed[1] && known[1] === typed[0])) continue
        const far = distance(typed, known, least, last)
        if (far > least) continue
        if (far < least) near = new Set()
        least = far
        near.add(word)
      }
      return { ...wanted, near }
    })
  }

  #grouped(scored: Scored[], language: string): Group[] {
    // Equally good: the shorter title first, then the lower level, then the order of the guides.
    const length = (entry: Entry) => (entry.words.get(language)?.title ?? '').length
    scored.sort((a, b) => b.score - a.score || length(a.entry) - length(b.entry) || a.entry.level - b.entry.level)
    const groups = kinds.map((kind) => ({ kind, all: scored.filter(({ entry }) => entry.kind === kind) }))
    const filled = groups.filter(({ all }) => all.length > 0)
    // Sorting keeps the order of kinds among equals.
    filled.sort((a, b) => b.all[0]!.score - a.all[0]!.score)
    return filled.map(({ kind, all }) => ({
      kind,
      total: all.length,
      found: all.slice(0, filled.length === 1 ? 24 : shown[kind]).map((one) => present(one, language)),
    }))
  }
}

interface Scored {
  entry: Entry
  score: number
  terms: Term[]
}

function present({ entry, terms }: Scored, language: string): Found {
  const own = entry.words.get(language) ?? [...entry.words.values()][0]!
  const title = mark(own.title, terms)
  if (title.some((part) => part.match)) return { entry, title, also: [] }
  const others = [own.text, ...[...entry.words.values()].filter((words) => words !== own).flatMap((words) => [words.title, words.text])]
  const also = others.map((text) => mark(text, terms)).find((parts) => parts.some((part) => part.match)) ?? []
  return { entry, title, also }
}
