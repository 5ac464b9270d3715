// The types of what crosses the bridge. They follow the generated models, as plain data and with
// the verdicts named one by one, so that a word that Go does not know fails to compile.
import type { app } from '../../wailsjs/go/models'
import type { Words } from '../language.svelte'

/** A generated model without the methods of its class. */
export type Plain<T> = T extends (infer U)[]
  ? Plain<U>[]
  : T extends object
    ? { [K in keyof T as T[K] extends (...args: never[]) => unknown ? never : K]: Plain<T[K]> }
    : T

/** The four answers, from low to high. An item without an answer has no verdict at all. */
export const verdicts = ['not-yet', 'with-help', 'on-my-own', 'can-teach'] as const
export type Verdict = (typeof verdicts)[number]
/** The answer that a key gives: 0 to 3. */
export function verdictOf(key: string): Verdict | undefined {
  return /^[0-3]$/.test(key) ? verdicts[Number(key)] : undefined
}

/** What a mark may say: an answer, or that the answer was taken back. */
export type Said = Verdict | 'cleared'

export type Format = 'pdf' | 'html' | 'md' | 'csv' | 'json' | 'resume.json' | 'badge.json'

export type Theme = 'system' | 'light' | 'dark' | 'contrast'

export type SessionView = Plain<app.SessionView>
export type LevelStandingView = Plain<app.LevelStandingView>
export type MarkView = Omit<Plain<app.MarkView>, 'verdict'> & { verdict: Verdict }
export type StandingView = Omit<Plain<app.StandingView>, 'marks'> & { marks: MarkView[] }
export type CardView = Omit<Plain<app.CardView>, 'standing'> & { standing: StandingView }
export type CatalogueView = { guides: CardView[] }
/** A drawing that Go made: SVG is '' where there is too little to draw. */
export interface ChartView {
  svg: string
  /** The same for a narrow frame, where it has to be drawn anew for one. */
  narrow: string
  title: string
  desc: string
  head: string[]
  /** The first cell heads a row. */
  rows: string[][]
}
/** The past of one guide. */
export interface GuideHistoryView {
  trend: ChartView
  /** The newest first. */
  days: HistoryDayView[]
  /** There are more days before these. */
  earlier: boolean
}
export interface HistoryDayView {
  /** ISO */
  date: string
  from: number
  to: number
  changes: { item: string; from: Said; to: Said }[]
}
/** An item outside its guide. */
export interface HomeItemView {
  guide: string
  level: number
  item: string
  text: string
  strand: string
  /** UTC milliseconds of the mark, 0 where there is none. */
  at: number
}
export interface HomeView {
  /** Where the person left off; its guide is '' before the first mark. */
  last: HomeItemView
  next: HomeItemView[]
  /** New editions that the person should hear of. */
  news: { guide: string; text: string }[]
}
export type StartView = { session: SessionView; catalogue: CatalogueView; home: HomeView }
export type ProfilesView = Plain<app.ProfilesView>
export type ProfileView = Plain<app.ProfileView>
export type SettingsView = Omit<Plain<app.SettingsView>, 'theme'> & { theme: Theme }
export type OpeningView = { words: Words; settings: SettingsView; aside: string; languages: string[]; systemLanguage: string; address: string; refused: string }
export type GuideView = Omit<Plain<app.GuideView>, 'standing'> & { standing: StandingView }
export type LevelView = Plain<app.LevelView>
export type ItemView = Plain<app.ItemView>
export type StrandView = Plain<app.StrandView>
export type ReferenceView = Plain<app.ReferenceView>
export type TermView = Plain<app.TermView>
export type MarkRequest = Omit<Plain<app.MarkRequest>, 'verdict'> & { verdict: Said }
export type Reply = 'yes' | 'no' | 'left-out' | Verdict
type Answers = { item: string; reply: Reply }[]
export type SittingRequest = Omit<Plain<app.SittingRequest>, 'answers'> & { answers: Answers }
export type SittingView = Omit<Plain<app.SittingView>, 'answers'> & { answers: Answers }
export type ReceiptsView = Plain<app.ReceiptsView>
export type ReceiptRequest = Plain<app.ReceiptRequest>
export type SecondLookView = Plain<app.SecondLookView>
/** The sittings that were paused: a file, see app/placement_window.go. */
export interface PausedView {
  sittings: { guide: string; asked: number; at: number }[]
}
export type HistoryView = Omit<Plain<app.HistoryView>, 'verdict'> & { verdict: Said }
export type ReportRequest = Omit<Plain<app.ReportRequest>, 'format'> & { format: Format }
export type EvidenceKind = 'note' | 'link' | 'file'
/** One piece of evidence: a list of them is a file, see app/evidence.go. */
export interface EvidenceView {
  id: string
  kind: EvidenceKind
  text: string
  url: string
  name: string
  size: number
  sha256: string
  path: string
  on: string
  witness: string
  at: number
}
export type EvidenceRequest = Omit<Plain<app.EvidenceRequest>, 'kind'> & { kind: EvidenceKind }
export type FileView = Plain<app.FileView>
export type CheckState = 'there' | 'changed' | 'gone' | 'unreadable' | 'elsewhere'
export type CheckView = Omit<Plain<app.CheckView>, 'state'> & { state: CheckState }
export type CardRequest = Omit<Plain<app.CardRequest>, 'format'> & { format: 'png' | 'svg' }
export type PreviewView = Plain<app.PreviewView>
export type SavedView = Plain<app.SavedView>

