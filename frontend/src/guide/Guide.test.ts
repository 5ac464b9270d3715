import { screen, waitFor, within } from '@testing-library/svelte'
import { describe, expect, test } from 'vitest'
import { Fault } from '../bridge/fault'
import { box, boxes, bridge, level, open, said, show, slug, user } from '../testing/guidePage'

describe('a row', () => {
  test('is a checkbox that is named exactly as its item, in every script', async () => {
    await open(5)
    expect(box('동료가 따라 할 수 있는 단계로 빈 서버에 서비스를 배포합니다. 🚀')).toBeDefined()
    expect(box('اكتب استعلامًا يجمع جدولين لنقطة نهاية واحدة.')).toBeDefined()
    expect(box(/^Name the endpoint (verylongpathsegment){6} in the contract\.$/)).toBeDefined()
    expect(boxes()).toHaveLength(10)
  })

  test('is ticked by a press anywhere on it, and un-ticked by another', async () => {
    await open()
    await user.click(screen.getByText('Migrate a live schema with a step that can be rolled back.'))
    await user.click(screen.getByText('Migrate a live schema with a step that can be rolled back.'))
    await waitFor(() => expect(said()).toEqual(['be-302 on-my-own', 'be-302 cleared']))
  })

  test('says what was answered besides "on my own"', async () => {
    bridge.put(slug, 'be-300', 'with-help')
    bridge.put(slug, 'be-301', 'can-teach')
    await open()
    const [first, second] = boxes()
    expect([first!.checked, second!.checked]).toEqual([false, true])
    expect(first!.closest('li')!.textContent).toContain('with help')
    expect(second!.closest('li')!.textContent).toContain('can teach')
  })
})

describe('the keys of a row', () => {
  test('move without rating', async () => {
    await open()
    boxes()[0]!.focus()
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}')
    expect(document.activeElement).toBe(boxes()[1])
    await user.keyboard('{End}')
    expect(document.activeElement).toBe(boxes()[9])
    await user.keyboard('{ArrowDown}{Home}{ArrowUp}')
    expect(document.activeElement).toBe(boxes()[0])
    expect(bridge.calls).toEqual([])
  })

  test('leave one row in the order of the tab key', async () => {
    await open()
    boxes()[0]!.focus()
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(boxes().map((input) => input.tabIndex)).toEqual([-1, -1, 0, -1, -1, -1, -1, -1, -1, -1])
  })

  test('tick, rate and undo', async () => {
    await open()
    boxes()[0]!.focus()
    await user.keyboard(' {ArrowDown}0{ArrowDown}1{ArrowDown}2{ArrowDown}3')
    await waitFor(() =>
      expect(said()).toEqual([
        'be-300 on-my-own', 'be-301 not-yet', 'be-302 with-help', 'be-303 on-my-own', 'be-304 can-teach',
      ]),
    )
    await user.keyboard('zz')
    await waitFor(() => expect(said().slice(5)).toEqual(['be-304 cleared', 'be-303 cleared']))
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
    await waitFor(() => expect(said().at(-1)).toBe('be-303 on-my-own'))
  })

  test('reach a level with eight of ten, and it is spoken', async () => {
    await open(1)
    boxes()[0]!.focus()
    await user.keyboard(' {ArrowDown}'.repeat(8))
    await screen.findByText('You are now at level 1, Endpoint Explorer. Your own assessment.')
    expect(screen.getByRole('heading', { level: 2, name: 'Endpoint Explorer' })).toBeDefined()
    await user.keyboard('{Control>}z{/Control}')
    await screen.findByText('You are now starting out. Your own assessment.')
  })

  test('mean nothing together with Ctrl, Alt or Meta, but Ctrl+Z', async () => {
    await open()
    boxes()[0]!.focus()
    await user.keyboard('{Control>}1{/Control}{Alt>}2{/Alt}{Meta>}3{/Meta}')
    expect(bridge.calls).toEqual([])
  })
})

test('a tick that cannot be saved is taken back, and the person is told what to do', async () => {
  bridge.faults = [new Fault('journal_busy')]
  await open()
  await user.click(boxes()[0]!)
  const alert = await screen.findByText('Another program is using your journal.')
  expect(boxes()[0]!.checked).toBe(false)
  await user.click(within(alert.closest<HTMLElement>('.toast')!).getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(boxes()[0]!.checked).toBe(true))
  await waitFor(() => expect(screen.queryByText('Another program is using your journal.')).toBeNull())
})

