import { cleanup, screen, waitFor, within } from '@testing-library/svelte'
import { describe, expect, test } from 'vitest'
import { boxes, bridge, open, said, slug, user } from '../testing/guidePage'

describe('detailed ratings', () => {
  const answers = () => within(screen.getAllByRole('group', { name: 'My answer' })[1]!)
  const pressed = () => answers().getAllByRole('button').filter((button) => button.getAttribute('aria-pressed') === 'true').map((button) => button.textContent)

  test('are beside every row for those who asked for them, and for nobody else', async () => {
    await open()
    expect(screen.queryByRole('group', { name: 'My answer' })).toBeNull()
    cleanup()
    await open(3, { detailedRatings: true })
    expect(screen.getAllByRole('group', { name: 'My answer' })).toHaveLength(10)
  })

  test('rate, and take an answer back by a second press', async () => {
    await open(3, { detailedRatings: true })
    await user.click(answers().getByRole('button', { name: 'With help' }))
    expect(pressed()).toEqual(['With help'])
    expect(boxes()[1]!.checked).toBe(false)
    await user.click(answers().getByRole('button', { name: 'Can teach' }))
    expect(boxes()[1]!.checked).toBe(true)
    await user.click(answers().getByRole('button', { name: 'Can teach' }))
    await waitFor(() => expect(said()).toEqual(['be-301 with-help', 'be-301 can-teach', 'be-301 cleared']))
    expect(pressed()).toEqual([])
  })
})

describe('the menu of a row', () => {
  const more = () => screen.getByRole('button', { name: /^More about: Serve two/ })

  test('holds the four answers and clears them', async () => {
    await open()
    await user.click(more())
    const answers = screen.getAllByRole('menuitemradio')
    expect(answers.map((entry) => entry.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
      'Not yet 0', 'With help 1', 'On my own 2', 'Can teach 3',
    ])
    await user.click(answers[3]!)
    await waitFor(() => expect(said()).toEqual(['be-300 can-teach']))
    await user.click(more())
    await user.click(screen.getByRole('menuitem', { name: 'Clear' }))
    await waitFor(() => expect(said().at(-1)).toBe('be-300 cleared'))
  })

  test('is moved through by arrows, which rate nothing, and takes the keys of the row', async () => {
    await open()
    await user.click(more())
    await user.keyboard('{ArrowDown}{ArrowDown}{End}{ArrowDown}')
    expect(document.activeElement?.textContent).toContain('Not yet')
    expect(bridge.calls).toEqual([])
    await user.keyboard('1')
    await waitFor(() => expect(said()).toEqual(['be-300 with-help']))
    expect(screen.queryByRole('menu')).toBeNull()
  })

  test('opens the sources of an item, and its links go to the system’s browser', async () => {
    await open()
    await user.click(more())
    await user.click(screen.getByRole('menuitem', { name: 'References and resources' }))
    const dialog = await screen.findByRole('dialog', { name: /^Serve two/ })
    expect(within(dialog).getByText('Show the pull request and the failing test it fixed.')).toBeDefined()
    expect(within(dialog).getAllByText('free')).toHaveLength(1)
    await user.click(within(dialog).getByRole('link', { name: 'HTTP semantics, sections 9 and 15' }))
    expect(bridge.links).toEqual(['https://www.rfc-editor.org/rfc/rfc9110'])
    expect(location.hash).toBe(`#/guides/${slug}/levels/3`)
  })

  test('shows the history, newest first', async () => {
    await open()
    await user.click(boxes()[0]!)
    await user.click(boxes()[0]!)
    await waitFor(() => expect(bridge.calls).toHaveLength(2))
    await user.click(more())
    await user.click(screen.getByRole('menuitem', { name: 'History' }))
    const entries = within(await screen.findByRole('dialog')).findAllByRole('listitem')
    expect((await entries).map((entry) => entry.textContent?.match(/Taken back|On my own/)?.[0])).toEqual(['Taken back', 'On my own'])
  })
})
