import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { weekdayName } from '../../../src/duty/clock.ts'
import { type Language, LANGUAGES, WEEKDAYS } from '../../../src/policy/schema.ts'
import { readDay } from '../../../src/setup/days.ts'
import { readHours, writeHours } from '../../../src/setup/hours.ts'

const reads = (typed: string, language: Language = 'nl') => readHours(typed, language)

describe('opening hours as people type them', () => {
  test.each([
    ['woensdag 14-18', { woensdag: ['14:00-18:00'] }],
    ['wo: 14u-18u', { woensdag: ['14:00-18:00'] }],
    ['WO 14u30 tot 18u', { woensdag: ['14:30-18:00'] }],
    ['wo. 14.30-18.00 en 19:00–21:30', { woensdag: ['14:30-18:00', '19:00-21:30'] }],
    ['wo 14-18, 19-21', { woensdag: ['14:00-18:00', '19:00-21:00'] }],
    ['wo en za: 14-18', { woensdag: ['14:00-18:00'], zaterdag: ['14:00-18:00'] }],
    ['vr-zo 20-1', { vrijdag: ['20:00-01:00'], zaterdag: ['20:00-01:00'], zondag: ['20:00-01:00'] }],
    ['vrijdag van 20 uur tot middernacht', { vrijdag: ['20:00-24:00'] }],
    ['vr 20u-0u', { vrijdag: ['20:00-24:00'] }],
    ['vr 1930-2200', { vrijdag: ['19:30-22:00'] }],
    ['zaterdag 2pm-6pm', { zaterdag: ['14:00-18:00'] }],
    ['maandag: gesloten\ndi: -\nwo 14-18\ndo dicht', { woensdag: ['14:00-18:00'] }],
    ['wo 14-16\nwo 18-20', { woensdag: ['14:00-16:00', '18:00-20:00'] }],
    ['maandag 00:00-02:00', { maandag: ['00:00-02:00'] }],
    ['', {}],
  ])('%j', (typed, week) => {
    expect(reads(typed)).toEqual({ week })
  })

  test('in English and French, and "ma" is mardi there', () => {
    expect(reads('Wed 2pm to 6pm', 'en')).toEqual({ week: { woensdag: ['14:00-18:00'] } })
    expect(reads('ma 14h à 18h30', 'fr')).toEqual({ week: { dinsdag: ['14:00-18:30'] } })
    expect(reads('mercredi de 14h à 18h et de 19h à 21h', 'fr')).toEqual({
      week: { woensdag: ['14:00-18:00', '19:00-21:00'] },
    })
    expect(reads('tous les jours 14-18', 'fr')).toMatchObject({ week: { zondag: ['14:00-18:00'] } })
  })

  test.each([
    ['wo 14-18\nblabla 3-4', 'blabla 3-4', 'day'],
    ['wo 14', 'wo 14', 'time'],
    ['wo 14-14', 'wo 14-14', 'time'],
    ['wo 25-26', 'wo 25-26', 'time'],
    ['wo 14-18-20', 'wo 14-18-20', 'time'],
    ['wo 14:75-18', 'wo 14:75-18', 'time'],
    ['wo 14-18, 16-20', 'woensdag 14:00-18:00, 16:00-20:00', 'overlap'],
    ['wo 1-2,3-4,5-6,7-8,9-10', 'wo 1-2,3-4,5-6,7-8,9-10', 'many'],
  ])('%j cannot be read, and it is said which line and why', (typed, line, why) => {
    expect(reads(typed)).toEqual({ line, why })
  })

  test('what is written out is read back as the same week, in every language', () => {
    const span = fc
      .tuple(
        fc.integer({ min: 0, max: 22 }),
        fc.constantFrom('00', '15', '30'),
        fc.integer({ min: 1, max: 23 }),
      )
      .map(([from, minute, until]) => [
        `${String(from).padStart(2, '0')}:${minute}`,
        `${String(until).padStart(2, '0')}:${minute}`,
      ])
      .filter(([from, until]) => (from ?? '') < (until ?? ''))
      .map((ends) => ends.join('-'))
    const anyWeek = fc.dictionary(
      fc.constantFrom(...WEEKDAYS),
      fc.tuple(span).map(([one]) => [one]),
    )
    fc.assert(
      fc.property(anyWeek, fc.constantFrom(...LANGUAGES), (week, language) => {
        const closed = { nl: 'gesloten', en: 'closed', fr: 'fermé' }[language as string] ?? '-'
        const written = writeHours(week, (day) => weekdayName(day, language), closed)
        expect(readHours(written, language)).toEqual({ week: { ...week } })
      }),
    )
  })

  test('whatever is typed is read or refused, and never breaks', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (typed) => {
        const read = readHours(typed, 'nl')
        expect('week' in read || read.why.length > 0).toBe(true)
      }),
    )
  })
})

describe('a day as people type it', () => {
  test.each([
    ['', '2026-11-24'],
    ['vandaag', '2026-11-24'],
    ["aujourd'hui", '2026-11-24'],
    ['2026-11-03', '2026-11-03'],
    ['3/11/2026', '2026-11-03'],
    ['03-11-26', '2026-11-03'],
    ['3.11.2026', '2026-11-03'],
    ['3 november 2026', '2026-11-03'],
    ['3 nov. 2026', '2026-11-03'],
    ['1er août 2026', '2026-08-01'],
    ['31/2/2026', undefined],
    ['gisteren', undefined],
    ['3 ma 2026', undefined],
  ])('%j is %s', (typed, day) => {
    expect(readDay(typed, '2026-11-24')).toBe(day)
  })
})