describe('"I do all of these"', () => {
  test('is one call and one undo', async () => {
    bridge.put(slug, 'be-300', 'can-teach')
    bridge.put(slug, 'be-301', 'not-yet')
    await open()
    await user.click(screen.getByRole('button', { name: 'I do all of these' }))
    await waitFor(() => expect(boxes().every((input) => input.checked)).toBe(true))
    expect(bridge.calls.map((call) => call.length)).toEqual([9])
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(boxes().filter((input) => input.checked)).toHaveLength(1))
    expect(said()[1]).toContain('be-301 not-yet')
    expect(screen.queryByText('9 items ticked.')).toBeNull()
  })

  test('leaves with the last open item, and the focus goes on to the list', async () => {
    await open(1)
    await user.click(screen.getByRole('button', { name: 'I do all of these' }))
    await waitFor(() => expect(screen.queryByRole('button', { name: 'I do all of these' })).toBeNull())
    expect(document.activeElement).toBe(boxes()[0])
  })
})

test('a guide without relatives says so', async () => {
  await open(1, {}, 'related')
  expect(screen.getByText('No other guide is close to this one yet')).toBeDefined()
})

test('a filter shows what is open or has evidence, and no row leaves under the hand that rates it', async () => {
  bridge.put(slug, 'be-300', 'on-my-own')
  await bridge.addEvidence(slug, { id: '1', item: 'be-301', kind: 'note', text: 'x', url: '', file: '', on: '', witness: '' })
  await open()
  await user.click(screen.getByRole('radio', { name: 'Open' }))
  expect(boxes()).toHaveLength(9)
  await user.click(boxes()[0]!)
  expect(boxes()).toHaveLength(9)
  await user.click(screen.getByRole('radio', { name: 'With evidence' }))
  expect(boxes()).toHaveLength(1)
  await user.click(screen.getByRole('radio', { name: 'Stale' }))
  expect(screen.getByText('Nothing here asks for a fresh look.')).toBeDefined()
})

test('gaps are shown where the level is reached, and can be gone to', async () => {
  for (const n of [0, 1, 2, 3, 5, 6, 7, 8, 9]) bridge.put(slug, `be-10${n}`, 'on-my-own')
  await open(2)
  expect(screen.getByText(/One item at level 1 is still open/)).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Show it' }))
  expect(level()).toBe('Endpoint Explorer')
  await waitFor(() => expect(document.activeElement).toBe(boxes()[4]))
})

test('the ladder is climbed by arrows, and leaves no steps to walk back through', async () => {
  await open(3)
  const steps = history.length
  screen.getByRole('tab', { selected: true }).focus()
  await user.keyboard('{ArrowUp}')
  expect(level()).toBe('System Integrator')
  expect(document.activeElement).toBe(screen.getByRole('tab', { selected: true }))
  await user.keyboard('{Home}')
  expect(level()).toBe('Endpoint Explorer')
  expect(history.length).toBe(steps)
  expect(location.hash).toBe(`#/guides/${slug}/levels/1`)
})

describe('the links of a text', () => {
  test('explain a term, go to a level, and find a reference', async () => {
    await open()
    await user.click(screen.getByRole('link', { name: 'endpoint' }))
    expect(screen.getByRole('dialog', { name: 'Endpoint' }).textContent).toContain('An address of a service')
    await user.click(screen.getByRole('link', { name: 'System Integrator' }))
    expect(level()).toBe('System Integrator')
    await user.click(screen.getByRole('link', { name: 'Zimmerman (2002)' }))
    await waitFor(() => expect(document.activeElement?.id).toBe('about-ref-zimmerman-2002'))
    expect(screen.getByRole('heading', { level: 3, name: 'Learning science' })).toBeDefined()
  })
})

test('a guide that cannot be opened says why, and can be tried again', async () => {
  const { openGuide } = bridge
  bridge.openGuide = () => Promise.reject(new Fault('guide_invalid', { guide: slug, detail: 'line 3' }))
  show(`#/guides/${slug}`)
  await screen.findByText(/cannot be read: line 3/)
  bridge.openGuide = openGuide
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByRole('heading', { level: 1, name: 'Backend Engineering' })
})
