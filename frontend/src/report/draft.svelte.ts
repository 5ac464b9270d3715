// What a report shall hold, the preview of it, and its saving.
import type { Bridge } from '../bridge'
import { toFault, type Fault } from '../bridge/fault'
import { uuidv7 } from '../guide/uuid'
import type { CardView, Format, Period, PreviewView, ReportRequest, SavedView, SnapshotView } from '../bridge/views'

export const formats: Format[] = ['pdf', 'html', 'md', 'csv', 'json', 'resume.json', 'badge.json']

/** What a report may hold, in the order of its boxes. */
export const parts = ['strands', 'items', 'open', 'evidence', 'goal', 'stale', 'others', 'editions'] as const

/** How long the choices must rest before the preview follows them. */
export const restFor = 200

// The choices outlive the page, not the program.
const remembered = $state({
  format: 'pdf' as Format,
  strands: true,
  items: true,
  open: false,
  evidence: false,
  goal: false,
  stale: false,
  others: false,
  editions: false,
  /** The level over that time; nothing leaves it out. */
  period: '' as Period | '',
  name: true,
  /** Slugs that the person chose or left out; what is not named here follows from the marks. */
  guides: {} as Record<string, boolean>,
})

export class ReportDraft {
  readonly choices = remembered
  preview = $state.raw<PreviewView>()
  fault = $state.raw<Fault>()
  #saving = false
  /** The reports that were kept, the newest first. */
  kept = $state.raw<SnapshotView[]>([])
  /** The kept report that is made again; nothing is a new one. */
  again = $state('')

  #asked = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(readonly bridge: Pick<Bridge, 'previewReport' | 'saveReport' | 'snapshots' | 'forgetReport'>) {}

  chosen(card: CardView): boolean {
    return this.choices.guides[card.slug] ?? card.started
  }

  request(cards: CardView[]): ReportRequest {
    const guides = cards.filter((card) => this.chosen(card)).map((card) => card.slug)
    return { ...this.choices, guides, snapshot: this.again }
  }

  /** Reads which reports were kept. */
  async read(): Promise<void> {
    this.kept = await this.bridge.snapshots()
    if (!this.kept.some(({ id }) => id === this.again)) this.again = ''
  }

  /** Takes the kept report that is shown away. */
  async forget(): Promise<void> {
    await this.bridge.forgetReport(uuidv7(), this.again)
    await this.read()
  }

  /** Asks for the preview of a request, once the choices rest. The answer to the latest wins. */
  show(request: ReportRequest, after = restFor): void {
    clearTimeout(this.#timer)
    const asked = ++this.#asked
    if (request.guides.length === 0 && !request.snapshot) {
      this.preview = undefined
      this.fault = undefined
      return
    }
    this.#timer = setTimeout(() => void this.#ask(request, asked), after)
  }

  /** Nobody looks any more. */
  leave(): void {
    clearTimeout(this.#timer)
    this.#asked++
  }

  /** Saves a report, one at a time. */
  async save(request: ReportRequest): Promise<SavedView> {
    if (this.#saving) return { saved: false, path: '' }
    this.#saving = true
    try {
      const saved = await this.bridge.saveReport(request)
      // A report that was saved is kept as well.
      if (saved.saved && !request.snapshot) void this.read().catch(() => {})
      return saved
    } finally {
      this.#saving = false
    }
  }

  async #ask(request: ReportRequest, asked: number): Promise<void> {
    try {
      const preview = await this.bridge.previewReport(request)
      if (asked !== this.#asked) return
      this.preview = preview
      this.fault = undefined
    } catch (reason) {
      if (asked === this.#asked) this.fault = toFault(reason)
    }
  }
}
