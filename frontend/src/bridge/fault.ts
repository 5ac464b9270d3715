// What went wrong, as the person reads it. Go sends a fault as a JSON text with a code, which Wails
// makes the message of an Error; whatever else arrives (a refused argument, a defect of the window)
// is the code "internal".
import { has, text, type Args } from '../locale'
import type { FaultCode } from '../locale/rooms'

export class Fault extends Error {
  override readonly name = 'Fault'

  constructor(
    readonly code: FaultCode,
    readonly args: Args = {},
    readonly ref = '',
    options?: ErrorOptions,
  ) {
    super(code, options)
  }

  /** What happened, in a sentence. */
  get what(): string {
    return text(`fault.${this.code}`, this.args)
  }

  /** What is safe, and what to do. */
  get hint(): string {
    return text(`fault.${this.code}.hint`, { ref: this.ref, ...this.args })
  }
}

/** Turns whatever a promise was rejected with into a fault. */
export function toFault(reason: unknown): Fault {
  if (reason instanceof Fault) return reason
  const message = reason instanceof Error ? reason.message : reason
  const sent = typeof message === 'string' ? parse(message) : undefined
  return sent ?? new Fault('internal', {}, '', { cause: reason })
}

function parse(reason: string): Fault | undefined {
  let sent: unknown
  try {
    sent = JSON.parse(reason)
  } catch {
    return undefined
  }
  if (!isRecord(sent) || typeof sent['code'] !== 'string') return undefined
  const ref = typeof sent['ref'] === 'string' ? sent['ref'] : ''
  const code = sent['code']
  if (!known(code)) return new Fault('internal', {}, ref, { cause: reason })
  return new Fault(code, plainArgs(sent['args']), ref)
}

function known(code: string): code is FaultCode {
  return has(`fault.${code}`) && has(`fault.${code}.hint`)
}

function plainArgs(value: unknown): Args {
  if (!isRecord(value)) return {}
  const args: Args = {}
  for (const [name, arg] of Object.entries(value)) {
    if (typeof arg === 'string' || typeof arg === 'number') args[name] = arg
  }
  return args
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
