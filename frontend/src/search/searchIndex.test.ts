import { expect, test } from 'vitest'
import { searchable } from '../testing/library'
import { mark, type Marked } from './marked'
import { SearchIndex, type Group } from './searchIndex'

const index = new SearchIndex()
for (const language of ['en', 'ko']) index.add(searchable(language))

const written = (marked: Marked) => marked.map(({ text }) => text).join('')
const marks = (marked: Marked) => marked.filter(({ match }) => match).map(({ text }) => text)
const first = (groups: Group[]) => (groups[0] ? `${groups[0].kind} ${written(groups[0].found[0]!.title)}` : '')

test.each([
  ['data builder', 'level Data Builder'],
  ['DATA  BUILDER ', 'level Data Builder'],
  ['databuilder', 'level Data Builder'],
  ['data', 'level Data Reader'],
  ['backend', 'guide Backend Engineering'],
  ['backend 3', 'level Service Crafter'],
  ['level 3 cloud', 'level Automation Crafter'],
  ['blockchain', 'guide Blockchain Technology'],
  ['cybersec', 'guide Cybersecurity Awareness'],
  ['ai', 'guide AI Utilization'],
  ['Clóud', 'level Cloud Architect'],
  ['ｃｌｏｕｄ', 'level Cloud Architect'],
  ['encrpytion', 'term encryption'],
  ['cybersceurity', 'guide Cybersecurity Awareness'],
  ['kuberntes', 'reference Kubernetes Documentation: Concepts'],
  ['bakend', 'guide Backend Engineering'],
  ['datta bilder', 'level Data Builder'],
  ['lcoud architect', 'level Cloud Architect'],
  ['idempotent', 'term idempotent'],
  ['recovery key', 'term recovery key'],
  ['threat model', 'term threat model'],
  ['kleppmann', 'reference Designing Data-Intensive Applications'],
  ['vogels 2009', 'reference Eventually Consistent'],
  ['rfc 9110', 'reference HTTP Semantics'],
  ['sfia', 'reference SFIA 9: the global skills and competency framework for the digital world'],
  ['join two tables', 'item Join two tables of yours on a shared key with every unmatched row counted and explained.'],
  ['rolled back', 'item Migrate the schema of a live database in a step that can be rolled back.'],
  ['데이터 빌더', 'level Data Builder'],
  ['멱등', 'term idempotent'],
])('in English, %j finds %s first', (query, expected) => {
  expect(first(index.find(query, 'en'))).toBe(expected)
})

test.each([
  ['데이터 빌더', 'level 데이터 빌더'],
  ['데이터빌더', 'level 데이터 빌더'],
  ['데이터 빌더'.normalize('NFD'), 'level 데이터 빌더'],
  ['데이타 빌더', 'level 데이터 빌더'],
  ['데잍', 'level 데이터 빌더'],
  ['ㄷㅇㅌ ㅂㄷ', 'level 데이터 빌더'],
  ['백엔드', 'guide 백엔드 엔지니어링'],
  ['백엔드 3', 'level 서비스 제작자'],
  ['레벨 3 클라우드', 'level 자동화 제작자'],
  ['블럭체인', 'guide 블록체인 기술'],
  ['블록체인을', 'guide 블록체인 기술'],
  ['사이버보안', 'guide 사이버 보안 인식'],
  ['암호화', 'term 암호화'],
  ['파이프 라인', 'level 파이프라인 빌더'],
  ['지갑', 'term 지갑(wallet)'],
  ['트랜잭션', 'term 트랜잭션'],
  ['위협', 'level 위협 감별사'],
  ['프롬프트', 'level 프롬프트 실습자'],
  ['중앙값', 'term 중앙값'],
  ['소유권', 'item 모든 제품 그룹이 2년 동안 지켜 온 데이터 소유권 표준을 정합니다.'],
  ['data builder', 'level 데이터 빌더'],
  ['idempotent', 'term 멱등(idempotent)'],
  ['backend', 'guide 백엔드 엔지니어링'],
  ['SFIA', 'reference SFIA 9: the global skills and competency framework for the digital world'],
])('in Korean, %j finds %s first', (query, expected) => {
  expect(first(index.find(query, 'ko'))).toBe(expected)
})

