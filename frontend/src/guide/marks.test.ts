import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Fault } from '../bridge/fault'
import type { StandingView } from '../bridge/views'
import { backend } from '../testing/backend'
import { FakeBridge } from '../testing/fake'
import { stand } from '../testing/standing'
import { Marks, slowAfter } from './marks.svelte'

const slug = 'backend-engineering'
const item = 'be-300'
const other = 'be-301'

let bridge: FakeBridge
let told: Fault[]
let marks: Marks

beforeEach(() => {
  bridge = new FakeBridge()
  told = []
  marks = new Marks(slug, stand(backend(), new Map()), bridge, {
    acted: () => {},
    took: () => {},
    failed: (fault) => told.push(fault),
  })
})

afterEach(() => void vi.useRealTimers())

const everyVerdict = ['not-yet', 'with-help', 'on-my-own', 'can-teach'] as const

/** Draws numbers below a limit, the same ones for the same seed. */
function chance(seed: number): (limit: number) => number {
  let state = seed + 1
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state >>> 8) % limit
  }
}

const settled = () => vi.waitFor(() => expect(marks.idle).toBe(true))
const verdicts = () => bridge.calls.map((call) => call.map(({ item, verdict }) => `${item} ${verdict}`))

/** A bridge whose answers come when the test says so. */
function held() {
  const answers: { resolve: (standing: StandingView) => void; reject: (reason: unknown) => void }[] = []
  bridge.setMarks = (_slug, requests) => {
    bridge.calls.push(requests)
    return new Promise((resolve, reject) => answers.push({ resolve, reject }))
  }
  return answers
}

describe('an answer', () => {
  test('is painted at once, as saving, and then as what Go returned', async () => {
    marks.toggle(item)
    expect(marks.said(item)).toBe('on-my-own')
    expect(marks.saving(item)).toBe(true)
    expect(marks.standing.done).toBe(0)
    await settled()
    expect(marks.saving(item)).toBe(false)
    expect(marks.standing.done).toBe(1)
    expect(marks.at(item)).toBeGreaterThan(0)
  })

  test('that is given again writes nothing', async () => {
    marks.say([item], 'with-help')
    await settled()
    expect(marks.say([item], 'with-help')).toBe(0)
    expect(bridge.calls).toHaveLength(1)
  })

  test('of any kind that counts is taken back by un-ticking', async () => {
    marks.say([item], 'can-teach')
    marks.toggle(item)
    expect(marks.said(item)).toBeUndefined()
    await settled()
    expect(marks.said(item)).toBeUndefined()
    expect(verdicts()).toEqual([[`${item} can-teach`], [`${item} cleared`]])
  })

  test('below "on my own" becomes "on my own" by ticking', async () => {
    marks.say([item], 'not-yet')
    marks.toggle(item)
    await settled()
    expect(marks.said(item)).toBe('on-my-own')
  })

  test('on many items is one call', async () => {
    marks.say([item, other], 'on-my-own')
    await settled()
    expect(verdicts()).toEqual([[`${item} on-my-own`, `${other} on-my-own`]])
    expect(new Set(bridge.calls[0]!.map(({ id }) => id)).size).toBe(2)
  })
})

