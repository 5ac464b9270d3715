// Whether the focus can be seen wherever the tab key brings it.
import type { Page } from 'playwright-core'

/** Goes through a page with the tab key, and returns what had the focus without showing it, or under something else. */
export async function unseen(page: Page): Promise<string[]> {
  const hidden: string[] = []
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  for (let n = 0; n < 40; n++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const element = document.activeElement
      if (!element || element === document.body || element.localName === 'iframe') return undefined
      // A heading that the page put the focus on is no control.
      if (element.matches('[tabindex="-1"]:not(input, button, a)')) return ''
      const shown = element.matches('.only-spoken') ? element.closest('label')! : element
      const ring = [shown, ...['li', '.card', 'label', 'tr'].map((around) => shown.closest(around))].some((one) => {
        if (!one) return false
        const { outlineStyle, outlineWidth } = getComputedStyle(one)
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
      })
      // A link that goes on in the next line has other words within the box around both its parts.
      const box = shown.getClientRects()[0] ?? shown.getBoundingClientRect()
      const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20))
      const free = top !== null && (shown.contains(top) || top.contains(shown) || top.localName === 'label')
      return ring && free ? '' : `${ring ? 'covered' : 'no ring'}: ${element.outerHTML.slice(0, 140)}`
    })
    if (at === undefined) break
    if (at) hidden.push(at)
  }
  return hidden
}
