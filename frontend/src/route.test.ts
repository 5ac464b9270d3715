import { beforeEach, expect, test } from 'vitest'
import { href, parse, Router, type Route } from './route.svelte'

beforeEach(() => history.replaceState(null, '', '#/guides'))

test('every route comes back from its own address', () => {
  const routes: Route[] = [
    { place: 'home' },
    { place: 'guides' },
    { place: 'guide', slug: 'backend-engineering', tab: 'levels' },
    { place: 'guide', slug: 'backend-engineering', tab: 'levels', level: 3 },
    { place: 'guide', slug: 'backend-engineering', tab: 'levels', level: 3, item: 'be-7f3a' },
    { place: 'guide', slug: '데이터/분석 🔒', tab: 'about' },
    { place: 'guide', slug: 'x', tab: 'about', anchor: 'ref-a/b%20' },
    { place: 'guide', slug: 'قاعدة', tab: 'progress' },
    { place: 'guide', slug: 'x', tab: 'related' },
    { place: 'guide', slug: 'x', tab: 'edition' },
    { place: 'find' },
    { place: 'find', slug: '데이터/분석 🔒' },
    { place: 'insights' },
    { place: 'insights', slug: 'x' },
    { place: 'fresh' },
    { place: 'report' },
    { place: 'settings' },
    { place: 'settings', section: 'data' },
    { place: 'help' },
    { place: 'help', topic: 'how-a-level/is computed' },
  ]
  for (const route of routes) expect(parse(href(route))).toEqual(route)
})

test('addresses are those that are written down for links from outside', () => {
  expect(href({ place: 'guide', slug: 'data-analysis', tab: 'levels', level: 2, item: 'da-12' })).toBe('#/guides/data-analysis/levels/2/da-12')
  expect(href({ place: 'guide', slug: 'data-analysis', tab: 'levels' })).toBe('#/guides/data-analysis')
  expect(href({ place: 'find', slug: 'data-analysis' })).toBe('#/find/data-analysis')
})

test('what is no address of the window leads home', () => {
  for (const hash of ['', '#', '#/', '#/nowhere', '#/Home', 'javascript:alert(1)']) {
    expect(parse(hash)).toEqual({ place: 'home' })
  }
})

test('a guide without a name is the list of guides', () => {
  for (const hash of ['#/guides', '#/guides/', '#/guides/%E0%A4%A']) expect(parse(hash)).toEqual({ place: 'guides' })
})

test('the lowest and the highest level have an address', () => {
  for (const level of [1, 7]) expect(parse(`#/guides/a/levels/${level}`)).toMatchObject({ level })
})

test('an address that ends where a name would follow is that of the place', () => {
  for (const place of ['find', 'insights', 'settings', 'help']) expect(parse(`#/${place}/`)).toStrictEqual({ place })
  expect(parse('#/guides/a/about/')).toStrictEqual({ place: 'guide', slug: 'a', tab: 'about' })
  expect(parse('#/guides/a/levels/2/')).toStrictEqual({ place: 'guide', slug: 'a', tab: 'levels', level: 2 })
})

test('a level that no guide has is left out', () => {
  for (const level of ['0', '8', '-1', '2.5', 'x']) {
    expect(parse(`#/guides/a/levels/${level}`)).toEqual({ place: 'guide', slug: 'a', tab: 'levels' })
    expect(parse(`#/guides/a/levels/${level}/item`)).toEqual({ place: 'guide', slug: 'a', tab: 'levels' })
  }
})

test('going somewhere adds one step, replacing adds none', () => {
  const router = new Router(window)
  const steps = history.length
  router.go({ place: 'report' })
  expect(location.hash).toBe('#/report')
  expect(router.current).toEqual({ place: 'report' })
  expect(history.length).toBe(steps + 1)
  router.replace({ place: 'guides' })
  expect(location.hash).toBe('#/guides')
  expect(history.length).toBe(steps + 1)
})

test('going where one is does nothing', () => {
  const router = new Router(window)
  router.go('#/guides')
  expect(router.visits).toBe(0)
})

test('a step back finds the page scrolled to where it was left', () => {
  const router = new Router(window)
  const left: unknown = history.state
  Object.assign(window, { scrollY: 420 })
  router.go({ place: 'report' })
  expect(router.scroll).toBeUndefined()
  history.replaceState(left, '', '#/guides')
  dispatchEvent(new PopStateEvent('popstate', { state: left }))
  expect(router.current).toEqual({ place: 'guides' })
  expect(router.scroll).toBe(420)
})

test('a step forward finds the page scrolled to where it was left too', () => {
  const router = new Router(window)
  const first: unknown = history.state
  router.go({ place: 'report' })
  const second: unknown = history.state
  Object.assign(window, { scrollY: 77 })
  dispatchEvent(new PopStateEvent('popstate', { state: first }))
  Object.assign(window, { scrollY: 0 })
  dispatchEvent(new PopStateEvent('popstate', { state: second }))
  expect(router.scroll).toBe(77)
})

test('an address that is typed by hand is a page of its own, which begins at its top', () => {
  const router = new Router(window)
  Object.assign(window, { scrollY: 420 })
  history.replaceState(null, '', '#/guides/x/levels/2')
  dispatchEvent(new PopStateEvent('popstate', { state: null }))
  expect(router.current).toMatchObject({ slug: 'x', level: 2 })
  expect([router.scroll, router.visits]).toEqual([0, 1])
  expect(history.state).toMatchObject({ key: expect.any(String) as string })
})

test('the engine scrolls no page by itself, beside the window', () => {
  new Router(window)
  expect(history.scrollRestoration).toBe('manual')
})
