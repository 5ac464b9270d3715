import { waitFor } from '@testing-library/svelte'
import { beforeEach, expect, test, vi } from 'vitest'
import { Fault } from './bridge/fault'
import { Library } from './library.svelte'
import { Notices } from './notices.svelte'
import { FakeBridge } from './testing/fake'
import { held } from './testing/held'

const slug = 'backend-engineering'
let bridge: FakeBridge
let notices: Notices
let library: Library

beforeEach(async () => {
  bridge = new FakeBridge()
  notices = new Notices()
  library = new Library(bridge, notices)
})

test('a journal that cannot be opened is told, and trying again opens it', async () => {
  const { session } = bridge
  bridge.session = () => Promise.reject(new Fault('journal_busy'))
  await library.start()
  expect(library.fault?.code).toBe('journal_busy')
  bridge.session = session
  await library.start()
  expect([library.fault, library.cards.length]).toEqual([undefined, 1])
})

test('a mark moves the card of its guide, and the list of what was started', async () => {
  await library.start()
  expect(library.started).toEqual([])
  const guide = await library.open(slug)
  guide.marks.toggle('be-100')
  await waitFor(() => expect(library.started.map((card) => card.slug)).toEqual([slug]))
  expect(library.cards[0]!.standing.done).toBe(1)
})

test('a guide is opened once, however often it is asked for', async () => {
  const read = vi.spyOn(bridge, 'openGuide')
  const [one, two] = await Promise.all([library.open(slug), library.open(slug)])
  expect(one).toBe(two)
  expect(await library.open(slug)).toBe(one)
  expect(read).toHaveBeenCalledTimes(1)
})

test('a guide that cannot be opened may be asked for again', async () => {
  const { openGuide } = bridge
  bridge.openGuide = () => Promise.reject(new Fault('guide_invalid'))
  await expect(library.open(slug)).rejects.toMatchObject({ code: 'guide_invalid' })
  bridge.openGuide = openGuide
  await expect(library.open(slug)).resolves.toBeDefined()
})

test('what another program wrote appears in the catalogue and in open guides', async () => {
  await library.start()
  const guide = await library.open(slug)
  bridge.put(slug, 'be-100', 'can-teach')
  await library.changed()
  expect(library.cards[0]!.started).toBe(true)
  await waitFor(() => expect(guide.marks.said('be-100')).toBe('can-teach'))
})

test('a journal that may be written again is no longer said to be only read', async () => {
  bridge.readOnly = true
  await library.start()
  expect(library.session?.readOnly).toBe(true)
  bridge.readOnly = false
  await library.changed()
  expect(library.session?.readOnly).toBe(false)
})

test('a changed level is spoken', async () => {
  await library.start()
  const guide = await library.open(slug)
  guide.marks.say(guide.open([1]), 'on-my-own')
  await waitFor(() => expect(notices.spoken).toBe('You are now at level 1, Endpoint Explorer. Your own assessment.'))
})

test('a mark that fails is told with a way to try again, and the toast goes when it is saved', async () => {
  const guide = await library.open(slug)
  bridge.faults = [new Fault('disk_full', { path: '/x' })]
  guide.marks.toggle('be-100')
  await waitFor(() => expect(notices.toasts).toHaveLength(1))
  await waitFor(() => expect(guide.marks.idle).toBe(true))
  expect(notices.toasts[0]!.kind).toBe('fault')
  notices.toasts[0]!.action!.run()
  await waitFor(() => expect(notices.toasts).toEqual([]))
  expect(guide.marks.said('be-100')).toBe('on-my-own')
})

test('a very late first answer does not stand in the place of a newer one', async () => {
  const { start } = bridge
  const late = held(start)
  bridge.start = late.ask
  void library.start()
  await waitFor(() => expect(late.waiting).toHaveLength(1))
  bridge.start = start
  bridge.put(slug, 'be-100', 'on-my-own')
  await library.changed()
  expect(library.started).toHaveLength(1)
  await late.release(() => expect(library.starting).toBe(false))
  expect(library.started).toHaveLength(1)
})

test('an answer that was overtaken by a rating is asked for again, so that nothing of it is lost', async () => {
  await library.start()
  const guide = await library.open(slug)
  const { catalogue } = bridge
  const late = held(catalogue)
  bridge.catalogue = late.ask
  const reading = library.reread()
  await waitFor(() => expect(late.waiting).toHaveLength(1))
  bridge.catalogue = catalogue
  guide.marks.toggle('be-100')
  await waitFor(() => expect(library.cards[0]!.standing.done).toBe(1))
  let read = false
  void reading.then(() => (read = true))
  await late.release(() => expect(read).toBe(true))
  expect(library.cards[0]!.standing.done).toBe(1)
})

test('a guide that is being read while another person is chosen is not shown to them', async () => {
  await library.start()
  const { openGuide } = bridge
  const late = held(openGuide)
  bridge.openGuide = late.ask
  const before = library.open(slug)
  await waitFor(() => expect(late.waiting).toHaveLength(1))
  bridge.openGuide = openGuide
  await library.restart()
  const after = await library.open(slug)
  late.waiting[0]!()
  expect(await before).not.toBe(after)
  expect(library.opened(slug)).toBe(after)
})

test('what is written in a language is read anew: open guides, the catalogue and Home', async () => {
  await library.start()
  const guide = await library.open(slug)
  const { openGuide, catalogue, home } = bridge
  bridge.openGuide = async (asked) => ({ ...(await openGuide(asked)), title: '백엔드 엔지니어링 🙂' })
  bridge.catalogue = async () => ({ guides: (await catalogue()).guides.map((card) => ({ ...card, title: '백엔드 엔지니어링 🙂' })) })
  bridge.home = async () => ({ ...(await home()), day: { today: '11월 22일 일요일', until: Infinity, left: '' } })
  await library.reread()
  expect(guide.view.title).toBe('백엔드 엔지니어링 🙂')
  expect(library.cards[0]!.title).toBe('백엔드 엔지니어링 🙂')
  expect(library.home?.day.today).toBe('11월 22일 일요일')
})

test('of the person before nothing stays when another one is shown', async () => {
  await library.start()
  const before = await library.open(slug)
  await library.restart()
  expect(library.opened(slug)).toBeUndefined()
  expect(await library.open(slug)).not.toBe(before)
})

test('where what was written elsewhere cannot be read, what is shown stays, and nobody is disturbed', async () => {
  await library.start()
  const { cards, home } = library
  bridge.session = () => Promise.reject(new Fault('journal_busy'))
  bridge.home = () => Promise.reject(new Fault('journal_busy'))
  await library.changed()
  await library.readHome()
  expect([library.cards, library.home, library.fault, notices.toasts]).toEqual([cards, home, undefined, []])
})

test('everything is settled once each answer is saved, and not before', async () => {
  const guide = await library.open(slug)
  let release = () => {}
  bridge.gate = new Promise((done) => (release = done))
  guide.marks.toggle('be-100')
  let settled = false
  const done = library.settled().then(() => (settled = true))
  await new Promise((tick) => setTimeout(tick, 120))
  expect(settled).toBe(false)
  release()
  await done
  expect(guide.marks.idle).toBe(true)
})
