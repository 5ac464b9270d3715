// A link may never take the window's place. Every press on a link, by pointer or keyboard, passes
// here before anything else sees it: addresses of the window go to the router, addresses of the
// world to the system's browser, and whatever is dropped onto the window is ignored.

interface Ways {
  /** To a place of the window, "#/guides". */
  go(address: string): void
  /** To the outside. Go decides what it opens. */
  open(url: string): void
}

/** Returns how to stop guarding, for tests. */
export function guardLinks(page: Document, ways: Ways): () => void {
  const guard = new AbortController()
  const first = { capture: true, signal: guard.signal }
  const pressed = (event: MouseEvent) => {
    const link = linkOf(event)
    if (!link) return
    event.preventDefault()
    // The right button opens no link.
    if (event.type === 'auxclick' && event.button !== 1) return
    const address = link.getAttribute('href') ?? ''
    if (address.startsWith('#/')) ways.go(address)
    // Other fragments belong to the texts of a guide: the page that shows them listens itself.
    else if (address !== '' && !address.startsWith('#')) ways.open(address)
  }
  page.addEventListener('click', pressed, first)
  page.addEventListener('auxclick', pressed, first)
  // WebKit opens what the middle button pastes, and navigates to what is dropped.
  for (const type of ['dragover', 'drop', 'dragstart'] as const) {
    page.addEventListener(type, (event) => event.preventDefault(), first)
  }
  return () => guard.abort()
}

function linkOf(event: Event): Element | undefined {
  for (const node of event.composedPath()) {
    if (node instanceof Element && node.localName === 'a' && node.hasAttribute('href')) return node
  }
  return undefined
}
