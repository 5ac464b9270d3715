// A stand-in for Go in component tests and on the page under dev/. It keeps marks in memory.
import type { Bridge } from '../bridge'
import { Fault } from '../bridge/fault'
import {
  type CardView,
  type GuideHistoryView,
  type CheckState,
  type EvidenceRequest,
  type FreshItem,
  type FreshView,
  type GuideView,
  type HelpView,
  type HomeItemView,
  type HomeView,
  type MarkRequest,
  type OpeningView,
  type SearchView,
  type SecondLookView,
  type SettingsView,
  type SittingRequest,
  type StandingView,
  type Verdict,
} from '../bridge/views'
import { backend } from './backend'
import { FakeEditions } from './editions'
import { aFile } from './evidence'
import { FakeInsights, noChart } from './insights'
import { FakeKeeping } from './keeping'
import { FakePeople } from './people'
import { FakeRecord } from './record'
import { FakeReports } from './reports'
import { FakeSittings } from './sittings'
import { stand, type Texts } from './standing'
import { wordsOf } from './words'

/** What the page brings at a first start. */
export function opening(part: Partial<SettingsView> = {}): OpeningView {
  const settings: SettingsView = { language: '', theme: 'system', textSize: 100, detailedRatings: false, sidebarFolded: false, reminders: 12, backupFolder: '', lastPlace: '', lastScroll: 0, filters: [], ...part }
  return { words: wordsOf(settings.language || 'en'), settings, aside: '', languages: ['en', 'ko'], systemLanguage: 'en', address: '', refused: '' }
}

export class FakeBridge implements Bridge {
  calls: MarkRequest[][] = []
  links: string[] = []
  /** All settings that were kept, the newest last. */
  settings: SettingsView[] = []
  /** The next calls that write fail with these. */
  faults: Fault[] = []
  readOnly = false
  /** While set, setMarks waits for it. */
  gate: Promise<void> | undefined

