import { afterEach, expect, test } from 'vitest'
import { scale, usualSize } from './scale.svelte'

afterEach(() => {
  scale(usualSize)
  document.head.innerHTML = ''
})

function queries(): string[] {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].filter((rule) => rule instanceof CSSMediaRule).map((rule) => rule.media.mediaText),
  )
}

test('a sheet that came arranged for a size follows the next ones as every other does', () => {
  document.head.innerHTML = `<style data-size="150">@media (max-width: 898.5px) { p { margin: 0 } }</style>
    <style>@media (max-width: 1099px) { p { margin: 0 } }</style>`
  // The document of the tests does not say whose a sheet is.
  for (const element of document.querySelectorAll('style')) Object.defineProperty(element.sheet, 'ownerNode', { value: element })
  scale(150)
  expect(queries()).toEqual(['(max-width: 898.5px)', '(max-width: 1648.5px)'])
  scale(67)
  expect(queries()).toEqual(['(max-width: 401.33px)', '(max-width: 736.33px)'])
  scale(usualSize)
  expect(queries()).toEqual(['(max-width: 599px)', '(max-width: 1099px)'])
})