/** Whether a verdict counts towards a level: it is what a ticked box says. */
export function counts(said: Said | undefined): boolean {
  return said === 'on-my-own' || said === 'can-teach'
}

/** A topic of Help: a file, see app/help.go. */
export interface HelpView {
  topic: string
  language: string
  title: string
  html: string
}

/** What can be searched in one language: a file, see app/search.go. */
export interface SearchView {
  language: string
  languages: string[]
  levelNames: string[]
  guides: {
    slug: string
    emoji: string
    title: string
    tagline: string
    levels: { title: string; items: { id: string; text: string }[] }[]
    terms: { id: string; term: string; definition: string }[]
    references: { id: string; title: string; authors: string; source: string; year: number }[]
  }[]
}

/** What Insights shows: a file, see app/insights.go. */
export interface InsightsView {
  guides: { slug: string; emoji: string; title: string; level: number }[]
  guide: string
  period: Period
  first: string
  today: string
  level: string
  lines: string[]
  strands: ChartView
  radar: ChartView
  trend: ChartView
  claimed: ChartView
  active: ChartView
  strong: { strand: string; line: string }[]
  open: { strand: string; line: string }[]
  goal: GoalView
  stale: number
}
export const periods = ['3m', '12m', 'all'] as const
export type Period = (typeof periods)[number]

export interface GoalView {
  level: number
  by: string
  target: number
  line: string
  choice: number[]
}

/** What changed between two days: a file, see app/insights.go. */
export interface ChangesView {
  from: string
  to: string
  line: string
  gained: ChangedItem[]
  lost: ChangedItem[]
  evidenced: ChangedItem[]
  notes: string[]
}
export interface ChangedItem {
  item: string
  level: number
  text: string
}

/** A round of a fresh look: a file, see app/fresh.go. */
export interface FreshView {
  stale: number
  round: FreshItem[]
}
export interface FreshItem {
  guide: string
  emoji: string
  title: string
  item: string
  level: number
  strand: string
  text: string
  verdict: Verdict
  /** ISO day of the last use or confirmation. */
  last: string
  drill: boolean
}

/** A report that was kept as it was: a list of them is a file, see app/snapshots.go. */
export interface SnapshotView {
  id: string
  title: string
  guides: string[]
  at: number
}