  readonly insight = new FakeInsights(() => this.#fail())
  readonly people = new FakePeople()
  readonly reports = new FakeReports()
  readonly editions = new FakeEditions(() => this.#fail())
  readonly sittings = new FakeSittings((slug) => this.#record.guide(slug))

  #record: FakeRecord
  #changed: () => void = () => {}

  constructor(guides: Texts[] = [backend()]) {
    this.#record = new FakeRecord(guides, (slug) => this.sittings.suggested(slug))
  }

  /** Sets marks behind the window's back, as the command line does. */
  put(slug: string, item: string, verdict: Verdict, at = Date.now()): void {
    this.#record.held(slug).set(item, { verdict, at })
  }

  announce(): void {
    this.#changed()
  }

  start = async () => {
    const session = await this.session()
    return { session, catalogue: await this.catalogue(), home: await this.home() }
  }

  /** By a simpler rule than Go's: the first open items of each guide in turn. */
  day = { today: 'Sunday, 22 November', until: Infinity }

  #offers(): { items: HomeItemView[]; offers: HomeItemView[][] } {
    const items = this.#record.guides.flatMap((guide) =>
      guide.levels.flatMap((level) =>
        level.items.map(({ id, text, strand }) => ({ guide: guide.slug, level: level.number, item: id, text, strand })),
      ),
    )
    const started = this.#record.guides.filter((guide) => this.#record.held(guide.slug).size > 0)
    const offers = started.map((guide) => {
      const { next } = stand(guide, this.#record.held(guide.slug))
      return next.map((id) => items.find((other) => other.guide === guide.slug && other.item === id)!)
    })
    return { items, offers }
  }

  openItems = async () => this.#offers().offers.flat()

  home = async (): Promise<HomeView> => {
    const { items, offers } = this.#offers()
    const turns = [0, 1, 2].flatMap((round) => offers.flatMap((offer) => offer[round] ?? []))
    const none = { guide: '', level: 0, item: '', text: '', strand: '' }
    const at = ({ guide, item }: HomeItemView) => (guide ? (this.#record.held(guide).get(item)?.at ?? 0) : 0)
    const last = items.reduce((last, item) => (at(item) > at(last) ? item : last), none)
    const due = (await this.fresh()).round.slice(0, 3).map(({ guide, level, item, text, title, last }) => ({ guide, level, item, text, since: `${title}, confirmed ${last}` }))
    return { last, due, open: offers.flat().length, next: turns.slice(0, 3), news: this.editions.news, paused: this.sittings.paused, day: { ...this.day, left: `You left off at “${last.text}”` } }
  }

  session = async () => ({ version: '0.1.0', platform: 'linux', language: this.settings.at(-1)?.language || 'en', profile: this.people.all.find(({ current }) => current)?.name ?? '', profiles: this.people.all, readOnly: this.readOnly, keeper: '', dataDir: '/home/mina', commit: '0123456789ab', built: '2026-11-26' })

  keepDrawn = async () => {}

  catalogue = async () => ({
    guides: this.#record.guides.map((guide): CardView => {
      const standing = stand(guide, this.#record.held(guide.slug))
      const { slug, emoji, category, title, tagline, edition } = guide
      const lastMark = Math.max(0, ...standing.marks.map((mark) => mark.at))
      return { slug, emoji, category, title, tagline, edition, items: standing.items, started: standing.rated > 0, lastMark, standing, completeAt: 0, titles: guide.levels.map((level) => level.title) }
    }),
  })

  words = async () => wordsOf(this.settings.at(-1)?.language || 'en')
  profiles = this.people.profiles
  addProfile = this.people.add
  renameProfile = this.people.rename
  switchProfile = this.people.show
  deleteProfile = this.people.erase
  openDataFolder = async () => {}
  saveSettings = async (settings: SettingsView) => {
    const fault = this.faults.shift()
    this.settings.push(settings)
    if (fault) throw fault
    return settings
  }

  openGuide = async (slug: string): Promise<GuideView> => {
    const guide = this.#record.guide(slug)
    return { ...guide, predicted: this.sittings.predicted, standing: this.#record.stand(slug) }
  }

  details = async () => 'Levelica: 1.2.3\nJournal: 2 profiles, 57 marks 🙂'
  help = async (topic: string, language: string): Promise<HelpView> => ({ topic, language, title: topic, html: `<h2>${topic} ${language}</h2><p><a href="#/help/level">level</a></p>` })

  /** What can be searched: the guides of this bridge, in both languages alike. */
  searchable = async (language: string): Promise<SearchView> => ({
    language,
    languages: ['en', 'ko'],
    pages: [{ address: 'help/privacy', title: 'Privacy', words: 'network telemetry' }],
    levelNames: [1, 2, 3, 4, 5, 6, 7].map((level) => `Level ${level}`),
    guides: this.#record.guides.map(({ slug, emoji, title, tagline, levels, glossary, references }) => ({
      slug, emoji, title, tagline, levels, references,
      terms: glossary.map(({ id, term, definitionHTML }) => ({ id, term, definition: definitionHTML.replace(/<[^>]+>/g, '') })),
    })),
  })

  setMarks = async (slug: string, marks: MarkRequest[]): Promise<StandingView> => {
    this.calls.push(marks)
    if (this.gate) await this.gate
    this.#fail()
    for (const { item, verdict, suggested } of marks) {
      if (suggested) {
        this.sittings.suggest(slug, item, verdict !== 'cleared')
        continue
      }
      this.#record.rate(slug, item, verdict)
    }
    return this.#record.stand(slug)
  }

  /** Days that are read when they are asked for. */
  earlier: GuideHistoryView['days'] = []

  /** Everything on one day, for what the window makes of it. */
  guideHistory = async (name: string): Promise<GuideHistoryView> => {
    const slug = name.replace('.all', '')
    const changes = this.#record.guide(slug)
      .levels.flatMap((level) => level.items)
      .flatMap(({ id }) => {
        const held = this.#record.held(slug).get(id)
        return held ? [{ item: id, from: 'cleared' as const, to: held.verdict }] : []
      })
    const { level } = stand(this.#record.guide(slug), this.#record.held(slug))
    return {
      trend: noChart,
      days: changes.length > 0 ? [{ date: '2026-11-22', from: 0, to: level, changes }, ...(slug === name ? [] : this.earlier)] : [],
      earlier: slug === name && this.earlier.length > 0,
    }
  }

  insights = this.insight.insights
  changes = this.insight.changes
  setGoal = this.insight.setGoal

  /** The stale marks, the oldest first. */
  fresh = async (): Promise<FreshView> => {
    const round = this.#record.guides.flatMap((guide) => {
      const { marks } = this.#record.stand(guide.slug)
      return marks
        .filter((mark) => mark.stale)
        .map(({ item, verdict, at }): FreshItem => {
          const level = guide.levels.find(({ items }) => items.some(({ id }) => id === item))!
          const { text, strand } = level.items.find(({ id }) => id === item)!
          return { guide: guide.slug, emoji: guide.emoji, title: guide.title, item, level: level.number, strand, text, verdict, last: new Date(at).toISOString().slice(0, 10), drill: false }
        })
    })
    return { stale: round.length, round: round.sort((a, b) => a.last.localeCompare(b.last)).slice(0, 12), none: 'No item was confirmed longer than 12 months ago.' }
  }

