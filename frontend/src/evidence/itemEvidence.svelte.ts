// The evidence on one item while its dialog is open: what there is, what is being added, and what
// became of the files.
import type { Bridge } from '../bridge'
import { toFault, type Fault } from '../bridge/fault'
import { inOrder } from '../bridge/order'
import type { CheckState, EvidenceKind, EvidenceView, FileView } from '../bridge/views'
import { uuidv7 } from '../guide/uuid'

/** What the person has typed or chosen so far. */
export interface Draft {
  kind: EvidenceKind
  note: string
  url: string
  shows: string
  file: FileView | undefined
  on: string
  witness: string
}

const empty = (kind: EvidenceKind): Draft => ({ kind, note: '', url: '', shows: '', file: undefined, on: '', witness: '' })

export type EvidenceBridge = Pick<Bridge, 'itemEvidence' | 'addEvidence' | 'removeEvidence' | 'renewEvidence' | 'chooseEvidenceFile' | 'checkEvidence'>

export class ItemEvidence {
  pieces = $state.raw<EvidenceView[]>()
  draft: Draft = $state()!
  /** A call is under way; one at a time. */
  busy = $state<'adding' | 'reading' | 'removing'>()
  fault = $state.raw<Fault>()
  /** What was found out about files, by evidence; undefined while looking. */
  checks = $state<Record<string, { state: CheckState; path: string } | undefined>>({})

  readonly #ask = inOrder()

  /** The ID of what is being added: it stays while adding fails, so that nothing is added twice. */
  #id = uuidv7()

  constructor(
    readonly slug: string,
    readonly item: string,
    private readonly bridge: EvidenceBridge,
    /** The journal changed: the standing has to be read anew. */
    private readonly changed: () => void,
    /** What was typed and not added yet, by item: it is found again, however the dialog was left. */
    drafts: Map<string, Draft>,
  ) {
    this.draft = drafts.get(item) ?? empty('note')
    drafts.set(item, this.draft)
  }

  /** Whether there is enough to add. What may be kept is for Go to say. */
  get ready(): boolean {
    const { kind, note, url, file } = this.draft
    if (this.busy) return false
    return kind === 'note' ? note.trim() !== '' : kind === 'link' ? url.trim() !== '' : file !== undefined
  }

  async load(): Promise<void> {
    await this.#attempt(undefined, () => this.#read())
  }

  /** Asks for a file in the system's dialog. Closing it changes nothing. */
  async choose(): Promise<void> {
    await this.#attempt('reading', async () => {
      const file = await this.bridge.chooseEvidenceFile()
      if (file.handle) this.draft.file = file
    })
  }

  /** Adds what was typed. Returns whether it is kept now. */
  async add(): Promise<boolean> {
    if (!this.ready) return false
    const { kind, note, url, shows, file, on, witness } = this.draft
    return this.#attempt('adding', async () => {
      await this.bridge.addEvidence(this.slug, {
        id: this.#id,
        item: this.item,
        kind,
        text: kind === 'note' ? note : shows,
        url: kind === 'link' ? url : '',
        file: kind === 'file' ? (file?.handle ?? '') : '',
        on,
        witness,
      })
      this.#id = uuidv7()
      Object.assign(this.draft, empty(kind))
      await this.#reread()
    })
  }

  async remove(piece: EvidenceView): Promise<boolean> {
    return this.#attempt('removing', async () => {
      await this.bridge.removeEvidence(this.slug, this.item, uuidv7(), piece.id)
      await this.#reread()
    })
  }

  /** Takes a file as it is now in place of what it was. */
  async renew(piece: EvidenceView): Promise<boolean> {
    return this.#attempt('adding', async () => {
      await this.bridge.renewEvidence(this.slug, this.item, uuidv7(), piece.id)
      await this.#reread()
    })
  }

  /** Looks whether a file is still there. */
  async check(piece: EvidenceView): Promise<void> {
    this.checks[piece.id] = undefined
    const done = await this.#attempt(undefined, async () => {
      this.checks[piece.id] = await this.bridge.checkEvidence(this.slug, piece.id)
    })
    if (!done) delete this.checks[piece.id]
  }

  #reread(): Promise<void> {
    this.changed()
    return this.#read()
  }

  async #read(): Promise<void> {
    const isNews = this.#ask()
    const pieces = await this.bridge.itemEvidence(this.slug, this.item)
    if (isNews()) this.pieces = pieces
  }

  async #attempt(busy: ItemEvidence['busy'], task: () => Promise<void>): Promise<boolean> {
    this.busy = busy
    this.fault = undefined
    try {
      await task()
      return true
    } catch (reason) {
      this.fault = toFault(reason)
      return false
    } finally {
      this.busy = undefined
    }
  }
}
