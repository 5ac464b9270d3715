// The language that the window speaks: its words, and how it writes numbers, lists and dates.
// Whatever is shown reads them through index.ts, and is painted anew when another is spoken.

export type Message = string | { one?: string; other: string }

/** The words of one language, as Go sends them. */
export interface Words {
  language: string
  texts: Record<string, Message>
  /** A day is written with its month first, as the person's region does. */
  monthFirst?: boolean
}

/** Regions whose way of writing dates is taken where the person's own speaks another language. */
const usual: Record<string, string> = { en: 'en-GB', ko: 'ko-KR' }

class Language {
  readonly region: string
  // Each is made at its first use: most pages need one or none, and each takes its time.
  #moment: Intl.DateTimeFormat | undefined
  #number: Intl.NumberFormat | undefined
  #list: Intl.ListFormat | undefined

  constructor(readonly words: Words) {
    const { language } = words
    // They follow the person's own region where it speaks the language.
    this.region = navigator.languages.find((tag) => tag.split('-')[0] === language) ?? usual[language] ?? language
  }

  get moment(): Intl.DateTimeFormat {
    return (this.#moment ??= new Intl.DateTimeFormat(this.region, { dateStyle: 'long', timeStyle: 'short' }))
  }

  get number(): Intl.NumberFormat {
    return (this.#number ??= new Intl.NumberFormat(this.region))
  }

  get list(): Intl.ListFormat {
    // The English texts are written without a comma before "and", as in Britain.
    const { language } = this.words
    return (this.#list ??= new Intl.ListFormat(usual[language] ?? language, { type: 'conjunction' }))
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
