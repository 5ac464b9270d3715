import { expect, test, vi } from 'vitest'
import { Library } from '../library.svelte'
import { Notices } from '../notices.svelte'
import { FakeBridge } from '../testing/fake'
import { held } from '../testing/held'
import { People } from './people.svelte'

test('a person who is added while the people are being read is added, and stays in the list', async () => {
  const bridge = new FakeBridge()
  const late = held(bridge.profiles)
  bridge.profiles = late.ask
  const notices = new Notices()
  const people = new People(new Library(bridge, notices), notices)
  const reading = people.read()
  await vi.waitFor(() => expect(late.waiting).toHaveLength(1))
  await people.add('김서연 🙂')
  late.waiting[0]!()
  await reading
  expect(people.list.map(({ name }) => name)).toEqual(['Mina Park', '김서연 🙂'])
})
