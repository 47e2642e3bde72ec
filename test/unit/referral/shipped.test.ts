import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../../src/policy/schema.ts'
import { helpline, helplines, subjects } from './shipped.ts'

/** The ids of what is not as it must be. */
const wrong = <Item extends { readonly id: string }>(
  items: readonly Item[],
  isRight: (item: Item) => boolean,
) => items.filter((item) => !isRight(item)).map((item) => item.id)
const inEveryLanguage = (text: object): boolean =>
  LANGUAGES.every((language) => Object.hasOwn(text, language))

const answersAround = (id: string, language: (typeof LANGUAGES)[number]): boolean =>
  helplines.some(
    (line) => line.id === id && line.phone?.hours === '24/7' && line.languages.includes(language),
  )

describe('the helplines', () => {
  test('each is there once, with its source, its day of checking, and a way to reach it', () => {
    expect(new Set(helplines.map((line) => line.id)).size).toBe(helplines.length)
    // The facts were gathered on 23 November 2026; nobody checked anything later than that.
    expect(
      wrong(
        helplines,
        (line) =>
          line.source.length > 5 &&
          line.verifiedOn <= '2026-11-23' &&
          (line.phone ?? line.chat ?? line.web) !== undefined,
      ),
    ).toEqual([])
  })

  test('each is told about in every language', () => {
    expect(wrong(helplines, (line) => inEveryLanguage(line.about))).toEqual([])
  })

  test('the hours of the JAC are not known, so they are not there', () => {
    const jac = helpline('jac')
    expect(jac.chat).toEqual({ url: 'https://www.jac.be' })
    expect(jac.phone).toBeUndefined()
  })

  test('numbers that others got wrong are right here', () => {
    expect(helpline('awel').phone?.number).toBe('102')
    expect(helpline('tele-onthaal').phone?.number).toBe('106')
    expect(helpline('zelfmoordlijn').phone?.number).toBe('1813')
    expect(helpline('childfocus').phone?.number).toBe('116 000')
    expect(helpline('chs').phone?.number).toBe('02 616 26 26')
    expect(helpline('1712').languages).toEqual(['nl'])
  })
})

describe('the subjects', () => {
  test('each is there once and points to lines that exist', () => {
    expect(new Set(subjects.map((each) => each.id)).size).toBe(subjects.length)
    const known = new Set(helplines.map((line) => line.id))
    expect(
      wrong(subjects, (each) =>
        LANGUAGES.flatMap((language) => each.lines[language] ?? []).every((id) => known.has(id)),
      ),
    ).toEqual([])
  })

  test('each has, in every language, a line that answers day and night in that language', () => {
    expect(
      wrong(subjects, (each) =>
        LANGUAGES.every((language) => each.lines[language]?.some((id) => answersAround(id, language))),
      ),
    ).toEqual([])
  })

  test('each is told in every language that is served', () => {
    expect(
      wrong(subjects, (each) =>
        [each.label, each.urgent, each.advice].every((text) => text === undefined || inEveryLanguage(text)),
      ),
    ).toEqual([])
  })

  test('whoever thinks about suicide reads a number first', () => {
    const urgent = subjects.find((each) => each.id === 'zelfdoding')?.urgent
    expect(urgent?.nl).toMatch(/1813.*112/)
    expect(urgent?.en).toMatch(/02 616 26 26.*112/)
    expect(urgent?.fr).toMatch(/0800 32 123.*112/)
  })
})
