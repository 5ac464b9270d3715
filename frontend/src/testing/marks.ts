// The marks of a guide over a stand-in for Go, made anew for each test of them.
import { waitFor } from '@testing-library/svelte'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import type { Fault } from '../bridge/fault'
import { Marks } from '../guide/marks.svelte'
import { backend } from './backend'
import { FakeBridge } from './fake'
import { stand } from './standing'

export const slug = 'backend-engineering'
export const item = 'be-300'
export const other = 'be-301'

export let bridge: FakeBridge
export let told: Fault[]
export let marks: Marks

beforeEach(() => {
  bridge = new FakeBridge()
  told = []
  begin()
})
afterEach(() => void vi.useRealTimers())

/** Begins with a standing, and nothing to undo. */
export function begin(standing = stand(backend(), new Map())): void {
  marks = new Marks(slug, standing, bridge, {
    acted: () => {},
    took: () => {},
    failed: (fault) => told.push(fault),
  })
}

export const settled = () => waitFor(() => expect(marks.idle).toBe(true))
export const verdicts = () => bridge.calls.map((call) => call.map(({ item, verdict }) => `${item} ${verdict}`))
