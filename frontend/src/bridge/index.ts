// The one door to Go: nothing outside this folder imports wailsjs.
import { EventsOn, WindowSetBackgroundColour, WindowSetTitle } from '../../wailsjs/runtime/runtime'
import type { Words } from '../locale/language.svelte'
import { ask, file, withoutNulls } from './ask'
import { toFault, type Fault } from './fault'
import { keeping, type Keeping } from './keeping'
import type {
  CardRequest,
  CatalogueView,
  GuideHistoryView,
  ChangesView,
  CheckView,
  EvidenceRequest,
  EvidenceView,
  FileView,
  FreshView,
  GuideView,
  HelpView,
  HistoryView,
  HomeItemView,
  HomeView,
  InsightsView,
  MarkRequest,
  OpeningView,
  PreviewView,
  ProfilesView,
  ReceiptRequest,
  ReceiptsView,
  ReportRequest,
  SavedView,
  SearchView,
  SecondLookView,
  SettingsView,
  SittingRequest,
  SittingView,
  SnapshotView,
  StandingView,
  StartView,
} from './views'

/** What the window can ask of Go. A parameter of the models, so that their tests need no window. */
export interface Bridge {
  /** What the first screen shows. */
  start(): Promise<StartView>
  catalogue(): Promise<CatalogueView>
  /** Keeps how Home was drawn, and from what, for the next start. */
  keepDrawn(start: StartView, markup: string): Promise<void>
  /** What Home shows beside the catalogue. */
  home(): Promise<HomeView>
  /** All open items that lead to the next levels, a guide after the other. */
  openItems(): Promise<HomeItemView[]>
  /** The words of the language that Go speaks. */
  words(): Promise<Words>
  /** The people of the journal, and what each wish about them leaves. Deleting erases. */
  profiles(): Promise<ProfilesView>
  addProfile(name: string): Promise<ProfilesView>
  renameProfile(id: string, name: string): Promise<ProfilesView>
  switchProfile(id: string): Promise<ProfilesView>
  deleteProfile(id: string, purgeBackups: boolean): Promise<ProfilesView>
  openDataFolder(): Promise<void>
  /** Keeps the settings; what cannot be kept is another value in the answer. */
  saveSettings(settings: SettingsView): Promise<SettingsView>
  openGuide(slug: string): Promise<GuideView>
  /** What helps to understand a fault, word for word as it is shown and copied. */
  details(): Promise<string>
  /** A text of the Help place. */
  help(topic: string, language: string): Promise<HelpView>
  /** What can be searched in a language. */
  searchable(language: string): Promise<SearchView>
  /** The newest days; with ".all" after the slug all days. */
  guideHistory(name: string): Promise<GuideHistoryView>
  /** Without a guide: of the one that was rated last. */
  insights(slug: string, period: string): Promise<InsightsView>
  /** What changed between two ISO days. */
  changes(slug: string, from: string, to: string): Promise<ChangesView>
  /** Level 0 takes the goal back. */
  setGoal(slug: string, id: string, level: number, by: string): Promise<void>
  /** A round of the items that were confirmed too long ago. */
  fresh(): Promise<FreshView>
  setMarks(slug: string, marks: MarkRequest[]): Promise<StandingView>
  /** The paused sitting on a guide, or a new one. */
  sitting(slug: string): Promise<SittingView>
  /** Keeps a sitting with its answers, and returns what is believed after them. */
  sit(request: SittingRequest): Promise<SittingView>
  acceptSitting(request: SittingRequest, suggest: boolean): Promise<StandingView>
  discardSitting(request: SittingRequest): Promise<void>
  /** Takes back what accepting a sitting recorded. */
  undoSitting(slug: string, id: string): Promise<StandingView>
  /** Keeps the level that the person expects. */
  predict(id: string, slug: string, level: number): Promise<void>
  secondLook(slug: string): Promise<SecondLookView>
  /** Save and read a form for a second rater, in the system's dialogs. */
  saveForm(slug: string): Promise<SavedView>
  readForm(slug: string): Promise<SecondLookView>
  itemHistory(slug: string, item: string): Promise<HistoryView[]>
  itemEvidence(slug: string, item: string): Promise<EvidenceView[]>
  addEvidence(slug: string, evidence: EvidenceRequest): Promise<StandingView>
  /** Takes evidence away, by a row with an ID of its own. */
  removeEvidence(slug: string, item: string, id: string, removes: string): Promise<StandingView>
  /** Takes a file that changed as it is now: new evidence with an ID of its own, in place of the old. */
  renewEvidence(slug: string, item: string, id: string, renews: string): Promise<StandingView>
  /** Asks for a file in the system's dialog; the handle is empty where it was closed. */
  chooseEvidenceFile(): Promise<FileView>
  checkEvidence(slug: string, id: string): Promise<CheckView>
  previewReport(request: ReportRequest): Promise<PreviewView>
  saveReport(request: ReportRequest): Promise<SavedView>
  /** What became of the answers when a guide got a new edition. */
  receipts(slug: string): Promise<ReceiptsView>
  amendReceipt(request: ReceiptRequest): Promise<ReceiptsView>
  saveReceipt(slug: string, receipt: string, format: string): Promise<SavedView>
  /** The reports that were kept. */
  snapshots(): Promise<SnapshotView[]>
  /** Takes one away, by a row with an ID of its own. */
  forgetReport(id: string, removes: string): Promise<void>
  saveCard(request: CardRequest): Promise<SavedView>
  openLink(url: string): Promise<void>
  /** Backups, restoring, moving, and what to do about a hurt journal. */
  readonly keeping: Keeping
  /** Says that what is listened to below can be heard: what happened before is told now. */
  pageListens(): Promise<void>
  /** Calls back when something went wrong beside what the person does: a backup, for one. */
  onWarning(warned: (fault: Fault) => void): () => void
  /** Calls back when another program wrote to the journal. */
  onJournalChanged(changed: () => void): () => void
  /** Calls back with the fault of a link from outside that leads nowhere. */
  onRefused(refused: (fault: string) => void): void
  /** Calls back when a menu, or a link from outside, asks to go somewhere: an address, "back" or "forward". */
  onGo(go: (where: string) => void): void
  /** Calls back when a menu asks to write larger (1), smaller (-1) or as usual (0). */
  onResize(resize: (by: number) => void): void
  /** The title that the system shows. */
  title(title: string): void
  /** Paints what shows behind the page while the window is resized. */
  paintBehind(red: number, green: number, blue: number): void
}

