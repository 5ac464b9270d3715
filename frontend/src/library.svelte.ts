// What the window holds: the session, the catalogue, and the guides that were opened. An opened
// guide stays, so that coming back to it is immediate and what it is saving is not interrupted.
import type { Bridge } from './bridge'
import { toFault, type Fault } from './bridge/fault'
import { inOrder } from './bridge/order'
import type { CardView, HomeView, SessionView, StandingView, StartView } from './bridge/views'
import { OpenGuide } from './guide/openGuide.svelte'
import type { Notices } from './notices.svelte'
import { levelReached } from './locale/words'

export class Library {
  session = $state.raw<SessionView>()
  cards = $state.raw<CardView[]>([])
  home = $state.raw<HomeView>()
  /** Why nothing can be shown: the journal cannot be opened. */
  fault = $state.raw<Fault>()
  starting = $state(false)
  started = $derived(this.cards.filter((card) => card.started))
  /** Whose record is shown, by how often that has changed: what a page has read is of the one before. */
  era = $state(0)

  #guides = new Map<string, OpenGuide>()
  #opening = new Map<string, Promise<OpenGuide>>()

  constructor(
    readonly bridge: Bridge,
    readonly notices: Notices,
  ) {}

  /** Of questions about what stands here. */
  readonly #ask = inOrder()

  /** Takes what the first screen shows. */
  begin({ session, catalogue, home }: StartView): void {
    this.cards = catalogue.guides
    this.home = home
    this.session = session
    this.fault = undefined
  }

  /** Opens the journal and reads the catalogue. May be called again after a fault. */
  async start(): Promise<void> {
    this.starting = true
    try {
      this.begin(await this.#newest(this.bridge.start))
    } catch (reason) {
      this.fault = toFault(reason)
    } finally {
      this.starting = false
    }
  }

  /** Waits until every answer that was given is saved, or is known not to be. */
  async settled(): Promise<void> {
    const saving = () => [...this.#guides.values()].some((guide) => !guide.marks.idle)
    while (saving()) await new Promise((done) => setTimeout(done, 50))
  }

  /** Another person's record is shown, or the same one as it was: nothing of the one before stays. */
  async restart(): Promise<void> {
    this.#guides = new Map()
    this.#opening = new Map()
    await this.start()
    this.era++
  }

  card(slug: string | undefined): CardView | undefined {
    return this.cards.find((card) => card.slug === slug)
  }

  /** A guide that was opened before, or undefined. */
  opened(slug: string): OpenGuide | undefined {
    return this.#guides.get(slug)
  }

  /** Opens a guide. Fails with a Fault. */
  open(slug: string): Promise<OpenGuide> {
    const open = this.#guides.get(slug)
    if (open) return Promise.resolve(open)
    let opening = this.#opening.get(slug)
    if (!opening) {
      const all = this.#opening
      opening = this.#read(slug).finally(() => all.delete(slug))
      all.set(slug, opening)
    }
    return opening
  }

  /** Another program wrote to the journal: reads again what is shown, quietly. */
  async changed(): Promise<void> {
    for (const guide of this.#guides.values()) guide.marks.refresh()
    try {
      this.begin(await this.#newest(this.bridge.start))
    } catch {
      // What is shown is older, not wrong. The next action says what is the matter.
    }
  }

  /** Reads again what Home shows beside the cards, quietly. */
  async readHome(): Promise<void> {
    try {
      this.home = await this.#newest(this.bridge.home)
    } catch {
      // As above.
    }
  }

  /** Reads again what is written in a language, in the one that Go speaks now. */
  async reread(): Promise<void> {
    const views = await Promise.all([...this.#guides.keys()].map((slug) => this.bridge.openGuide(slug)))
    this.cards = (await this.#newest(this.bridge.catalogue)).guides
    await this.readHome()
    for (const view of views) this.#guides.get(view.slug)?.reread(view)
  }

  /** Asks, and asks again where something newer was taken meanwhile: an answer from before it is too old. */
  async #newest<Answer>(question: () => Promise<Answer>): Promise<Answer> {
    for (;;) {
      const isNews = this.#ask()
      const answer = await question()
      if (isNews()) return answer
    }
  }

  async #read(slug: string): Promise<OpenGuide> {
    const guides = this.#guides
    const guide: OpenGuide = new OpenGuide(await this.bridge.openGuide(slug), this.bridge, {
      acted: () => this.notices.clear(`done ${slug}`),
      took: (standing, before, written) => {
        this.#take(standing)
        if (written) this.notices.clear(`marks ${slug}`)
        if (standing.level !== before.level) this.notices.say(levelReached(guide.view, standing.level))
      },
      failed: (fault, again = () => guide.marks.retry()) => this.notices.fault(`marks ${slug}`, fault, again),
    })
    guides.set(slug, guide)
    return guide
  }

  #take(standing: StandingView): void {
    this.#ask()()
    const lastMark = standing.marks.reduce((last, mark) => Math.max(last, mark.at), 0)
    this.cards = this.cards.map((card) =>
      card.slug === standing.guide ? { ...card, standing, lastMark, started: standing.rated > 0 } : card,
    )
  }
}

