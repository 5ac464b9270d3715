// Showing why something was found.
import { origins } from './fold'
import { counts, parted, type Term } from './match'

/** A text in pieces; those that match are marked. */
export type Marked = { text: string; match: boolean }[]

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
