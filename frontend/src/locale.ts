// The words of the window. They are read from the catalogue that Go reads too; a message is a text
// with {placeholders}, or a text for each plural form, chosen by the number {n}.
import faults from '../../internal/locale/messages/en/fault.json'
import words from '../../internal/locale/messages/en/window.json'

const messages = { ...words, ...faults }

export type Key = keyof typeof messages
export type Args = Record<string, string | number>
type Message = string | { one?: string; other: string }

const language = 'en'
// Dates follow the person's own region where it speaks the language: 12 Oct, or Oct 12.
const region = navigator.languages.find((tag) => tag.split('-')[0] === language) ?? 'en-GB'
const plural = new Intl.PluralRules(language)
// The texts are written without a comma before "and".
const conjunction = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** A message with its placeholders filled in. */
export function text(key: Key, args: Args = {}): string {
  const message: Message = messages[key]
  return fill(form(message, args['n']), args)
}

/** Whether the catalogue has a message under that key: for keys that are made from data. */
export function has(key: string): key is Key {
  return Object.hasOwn(messages, key)
}

/** A small number as a word, so that a sentence reads as one: "two more reach this level". */
export function numeral(n: number): string {
  const key = `number.${n}`
  return has(key) ? text(key) : String(n)
}

/** "1, 3 and 4" */
export function list(parts: (string | number)[]): string {
  return conjunction.format(parts.map(String))
}

function form(message: Message, n: string | number | undefined): string {
  if (typeof message === 'string') return message
  return plural.select(Number(n)) === 'one' ? (message.one ?? message.other) : message.other
}

// One pass, so that a value which itself holds braces stays as it is.
function fill(message: string, args: Args): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(args[name] ?? whole))
}

const day = new Intl.DateTimeFormat(region, { day: 'numeric', month: 'short' })
const month = new Intl.DateTimeFormat(region, { month: 'short', year: 'numeric' })
const full = new Intl.DateTimeFormat(region, { day: 'numeric', month: 'short', year: 'numeric' })
const moment = new Intl.DateTimeFormat(region, { dateStyle: 'long', timeStyle: 'short' })

/** When a mark was made, as short as its age allows: nothing today, "12 Oct", "May 2024". */
export function age(at: number, now = new Date()): string {
  const then = new Date(at)
  if (then.toDateString() === now.toDateString()) return ''
  return then.getFullYear() === now.getFullYear() ? day.format(then) : month.format(then)
}

/** A moment with its time of day. */
export function exactly(at: number): string {
  return moment.format(at)
}

/** An ISO date ("2026-03-02") as people write it. It names a day, so no time zone may move it. */
export function date(iso: string): string {
  const [y = 0, m = 1, d = 1] = iso.split('-').map(Number)
  const then = new Date(y, m - 1, d)
  return Number.isNaN(then.getTime()) ? iso : full.format(then)
}
