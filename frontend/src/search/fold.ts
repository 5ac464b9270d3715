// Two texts are the same to a search when they fold to the same: without case, width and diacritics.
// Hangul is special. A syllable is one letter that is typed in two to six strokes, so what stands in
// the field while a word is typed is often no beginning of that word: 데잍 becomes 데이터.

/** A text without case, width (Ａ, ﾆ) and diacritics. Folding twice changes nothing more. */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    // The letters of Hangul on their own are what is being typed, and would join to syllables.
    .replace(/[^\0-~가-힣ㄱ-ㆎ]+/g, (other) => other.normalize('NFKD').replace(/\p{M}+/gu, '').normalize('NFC'))
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
}

/** The words that a query is made of. "C++" and "C#" keep their signs, other signs part words. */
export function split(folded: string): string[] {
  return folded.split(/[^\p{L}\p{N}+#]+/u).filter((word) => word !== '')
}

/** A Korean word without the particle that a sentence would hang on it. */
export function withoutParticle(word: string): string {
  return word.replace(/(?<=[가-힣]{2})(?:에서|으로|[을를이가은는의에와과로도])$/, '')
}

const first = 0xac00
const initials = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'
const vowels = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ'
const finals = ' ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'
/** Vowels and endings that are typed in two strokes. */
const pairs: Record<string, string> = {
  ㅘ: 'ㅗㅏ', ㅙ: 'ㅗㅐ', ㅚ: 'ㅗㅣ', ㅝ: 'ㅜㅓ', ㅞ: 'ㅜㅔ', ㅟ: 'ㅜㅣ', ㅢ: 'ㅡㅣ',
  ㄳ: 'ㄱㅅ', ㄵ: 'ㄴㅈ', ㄶ: 'ㄴㅎ', ㄺ: 'ㄹㄱ', ㄻ: 'ㄹㅁ', ㄼ: 'ㄹㅂ', ㄽ: 'ㄹㅅ', ㄾ: 'ㄹㅌ', ㄿ: 'ㄹㅍ', ㅀ: 'ㄹㅎ', ㅄ: 'ㅂㅅ',
}

/** A text as the strokes that it is typed with: 값 is ㄱㅏㅂㅅ. Errors of typing are counted in them. */
export function strokes(folded: string): string {
  return folded
    .replace(/[가-힣]/g, (syllable) => {
      const [initial, vowel, final] = parts(syllable)
      return initials[initial]! + vowels[vowel]! + finals[final]!.trim()
    })
    .replace(/[ㄱ-ㅣ]/g, (letter) => pairs[letter] ?? letter)
}

/**
 * A pattern for a folded word. The last letter of an unfinished one may become another, where it is
 * of Hangul. The gap is a pattern for what may stand between two letters.
 */
export function pattern(word: string, unfinished: boolean, gap = ''): string {
  const letters = [...word]
  return letters.map((letter, index) => letterPattern(letter, unfinished && index === letters.length - 1)).join(gap)
}

function letterPattern(letter: string, unfinished: boolean): string {
  // A consonant alone stands for every syllable that it begins: ㄷㅇㅌ finds 데이터.
  const initial = initials.indexOf(letter)
  if (initial >= 0) return `[${letter}${range(initial * 588, 588)}]`
  if (!unfinished || !/[가-힣]/.test(letter)) return letter.replace(/[+]/g, '\\$&')
  const [, vowel, final] = parts(letter)
  const at = letter.charCodeAt(0) - first
  // 도 may become 돼 or 동; ㅗ, ㅜ and ㅡ are followed by the vowels that begin with them.
  if (final === 0) return `[${range(at, 28 * ({ ㅗ: 4, ㅜ: 4, ㅡ: 2 }[vowels[vowel]!] ?? 1))}]`
  // The ending may turn out to begin the next syllable, or to be one of two.
  const ending = finals[final]!
  const typed = pairs[ending]
  const [stays, goes] = typed ? [typed.charAt(0), typed.charAt(1)] : [' ', ending]
  const open = String.fromCharCode(first + at - final + finals.indexOf(stays))
  const twoStrokes = Object.entries(pairs).filter(([pair, strokes]) => strokes[0] === ending && finals.includes(pair))
  const same = letter + twoStrokes.map(([pair]) => String.fromCharCode(first + at - final + finals.indexOf(pair))).join('')
  const next = initials.indexOf(goes)
  return next < 0 ? `[${same}]` : `(?:[${same}]|${open}[${range(next * 588, 588)}])`
}

function range(from: number, count: number): string {
  return `${String.fromCharCode(first + from)}-${String.fromCharCode(first + from + count - 1)}`
}

/** The numbers of a syllable's initial, vowel and final, which is 0 where it has none. */
function parts(syllable: string): [number, number, number] {
  const at = syllable.charCodeAt(0) - first
  return [Math.floor(at / 588), Math.floor(at / 28) % 21, at % 28]
}

/**
 * Where each letter of a folded text comes from: the letter at i of fold(text) comes from the part of
 * the text that begins at the i-th number. Undefined where letters have joined across that border.
 */
export function origins(text: string): { text: string; folded: string; from: number[] } | undefined {
  const whole = text.normalize('NFC')
  // Most texts hold nothing but letters that fold to one each.
  if (/^[\0-~가-힣ㄱ-ㆎ]*$/.test(whole)) return { text: whole, folded: fold(whole), from: [...Array(whole.length + 1).keys()] }
  const from: number[] = []
  let folded = ''
  let at = 0
  for (const letter of whole) {
    const part = fold(letter)
    for (let i = 0; i < part.length; i++) from.push(at)
    folded += part
    at += letter.length
  }
  from.push(at)
  return folded === fold(whole) ? { text: whole, folded, from } : undefined
}
