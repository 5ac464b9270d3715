import { beforeEach, expect, test } from 'vitest'
import { href, parse, Router, type Route } from './route.svelte'

beforeEach(() => history.replaceState(null, '', '#/guides'))

test('every route comes back from its own address', () => {
  const routes: Route[] = [
    { place: 'guides' },
    { place: 'report' },
    { place: 'guide', slug: 'backend-engineering', tab: 'levels' },
    { place: 'guide', slug: 'backend-engineering', tab: 'levels', level: 3 },
    { place: 'guide', slug: '데이터/분석 🔒', tab: 'about' },
    { place: 'guide', slug: 'x', tab: 'about', anchor: 'ref-a/b%20' },
  ]
  for (const route of routes) expect(parse(href(route))).toEqual(route)
})

test('what is no address of the window leads to the guides', () => {
  for (const hash of ['', '#', '#/', '#/nowhere', '#/guides/', '#/guides/%E0%A4%A', 'javascript:alert(1)']) {
    expect(parse(hash)).toEqual({ place: 'guides' })
  }
})

test('a level that no guide has is left out', () => {
  for (const level of ['0', '8', '-1', '2.5', 'x']) {
    expect(parse(`#/guides/a/levels/${level}`)).toEqual({ place: 'guide', slug: 'a', tab: 'levels' })
  }
})

test('going somewhere adds one step, replacing adds none', () => {
  const router = new Router(window)
  const steps = history.length
  router.go({ place: 'report' })
  expect(location.hash).toBe('#/report')
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