test('every title of a guide finds what it is the title of, in both languages', () => {
  for (const language of ['en', 'ko']) {
    for (const guide of searchable(language).guides) {
      for (const [title, kind] of [[guide.title, 'guide'], ...guide.levels.map((level) => [level.title, 'level']), ...guide.terms.map(({ term }) => [term, 'term'])]) {
        const group = index.find(title!, language).find((candidate) => candidate.kind === kind)
        expect(group && group.found.map((found) => written(found.title)), `${language} ${title}`).toContain(title)
      }
    }
  }
})

test('every item is found by its own words, and by two syllables from the inside of one', () => {
  for (const language of ['en', 'ko']) {
    for (const guide of searchable(language).guides) {
      for (const { id, text } of guide.levels.flatMap((level) => level.items)) {
        const own = index.find(text, language).find(({ kind }) => kind === 'item')
        expect(own?.found[0]?.entry.id, text).toBe(id)
      }
    }
  }
  const inside = index.find('이터베', 'ko')
  expect(inside.flatMap(({ found }) => found).some(({ title }) => written(title).includes('데이터베이스'))).toBe(true)
  expect(index.find('터베', 'ko')).not.toEqual([])
})

test('what is found is shown with what matches marked, as it is written', () => {
  const [level] = index.find('DÁTA', 'en')
  expect(marks(level!.found[0]!.title)).toEqual(['Data'])
  const [term] = index.find('encrpytion', 'en')
  expect(marks(term!.found[0]!.title)).toEqual(['encryption'])
})

test('what matched in the other language is shown beside the own title', () => {
  const [guide] = index.find('백엔드', 'en')
  expect(written(guide!.found[0]!.title)).toBe('Backend Engineering')
  expect(marks(guide!.found[0]!.also)).toEqual(['백엔드'])
})

test('what a misspelled word may stand for is marked where it is a word, and not within others', () => {
  const wanted = { word: 'datta', pattern: /datta/g, near: new Set(['data']) }
  expect(marks(mark('Database, big data and metadata 🙂', [wanted]))).toEqual(['data'])
})

test('an item is found with the level that it is on', () => {
  const [guide] = searchable('en').guides
  guide!.levels.forEach((level, place) => {
    const item = index.find(level.items[0]!.text, 'en').find(({ kind }) => kind === 'item')!.found[0]!.entry
    expect([item.id, item.level]).toEqual([level.items[0]!.id, place + 1])
  })
})

test('a source of several guides is found once', () => {
  const [references] = index.find('sfia', 'en')
  expect(references!.total).toBe(1)
  expect(references!.found[0]!.entry.slugs).toHaveLength(7)
})

test('a page of the window is found by its title, and by other words for it', () => {
  for (const query of ['privacy', 'network']) {
    const places = index.find(query, 'en').find(({ kind }) => kind === 'place')
    expect(places?.found.map(({ entry }) => entry.id), query).toEqual(['help/privacy'])
  }
  expect(first(index.find('개인정보 보호', 'ko'))).toBe('place 개인정보 보호')
})

test('English words run together are found from the beginning of one, and no others by chance', () => {
  expect(first(index.find('databuilder', 'en'))).toBe('level Data Builder')
  // The end of one word and the beginning of the next are none, as in "fund open".
  const found = index.find('undo', 'en').flatMap(({ found }) => found)
  expect(found.filter(({ title }) => marks(title).some((part) => part.includes(' ')))).toEqual([])
})

test('what a guide is about does not find all of its items', () => {
  const items = index.find('backend engineering', 'en').find(({ kind }) => kind === 'item')
  expect(items?.total ?? 0).toBeLessThan(5)
})

test.each(['', '   ', '-', '"', '((', 'zzzzzz', '뷁뷁', '🙂', '\\', '[-', '*', 'مرحبا', 'x'.repeat(10_000)])(
  'the query %j finds nothing, and harms nothing',
  (query) => {
    expect(index.find(query, 'ko')).toEqual([])
  },
)

test('marking changes no letter of a text, whatever it holds', () => {
  const texts = ['Straße', 'ﬁnal', 'İstanbul', '👩‍🔧 fix', 'مَرْحَبًا', '데이터'.normalize('NFD'), 'a\u0301bc']
  const terms = [{ word: 's', pattern: /s|fi|i|a/g, near: new Set<string>() }]
  for (const text of texts) expect(written(mark(text, terms))).toBe(text.normalize('NFC'))
  expect(marks(mark('Die Straße', [{ word: 'stras', pattern: /stras/g, near: new Set<string>() }]))).toEqual(['Straß'])
})