describe('the queue', () => {
  test('sends one call after the other, in order', async () => {
    const answers = held()
    marks.toggle(item)
    marks.toggle(other)
    marks.toggle(item)
    expect(bridge.calls).toHaveLength(1)
    for (let n = 0; n < 3; n++) {
      await vi.waitFor(() => expect(answers).toHaveLength(n + 1))
      answers[n]!.resolve(stand(backend(), new Map()))
    }
    await settled()
    expect(verdicts().flat()).toEqual([`${item} on-my-own`, `${other} on-my-own`, `${item} cleared`])
  })

  test('keeps showing a newer answer while the standing of an older one arrives', async () => {
    const answers = held()
    marks.toggle(item)
    marks.say([item], 'can-teach')
    answers[0]!.resolve(stand(backend(), new Map([[item, { verdict: 'on-my-own', at: 1 }]])))
    await vi.waitFor(() => expect(answers).toHaveLength(2))
    expect(marks.said(item)).toBe('can-teach')
  })

  test('says that a call takes long, and does not call it failed', async () => {
    vi.useFakeTimers()
    const answers = held()
    marks.toggle(item)
    await vi.advanceTimersByTimeAsync(slowAfter + 1)
    expect(marks.slow).toBe(true)
    expect(marks.said(item)).toBe('on-my-own')
    expect(told).toEqual([])
    answers[0]!.resolve(stand(backend(), new Map([[item, { verdict: 'on-my-own', at: 1 }]])))
    await vi.advanceTimersByTimeAsync(1)
    expect(marks.slow).toBe(false)
  })

  test('reads the standing again between writes, never over one', async () => {
    bridge.put(slug, other, 'can-teach')
    marks.toggle(item)
    marks.refresh()
    await settled()
    expect(marks.said(item)).toBe('on-my-own')
    expect(marks.said(other)).toBe('can-teach')
  })
})

describe('a fault', () => {
  test('takes the tick back and is told', async () => {
    bridge.faults = [new Fault('disk_full', { path: '/home/미나' })]
    marks.toggle(item)
    await settled()
    expect(marks.said(item)).toBeUndefined()
    expect(told.map((fault) => fault.code)).toEqual(['disk_full'])
    expect(marks.canUndo).toBe(false)
  })

  test('of an unknown outcome shows what the journal holds', async () => {
    bridge.faults = [new Fault('internal')]
    bridge.put(slug, item, 'on-my-own') // the write was stored, its answer was lost
    marks.toggle(item)
    await settled()
    expect(marks.said(item)).toBe('on-my-own')
  })

  test('is tried again with the same identifier', async () => {
    bridge.faults = [new Fault('journal_busy')]
    marks.toggle(item)
    await settled()
    marks.retry()
    await settled()
    expect(marks.said(item)).toBe('on-my-own')
    expect(bridge.calls[1]).toEqual(bridge.calls[0])
    expect(marks.canUndo).toBe(true)
  })

  test('is not tried again over a newer answer', async () => {
    bridge.faults = [new Fault('journal_busy')]
    marks.toggle(item)
    await settled()
    marks.say([item], 'not-yet')
    marks.retry()
    await settled()
    expect(marks.said(item)).toBe('not-yet')
  })

  test('of one call leaves the others alone', async () => {
    bridge.faults = [new Fault('journal_busy')]
    marks.toggle(item)
    marks.toggle(other)
    await settled()
    expect(marks.said(item)).toBeUndefined()
    expect(marks.said(other)).toBe('on-my-own')
  })
})

