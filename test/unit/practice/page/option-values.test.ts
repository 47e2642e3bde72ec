import { array, assert, constantFrom, property } from 'fast-check'
import { expect, test } from 'vitest'
import { OPTION, type OptionView } from '../../../../src/practice/page/interactions/commands.ts'
import { checkOption, checkOptions } from '../../../../src/practice/page/interactions/option-values.ts'

const option = (type: number, more: Partial<OptionView> = {}): OptionView => ({
  type,
  name: 'wat',
  description: 'Wat',
  ...more,
})

test('what is required and left open is said before anything is sent; what is optional is left out', () => {
  const { values, faults } = checkOptions(
    [
      option(OPTION.text, { name: 'tekst', required: true }),
      option(OPTION.user, { name: 'wie', required: true }),
      option(OPTION.channel, { name: 'kanaal' }),
    ],
    { tekst: '   ', kanaal: '' },
  )
  expect(values).toEqual({})
  expect([...faults]).toEqual([
    ['tekst', { why: 'required' }],
    ['wie', { why: 'required' }],
  ])
})

test('a whole number is one, within its bounds, however it is written', () => {
  const days = option(OPTION.integer, { min_value: 1, max_value: 14 })
  expect(checkOption(days, ' 7 ')).toEqual({ value: 7 })
  expect(checkOption(days, '0')).toEqual({ fault: { why: 'least', bound: 1 } })
  expect(checkOption(days, '15')).toEqual({ fault: { why: 'most', bound: 14 } })
  expect(checkOption(days, '2,5')).toEqual({ fault: { why: 'whole' } })
  expect(checkOption(days, 'zeven')).toEqual({ fault: { why: 'number' } })
  expect(checkOption(option(OPTION.number), '2,5')).toEqual({ value: 2.5 })
})

test('"no" is an answer, not an empty field', () => {
  expect(checkOption(option(OPTION.boolean, { required: true }), false)).toEqual({ value: false })
})

test('a choice goes over the line as the bot gave it, a number as a number', () => {
  const level = option(OPTION.integer, { choices: [{ name: 'Rood', value: 3 }] })
  expect(checkOption(level, '3')).toEqual({ value: 3 })
  expect(checkOption(level, '4')).toEqual({ fault: { why: 'choice' } })
})

/** What a text of these signs comes to, when two or three are allowed. */
const wanted = ({ length }: readonly string[], text: string) => {
  if (length < 2) return { fault: { why: 'short', bound: 2 } }
  return length > 3 ? { fault: { why: 'long', bound: 3 } } : { value: text }
}

test('the bounds of a text count characters as people see them', () => {
  const date = option(OPTION.text, { min_length: 2, max_length: 3 })
  assert(
    property(array(constantFrom('a', '😀', 'é'), { minLength: 1, maxLength: 6 }), (signs) => {
      expect(checkOption(date, signs.join(''))).toEqual(wanted(signs, signs.join('')))
    }),
  )
})

test('a file cannot be sent here: where one must be, that is said', () => {
  expect(checkOption(option(OPTION.attachment, { required: true }), undefined)).toEqual({
    fault: { why: 'attachment' },
  })
  expect(checkOption(option(OPTION.attachment), 'x')).toEqual({ value: undefined })
})
