// How well a text matches a query, word by word.
import { pattern, split } from './fold'

/** What an entry says in one language, folded. */
export interface Folded {
  title: string
  text: string
  context: string
}

/** How much a match says, by what it matches: a whole word, the beginning of one, the inside. */
const inTitle = { whole: 60, begin: 50, inside: 20 }
const inText = { whole: 16, begin: 12, inside: 5 }
const inContext = { whole: 8, begin: 7, inside: 0 }
/** The language that the window speaks comes first. */
const otherLanguage = 0.9

/** One word of a query: its pattern, and the words of titles that it may be a misspelling of. */
export interface Term {
  word: string
  pattern: RegExp
  /** The part of the word that stands as it is in whatever matches: looking for it first is quick. */
  sure: string
  near: ReadonlySet<string>
}

export function term(word: string, unfinished: boolean, gap = ''): Term {
  const plain = pattern(word, unfinished, gap)
  const sure = plain === word ? word : gap === '' ? (/^[가-힣]+(?=[가-힣]$)/.exec(word)?.[0] ?? '') : ''
  return { word, pattern: new RegExp(plain, 'g'), sure, near: new Set() }
}

/** How well an entry matches all terms, in whichever language each is; 0 where it does not. */
export function scoreOf(says: ReadonlyMap<string, Folded>, terms: Term[], query: string, language: string): number {
  let sum = 0
  let found = false
  for (const wanted of terms) {
    let best = 0
    for (const [of, { title, text, context }] of says) {
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
  for (const { title } of says.values()) {
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
export function parted(field: string, at: number): boolean {
  const before = field[at - 1]
  const after = field[at]
  if (before === undefined || after === undefined || !letter.test(before) || !letter.test(after)) return true
  return hangul.test(before) !== hangul.test(after)
}

/**
 * Whether what matches is more than chance. Two syllables are a word wherever they stand, two Latin
 * letters inside a word are not; a number is only found whole.
 */
export function counts(field: string, start: number, end: number, word: string): boolean {
  if (!/\D/.test(word)) return parted(field, start) && parted(field, end)
  // Across two words only from the beginning of one: "undo" is not in "fund options".
  return parted(field, start) || (hangul.test(word) ? word.length >= 2 : word.length >= 3 && !field.slice(start, end).includes(' '))
}
