// How the person likes the program. A setting holds at once; it is kept in the background, and where
// it cannot be kept that is said, and it holds until the window is closed.
import type { Bridge } from '../bridge'
import { toFault } from '../bridge/fault'
import type { OpeningView, SettingsView } from '../bridge/views'
import { speak, spoken, type Words } from '../locale/language.svelte'
import { text } from '../locale'
import type { Notices } from '../notices.svelte'
import { nextSize, scale } from './scale.svelte'

/** A place that one goes through is not remembered at every step. */
const rememberAfter = 1000

export class Settings {
  now: SettingsView = $state.raw()!
  /** The languages that there are words in. */
  readonly languages: string[]
  /** The one of them that the system speaks. */
  readonly systemLanguage: string

  #keeping: Promise<void> | undefined
  #changed = false
  /** The person chose something that is not kept yet. */
  #chosen = false
  #remembering: ReturnType<typeof setTimeout> | undefined

  constructor(
    readonly bridge: Bridge,
    readonly notices: Notices,
    opening: OpeningView,
    /** Reads again what is written in the language, so that all of it changes at once. */
    private readonly reread: () => Promise<void>,
  ) {
    this.now = opening.settings
    this.languages = opening.languages
    this.systemLanguage = opening.systemLanguage
    this.#look()
    if (opening.aside) notices.tell('settings', text('settings.aside'), { detail: opening.aside })
  }

  /** The language that is spoken now. */
  get spoken(): string {
    return spoken().words.language
  }

  /** Changes some of the settings. They hold at once. */
  change(part: Partial<Omit<SettingsView, 'language'>>): void {
    this.#chosen = true
    this.#take(part)
    this.#look()
  }

  /** Speaks another language, or for "" that of the system. */
  async speak(language: string): Promise<void> {
    if (language === this.now.language) return
    this.#chosen = true
    this.now = { ...this.now, language }
    await this.#keep()
    try {
      const words: Words = await this.bridge.words()
      await this.reread()
      // Whoever has chosen another one meanwhile hears that.
      if (language !== this.now.language) return
      speak(words)
      this.notices.forget()
    } catch (reason) {
      this.notices.fault('settings', toFault(reason))
    }
  }

  /** Writes larger (1), smaller (-1) or as usual (0). */
  resize(by: number): void {
    const textSize = nextSize(this.now.textSize, by)
    if (textSize === this.now.textSize) return
    this.change({ textSize })
    this.notices.say(text('settings.size.now', { size: textSize }))
  }

  /** A filter as it was left, undefined where it was never touched. */
  filter(of: string): string | undefined {
    return this.now.filters.find((filter) => filter.of === of)?.value
  }

  keepFilter(of: string, value: string): void {
    this.#take({ filters: [...this.now.filters.filter((filter) => filter.of !== of), { of, value }] })
  }

  /** Remembers where the window is, and how far it is scrolled, to open there the next time. */
  remember(lastPlace: string, lastScroll: number): void {
    clearTimeout(this.#remembering)
    if (lastPlace === this.now.lastPlace && lastScroll === this.now.lastScroll) return
    this.#remembering = setTimeout(() => this.#take({ lastPlace, lastScroll }), rememberAfter)
  }

  /** The window is gone: what was about to be remembered is not. */
  leave(): void {
    clearTimeout(this.#remembering)
  }

  #take(part: Partial<SettingsView>): void {
    this.now = { ...this.now, ...part }
    void this.#keep()
  }

  #look(): void {
    const { theme, textSize } = this.now
    const root = document.documentElement
    if (theme === 'system') root.removeAttribute('data-theme')
    else root.setAttribute('data-theme', theme)
    scale(textSize)
  }

  /** Keeps the newest settings, one call at a time. */
  #keep(): Promise<void> {
    this.#changed = true
    this.#keeping ??= this.#keepAll().finally(() => (this.#keeping = undefined))
    return this.#keeping
  }

  async #keepAll(): Promise<void> {
    while (this.#changed) {
      const chosen = this.#chosen
      this.#changed = this.#chosen = false
      try {
        await this.bridge.saveSettings(this.now)
      } catch (reason) {
        this.#chosen ||= chosen
        // Where the window stood is no news to who only went on: what they chose is.
        if (this.#chosen) this.notices.fault('settings', toFault(reason), () => void this.#keep())
      }
    }
  }
}
