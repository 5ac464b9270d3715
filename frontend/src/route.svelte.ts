// Where the window is. The address is a hash that this file reads and writes itself: three places
// need no library, and a link of the page stays an ordinary <a href="#/...">.

export type Tab = 'levels' | 'about'
export type Route =
  | { place: 'guides' }
  | { place: 'guide'; slug: string; tab: 'levels'; level?: number }
  | { place: 'guide'; slug: string; tab: 'about'; anchor?: string }
  | { place: 'report' }

/** The address of a route, as a link writes it. */
export function href(route: Route): string {
  if (route.place !== 'guide') return `#/${route.place}`
  const guide = `#/guides/${encodeURIComponent(route.slug)}`
  if (route.tab === 'about') {
    return route.anchor ? `${guide}/about/${encodeURIComponent(route.anchor)}` : `${guide}/about`
  }
  return route.level ? `${guide}/levels/${route.level}` : guide
}

/** The route of an address. Whatever is no address of the window leads to the guides. */
export function parse(hash: string): Route {
  const parts = hash.replace(/^#\//, '').split('/').map(decode)
  const [place, slug, tab, detail] = parts
  if (place === 'report') return { place: 'report' }
  if (place !== 'guides' || !slug) return { place: 'guides' }
  if (tab === 'about') {
    return { place: 'guide', slug, tab: 'about', ...(detail ? { anchor: detail } : {}) }
  }
  const level = Number(detail)
  return { place: 'guide', slug, tab: 'levels', ...(level >= 1 && level <= 7 && Number.isInteger(level) ? { level } : {}) }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

/** The part of the browser that the router needs. */
type Page = Pick<Window, 'history' | 'location' | 'addEventListener' | 'scrollY'>

export class Router {
  current = $state.raw<Route>({ place: 'guides' })
  /** How often the person went somewhere; the first page is 0. */
  visits = $state(0)
  /** After a step back or forward: where the page was scrolled to when it was left. */
  scroll: number | undefined

  #page: Page
  #key = ''
  #scrolled = new Map<string, number>()

  constructor(page: Page = window) {
    this.#page = page
    page.history.scrollRestoration = 'manual'
    this.#key = keyOf(page.history.state) ?? this.#stamp()
    this.current = parse(page.location.hash)
    page.addEventListener('popstate', (event) => this.#arrived((event as PopStateEvent).state))
  }

  /** Goes to a route, or to the address of a link. */
  go(target: Route | string): void {
    const address = typeof target === 'string' ? target : href(target)
    if (address === href(this.current)) return
    this.#leave()
    this.#key = newKey()
    this.#page.history.pushState({ key: this.#key }, '', address)
    this.#show(parse(address), undefined)
  }

  /** Goes to a route without a step that "back" would return to. */
  replace(route: Route): void {
    this.#page.history.replaceState({ key: this.#key }, '', href(route))
    this.current = route
  }

  #arrived(state: unknown): void {
    this.#leave()
    // Without a key it is an address typed by hand, not a step back.
    this.#key = keyOf(state) ?? this.#stamp()
    this.#show(parse(this.#page.location.hash), this.#scrolled.get(this.#key) ?? 0)
  }

  #leave(): void {
    this.#scrolled.set(this.#key, this.#page.scrollY)
  }

  #show(route: Route, scroll: number | undefined): void {
    this.scroll = scroll
    this.current = route
    this.visits++
  }

  #stamp(): string {
    const key = newKey()
    this.#page.history.replaceState({ key }, '', this.#page.location.hash || '#/guides')
    return key
  }
}

let keys = 0

function newKey(): string {
  return `${performance.timeOrigin}-${keys++}`
}

function keyOf(state: unknown): string | undefined {
  const key = (state as { key?: unknown } | null)?.key
  return typeof key === 'string' ? key : undefined
}
