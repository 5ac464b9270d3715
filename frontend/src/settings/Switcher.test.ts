import { screen, waitFor } from '@testing-library/svelte'
import { beforeEach, expect, test } from 'vitest'
import { backend } from '../testing/backend'
import { boxes, bridge, open, slug, user } from '../testing/guidePage'

const item = backend().levels[0]!.items[0]!.id

beforeEach(() => {
  bridge.people.all = [...bridge.people.all, { id: 'p2', name: 'Omar عمر', current: false, marks: 0, lastMark: 0 }]
})

test('whoever is chosen beside an open guide sees their own answers there, and none of the one before', async () => {
  await open(1)
  await user.click(boxes()[0]!)
  await waitFor(() => expect(boxes()[0]!.checked).toBe(true))
  const { show } = bridge.people
  bridge.switchProfile = (id) => {
    bridge.put(slug, item, 'not-yet') // what the other person has said of it
    return show(id)
  }
  await user.click(screen.getByRole('button', { name: /Mina Park/ }))
  await user.click(await screen.findByRole('menuitemradio', { name: 'Omar عمر' }))
  await screen.findByRole('button', { name: /Omar عمر/ })
  await waitFor(() => expect(boxes().map(({ checked }) => checked)).toEqual(Array(10).fill(false)))
})
