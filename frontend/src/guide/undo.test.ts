import { beforeEach, describe, expect, test } from 'vitest'
import { Fault } from '../bridge/fault'
import { begin, bridge, item, marks, other, settled, slug, told, verdicts } from '../testing/marks'

const everyVerdict = ['not-yet', 'with-help', 'on-my-own', 'can-teach'] as const

/** Draws numbers below a limit, the same ones for the same seed. */
function chance(seed: number): (limit: number) => number {
  let state = seed + 1
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state >>> 8) % limit
  }
}

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
    begin(marks.standing)
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
