// How the keys go up and down a ladder, whose rungs are the tabs of the levels (Rungs.svelte).
import type { GuideView, StandingView } from '../bridge/views'
import type { Rung } from '../design/ladder'

export interface LadderProps {
  /** The highest first. */
  rungs: Rung[]
  view: GuideView
  standing: StandingView
  chosen: number
  /** The level that was reached just now, or 0. */
  justReached: number
  choose: (level: number, how: 'arrow' | 'press') => void
}

/** The level that a key of the ladder leads to, or undefined where the key means nothing to it. */
export function stepTo(key: string, chosen: number, levels: number, rtl = false): number | undefined {
  const [forward, back] = rtl ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft']
  switch (key) {
    case 'ArrowUp':
    case forward:
      return Math.min(chosen + 1, levels)
    case 'ArrowDown':
    case back:
      return Math.max(chosen - 1, 1)
    case 'Home':
      return 1
    case 'End':
      return levels
    default:
      return undefined
  }
}

/** Handles a key on a rung: chooses the level and moves the focus to its rung. */
export function climb(event: KeyboardEvent & { currentTarget: HTMLElement }, props: LadderProps): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const rtl = getComputedStyle(event.currentTarget).direction === 'rtl'
  const to = stepTo(event.key, props.chosen, props.rungs.length, rtl)
  if (to === undefined) return
  event.preventDefault()
  props.choose(to, 'arrow')
  event.currentTarget.querySelector<HTMLElement>(`[data-level="${to}"]`)?.focus()
}
