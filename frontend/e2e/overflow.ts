// What of a page cannot be read: words that end at an edge, leave the window, or lie on other words.
// It runs inside the page, so it stands alone and is one function.

/** Returns a line for each fault. Empty where every word can be read. */
export function overflowing(): string[] {
  const faults: string[] = []
  const root = document.documentElement
  const name = (element: Element) =>
    `<${element.tagName.toLowerCase()}${element.className && typeof element.className === 'string' ? ` class="${element.className.replace(/\bs-\w+/g, '').trim()}"` : ''}> "${(element.textContent ?? '').trim().slice(0, 60)}"`

  if (root.scrollWidth > innerWidth + 1) faults.push(`the page is ${root.scrollWidth} px wide in a window of ${innerWidth}`)

  interface Piece {
    element: Element
    box: DOMRect
  }
  const pieces: Piece[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    if (!element || !node.textContent?.trim() || !readable(element)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const line of range.getClientRects()) {
      const box = shown(line, element)
      if (box.width > 1 && box.height > line.height / 2) pieces.push({ element, box })
    }
    checkClipping(element)
  }

  for (const { element, box } of pieces) {
    if (scrolls(element)) continue
    if (box.left < -1 || box.right > innerWidth + 1) faults.push(`leaves the window: ${name(element)}`)
  }

  // Line boxes touch; letters that lie on each other share more than that.
  const flat = pieces.filter(({ element }) => !floats(element)).sort((a, b) => a.box.top - b.box.top)
  for (let i = 0; i < flat.length; i++) {
    const one = flat[i]!
    for (let j = i + 1; j < flat.length && flat[j]!.box.top < one.box.bottom; j++) {
      const other = flat[j]!
      if (one.element === other.element) continue // the lines of one text; those that a limit leaves out lie anywhere
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
      const down = Math.min(one.box.bottom, other.box.bottom) - other.box.top
      if (across > 2 && down > Math.min(one.box.height, other.box.height) * 0.4) {
        faults.push(`lies on another: ${name(one.element)} and ${name(other.element)}`)
      }
    }
  }
  return [...new Set(faults)]

  /** Whether a person sees the words of an element at all. */
  function readable(element: Element): boolean {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })) return false
    for (let at: Element | null = element; at; at = at.parentElement) {
      // Words for screen readers alone, and what is folded away.
      const style = getComputedStyle(at)
      if (style.clipPath !== 'none' || (at.clientWidth <= 1 && style.overflow === 'hidden')) return false
      if (at.tagName === 'SELECT' || at.tagName === 'NOSCRIPT' || at.tagName === 'SVG' || at.tagName === 'svg') return false
    }
    return true
  }

  /** The part of a line that its surroundings show: a text that ends in "read on" shows its first lines. */
  function shown(line: DOMRect, element: Element): DOMRect {
    let { top, bottom, left, right } = line
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at)
      const box = at.getBoundingClientRect()
      if (overflowY !== 'visible') [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)]
      if (overflowX === 'hidden' || overflowX === 'clip') [left, right] = [Math.max(left, box.left), Math.min(right, box.right)]
    }
    return new DOMRect(left, top, Math.max(right - left, 0), Math.max(bottom - top, 0))
  }

  /** An element that cuts its words off has to say them in another way: in its title or name. */
  function checkClipping(element: Element): void {
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at)
      const cut = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
      const across = cut(style.overflowX) && at.scrollWidth > at.clientWidth + 1
      // Lines that are counted are left out by purpose, with a way to read on.
      const down = cut(style.overflowY) && style.webkitLineClamp === 'none' && at.scrollHeight > at.clientHeight + 1
      if (!across && !down) continue
      if (across && style.textOverflow === 'ellipsis' && at.closest('[title], [aria-label]')) continue
      faults.push(`is cut off: ${name(at)}`)
      return
    }
  }

  /** Something that can be scrolled sideways shows all of it. */
  function scrolls(element: Element): boolean {
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      const { overflowX } = getComputedStyle(at)
      if ((overflowX === 'auto' || overflowX === 'scroll') && at.scrollWidth > at.clientWidth) return true
    }
    return false
  }

  /** What floats over the page lies on it by purpose. */
  function floats(element: Element): boolean {
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      const { position } = getComputedStyle(at)
      if (position === 'fixed' || position === 'sticky' || at.matches(':popover-open, dialog')) return true
    }
    return false
  }
}
