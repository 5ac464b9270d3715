import { screen, waitFor, within } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import { Fault } from '../bridge/fault'
import { bridge, open, router, user, slug } from '../testing/guidePage'

const offer = () => screen.queryByRole('region', { name: 'Guess your level first' })
const choice = (name: string) => within(offer()!).getByRole<HTMLInputElement>('radio', { name })

test('a guide without a mark asks for a guess, which the keyboard alone can give and change', async () => {
  await open(2)
  choice('2').focus()
  await user.keyboard(' ')
  await waitFor(() => expect(bridge.sittings.predicted).toBe(2))
  await user.keyboard('{ArrowRight}')
  await waitFor(() => expect(bridge.sittings.predicted).toBe(3))
  expect(choice('3').checked).toBe(true)
  await user.click(choice('Starting out'))
  await waitFor(() => expect(bridge.sittings.predicted).toBe(0))
})

test('no row jumps when the first item is ticked, and no guess is taken after it', async () => {
  await open(2)
  await user.click(screen.getAllByRole('checkbox')[0]!)
  await waitFor(() => expect(bridge.calls).toHaveLength(1))
  expect(offer()).not.toBeNull()
  expect(within(offer()!).getByRole('radio', { name: '4', hidden: true }).closest('[inert]')).not.toBeNull()
  router.go({ place: 'guide', slug, tab: 'levels', level: 3 })
  await waitFor(() => expect(offer()).toBeNull())
})

test('a guide with a mark asks for no guess', async () => {
  bridge.put(slug, 'be-101', 'not-yet')
  await open(2)
  expect(offer()).toBeNull()
})

test('a guess that cannot be kept is taken back and said, and can be sent again', async () => {
  bridge.faults.push(new Fault('disk_full', {}))
  await open(2)
  await user.click(choice('5'))
  const again = await screen.findByRole('button', { name: 'Try again' })
  expect(choice('5').checked).toBe(false)
  await user.click(again)
  await waitFor(() => expect(bridge.sittings.predicted).toBe(5))
})

test('who does not want to guess is not asked again while the window is open', async () => {
  await open(2)
  await user.click(within(offer()!).getByRole('button', { name: 'Not now' }))
  expect(offer()).toBeNull()
  router.go({ place: 'guide', slug, tab: 'levels', level: 3 })
  await screen.findByRole('heading', { level: 2, name: /Crafter/ })
  expect(offer()).toBeNull()
})
