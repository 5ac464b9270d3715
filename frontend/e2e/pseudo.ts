// Words of a language that there is not: each English text with accents on its letters and two fifths
// longer, read from the left or from the right.
import type { Page } from 'playwright-core'
import type { Program } from './program'

/** Answers for the page with words of the pseudo-locale in it. */
export async function speakPseudo(page: Page, program: Program, direction: 'ltr' | 'rtl', textSize: number): Promise<void> {
  await page.route(`${program.url}/`, async (route) => {
    const response = await route.fetch()
    const body = (await response.text())
      .replace('<html ', `<html dir="${direction}" `)
      .replace(/(<script type="application\/json" id="opening">)(.*?)(<\/script>)/s, (_, open: string, data: string, close: string) => {
        const brought = JSON.parse(data) as { words: { texts: Record<string, Message> }; settings: object }
        Object.assign(brought.settings, { textSize })
        for (const [key, message] of Object.entries(brought.words.texts)) brought.words.texts[key] = longer(message)
        return open + JSON.stringify(brought).replaceAll('<', '\\u003c') + close
      })
    await route.fulfill({ response, body })
  })
}

type Message = string | Record<string, string>

function longer(message: Message): Message {
  if (typeof message === 'string') return pseudo(message)
  return Object.fromEntries(Object.entries(message).map(([form, text]) => [form, pseudo(text)]))
}

const accents: Record<string, string> = { a: 'á', e: 'ë', i: 'î', o: 'õ', u: 'ü', A: 'Å', E: 'É', I: 'Í', O: 'Ø', U: 'Û', n: 'ñ', s: 'š', c: 'ç' }

/** "Save as {format}" as "Šàvë áš {format} lõñg"; placeholders stay. */
export function pseudo(text: string): string {
  const letters = text.replace(/\{\w+\}/g, '').length
  const accented = text
    .split(/(\{\w+\})/)
    .map((part) => (part.startsWith('{') ? part : [...part].map((letter) => accents[letter] ?? letter).join('')))
    .join('')
  // Short words grow more than long sentences do, in every language.
  const extra = Math.max(letters < 12 ? 4 : 0, Math.ceil(letters * 0.4))
  return `${accented} ${'lõñg wõrd '.repeat(Math.ceil(extra / 10)).slice(0, extra).trim()}`.trim()
}