describe('undo', () => {
  test('brings back the answer that was there before', async () => {
    marks.say([item], 'with-help')
    marks.toggle(item)
    expect(marks.undo()).toEqual([item])
    await settled()
    expect(marks.said(item)).toBe('with-help')
    marks.undo()
    await settled()
    expect(marks.said(item)).toBeUndefined()
    expect(verdicts().at(-1)).toEqual([`${item} cleared`])
  })

  test('takes back a whole level at once, and redo does it again', async () => {
    marks.say([item], 'not-yet')
    marks.say([item, other], 'on-my-own')
    marks.undo()
    await settled()
    expect([marks.said(item), marks.said(other)]).toEqual(['not-yet', undefined])
    marks.redo()
    await settled()
    expect([marks.said(item), marks.said(other)]).toEqual(['on-my-own', 'on-my-own'])
    expect(bridge.calls).toHaveLength(4)
  })

  test('leaves alone what was changed elsewhere since', async () => {
    marks.say([item, other], 'on-my-own')
    await settled()
    bridge.put(slug, item, 'can-teach')
    marks.refresh()
    await settled()
    expect(marks.undo()).toEqual([other])
    await settled()
    expect(marks.said(item)).toBe('can-teach')
  })

  test('that fails can be asked for again', async () => {
    marks.toggle(item)
    await settled()
    bridge.faults = [new Fault('journal_busy')]
    marks.undo()
    await settled()
    expect(marks.said(item)).toBe('on-my-own')
    expect([marks.canUndo, marks.canRedo]).toEqual([true, false])
    marks.undo()
    await settled()
    expect(marks.said(item)).toBeUndefined()
  })

  test.each(Array.from({ length: 12 }, (_, seed) => seed))('after any sequence of actions restores what was there, and redo does all of it again (seed %i)', async (seed) => {
    const draw = chance(seed)
    const items = ['be-300', 'be-301', 'be-302', 'be-303', 'be-304', 'be-200', 'be-201', 'be-202']
    const seen = () => JSON.stringify(items.map((id) => [id, marks.said(id), marks.suggested(id)]))
    for (const id of items) if (draw(3) === 0) marks.say([id], everyVerdict[draw(4)]!)
    bridge.sittings.suggest(slug, items[0]!, true)
    bridge.sittings.suggest(slug, items[1]!, true)
    marks.refresh()
    await settled()
    const began = seen()
    marks = new Marks(slug, marks.standing, bridge, { acted: () => {}, took: () => {}, failed: (fault) => told.push(fault) })
    for (let n = 0; n < 20; n++) {
      const some = items.filter(() => draw(4) === 0)
      ;[
        () => marks.toggle(items[draw(items.length)]!),
        () => void marks.say(some, everyVerdict[draw(4)]!),
        () => void marks.say(some, 'cleared'),
        () => void marks.drop(some),
        () => void marks.undo(),
        () => void marks.redo(),
      ][draw(6)]!()
      if (draw(2) === 0) await settled()
    }
    await settled()
    while (marks.canRedo) marks.redo()
    await settled()
    const ended = seen()
    while (marks.canUndo) marks.undo()
    await settled()
    expect(seen()).toBe(began)
    while (marks.canRedo) marks.redo()
    await settled()
    expect(seen()).toBe(ended)
    expect(told).toEqual([])
  })

  test('of nothing does nothing', () => {
    expect(marks.undo()).toEqual([])
    expect(marks.redo()).toEqual([])
    expect(bridge.calls).toEqual([])
  })
})

describe('a suggestion', () => {
  beforeEach(async () => {
    bridge.sittings.suggest(slug, item, true)
    marks.refresh()
    await settled()
  })

  test('is no answer, and counts nowhere', () => {
    expect(marks.suggested(item)).toBe(true)
    expect(marks.said(item)).toBeUndefined()
    expect(marks.standing.rated).toBe(0)
  })

  test('that is confirmed is an answer, and undo makes it a suggestion again', async () => {
    marks.toggle(item)
    await settled()
    expect([marks.said(item), marks.suggested(item)]).toEqual(['on-my-own', false])
    marks.undo()
    await settled()
    expect([marks.said(item), marks.suggested(item)]).toEqual([undefined, true])
  })

  test('is dropped once, undo brings it back, and redo drops it again', async () => {
    expect(marks.drop([item, other])).toBe(1)
    expect(marks.suggested(item)).toBe(false)
    await settled()
    expect(marks.suggested(item)).toBe(false)
    marks.undo()
    await settled()
    expect(marks.suggested(item)).toBe(true)
    marks.redo()
    await settled()
    expect(marks.suggested(item)).toBe(false)
    expect(bridge.calls.every((call) => call.every(({ suggested }) => suggested))).toBe(true)
    expect(await bridge.itemHistory(slug, item)).toEqual([])
  })

  test('that could not be dropped is back, and is dropped by trying again', async () => {
    bridge.faults = [new Fault('journal_busy')]
    marks.drop([item])
    await settled()
    expect(marks.suggested(item)).toBe(true)
    marks.retry()
    await settled()
    expect(marks.suggested(item)).toBe(false)
  })
})
