import { expect, test } from 'vitest'
import { speak } from './language.svelte'
import { backend } from '../testing/backend'
import { stand } from '../testing/standing'
import { wordsOf } from '../testing/words'
import { levelHead, levelReached, levels, meter, rungNote, toNext } from './words'

type Held = Parameters<typeof stand>[1]

/** A standing with so many items done on each level, level 1 first. */
function standing(...done: number[]) {
  const held: Held = new Map()
  done.forEach((count, index) => {
    for (let n = 0; n < count; n++) held.set(`be-${index + 1}0${n}`, { verdict: 'on-my-own', at: 1 })
  })
  return stand(backend(), held)
}

test('levels are named alone, as a range or one by one', () => {
  expect(levels([2])).toBe('level 2')
  expect(levels([3, 1, 2])).toBe('levels 1 to 3')
  expect(levels([1, 2])).toBe('levels 1 and 2')
  expect(levels([1, 2, 4, 4])).toBe('levels 1, 2 and 4')
})

test('the head of a level says what is missing, and promises a level only where it would be reached', () => {
  const say = (number: number, ...done: number[]) => {
    const s = standing(...done)
    return meter(s.levels[number - 1]!, s)
  }
  expect(say(3, 10, 9, 6)).toBe('6 of 10 · two more reach this level')
  expect(say(3, 10, 9, 7)).toBe('7 of 10 · one more reaches this level')
  expect(say(4, 10, 9, 6, 2)).toBe('2 of 10 · six more make eight')
  expect(say(5, 10)).toBe('0 of 10 · eight reach this level')
  expect(say(2, 10, 9)).toBe('9 of 10 · level reached')
  expect(say(4, 3, 1, 2, 8)).toBe('8 of 10 · levels 1 to 3 are open')
  expect(say(2, 5, 8)).toBe('8 of 10 · level 1 is open')
})

test('a rung names its gaps only where it is reached', () => {
  const s = standing(10, 9, 6)
  expect(s.levels.map(rungNote)).toEqual(['10 of 10', '9 of 10, one gap', '6 of 10', '', '', '', ''])
})

test('a card says the way to the next level, or that there is none', () => {
  expect(toNext(standing(10, 9, 6))).toBe('2 items to level 3')
  expect(toNext(standing(10, 10, 10, 10, 10, 10, 10))).toBe('The highest level')
})

test('a changed level is told as the own assessment that it is', () => {
  const guide = { ...backend(), standing: standing() }
  expect(levelReached(guide, 3)).toBe('You are now at level 3, Service Crafter. Your own assessment.')
  expect(levelReached(guide, 0)).toBe('You are now starting out. Your own assessment.')
})

test('the head of a level is said in the language, and a stage that the words do not know as the guide has it', () => {
  const level = backend().levels[0]!
  const named = (dreyfus: string, sfia: string) => levelHead({ ...level, dreyfus, sfia })
  expect(named('Novice', 'Set strategy, inspire, mobilise')).toBe('Level 1 · Novice · Set strategy, inspire, mobilise')
  speak(wordsOf('ko'))
  expect(named('Advanced Beginner', 'Ensure, advise')).toBe('레벨 1 · 상급 초보자 · 보장, 조언')
  expect(named('Wizard', 'constructor')).toBe('레벨 1 · Wizard · constructor')
  speak(wordsOf('en'))
})
