// The one door to Go. Nothing else imports wailsjs: here a null list becomes an empty one, and
// whatever a call fails with becomes a Fault.
import * as go from '../../wailsjs/go/app/App'
import { EventsOn, WindowSetBackgroundColour } from '../../wailsjs/runtime/runtime'
import type { Words } from '../language.svelte'
import { toFault } from './fault'
import type {
  CatalogueView,
  GuideView,
  HistoryView,
  HomeView,
  MarkRequest,
  PreviewView,
  ReportRequest,
  SavedView,
  SearchView,
  StandingView,
  StartView,
} from './views'

/** What the window can ask of Go. A parameter of the models, so that their tests need no window. */
export interface Bridge {
  /** What the first screen shows. */
  start(): Promise<StartView>
  catalogue(): Promise<CatalogueView>
  /** What Home shows beside the catalogue. */
  home(): Promise<HomeView>
  /** The words of a language, to speak it. */
  words(language: string): Promise<Words>
  openGuide(slug: string): Promise<GuideView>
  /** What can be searched in a language. */
  searchable(language: string): Promise<SearchView>
  setMarks(slug: string, marks: MarkRequest[]): Promise<StandingView>
  itemHistory(slug: string, item: string): Promise<HistoryView[]>
  previewReport(request: ReportRequest): Promise<PreviewView>
  saveReport(request: ReportRequest): Promise<SavedView>
  openLink(url: string): Promise<void>
  /** Calls back when another program wrote to the journal. */
  onJournalChanged(changed: () => void): () => void
  /** Paints what shows behind the page while the window is resized. */
  paintBehind(red: number, green: number, blue: number): void
}

export const bridge: Bridge = {
  start: () => readFile<StartView>('start.json'),
  catalogue: () => readFile<CatalogueView>('catalogue.json'),
  home: () => readFile<HomeView>('home.json'),
  words: (language) => readFile<Words>(`words/${language}.json`),
  openGuide: (slug) => readFile<GuideView>(`guide/${encodeURIComponent(slug)}.json`),
  searchable: (language) => readFile<SearchView>(`search/${language}.json`),
  setMarks: (slug, marks) => call<StandingView>(() => go.SetMarks(slug, marks)),
  itemHistory: (slug, item) => call<HistoryView[]>(() => go.ItemHistory(slug, item)),
  previewReport: (request) => call<PreviewView>(() => go.PreviewReport(request)),
  saveReport: (request) => call<SavedView>(() => go.SaveReport(request)),
  openLink: (url) => call<void>(() => go.OpenLink(url)),
  onJournalChanged: (changed) => EventsOn('journal:changed', changed),
  paintBehind: (red, green, blue) => WindowSetBackgroundColour(red, green, blue, 255),
}

/**
 * What is only read comes as a file that Go makes (app/answers.go), not from a call: the answer to a
 * call waits until the window has nothing left to draw.
 */
export function readFile<T>(path: string): Promise<T> {
  return call<T>(async () => {
    const response = await fetch(`/${path}`)
    if (!response.ok) throw await response.text()
    return response.json()
  })
}

/** The generated functions throw at once where Go is missing, so they are called inside. */
async function call<T>(method: () => Promise<unknown>): Promise<T> {
  try {
    return withoutNulls(await method()) as T
  } catch (reason) {
    throw toFault(reason)
  }
}

/** Views hold no optional values: the only null that Go can send is a list that was never made. */
export function withoutNulls(value: unknown): unknown {
  if (value === null) return []
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutNulls(inner)]))
}
