import { fireEvent, render, screen, waitFor } from '@testing-library/svelte'
import userEvent from '@testing-library/user-event'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { speak } from '../locale/language.svelte'
import { wordsOf } from '../testing/words'
import DateField from './DateField.svelte'

const user = userEvent.setup()
afterAll(() => speak(wordsOf('en')))

describe.each([
  { language: 'en', label: 'By', none: 'No date', set: 'Set a date', remove: 'Remove the date' },
  { language: 'ko', label: '목표일', none: '날짜 없음', set: '날짜 정하기', remove: '날짜 지우기' },
])('in $language', ({ language, label, none, set, remove }) => {
  const begin = (props: { value: string; optional?: boolean; first?: string; onchange?: (value: string) => void }) => {
    speak(wordsOf(language))
    return render(DateField, { label, ...props })
  }
  const field = () => document.querySelector<HTMLInputElement>('input[type=date]')

  test('where there is no date, words say so, and no field shows one', () => {
    begin({ value: '', optional: true })
    expect(screen.getByText(none)).toBeDefined()
    expect(field()).toBeNull()
    const button = screen.getByRole('button', { name: `${label} ${set}` })
    const described = button.getAttribute('aria-describedby')!.split(' ').map((id) => document.getElementById(id)!.textContent)
    expect(described.join(' ')).toContain(none)
  })

  test('a date is set and removed by keys alone, and the focus stays with it', async () => {
    begin({ value: '', optional: true, first: '2027-02-26' })
    await user.tab()
    await user.keyboard('{Enter}')
    expect(screen.getByLabelText(label)).toBe(field())
    expect(field()!.value).toBe('2027-02-26')
    expect(document.activeElement).toBe(field())
    await user.tab()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: remove }))
    await user.keyboard('{Enter}')
    expect(field()).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: `${label} ${set}` }))
  })
})

test('a date that is set without another wish is the day that it is here', async () => {
  vi.useFakeTimers({ now: new Date(2026, 10, 27, 0, 30), toFake: ['Date'] })
  try {
    speak(wordsOf('en'))
    render(DateField, { label: 'By', value: '', optional: true })
    await user.click(screen.getByRole('button'))
    expect(document.querySelector('input')!.value).toBe('2026-11-27')
  } finally {
    vi.useRealTimers()
  }
})

test('a date that is being written anew keeps its field until it is left', async () => {
  render(DateField, { label: 'By', value: '2026-11-27', optional: true })
  const field = screen.getByLabelText<HTMLInputElement>('By')
  field.focus()
  await fireEvent.input(field, { target: { value: '' } })
  expect(document.activeElement).toBe(field)
  field.blur()
  expect(await screen.findByText('No date')).toBeDefined()
})

test('a date that there has to be comes back when its field is left empty, and nobody is told of none', async () => {
  const onchange = vi.fn()
  render(DateField, { label: 'Since', value: '2026-11-27', onchange })
  const field = screen.getByLabelText<HTMLInputElement>('Since')
  expect(screen.queryByRole('button')).toBeNull()
  field.focus()
  await fireEvent.input(field, { target: { value: '' } })
  await fireEvent.change(field)
  field.blur()
  await waitFor(() => expect(field.value).toBe('2026-11-27'))
  expect(onchange).not.toHaveBeenCalled()
})
