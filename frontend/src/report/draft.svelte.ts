// What a report shall hold, the preview of it, and its saving.
import type { Bridge } from '../bridge'
import { toFault, type Fault } from '../bridge/fault'
import type { CardView, Format, PreviewView, ReportRequest, SavedView } from '../bridge/views'

export const formats: Format[] = ['pdf', 'html', 'md', 'csv', 'json']

/** How long the choices must rest before the preview follows them. */
export const restFor = 200

// The choices outlive the page, not the program.
const remembered = $state({
  format: 'pdf' as Format,
  items: true,
  open: false,
  name: true,
  /** Slugs that the person chose or left out; what is not named here follows from the marks. */
  guides: {} as Record<string, boolean>,
})

export class ReportDraft {
  readonly choices = remembered
  preview = $state.raw<PreviewView>()
  fault = $state.raw<Fault>()
  saving = $state(false)

  #asked = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(readonly bridge: Pick<Bridge, 'previewReport' | 'saveReport'>) {}

  chosen(card: CardView): boolean {
    return this.choices.guides[card.slug] ?? card.started
  }

  request(cards: CardView[]): ReportRequest {
    const { format, items, open, name } = this.choices
    return { guides: cards.filter((card) => this.chosen(card)).map((card) => card.slug), items, open, name, format }
  }

  /** Asks for the preview of a request, once the choices rest. The answer to the latest wins. */
  show(request: ReportRequest, after = restFor): void {
    clearTimeout(this.#timer)
    const asked = ++this.#asked
    if (request.guides.length === 0) {
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

  async save(request: ReportRequest): Promise<SavedView> {
    this.saving = true
    try {
      return await this.bridge.saveReport(request)
    } finally {
      this.saving = false
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
