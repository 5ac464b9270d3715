// Where the window is. The address is a hash that this file reads and writes itself: a dozen shapes
// need no library, and a link of the page stays an ordinary <a href="#/...">.

export const tabs = ['levels', 'about', 'progress', 'related'] as const
export type Tab = (typeof tabs)[number]
export type Route =
  | { place: 'home' }
  | { place: 'guides' }
  | { place: 'guide'; slug: string; tab: 'levels'; level?: number; item?: string }
  | { place: 'guide'; slug: string; tab: 'about'; anchor?: string }
  | { place: 'guide'; slug: string; tab: 'progress' | 'related' | 'edition' }
  | { place: 'find'; slug?: string }
  | { place: 'insights'; slug?: string }
  | { place: 'fresh' }
  | { place: 'report' }
  | { place: 'settings'; section?: string }
  | { place: 'help'; topic?: string }
export type PlaceName = Route['place']

/** The address of a route, as a link writes it. */
export function href(route: Route): string {
  return `#/${parts(route)
    .filter((part) => part !== undefined)
    .map(encodeURIComponent)
    .join('/')}`
}

function parts(route: Route): (string | number | undefined)[] {
  switch (route.place) {
    case 'guide':
      return ['guides', route.slug, ...within(route)]
    case 'find':
    case 'insights':
      return [route.place, route.slug]
    case 'settings':
      return [route.place, route.section]
    case 'help':
      return [route.place, route.topic]
    default:
      return [route.place]
  }
}

function within(route: Route & { place: 'guide' }): (string | number | undefined)[] {
  if (route.tab === 'levels') return route.level ? ['levels', route.level, route.item] : []
  return [route.tab, route.tab === 'about' ? route.anchor : undefined]
}

/** The route of an address. Whatever is no address of the window leads home. */
export function parse(hash: string): Route {
  const [place, first, ...rest] = hash.replace(/^#\//, '').split('/').map(decode)
  switch (place) {
    case 'guides':
      return first ? inGuide(first, rest) : { place }
    case 'find':
    case 'insights':
      return { place, ...(first ? { slug: first } : {}) }
    case 'settings':
      return { place, ...(first ? { section: first } : {}) }
    case 'help':
      return { place, ...(first ? { topic: first } : {}) }
    case 'fresh':
    case 'report':
      return { place }
    default:
      return { place: 'home' }
  }
}

function inGuide(slug: string, [tab, detail, item]: string[]): Route {
  switch (tab) {
    case 'about':
      return { place: 'guide', slug, tab, ...(detail ? { anchor: detail } : {}) }
    case 'progress':
    case 'related':
    case 'edition':
      return { place: 'guide', slug, tab }
  }
  const level = Number(detail)
  if (!(level >= 1 && level <= 7 && Number.isInteger(level))) return { place: 'guide', slug, tab: 'levels' }
  return { place: 'guide', slug, tab: 'levels', level, ...(item ? { item } : {}) }
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
  current = $state.raw<Route>({ place: 'home' })
  /** How often the person went somewhere; the first page is 0. */
  visits = $state(0)
  /** After a step back or forward, or a new start: where the page was scrolled to when it was left. */
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
    this.#page.history.replaceState({ key }, '', this.#page.location.hash || '#/home')
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
