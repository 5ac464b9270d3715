import { screen, waitFor } from '@testing-library/svelte'
import { describe, expect, test } from 'vitest'
import { Fault } from '../bridge/fault'
import { bridge, open, slug, user } from '../testing/guidePage'

describe('the history of a guide', () => {
  test('says what changed on which day, and leads to the item', async () => {
    for (let n = 0; n < 8; n++) bridge.put(slug, `be-10${n}`, n === 3 ? 'can-teach' : 'on-my-own')
    bridge.put(slug, 'be-304', 'with-help')
    await open(1, {}, 'progress')
    await screen.findByText('9 answers changed')
    expect(screen.getByText('Starting out → Level 1')).toBeDefined()
    await user.click(screen.getByRole('link', { name: 'Restrict every endpoint to the roles written in a permission table.' }))
    await waitFor(() => expect(document.activeElement?.id).toBe('item-be-304'))
  })

  test('brings the days before when they are asked for', async () => {
    bridge.put(slug, 'be-100', 'on-my-own')
    bridge.earlier = [{ date: '2019-02-03', from: 0, to: 0, changes: [{ item: 'be-101', from: 'cleared', to: 'not-yet' }] }]
    await open(1, {}, 'progress')
    await screen.findByText('One answer changed')
    expect(screen.queryByText(/2019/)).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Show earlier days' }))
    await screen.findByText(/2019/)
    expect(screen.queryByRole('button', { name: 'Show earlier days' })).toBeNull()
  })

  test('says how it comes about where there is none yet', async () => {
    await open(1, {}, 'progress')
    await screen.findByText('Nothing to look back on yet')
    await user.click(screen.getByRole('link', { name: 'Go to the levels' }))
    await screen.findByRole('tabpanel')
  })
})

test('a form is saved; a filled one is read and shown, or refused in words', async () => {
  await open(1)
  await user.click(screen.getByRole('link', { name: 'Progress' }))
  await user.click(await screen.findByRole('button', { name: 'Save a form' }))
  expect(await screen.findByText('The form is saved. Send it to somebody who sees your work.')).toBeDefined()
  expect(screen.getByText('/home/mina/backend-engineering-form.html')).toBeDefined()
  await user.click(await screen.findByRole('button', { name: 'Read a filled form' }))
  expect(await screen.findByRole('heading', { name: 'You, as 보라 sees you' })).toBeDefined()
  expect(screen.queryByText('/home/mina/backend-engineering-form.html')).toBeNull()
  bridge.faults = [new Fault('form_edited', { place: 'be-101' })]
  await user.click(screen.getByRole('button', { name: 'Read a filled form' }))
  expect(await screen.findByText('The form was changed by hand, at be-101.')).toBeDefined()
})
