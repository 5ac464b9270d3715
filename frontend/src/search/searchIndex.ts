// What can be found, held in memory as folded texts in every language at once, and looked through
// from beginning to end: some 1,500 entries take less time than one frame, find what stands inside a
// word (Korean words are joined to others), and need no second structure that could be out of step.
import type { SearchView } from '../bridge/views'
import { fold, origins, pattern, split, strokes, withoutParticle } from './fold'
import { allowed, distance } from './near'

export type Kind = 'level' | 'guide' | 'item' | 'term' | 'reference' | 'action' | 'place'

/** What an entry says in one language. */
interface Words {
  title: string
  /** What stands beside the title: a tagline, a definition, the authors. */
  text: string
  /** What it belongs to, which narrows a search and finds nothing by itself. */
  context: string
}

interface Folded {
  title: string
  text: string
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

/** A text in pieces; those that match are marked. */
export type Marked = { text: string; match: boolean }[]

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

/** How much a match says, by what it matches: a whole word, the beginning of one, the inside. */
const inTitle = { whole: 60, begin: 50, inside: 20 }
const inText = { whole: 16, begin: 12, inside: 5 }
const inContext = { whole: 8, begin: 7, inside: 0 }
/** The language that the window speaks comes first. */
const otherLanguage = 0.9

/** Letters of a query that are looked at: more are a text pasted by mistake, and too much for a pattern. */
export const longest = 200

/** One word of a query: its pattern, and the words of titles that it may be a misspelling of. */
interface Term {
  word: string
  pattern: RegExp
  /** The part of the word that stands as it is in whatever matches: looking for it first is quick. */
  sure: string
  near: ReadonlySet<string>
}

export class SearchIndex {
  #entries = new Map<string, Entry>()
  /** Every word of a title, with its strokes. */
  #titleWords = new Map<string, string>()

  get size(): number {
    return this.#entries.size
  }

  /** Takes up the guides in one language. */
  add(view: SearchView): void {
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
      const score = scoreOf(entry, terms, query, language)
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

function term(word: string, unfinished: boolean, gap = ''): Term {
  const plain = pattern(word, unfinished, gap)
  const sure = plain === word ? word : gap === '' ? (/^[가-힣]+(?=[가-힣]$)/.exec(word)?.[0] ?? '') : ''
  return { word, pattern: new RegExp(plain, 'g'), sure, near: new Set() }
}

/** How well an entry matches all terms, in whichever language each is; 0 where it does not. */
function scoreOf(entry: Entry, terms: Term[], query: string, language: string): number {
  let sum = 0
  let found = false
  for (const wanted of terms) {
    let best = 0
    for (const [of, { title, text, context }] of entry.folded) {
      const own = Math.max(matchIn(title, wanted, inTitle), matchNear(title, wanted)) || matchIn(text, wanted, inText)
      if (own > 0) found = true
      const worth = own || matchIn(context, wanted, inContext)
      best = Math.max(best, of === language ? worth : worth * otherLanguage)
    }
    if (best === 0) return 0
    sum += best
  }
  if (!found) return 0
  let whole = 0
  for (const { title } of entry.folded.values()) {
    if (title === query) whole = Math.max(whole, 100)
    else if (title.startsWith(query)) whole = Math.max(whole, 15)
    else if (terms.length > 1 && title.includes(query)) whole = Math.max(whole, 10)
  }
  return sum / terms.length + whole
}

function matchIn(field: string, wanted: Term, worth: typeof inTitle): number {
  let best = 0
  if (!field.includes(wanted.sure)) return best
  wanted.pattern.lastIndex = 0
  for (let match = wanted.pattern.exec(field); match; match = wanted.pattern.exec(field)) {
    const end = match.index + match[0].length
    if (!counts(field, match.index, end, wanted.word)) continue
    if (!parted(field, match.index)) best = Math.max(best, worth.inside)
    else if (!parted(field, end)) best = Math.max(best, worth.begin)
    else return worth.whole
  }
  return best
}

/** A title that is the misspelled word alone says more than one that holds it among others. */
function matchNear(title: string, wanted: Term): number {
  if (wanted.near.size === 0) return 0
  const words = split(title)
  const at = words.findIndex((word) => wanted.near.has(word))
  if (at < 0) return 0
  return inTitle.inside + (words.length === 1 ? 20 : at === 0 ? 10 : 0)
}

const letter = /[\p{L}\p{N}]/u
const hangul = /[가-힣]/

/** Whether one word ends and another begins there. A Korean particle is no part of an English word. */
function parted(field: string, at: number): boolean {
  const before = field[at - 1]
  const after = field[at]
  if (before === undefined || after === undefined || !letter.test(before) || !letter.test(after)) return true
  return hangul.test(before) !== hangul.test(after)
}

/**
 * Whether what matches is more than chance. Two syllables are a word wherever they stand, two Latin
 * letters inside a word are not; a number is only found whole.
 */
function counts(field: string, start: number, end: number, word: string): boolean {
  if (!/\D/.test(word)) return parted(field, start) && parted(field, end)
  return parted(field, start) || word.length >= (hangul.test(word) ? 2 : 3)
}

function present({ entry, terms }: Scored, language: string): Found {
  const own = entry.words.get(language) ?? [...entry.words.values()][0]!
  const title = mark(own.title, terms)
  if (title.some((part) => part.match)) return { entry, title, also: [] }
  const others = [own.text, ...[...entry.words.values()].filter((words) => words !== own).flatMap((words) => [words.title, words.text])]
  const also = others.map((text) => mark(text, terms)).find((parts) => parts.some((part) => part.match)) ?? []
  return { entry, title, also }
}

/** A text with what matches marked, as it is written, in its own case and with its own diacritics. */
export function mark(text: string, terms: Pick<Term, 'pattern' | 'near' | 'word'>[]): Marked {
  const origin = origins(text)
  if (!origin) return [{ text, match: false }]
  const { text: whole, folded, from } = origin
  const marks = new Uint8Array(whole.length)
  const paint = (start: number, end: number) => {
    // A letter that folds to two is marked as a whole.
    const last = from[end] === from[end - 1] ? from[end]! + 1 : from[end]!
    marks.fill(1, from[start]!, last)
  }
  for (const wanted of terms) {
    wanted.pattern.lastIndex = 0
    for (const match of folded.matchAll(wanted.pattern)) {
      const end = match.index + match[0].length
      if (counts(folded, match.index, end, wanted.word)) paint(match.index, end)
    }
    for (const word of wanted.near) {
      for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
        if (parted(folded, at) && parted(folded, at + word.length)) paint(at, at + word.length)
      }
    }
  }
  const parts: Marked = []
  for (let at = 0; at < whole.length; at++) {
    const last = parts.at(-1)
    if (last && last.match === (marks[at] === 1)) last.text += whole[at]!
    else parts.push({ text: whole[at]!, match: marks[at] === 1 })
  }
  return parts
}
