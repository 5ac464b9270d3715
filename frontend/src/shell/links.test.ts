import { afterEach, beforeEach, expect, test } from 'vitest'
import { guardLinks } from './links'

let went: string[]
let opened: string[]
let page: Document

beforeEach(() => {
  went = []
  opened = []
  page = document.implementation.createHTMLDocument()
  guardLinks(page, { go: (address) => went.push(address), open: (url) => opened.push(url) })
})

afterEach(() => page.body.replaceChildren())

function press(html: string, type = 'click', button = 0): boolean {
  page.body.innerHTML = html
  const target = page.querySelector('b') ?? page.querySelector('a')!
  return !target.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true, button }))
}

test('a link to the world goes to Go, never to the window', () => {
  expect(press('<a href="https://example.org/ü?q=(1)"><b>x</b></a>')).toBe(true)
  expect(opened).toEqual(['https://example.org/ü?q=(1)'])
})

test('a place of the window goes to the router', () => {
  expect(press('<a href="#/report">x</a>')).toBe(true)
  expect([went, opened]).toEqual([['#/report'], []])
})

test('a fragment of a text goes nowhere by itself', () => {
  expect(press('<a href="#term-endpoint">x</a>')).toBe(true)
  expect(press('<a href="">x</a>')).toBe(true)
  expect([went, opened]).toEqual([[], []])
})

test('the middle button opens a link once, the right button not at all', () => {
  expect(press('<a href="https://example.org">x</a>', 'auxclick', 1)).toBe(true)
  expect(press('<a href="https://example.org">x</a>', 'auxclick', 2)).toBe(true)
  expect(opened).toEqual(['https://example.org'])
})

test('a press beside a link is left alone', () => {
  expect(press('<b>x</b>')).toBe(false)
})

test('what is dropped onto the window is ignored', () => {
  for (const type of ['dragover', 'drop', 'dragstart']) expect(press('<a href="#/report">x</a>', type)).toBe(true)
  expect([went, opened]).toEqual([[], []])
})
