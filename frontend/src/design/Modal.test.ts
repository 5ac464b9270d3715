import { render, screen } from '@testing-library/svelte'
import { createRawSnippet } from 'svelte'
import { afterEach, expect, test, vi } from 'vitest'
import Modal from './Modal.svelte'

const children = createRawSnippet(() => ({ render: () => '<p>Delete 지우?</p>' }))

afterEach(() => vi.restoreAllMocks())

/** An engine tells of a closing in a task of its own. Returns the way to let those tasks run. */
function lateEngine(): () => void {
  const closed: HTMLDialogElement[] = []
  vi.spyOn(HTMLDialogElement.prototype, 'close').mockImplementation(function (this: HTMLDialogElement) {
    this.removeAttribute('open')
    closed.push(this)
  })
  return () => closed.splice(0).forEach((dialog) => dialog.dispatchEvent(new Event('close')))
}

const escape = () => screen.getByRole('dialog').dispatchEvent(new Event('cancel', { cancelable: true }))

test('the late word of a dialog that was closed does not close the next one', () => {
  const later = lateEngine()
  let open = true
  const onclose = () => (open = false)
  const { unmount } = render(Modal, { onclose, children })
  escape()
  expect(open).toBe(false)
  unmount()
  open = true
  render(Modal, { onclose, children })
  later()
  expect(open).toBe(true)
})

test('closing is told once, though the key, the engine and the owner all tell of it', () => {
  const later = lateEngine()
  const onclose = vi.fn()
  const { component } = render(Modal, { onclose, children })
  escape()
  component.leave()
  later()
  expect(onclose).toHaveBeenCalledOnce()
})

test('what the engine closes by itself is told', () => {
  const onclose = vi.fn()
  render(Modal, { onclose, children })
  screen.getByRole('dialog').dispatchEvent(new Event('close'))
  expect(onclose).toHaveBeenCalledOnce()
})

test('a press on the backdrop closes it; one inside, or a file that is not chosen after all, does not', () => {
  const onclose = vi.fn()
  render(Modal, { onclose, children })
  const inside = screen.getByText(/Delete/)
  inside.dispatchEvent(new Event('pointerdown', { bubbles: true }))
  inside.dispatchEvent(new Event('cancel', { bubbles: true }))
  expect(onclose).not.toHaveBeenCalled()
  screen.getByRole('dialog').dispatchEvent(new Event('pointerdown', { bubbles: true }))
  expect(onclose).toHaveBeenCalledOnce()
})

test('a dialog that its owner takes away gives the focus back', () => {
  const button = document.body.appendChild(document.createElement('button'))
  button.focus()
  const { unmount } = render(Modal, { onclose: () => {}, children })
  button.blur()
  unmount()
  expect(document.activeElement).toBe(button)
  button.remove()
})
