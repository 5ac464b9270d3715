// How large everything is written. The size is that of the root, which every length in rem follows;
// what does not follow it are the widths at which a page is arranged in another way. Text of twice
// the size needs the arrangement of a window half as wide, so the media queries are rewritten: those
// of all style sheets, also of the places that are loaded later, and those of scripts.
import { MediaQuery } from 'svelte/reactivity'

/** The sizes that there are, in percent. Go holds the same list. */
export const sizes = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300]
export const usualSize = 100

let size = $state(usualSize)
const originals = new WeakMap<CSSMediaRule, string>()
let watcher: MutationObserver | undefined

/** Writes everything at a size from now on. */
export function scale(to: number, page: Document = document): void {
  size = to
  if (to === usualSize) page.documentElement.removeAttribute('data-text-size')
  else page.documentElement.setAttribute('data-text-size', String(to))
  // At the usual size the style sheets are as they shall be, and to look through them takes time at every start.
  if (to === usualSize && !watcher) return
  arrange(page)
  watcher ??= watch(page)
}

/** A media query of a script. It follows the size, as those of the style sheets do. */
export function media(query: string): { readonly current: boolean } {
  const scaled = $derived(new MediaQuery(scaledQuery(query, size)))
  return {
    get current() {
      return scaled.current
    },
  }
}

/** The size next to one: larger (1), smaller (-1), or the usual one (0). */
export function nextSize(from: number, by: number): number {
  if (by === 0) return usualSize
  const larger = sizes.filter((other) => (by > 0 ? other > from : other < from))
  return (by > 0 ? larger[0] : larger.at(-1)) ?? from
}

export function scaledQuery(query: string, size: number): string {
  return query.replace(/([\d.]+)px/g, (_, length: string) => `${(Number(length) * size) / usualSize}px`)
}

function arrange(page: Document): void {
  for (const sheet of page.styleSheets) {
    // The sheet that came with the page is arranged already (app/opening.go).
    const size = Number((sheet.ownerNode as HTMLElement | null)?.dataset['size'] ?? usualSize)
    arrangeRules(sheet.cssRules, (query) => query.replace(/[\d.]+px/g, (length) => `${Math.round((parseFloat(length) * usualSize) / size)}px`))
  }
}

function arrangeRules(rules: CSSRuleList, usual: (query: string) => string): void {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) {
      const original = originals.get(rule) ?? usual(rule.media.mediaText)
      if (!/\d/.test(original)) continue // it asks for no length
      originals.set(rule, original)
      const wanted = scaledQuery(original, size)
      if (rule.media.mediaText !== wanted) rule.media.mediaText = wanted
    }
    if ('cssRules' in rule) arrangeRules(rule.cssRules as CSSRuleList, usual)
  }
}

/** A place that is loaded later brings its own sheet. */
function watch(page: Document): MutationObserver {
  const observer = new MutationObserver((changes) => {
    for (const added of changes.flatMap((change) => [...change.addedNodes])) {
      if (added instanceof HTMLLinkElement) added.addEventListener('load', () => arrange(page), { once: true })
      if (added instanceof HTMLStyleElement) arrange(page)
    }
  })
  observer.observe(page.head, { childList: true })
  return observer
}
