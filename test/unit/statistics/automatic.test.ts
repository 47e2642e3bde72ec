import { expect, test } from 'vitest'
import { automaticOf, describeAutomatic } from '../../../src/statistics/automatic.ts'
import { createTexts } from '../../../src/texts/texts.ts'

test('the figures say what was done by itself: nothing against persons, so many messages held or blocked, so many back', () => {
  const day = '2026-11-24'
  const counts = [
    { day, name: 'held', count: 3 },
    { day: '2026-11-25', name: 'held', count: 1 },
    { day, name: 'blocked', count: 2 },
    { day, name: 'put-back', count: 2 },
    { day, name: 'flag:spam', count: 9 },
  ]
  const automatic = automaticOf(counts)
  expect(automatic).toEqual({ againstPersons: 0, heldOrBlocked: 6, putBack: 2 })
  expect(describeAutomatic(automatic, createTexts('nl'))).toBe(
    'Automatische maatregelen tegen personen: 0. Berichten die een regel of filter tegenhield: 6. Daarvan teruggezet: 2.',
  )
  expect(automaticOf([])).toEqual({ againstPersons: 0, heldOrBlocked: 0, putBack: 0 })
})
