// The window without Go, for work on its looks: npm run dev, then /dev/?state=some#/home
// state is one of none, some, looksdone, refused; guides=7 fills the catalogue; lang=ko speaks Korean.
import { mount } from 'svelte'
import App from '../src/App.svelte'
import { Fault } from '../src/bridge/fault'
import { followSystem } from '../src/design/appearance'
import '../src/design/base.css'
import { speak } from '../src/locale/language.svelte'
import { Library } from '../src/library.svelte'
import { guardLinks } from '../src/shell/links'
import { Notices } from '../src/notices.svelte'
import { Router } from '../src/route.svelte'
import { backend } from '../src/testing/backend'
import { Settings } from '../src/settings/settings.svelte'
import { FakeBridge, opening } from '../src/testing/fake'

const query = new URLSearchParams(location.search)
const brought = opening({ language: query.get('lang') ?? '' })
speak(brought.words)
const more = [
  ['ai-utilization', '🤖', 'AI Utilization', 'Work with an assistant, and stay the one who decides.'],
  ['blockchain-technology', '⛓️', 'Blockchain Technology', 'Know what a shared ledger is for, and what it is not for.'],
  ['cloud-computing', '☁️', 'Cloud Computing', 'Rent computers well: safe, repeatable and paid for on purpose.'],
  ['cybersecurity-awareness', '🔒', 'Cybersecurity Awareness', 'Keep what is yours, and help others to keep theirs.'],
  ['data-analysis', '📊', 'Data Analysis', 'Turn a table into an answer that holds.'],
  ['data-engineering', '🔧', 'Data Engineering', 'Bring data where it is needed, whole and on time.'],
] as const
const others = more.map(([slug, emoji, title, tagline]) => ({ ...backend(), slug, emoji, title, tagline }))
const bridge = new FakeBridge([backend(), ...(query.get('guides') === '7' ? others : [])])

const day = 86_400_000
const slug = 'backend-engineering'
function put(level: number, done: number[], verdict: 'on-my-own' | 'with-help' | 'not-yet' | 'can-teach' = 'on-my-own'): void {
  for (const index of done) bridge.put(slug, `be-${level}0${index}`, verdict, Date.now() - (index * 17 + 2) * day)
}
const all = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
if (query.get('state') === 'some') {
  put(1, all)
  put(2, all.filter((n) => n !== 6))
  put(3, [0, 2, 3, 4, 5, 6])
  put(3, [7], 'with-help')
  put(3, [9], 'not-yet')
  put(4, [2, 6])
  for (const n of [0, 1, 2, 3, 5, 6, 7, 8]) bridge.put('cybersecurity-awareness', `be-10${n}`, 'on-my-own', Date.now() - day)
}
if (query.get('state') === 'looksdone') {
  put(1, [0, 3, 6])
  put(2, [1])
  put(3, [2, 5])
  put(4, [0, 1, 2, 3, 5, 6, 7, 8])
}
if (query.get('state') === 'refused') {
  bridge.session = () => Promise.reject(new Fault('journal_busy'))
}
if (query.has('slow')) bridge.gate = new Promise(() => {})
if (query.has('failing')) bridge.faults = Array.from({ length: 9 }, () => new Fault('journal_busy'))

followSystem(document.documentElement, () => {})
const router = new Router()
const notices = new Notices()
const library = new Library(bridge, notices)
const settings = new Settings(bridge, notices, brought, () => library.reread())
void library.start()
guardLinks(document, { go: (address) => router.go(address), open: (url) => console.info('opens', url) })
mount(App, { target: document.getElementById('app')!, props: { router, notices, library, settings } })