  itemEvidence = async (slug: string, item: string) => this.#record.evidenceOf(slug).of(item)
  addEvidence = async (slug: string, evidence: EvidenceRequest): Promise<StandingView> => {
    this.#fail()
    this.#record.evidenceOf(slug).add(evidence)
    return this.#record.stand(slug)
  }
  removeEvidence = async (slug: string, item: string, _id: string, removes: string): Promise<StandingView> => {
    this.#fail()
    this.#record.evidenceOf(slug).remove(item, removes)
    return this.#record.stand(slug)
  }
  /** What the dialog of the system answers. */
  file = { handle: 'HANDLE', ...aFile }
  chooseEvidenceFile = async () => this.file
  renewEvidence = async (slug: string, item: string, id: string, renews: string): Promise<StandingView> => {
    this.#fail()
    this.#record.evidenceOf(slug).renew(item, id, renews)
    return this.#record.stand(slug)
  }
  /** What is found where a file was. */
  found: CheckState = 'there'
  checkEvidence = async (_slug: string, _id: string) => ({ state: this.found, path: `/home/mina/${aFile.name}` })

  sitting = this.sittings.open
  sit = this.sittings.sit
  acceptSitting = async (request: SittingRequest, suggest: boolean): Promise<StandingView> => {
    this.sittings.end(request)
    this.sittings.accepted.push({ request, suggest })
    if (suggest) this.sittings.take(request)
    const held = this.#record.held(request.guide)
    for (const { item, reply } of request.answers) {
      if (reply === 'left-out') continue
      held.set(item, { verdict: reply === 'yes' ? 'on-my-own' : reply === 'no' ? 'not-yet' : reply, at: Date.now() })
    }
    return this.#record.stand(request.guide)
  }
  discardSitting = async (request: SittingRequest) => this.sittings.end(request)
  undoSitting = async (slug: string, id: string): Promise<StandingView> => {
    this.sittings.undone.push(id)
    this.sittings.suggested(slug).clear()
    this.#record.held(slug).clear()
    return this.#record.stand(slug)
  }

  predict = async (_id: string, _slug: string, level: number) => {
    this.#fail()
    this.sittings.predicted = level
  }
  secondLook = async (_slug: string): Promise<SecondLookView> => ({ said: this.sittings.predicted < 0 ? '' : `You expected: level ${this.sittings.predicted}.`, charts: [], read: '' })
  receipts = this.editions.receipts
  amendReceipt = this.editions.amend
  saveReceipt = this.editions.save
  saveForm = async (slug: string) => ({ saved: true, path: `/home/mina/${slug}-form.html` })
  readForm = async (_slug: string): Promise<SecondLookView> => {
    this.#fail()
    return { said: '', charts: [{ svg: '', narrow: '', title: 'You, as 보라 sees you', desc: '2 items', head: ['Item', 'You', '보라'], rows: [['One', 'on my own', 'can teach']] }], read: 'You, as 보라 sees you' }
  }

  itemHistory = async (_slug: string, item: string) => this.#record.historyOf(item)
  snapshots = this.reports.snapshots
  forgetReport = this.reports.forget
  previewReport = this.reports.preview
  saveReport = this.reports.save
  saveCard = this.reports.saveCard
  openLink = async (url: string) => void this.links.push(url)
  paintBehind = () => {}
  onGo = () => {}
  onRefused = () => {}
  onResize = () => {}
  title = () => {}

  readonly keeping = new FakeKeeping()
  pageListens = async () => {}
  onWarning = () => () => {}
  onJournalChanged = (changed: () => void) => {
    this.#changed = changed
    return () => {}
  }

  #fail(): void {
    const fault = this.faults.shift()
    if (fault) throw fault
  }
}
