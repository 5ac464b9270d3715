// The words of the window. A message is a text with {placeholders}, or a text for each plural form,
// chosen by the number {n}. What is said here follows the language that is spoken: where it is
// read in a template, a $derived or an $effect, it is said anew when the language changes.
import { spoken, type Message } from './language.svelte'
import type { Texts } from './rooms'

export type Key = keyof Texts
export type Args = Record<string, string | number>

/** A message with its placeholders filled in. {n} chooses its form, and has the marks of its thousands. */
export function text(key: Key, args: Args = {}): string {
  // A key that the words lack is shown as it is: a person still sees the rest.
  const { n } = args
  return fill(form(spoken().words.texts[key] ?? key, n), typeof n === 'number' ? { ...args, n: number(n) } : args)
}

/** Whether there is a message under that key: for keys that are made from data. */
export function has(key: string): key is Key {
  return Object.hasOwn(spoken().words.texts, key)
}

/** A language by the name that its own speakers have for it. */
export function nameOf(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
}

/** A small number as a word where the language likes it, so that a sentence reads as one: "two more reach this level". */
export function numeral(n: number): string {
  const key = `number.${n}`
  return has(key) ? text(key) : number(n)
}

/** A number with the marks of its thousands. */
export function number(n: number): string {
  // Below the first mark it is the same everywhere, and no table of a language has to be read for it.
  return n < 1000 && Number.isInteger(n) ? String(n) : spoken().number.format(n)
}

/** "1, 3 and 4" */
export function list(parts: (string | number)[]): string {
  return spoken().list.format(parts.map(String))
}

function form(message: Message, n: string | number | undefined): string {
  if (typeof message === 'string') return message
  // As Go does it (internal/locale): where a language has a form for one alone, its message has it.
  return (Number(n) === 1 && message.one) || message.other
}

// One pass, so that a value which itself holds braces stays as it is.
function fill(message: string, args: Args): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(args[name] ?? whole))
}

/** When a mark was made, as short as its age allows: nothing today, "12 Oct", "May 2024". In January, December is near. */
export function age(at: number, now = new Date()): string {
  const then = new Date(at)
  if (then.toDateString() === now.toDateString()) return ''
  const near = then.getFullYear() === now.getFullYear() || Math.abs(now.getTime() - at) < 300 * 86_400_000
  return near ? ofYear(then) : written('date.month', 'date.month', then)
}

/** A moment with its time of day. */
export function exactly(at: number): string {
  return spoken().moment.format(at)
}

/** An ISO date ("2026-03-02") as people write it. It names a day, so no time zone may move it. */
export function date(iso: string): string {
  const [y = 0, m = 1, d = 1] = iso.split('-').map(Number)
  const then = new Date(y, m - 1, d)
  return Number.isNaN(then.getTime()) ? iso : full(then)
}

/** The day of a moment, with its year: "12 Oct 2026". */
export function fullDay(at: number): string {
  return full(new Date(at))
}

/** A day of the calendar: "12 Oct", and with its year where it is another. */
export function day(at: number, now = new Date()): string {
  const then = new Date(at)
  return then.getFullYear() === now.getFullYear() ? ofYear(then) : full(then)
}

function ofYear(then: Date): string {
  return written('date.day', 'date.day.month-first', then)
}

function full(then: Date): string {
  return written('date.full', 'date.full.month-first', then)
}

/**
 * A day by the words of the catalogue, the second message where the person's region says the month first.
 * The engine would read its tables of all languages for it: seven milliseconds and four megabytes, the
 * first time that a guide is opened.
 */
function written(dayFirst: Key, monthFirst: Key, then: Date): string {
  return text(spoken().words.monthFirst ? monthFirst : dayFirst, {
    day: then.getDate(), month: text(`date.month.${then.getMonth() + 1}` as Key), year: then.getFullYear(),
  })
}
