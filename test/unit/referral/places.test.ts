import { describe, expect, test } from 'vitest'
import type { Helpline, Place } from '../../../src/policy/schema.ts'
import { describeReferral } from '../../../src/referral/describe.ts'
import { placesFor, postcodeHelps, readPostcode } from '../../../src/referral/places.ts'
import { refer } from '../../../src/referral/refer.ts'
import { createTexts } from '../../../src/texts/texts.ts'
import { helpline, helplines, subject } from './shipped.ts'

const place = (name: string, postcodes: string[], more: Partial<Place> = {}): Place => ({
  name,
  postcodes,
  address: 'Proefstraat 1',
  source: 'proef',
  verifiedOn: '2026-11-20',
  ...more,
})
const GENT = place('JAC Proefstad', ['9000-9099', '9300'], {
  phone: {
    number: '09 000 00 00',
    hours: { week: { dinsdag: ['09:00-17:00'] }, holidays: 'closed', closed: [] },
  },
  web: 'https://proefstad.example',
})
const WEST = place('JAC Proefkust', ['8000-8999'])
const withPlaces = (...places: Place[]): Helpline => ({ ...helpline('jac'), places })
const TUESDAY = new Date('2026-11-24T13:00:00Z') // 14 h

const answer = (
  postcode: string | undefined,
  lines: readonly Helpline[],
  at = TUESDAY,
  region?: string,
): string => {
  const one = subject('slecht')
  const referral = refer({ subject: one, language: 'nl', helplines: lines, at })
  const texts = createTexts('nl')
  return describeReferral({
    referral,
    subject: one,
    texts,
    now: at,
    ...(postcode === undefined ? {} : { postcode }),
    ...(region === undefined ? {} : { region }),
  })
}
const shippedWith = (...places: Place[]): Helpline[] =>
  helplines.map((line) => (line.id === 'jac' ? withPlaces(...places) : line))

describe('a postcode that somebody types', () => {
  test.each(['9000', ' 9000 ', 'B-9000', 'b 9000', '9000 Gent'])('%j is one', (typed) => {
    expect(readPostcode(typed)).toBe('9000')
  })
  test.each(['', 'gent', '900', '90000', '0900', '1234567', 'NL-9000', 'ik ben 9000'])(
    '%j is none',
    (typed) => {
      expect(readPostcode(typed)).toBeUndefined()
    },
  )
})

describe('which place serves it', () => {
  test('both ends of a range count, and a postcode by itself', () => {
    const line = withPlaces(GENT, WEST)
    for (const code of ['9000', '9050', '9099', '9300'])
      expect(placesFor(line, code).map(({ name }) => name)).toEqual(['JAC Proefstad'])
    for (const code of ['9100', '9299', '7999']) expect(placesFor(line, code)).toEqual([])
  })

  test('the place that names it most closely comes first, and at most two are named', () => {
    const wide = place('wijd', ['8000-9999'])
    const near = place('dichtbij', ['9050'])
    const found = placesFor(withPlaces(wide, GENT, near), '9050')
    expect(found.map(({ name }) => name)).toEqual(['dichtbij', 'JAC Proefstad'])
  })

  test('only an answer with a line that has places asks for one', () => {
    const one = subject('slecht')
    const of = (lines: Helpline[]) => refer({ subject: one, language: 'nl', helplines: lines, at: TUESDAY })
    expect(postcodeHelps(of(helplines))).toBe(false)
    expect(postcodeHelps(of(shippedWith(WEST)))).toBe(true)
    expect(
      postcodeHelps(
        refer({ subject: subject('zelfdoding'), language: 'fr', helplines: shippedWith(WEST), at: TUESDAY }),
      ),
    ).toBe(false)
  })
})

describe('the answer in a house that says where it is', () => {
  const lines = shippedWith(place('JAC Proefstad', ['9000'], { address: 'Proefstraat 1' }))
  test('whoever gives no postcode reads what is near the house, and is told that it is just that', () => {
    expect(answer(undefined, lines, TUESDAY, '9000')).toContain(
      'Dicht bij ons huis: **JAC Proefstad**, Proefstraat 1.',
    )
    expect(answer(undefined, lines, TUESDAY, '1000')).not.toContain('JAC Proefstad')
    expect(answer(undefined, lines)).not.toContain('JAC Proefstad')
  })
  test('a postcode that somebody gives goes before it', () => {
    const said = answer('9000', lines, TUESDAY, '1000')
    expect(said).toContain('Bij jouw postcode hoort **JAC Proefstad**')
    expect(said).not.toContain('ons huis')
  })
})

describe('the answer with a postcode', () => {
  test('names the place first for its line, with its hours, and the rest of the answer stays', () => {
    const before = answer(undefined, shippedWith(GENT, WEST))
    const after = answer('9050', shippedWith(GENT, WEST))
    expect(before).not.toContain('Proefstad')
    expect(after).toContain(
      '- Bij jouw postcode hoort **JAC Proefstad**, Proefstraat 1. Bel 09 000 00 00. Nu open, tot 17 uur. Site: <https://proefstad.example>.',
    )
    expect(after.indexOf('JAC Proefstad')).toBeLessThan(after.indexOf('<https://www.jac.be>'))
    expect(after).not.toContain('Er zijn plaatsen per regio')
    for (const line of before.split('\n').filter((each) => !each.includes('per regio')))
      expect(after).toContain(line)
  })

  test('says honestly that no place is known, and where to look', () => {
    expect(answer('1000', shippedWith(GENT, WEST))).toContain(
      'We weten niet welke plek van JAC bij jou hoort. Kijk op <https://www.jac.be>.',
    )
  })

  test('hours that are not known, or were checked too long ago, are not guessed', () => {
    const unknown = { ...GENT, phone: { number: '09 000 00 00' } }
    const old = { ...GENT, verifiedOn: '2025-01-01' }
    for (const one of [unknown, old]) {
      const said = answer('9050', shippedWith(one))
      expect(said).toContain(
        'Bel 09 000 00 00. Wanneer er iemand opneemt, staat op <https://proefstad.example>.',
      )
      expect(said).not.toContain('tot 17 uur')
    }
  })

  test('a line that is not the first one names its place as well', () => {
    const night = new Date('2026-11-25T02:00:00Z')
    const said = answer('8500', shippedWith(WEST), night)
    expect(said).not.toContain('Begin hier: JAC')
    expect(said).toMatch(/- \*\*JAC\.\*\*.*Bij jouw postcode hoort \*\*JAC Proefkust\*\*, Proefstraat 1\./)
  })

  test('fits in one message with the longest places, and keeps the first step and 112', () => {
    const long = place('p'.repeat(80), ['9000'], {
      address: 'a'.repeat(150),
      web: `https://x.example/${'q'.repeat(120)}`,
    })
    const said = answer('9000', shippedWith(long, { ...long, postcodes: ['9000-9001'] }))
    expect(said.length).toBeLessThanOrEqual(2_000)
    expect(said).toContain('Begin hier: JAC')
    expect(said).toContain('112')
  })
})
