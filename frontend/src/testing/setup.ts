// The words that come with the page, and what happy-dom leaves out, as far as the components need it.
import { configure } from '@testing-library/svelte'
import { vi } from 'vitest'
import { speak } from '../locale/language.svelte'
import { wordsOf } from './words'

// What a busy machine is slow at is no fault of what is tested.
configure({ asyncUtilTimeout: 20_000 })

speak(wordsOf('en'))

Object.assign(Element.prototype, { scrollIntoView: vi.fn() })
Object.assign(HTMLElement.prototype, {
  showPopover(this: HTMLElement) {
    this.dispatchEvent(Object.assign(new Event('toggle'), { newState: 'open' }))
  },
  hidePopover(this: HTMLElement) {
    this.dispatchEvent(Object.assign(new Event('toggle'), { newState: 'closed' }))
  },
})
