import { waitFor } from '@testing-library/svelte'
import { describe, expect, test, vi } from 'vitest'
import { Fault } from '../bridge/fault'
import type { StandingView } from '../bridge/views'
import { backend } from '../testing/backend'
import { bridge, item, marks, other, settled, slug, told, verdicts } from '../testing/marks'
import { stand } from '../testing/standing'
import { slowAfter } from './marks.svelte'

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
      await waitFor(() => expect(answers).toHaveLength(n + 1))
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
    await waitFor(() => expect(answers).toHaveLength(2))
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
