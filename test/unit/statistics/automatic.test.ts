import { expect, test } from 'vitest'
import { automaticOf, describeAutomatic, shownAutomatic } from '../../../src/statistics/automatic.ts'
import { createTexts } from '../../../src/texts/texts.ts'

test('the figures say what was done by itself: nothing against persons, so many messages held or blocked, so many back', () => {
  const day = '2026-11-24'
  const counts = [
    { day, name: 'held', count: 30 },
    { day: '2026-11-25', name: 'held', count: 1 },
    { day, name: 'blocked', count: 9 },
    { day, name: 'put-back', count: 12 },
    { day, name: 'flag:spam', count: 9 },
  ]
  const automatic = automaticOf(counts)
  expect(automatic).toEqual({ againstPersons: 0, heldOrBlocked: 40, putBack: 12 })
  expect(describeAutomatic(shownAutomatic(automatic), createTexts('nl'))).toBe(
    'Automatische maatregelen tegen personen: 0. Berichten die een regel of filter tegenhield: 40. Daarvan teruggezet: 12.',
  )
  expect(automaticOf([])).toEqual({ againstPersons: 0, heldOrBlocked: 0, putBack: 0 })
})

test('a measure that nobody took would be told, whether a count or the audit knows of it', () => {
  expect(automaticOf([{ name: 'measure:person', count: 7 }]).againstPersons).toBe(0)
  expect(automaticOf([{ name: 'measure:automatic', count: 1 }]).againstPersons).toBe(1)
  expect(automaticOf([], 2).againstPersons).toBe(2)
})

test('of a few messages no number is shown, also not by what is left', () => {
  expect(shownAutomatic({ againstPersons: 0, heldOrBlocked: 12, putBack: 2 })).toEqual({
    persons: 0,
    held: 12,
    back: 'hidden',
  })
  expect(shownAutomatic({ againstPersons: 0, heldOrBlocked: 12, putBack: 11 })).toEqual({
    persons: 0,
    held: 12,
    back: 'hidden',
  })
})
