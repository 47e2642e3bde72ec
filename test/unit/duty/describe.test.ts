import { describe, expect, test } from 'vitest'
import {
  describeClosed,
  describeHours,
  describeMoment,
  describeUntil,
  describeWeek,
} from '../../../src/duty/describe.ts'
import { LANGUAGES, type OpeningHours, WEEKDAYS } from '../../../src/policy/schema.ts'
import { createTexts } from '../../../src/texts/texts.ts'

const house: OpeningHours = {
  week: {
    maandag: ['16:00-21:00'],
    dinsdag: ['16:00-21:00'],
    woensdag: ['14:00-21:30'],
    donderdag: ['16:00-21:00'],
    zaterdag: ['10:00-12:00', '20:00-24:00'],
  },
  holidays: 'closed',
  closed: [
    { from: '2026-12-24', until: '2027-01-03', why: 'kerstvakantie' },
    { from: '2026-11-28', until: '2026-11-28' },
    { from: '2026-10-01', until: '2026-10-02' },
  ],
}
const now = new Date('2026-11-24T13:00:00Z') // Tuesday, 14 h in Brussels

const daily = (names: readonly (typeof WEEKDAYS)[number][]): OpeningHours => ({
  week: Object.fromEntries(names.map((name) => [name, ['16:00-21:00']])),
  holidays: 'open',
  closed: [],
})
const said = (iso: string) => describeMoment(new Date(iso), 'nl', now)

describe('the week', () => {
  test('days with the same hours are told together', () => {
    expect(describeWeek(house, 'nl')).toBe(
      'maandag, dinsdag en donderdag 16 tot 21 uur; woensdag 14 tot 21.30 uur; zaterdag 10 tot 12 uur en 20 uur tot middernacht; niet op feestdagen',
    )
  })

  test('each language has its own clock and days', () => {
    expect(describeWeek(house, 'en')).toContain(
      'Wednesday 2 pm to 9:30 pm; Saturday 10 am to 12 pm and 8 pm to midnight',
    )
    expect(describeWeek(house, 'fr')).toContain('mercredi de 14 h à 21 h 30')
  })

  test('three days in a row are told as a stretch, seven as every day', () => {
    expect(describeWeek(daily(['maandag', 'dinsdag', 'woensdag', 'zaterdag']), 'nl')).toBe(
      'maandag tot woensdag en zaterdag 16 tot 21 uur',
    )
    expect(describeWeek(daily(WEEKDAYS), 'nl')).toBe('elke dag 16 tot 21 uur')
    expect(describeWeek(daily([]), 'nl')).toBe('op dit moment geen vaste uren')
  })
})

describe('a moment', () => {
  test('is told as people say it', () => {
    expect(said('2026-11-24T17:00:00Z')).toBe('vandaag om 18 uur')
    expect(said('2026-11-25T13:30:00Z')).toBe('morgen om 14.30 uur')
    expect(said('2026-11-28T19:00:00Z')).toBe('zaterdag om 20 uur')
    expect(said('2026-12-02T13:00:00Z')).toBe('woensdag 2 december om 14 uur')
    expect(said('2027-01-04T15:00:00Z')).toBe('maandag 4 januari 2027 om 16 uur')
  })

  test('a week from now is told by its date, since its weekday is today’s', () => {
    expect(said('2026-12-01T17:00:00Z')).toBe('dinsdag 1 december om 18 uur')
  })

  test('just after midnight is tomorrow, also in the night on which the clock jumps', () => {
    expect(said('2026-11-24T23:00:00Z')).toBe('morgen om middernacht')
    expect(describeMoment(new Date('2026-10-25T17:00:00Z'), 'nl', new Date('2026-10-24T22:30:00Z'))).toBe(
      'vandaag om 18 uur',
    )
  })

  test('a moment that is over is told by its date', () => {
    expect(said('2026-11-23T17:00:00Z')).toBe('maandag 23 november om 18 uur')
  })

  test('each language says it in its own words', () => {
    expect(describeMoment(new Date('2026-11-25T13:30:00Z'), 'en', now)).toBe('tomorrow at 2:30 pm')
    expect(describeMoment(new Date('2026-11-25T13:30:00Z'), 'fr', now)).toBe('demain à 14 h 30')
    expect(describeMoment(new Date('2026-11-28T19:00:00Z'), 'fr', now)).toBe('samedi à 20 h')
  })

  test('an end in the same night is told by its hour alone', () => {
    expect(describeUntil(new Date('2026-11-25T00:00:00Z'), 'nl', now)).toBe('1 uur')
    expect(describeUntil(new Date('2026-11-24T23:00:00Z'), 'nl', now)).toBe('middernacht')
    expect(describeUntil(new Date('2026-11-27T12:00:00Z'), 'nl', now)).toBe('vrijdag om 13 uur')
  })
})

test('days off to come are told soonest first, with their reason, and past ones not', () => {
  expect(describeClosed(house, 'nl', now)).toEqual([
    'Dicht op zaterdag 28 november.',
    'Dicht van donderdag 24 december tot en met zondag 3 januari. Reden: kerstvakantie.',
  ])
})

describe('the answer about the hours', () => {
  test('a closed house says when it opens and who answers meanwhile', () => {
    const text = describeHours(house, createTexts('nl'), now)
    expect(text).toContain('Nu is er niemand van ons. We zijn er weer vandaag om 16 uur.')
    expect(text).toContain('106')
    expect(text).toContain('112')
  })

  test('an open house says until when', () => {
    const text = describeHours(house, createTexts('nl'), new Date('2026-11-24T16:00:00Z'))
    expect(text).toContain('We zijn er nu, tot 21 uur.')
  })

  test('a house without hours promises nothing', () => {
    for (const language of LANGUAGES) {
      const texts = createTexts(language)
      const text = describeHours({ week: {}, holidays: 'open', closed: [] }, texts, now)
      expect(text).toContain(texts.t('hours.closed-no-next'))
    }
  })
})
