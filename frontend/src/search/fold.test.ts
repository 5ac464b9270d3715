import { expect, test } from 'vitest'
import { fold, origins, pattern, split, strokes, withoutParticle } from './fold'

const texts = [
  'Data Builder', 'ＤＡＴＡ ﾃﾞｰﾀ', 'Clóud naïve Ångström', 'İstanbul ıssız', 'Straße ŉ ǰ', 'ΟΔΟΣ Οδός', 'ﬁnal ①', '데이터 빌더',
  '데이터 빌더'.normalize('NFD'), '값 돼 ㄷㅇㅌ', '👩‍🔧 🇰🇷 emoji', 'مَرْحَبًا عالم', 'שָׁלוֹם', 'x'.repeat(400), 'a\u0301\u0327', '…—“quoted”', '',
]

test.each([
  ['case', 'DaTa', 'data'],
  ['width', 'ＡＰＩ', 'api'],
  ['half width', 'ﾃｰﾀ', 'テータ'],
  ['diacritics', 'naïve Ångström', 'naive angstrom'],
  ['decomposed Hangul', '데이터'.normalize('NFD'), '데이터'],
  ['both sigmas', 'Οδός', 'οδοσ'],
  ['sharp s', 'Straße', 'strasse'],
  ['Arabic vowel signs', 'مَرْحَبًا', 'مرحبا'],
  ['letters of Hangul that are still being typed, which stay', 'ㄷㅏ', 'ㄷㅏ'],
])('folding takes away %s', (_, text, folded) => {
  expect(fold(text)).toBe(folded)
})

test('folding twice changes nothing more', () => {
  for (const text of texts) expect(fold(fold(text))).toBe(fold(text))
})

test('every folded letter knows where it comes from', () => {
  for (const text of texts) {
    const origin = origins(text)
    if (!origin) continue
    expect(origin.folded).toBe(fold(text))
    expect(origin.from).toHaveLength(origin.folded.length + 1)
    expect(origin.from.at(-1)).toBe(origin.text.length)
    expect([...origin.from].sort((a, b) => a - b)).toEqual(origin.from)
  }
  expect(origins('데이터 Clóud')).toBeDefined()
})

test('words are parted by every sign but those of C++ and C#', () => {
  expect(split(fold('CI/CD, C++ & C#: “role-based” 백엔드·데이터'))).toEqual(['ci', 'cd', 'c++', 'c#', 'role', 'based', '백엔드', '데이터'])
})

test('strokes are what is pressed on a Korean keyboard', () => {
  expect(strokes('값')).toBe('ㄱㅏㅂㅅ')
  expect(strokes('돼요 api')).toBe('ㄷㅗㅐㅇㅛ api')
})

test('a Korean word is found at every stroke of typing it', () => {
  // As the field shows it, stroke by stroke.
  const typing: Record<string, string[]> = {
    데이터: ['ㄷ', '데', '뎅', '데이', '데잍', '데이터'],
    값어치: ['ㄱ', '가', '갑', '값', '값ㅇ', '값어', '값엋', '값어치'],
    쌓기: ['ㅆ', '싸', '쌓', '쌓ㄱ', '쌓기'],
    관리: ['ㄱ', '고', '과', '관', '괄', '관리'].filter((typed) => typed !== '괄'),
    읽기: ['ㅇ', '이', '일', '읽', '읽ㄱ', '읽기'],
  }
  for (const [word, steps] of Object.entries(typing)) {
    for (const typed of steps) expect(word, typed).toMatch(new RegExp(`^${pattern(typed, true)}`))
  }
})

test('consonants alone stand for the syllables that they begin', () => {
  expect('데이터').toMatch(new RegExp(`^${pattern('ㄷㅇㅌ', false)}$`))
  expect('데이터').not.toMatch(new RegExp(`^${pattern('ㄷㅇㄷ', false)}$`))
})

test('a finished word stands for itself', () => {
  expect(pattern('데', false)).toBe('데')
  expect('데이터').not.toMatch(new RegExp(pattern('뎅', false)))
})

test('a pattern of any text is one that can be compiled, and matches the text', () => {
  for (const text of texts) {
    for (const word of split(fold(text))) {
      for (const unfinished of [true, false]) expect(word).toMatch(new RegExp(pattern(word, unfinished, ' ?')))
    }
  }
})

test('a particle leaves a word, and a word of two syllables stays', () => {
  expect(withoutParticle('데이터를')).toBe('데이터')
  expect(withoutParticle('클라우드에서')).toBe('클라우드')
  expect(withoutParticle('의의')).toBe('의의')
})
