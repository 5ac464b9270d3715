// How a question gets to Go and its answer back: a null list becomes an empty one, and whatever a
// question fails with becomes a Fault.
import type * as Go from '../../wailsjs/go/app/App'
import { toFault } from './fault'
import type { Plain } from './views'

type Methods = typeof Go
type Given<Args extends unknown[]> = { [Index in keyof Args]: Plain<Args[Index]> }

/**
 * A bound method of Go as a function of the window. The generated functions only look a method up by
 * its name, each with a line of script: here their types are used, and the line is written once.
 */
export function ask<Answer, Name extends keyof Methods = keyof Methods>(name: Name): (...args: Given<Parameters<Methods[Name]>>) => Promise<Answer> {
  // Looked up inside, so that where Go is missing it is a fault as well.
  return (...args) => answered(() => (window as unknown as Bound).go.app.App[name](...args))
}

interface Bound {
  go: { app: { App: Record<keyof Methods, (...args: unknown[]) => Promise<unknown>> } }
}

/**
 * What is only read comes as a file that Go makes (app/answers.go), not from a call: the answer to a
 * call waits until the window has nothing left to draw. file('guide') is a function that reads
 * /guide/<slug>.json, and file('home') one that reads /home.json.
 */
export function file<Answer>(name: string): (...parts: string[]) => Promise<Answer> {
  return (...parts) =>
    answered(async () => {
      const of = parts.length > 0 ? `/${parts.map(encodeURIComponent).join('.')}` : ''
      const response = await fetch(`/${name}${of}.json`)
      if (!response.ok) throw await response.text()
      return response.json()
    })
}

/** What a question is answered with, as the window reads it. */
async function answered<Answer>(question: () => unknown): Promise<Answer> {
  try {
    return withoutNulls(await question()) as Answer
  } catch (reason) {
    throw toFault(reason)
  }
}

/**
 * Views hold no optional values: the only null that Go can send is a list that was never made. What
 * was just read is nobody else's, so it is mended where it stands: the page's words are a thousand
 * texts, and copying them was what its script spent most of its first moments on.
 */
export function withoutNulls(value: unknown): unknown {
  if (value === null) return []
  if (typeof value === 'object') {
    const held = value as Record<string, unknown>
    for (const key in held) if (typeof held[key] === 'object') held[key] = withoutNulls(held[key])
  }
  return value
}
