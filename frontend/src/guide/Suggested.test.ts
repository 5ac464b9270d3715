import { screen, waitFor } from '@testing-library/svelte'
import { beforeEach, describe, expect, test } from 'vitest'
import { boxes, bridge, level, open, said, slug, user } from '../testing/guidePage'

describe('what a placement suggests', () => {
  const suggested = ['be-100', 'be-101', 'be-200']

  beforeEach(() => suggested.forEach((item) => bridge.sittings.suggest(slug, item, true)))

  test('is told beside the row, and is not ticked', async () => {
    await open(2)
    const row = document.getElementById('item-be-200') as HTMLInputElement
    expect(row.checked).toBe(false)
    expect(document.getElementById(row.getAttribute('aria-describedby')!)?.textContent).toContain('suggested')
    expect(screen.getByText('3 items of levels 1 and 2 are suggested.')).toBeDefined()
  })

  test('is confirmed for a level or at once, and one undo takes it back', async () => {
    await open(1)
    await user.click(screen.getByRole('button', { name: 'Confirm the 2 of level 1' }))
    await screen.findByText('1 item of level 2 is suggested.')
    expect(said()).toEqual(['be-100 on-my-own, be-101 on-my-own'])
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await user.click(await screen.findByRole('button', { name: 'I do all 3' }))
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Suggestions' })).toBeNull())
    expect(said().at(-1)).toBe('be-100 on-my-own, be-101 on-my-own, be-200 on-my-own')
  })

  test('can be dropped altogether', async () => {
    await open(1)
    await user.click(screen.getByRole('button', { name: 'Drop them' }))
    await screen.findByText('3 suggestions dropped')
    expect(bridge.calls.at(-1)).toMatchObject(suggested.map((item) => ({ item, verdict: 'cleared', suggested: true })))
  })
})

describe('a level that looks done', () => {
  beforeEach(() => {
    for (let n = 0; n < 8; n++) bridge.put(slug, `be-40${n}`, 'on-my-own')
    for (let n = 0; n < 7; n++) bridge.put(slug, `be-20${n}`, 'on-my-own')
  })

  test('offers to confirm the levels below, in place of the level’s own button', async () => {
    await open(4)
    expect(screen.getByText('confirm levels 1 and 3, and it counts.')).toBeDefined()
    expect(screen.getAllByRole('button', { name: 'I do all of these' })).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'I do all of these' }))
    await screen.findByText('You are now at level 4, System Integrator. Your own assessment.')
    expect(bridge.calls.map((call) => call.length)).toEqual([20])
    expect(screen.queryByText('Level 4 looks done:')).toBeNull()
  })

  test('or leads to the lowest open level', async () => {
    await open(4)
    await user.click(screen.getByRole('button', { name: 'Check them one by one' }))
    expect(level()).toBe('Endpoint Explorer')
    await waitFor(() => expect(document.activeElement).toBe(boxes()[0]))
  })
})
