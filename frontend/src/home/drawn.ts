import type { Library } from '../library.svelte'

/**
 * Keeps how Home stands in the page, for a next start that shows the same. What is asked or told on
 * top is no part of it; what the day says keeps its room, and is not seen before it is true.
 */
export function keepDrawn({ bridge, session, cards, home }: Library): void {
  const drawn = document.getElementById('app')?.cloneNode(true) as HTMLElement | undefined
  if (!drawn || !session || !home || drawn.querySelector('dialog, [role=menu], .toast')) return
  for (const part of drawn.querySelectorAll('[data-day]')) part.setAttribute('data-then', '')
  bridge.keepDrawn({ session, catalogue: { guides: cards }, home }, drawn.innerHTML).catch(() => {})
}
