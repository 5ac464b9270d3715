// What happy-dom leaves out, as far as the components need it.
import { vi } from 'vitest'

Object.assign(Element.prototype, { scrollIntoView: vi.fn() })
Object.assign(HTMLElement.prototype, {
  showPopover(this: HTMLElement) {
    this.dispatchEvent(Object.assign(new Event('toggle'), { newState: 'open' }))
  },
  hidePopover(this: HTMLElement) {
    this.dispatchEvent(Object.assign(new Event('toggle'), { newState: 'closed' }))
  },
})
