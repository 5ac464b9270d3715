// The types of what crosses the bridge. They follow the generated models, as plain data and with
// the verdicts named one by one, so that a word that Go does not know fails to compile.
import type { app } from '../../wailsjs/go/models'
import type { Words } from '../locale/language.svelte'

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
type MarkView = Omit<Plain<app.MarkView>, 'verdict'> & { verdict: Verdict }
export type StandingView = Omit<Plain<app.StandingView>, 'marks'> & { marks: MarkView[] }
export type CardView = Omit<Plain<app.CardView>, 'standing'> & { standing: StandingView }
export type CatalogueView = { guides: CardView[] }
/** A drawing that Go made: SVG is '' where there is too little to draw. */
export type ChartView = Plain<app.ChartView>
/** The past of one guide. */
export type GuideHistoryView = Omit<Plain<app.GuideHistoryView>, 'days'> & { days: HistoryDayView[] }
export type HistoryDayView = Omit<Plain<app.HistoryDayView>, 'changes'> & { changes: { item: string; from: Said; to: Said }[] }
/** An item outside its guide. */
export type HomeItemView = Plain<app.HomeItemView>
export type HomeDueView = Plain<app.HomeDueView>
export type HomeView = Plain<app.HomeView>
export type StartView = Omit<Plain<app.StartView>, 'catalogue'> & { catalogue: CatalogueView }
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
export type HistoryView = Omit<Plain<app.HistoryView>, 'verdict'> & { verdict: Said }
export type ReportRequest = Omit<Plain<app.ReportRequest>, 'format'> & { format: Format }
export type EvidenceKind = 'note' | 'link' | 'file'
/** One piece of evidence. */
export type EvidenceView = Omit<Plain<app.EvidenceView>, 'kind'> & { kind: EvidenceKind }
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

/** A topic of Help. */
export type HelpView = Plain<app.HelpView>

/** What can be searched in one language. */
export type SearchView = Plain<app.SearchView>

export const periods = ['3m', '12m', 'all'] as const
export type Period = (typeof periods)[number]
export type InsightsView = Omit<Plain<app.InsightsView>, 'period'> & { period: Period }

/** What changed between two days. */
export type ChangesView = Plain<app.ChangesView>
export type ChangedItem = Plain<app.ChangeItemView>

/** A round of a fresh look. */
export type FreshView = Omit<Plain<app.FreshView>, 'round'> & { round: FreshItem[] }
export type FreshItem = Omit<Plain<app.FreshItemView>, 'verdict'> & { verdict: Verdict }

/** A report that was kept as it was. */
export type SnapshotView = Plain<app.SnapshotView>
