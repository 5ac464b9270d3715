import { cleanup, render, screen, waitFor, within } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import App from '../App.svelte'
import { Fault } from '../bridge/fault'
import type { SettingsView } from '../bridge/views'
import { Library } from '../library.svelte'
import { guardLinks } from '../links'
import { Notices } from '../notices.svelte'
import { load } from '../places'
import { Router } from '../route.svelte'
import { FakeBridge, opening } from '../testing/fake'
import { Settings } from '../settings/settings.svelte'

const slug = 'backend-engineering'
const user = userEvent.setup()

let bridge: FakeBridge
let unguard = () => {}

// Compiling a place for the first time takes longer than a test waits for it.
beforeAll(async () => void (await load('guide')))
let router: Router

beforeEach(() => {
  bridge = new FakeBridge()
})
afterEach(() => unguard())

function started(notices: Notices): Library {
  const library = new Library(bridge, notices)
  void library.start()
  return library
}

/** Shows the whole window at a level, and waits for its rows. */
async function open(level = 3, part: Partial<SettingsView> = {}, rest = `levels/${level}`): Promise<void> {
  history.replaceState(null, '', `#/guides/${slug}/${rest}`)
  router = new Router(window)
  const notices = new Notices()
  unguard()
  unguard = guardLinks(document, { go: (address) => router.go(address), open: (url) => void bridge.openLink(url) })
  const library = started(notices)
  render(App, { router, notices, library, settings: new Settings(bridge, notices, opening(part), () => library.reread()) })
  await screen.findByRole('heading', { level: 1, name: 'Backend Engineering' })
}

const boxes = () => screen.getAllByRole<HTMLInputElement>('checkbox')
const box = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name })
const said = () => bridge.calls.map((call) => call.map(({ item, verdict }) => `${item} ${verdict}`).join(', '))
const level = () => screen.getByRole('heading', { level: 2, name: /Crafter|Explorer|Builder|Integrator|Lead/ }).textContent

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

describe('detailed ratings', () => {
  const answers = () => within(screen.getAllByRole('group', { name: 'My answer' })[1]!)
  const pressed = () => answers().getAllByRole('button').filter((button) => button.getAttribute('aria-pressed') === 'true').map((button) => button.textContent)

  test('are beside every row for those who asked for them, and for nobody else', async () => {
    await open()
    expect(screen.queryByRole('group', { name: 'My answer' })).toBeNull()
    cleanup()
    unguard()
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
  history.replaceState(null, '', `#/guides/${slug}`)
  const notices = new Notices()
  const library = started(notices)
  render(App, { router: new Router(window), notices, library, settings: new Settings(bridge, notices, opening(), () => library.reread()) })
  await screen.findByText(/cannot be read: line 3/)
  bridge.openGuide = openGuide
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByRole('heading', { level: 1, name: 'Backend Engineering' })
})

test('a form is saved; a filled one is read and shown, or refused in words', async () => {
  await open(1)
  await user.click(screen.getByRole('link', { name: 'Progress' }))
  await user.click(await screen.findByRole('button', { name: 'Save a form' }))
  expect(await screen.findByText('The form is saved. Send it to somebody who sees your work.')).toBeDefined()
  expect(screen.getByText('/home/mina/backend-engineering-form.html')).toBeDefined()
  await user.click(await screen.findByRole('button', { name: 'Read a filled form' }))
  expect(await screen.findByRole('heading', { name: 'You, as 보라 sees you' })).toBeDefined()
  bridge.faults = [new Fault('form_edited', { place: 'be-101' })]
  await user.click(screen.getByRole('button', { name: 'Read a filled form' }))
  expect(await screen.findByText('The form was changed by hand, at be-101.')).toBeDefined()
})