export const bridge: Bridge = {
  start: file('start'),
  catalogue: file('catalogue'),
  home: file('home'),
  openItems: file('open'),
  keepDrawn: ask('KeepDrawn'),
  words: file('words'),
  profiles: file('profiles'),
  addProfile: ask('AddProfile'),
  renameProfile: ask('RenameProfile'),
  switchProfile: ask('SwitchProfile'),
  deleteProfile: ask('DeleteProfile'),
  openDataFolder: ask('OpenDataFolder'),
  saveSettings: ask('SaveSettings'),
  openGuide: file('guide'),
  details: file('details'),
  help: file('help'),
  searchable: file('search'),
  guideHistory: file('history'),
  sitting: file('sitting'),
  sit: ask('Sit'),
  acceptSitting: ask('AcceptSitting'),
  discardSitting: ask('DiscardSitting'),
  undoSitting: ask('UndoSitting'),
  insights: file('insights'),
  changes: file('changes'),
  setGoal: ask('SetGoal'),
  fresh: file('fresh'),
  setMarks: ask('SetMarks'),
  predict: ask('Predict'),
  secondLook: file('second-look'),
  saveForm: ask('SaveForm'),
  readForm: ask('ReadForm'),
  itemHistory: ask('ItemHistory'),
  itemEvidence: file('evidence'),
  addEvidence: ask('AddEvidence'),
  removeEvidence: ask('RemoveEvidence'),
  renewEvidence: ask('RenewEvidence'),
  chooseEvidenceFile: ask('ChooseEvidenceFile'),
  checkEvidence: ask('CheckEvidence'),
  previewReport: ask('PreviewReport'),
  receipts: file('receipts'),
  amendReceipt: ask('AmendReceipt'),
  saveReceipt: ask('SaveReceipt'),
  snapshots: file('snapshots'),
  forgetReport: ask('ForgetReport'),
  saveReport: ask('SaveReport'),
  saveCard: ask('SaveCard'),
  openLink: ask('OpenLink'),
  keeping,
  pageListens: ask('PageListens'),
  onWarning: (warned) => EventsOn('warning', (reason: unknown) => warned(toFault(reason))),
  onJournalChanged: (changed) => EventsOn('journal:changed', changed),
  onGo: (go) => ['go', 'step'].forEach((event) => EventsOn(`window:${event}`, go)),
  onRefused: (refused) => void EventsOn('window:refused', refused),
  onResize: (resize) => void EventsOn('window:resize', (by: string) => resize(+by)),
  title: (title) => WindowSetTitle(title),
  paintBehind: (red, green, blue) => WindowSetBackgroundColour(red, green, blue, 255),
}

/** What the page brought with it from Go, before any script ran. */
export function opening(page: Document = document): OpeningView {
  return withoutNulls(JSON.parse(page.getElementById('opening')?.textContent ?? 'null')) as OpeningView
}

/** What the first screen shows, where the page brought it: once, because later it may no longer be true. */
export function startOf(page: Document = document): StartView | undefined {
  const element = page.getElementById('start')
  if (!element) return undefined
  element.remove()
  return withoutNulls(JSON.parse(element.textContent)) as StartView
}
