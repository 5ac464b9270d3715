// The language that the window speaks: its words, and how it writes numbers, lists and dates.
// Whatever is shown reads them through locale.ts, and is painted anew when another is spoken.

export type Message = string | { one?: string; other: string }

/** The words of one language, as Go sends them. */
export interface Words {
  language: string
  texts: Record<string, Message>
}

/** Regions whose way of writing dates is taken where the person's own speaks another language. */
const usual: Record<string, string> = { en: 'en-GB', ko: 'ko-KR' }

class Language {
  readonly region: string
  #made = new Map<string, unknown>()

  constructor(readonly words: Words) {
    const { language } = words
    // Dates follow the person's own region where it speaks the language: 12 Oct, or Oct 12.
    this.region = navigator.languages.find((tag) => tag.split('-')[0] === language) ?? usual[language] ?? language
  }

  /** Makes a formatter at its first use: most pages need one or none, and each takes its time. */
  #once<T>(name: string, make: () => T): T {
    if (!this.#made.has(name)) this.#made.set(name, make())
    return this.#made.get(name) as T
  }

  date(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return this.#once(name, () => new Intl.DateTimeFormat(this.region, options))
  }

  get number(): Intl.NumberFormat {
    return this.#once('number', () => new Intl.NumberFormat(this.region))
  }

  get list(): Intl.ListFormat {
    // The English texts are written without a comma before "and", as in Britain.
    const { language } = this.words
    return this.#once('list', () => new Intl.ListFormat(usual[language] ?? language, { type: 'conjunction' }))
  }
}

let language = $state.raw(new Language({ language: 'en', texts: {} }))

/** The language that is spoken now. */
export function spoken(): Language {
  return language
}

/** Speaks another language from now on. */
export function speak(words: Words): void {
  language = new Language(words)
  document.documentElement.lang = words.language
}
