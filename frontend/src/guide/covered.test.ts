import { cleanup, screen, waitFor } from '@testing-library/svelte'
import { afterEach, expect, test } from 'vitest'
import { boxes, open, said, user } from '../testing/guidePage'

afterEach(cleanup)

test('under a dialog nothing is taken back that one does not see; once it is closed, the last rating is', async () => {
  await open()
  const box = boxes().find((other) => !other.checked)!
  await user.click(box)
  await waitFor(() => expect(said()).toHaveLength(1))
  box.focus()
  await user.keyboard('e')
  const dialog = await screen.findByRole<HTMLDialogElement>('dialog')
  dialog.querySelector<HTMLInputElement>('input[type=radio]')!.focus()
  await user.keyboard('{Control>}z{/Control}')
  await user.keyboard('{Control>}y{/Control}')
  expect(box.checked).toBe(true)
  expect(said()).toHaveLength(1)

  dialog.close()
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await user.keyboard('{Control>}z{/Control}')
  await waitFor(() => expect(box.checked).toBe(false))
  await user.keyboard('{Control>}y{/Control}')
  await waitFor(() => expect(box.checked).toBe(true))
})
