/// <reference types="node" />
// Measures the search for the benchmark: how much processor time every stroke of some queries takes,
// against a plain scan of the same texts for the same letters. Prints microseconds as JSON.
import { fold } from '../src/search/fold'
import { SearchIndex } from '../src/search/searchIndex'
import { searchable } from '../src/testing/library'

const repository = process.argv[2] ?? '..'
const languages = ['en', 'ko']
const queries = [
  'data builder', 'backend 3', 'encrpytion', 'recovery key', 'restore production data', 'kleppmann', 'sfia 9', 'join two tables',
  'cybersceurity', 'what nobody wrote', '데이터 빌더', '데이타 빌더', '백엔드 3', '파이프 라인', '복구 키', '두 테이블을 조인', 'ㄷㅇㅌ', '블록체인을', '아무도 쓰지 않은 말',
]
const times = 20

const views = languages.map((language) => searchable(language, repository))
const began = process.cpuUsage()
const index = new SearchIndex()
for (const view of views) index.add(view)
const built = spent(began)

const texts = views.flatMap(({ guides }) =>
  guides.flatMap(({ title, tagline, levels, terms, references }) => [
    title, tagline,
    ...levels.flatMap((level) => [level.title, ...level.items.map((item) => item.text)]),
    ...terms.flatMap(({ term, definition }) => [term, definition]),
    ...references.flatMap((source) => [source.title, `${source.authors} (${source.year}). ${source.source}`]),
  ]),
).map(fold)

/** Every state of the field while a query is typed. */
const strokes = queries.flatMap((query) => [...query].map((_, end) => [...query].slice(0, end + 1).join('')))

function spent(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return user + system
}

function measure(task: () => unknown): number {
  const began = process.cpuUsage()
  for (let n = 0; n < times; n++) task()
  return spent(began) / times
}

const ours: number[] = []
const floor: number[] = []
let found = 0
// The first round warms up: the engine compiles what it runs often.
for (const round of ['warm', 'counted']) {
  for (const [number, typed] of strokes.entries()) {
    const language = languages[number % 2]!
    const tasks = [
      () => ours.push(measure(() => (found += index.find(typed, language).length))),
      () => {
        const folded = fold(typed)
        floor.push(measure(() => (found += texts.filter((text) => text.includes(folded)).length)))
      },
    ]
    for (const task of number % 2 ? tasks : tasks.reverse()) task()
  }
  if (round === 'warm') ours.length = floor.length = 0
}

const items = views[0]!.guides.flatMap(({ levels }) => levels.flatMap((level) => level.items)).length
console.log(JSON.stringify({ ours, floor, built, entries: index.size, texts: texts.length, items, found }))
