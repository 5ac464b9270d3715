// What the window tells without being asked: toasts, and words for screen readers only.
import type { Fault } from './bridge/fault'
import { text } from './locale'

export interface Action {
  label: string
  run: () => void
}

export interface Toast {
  id: number
  /** A toast takes the place of another on the same subject. */
  subject: string
  kind: 'done' | 'told' | 'fault'
  title: string
  detail?: string
  action?: Action
}

/** Good news leaves by itself, for what it offers is in the page as well; everything else stays. */
export const leavesAfter = 10_000

export class Notices {
  toasts = $state.raw<Toast[]>([])
  /** The text of the live region. */
  spoken = $state('')

  #ids = 0
  #timers = new Map<number, ReturnType<typeof setTimeout>>()

  done(subject: string, title: string, more: { detail?: string; action?: Action } = {}): void {
    this.release(this.#show({ subject, kind: 'done', title, ...more }))
  }

  /** What somebody should know, and may read later: it stays until it is dismissed. */
  tell(subject: string, title: string, more: { detail?: string; action?: Action } = {}): void {
    this.#show({ subject, kind: 'told', title, ...more })
  }

  fault(subject: string, fault: Fault, retry?: () => void): void {
    this.#show({
      subject,
      kind: 'fault',
      title: fault.what,
      detail: fault.hint,
      ...(retry ? { action: { label: text('again'), run: retry } } : {}),
    })
  }

  /** What the system refused, and no fault of Go: it stays too. */
  refused(subject: string, title: string, detail = ''): void {
    this.#show({ subject, kind: 'fault', title, detail })
  }

  /** While the pointer or the focus rests on a toast it stays. */
  hold(id: number): void {
    clearTimeout(this.#timers.get(id))
  }

  release(id: number): void {
    this.hold(id)
    if (this.toasts.find((other) => other.id === id)?.kind !== 'done') return
    this.#timers.set(id, setTimeout(() => this.dismiss(id), leavesAfter))
  }

  dismiss(id: number): void {
    this.hold(id)
    this.#timers.delete(id)
    this.toasts = this.toasts.filter((toast) => toast.id !== id)
  }

  /** Another language is spoken: good news in the old one is old news. */
  forget(): void {
    for (const { id, kind } of this.toasts) if (kind === 'done') this.dismiss(id)
  }

  /** Takes away what was said on a subject, because it is true no longer. */
  clear(subject: string): void {
    for (const toast of this.toasts) if (toast.subject === subject) this.dismiss(toast.id)
  }

  /** Speaks to screen readers. The same words twice are spoken twice. */
  say(words: string): void {
    this.spoken = words === this.spoken ? `${words}\u00a0` : words
  }

  #show(toast: Omit<Toast, 'id'>): number {
    this.clear(toast.subject)
    // A full disk refuses one thing after another: the same words stand there once, with what can be done.
    const same = this.toasts.find(({ title, detail }) => title === toast.title && detail === toast.detail)
    if (same) this.dismiss(same.id)
    const id = ++this.#ids
    this.toasts = [...this.toasts, { ...(same?.action && !toast.action ? same : toast), id }]
    return id
  }
}
