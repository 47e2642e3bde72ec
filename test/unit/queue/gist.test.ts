import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { gistOf } from '../../../src/queue/gist.ts'

const TEXT = 'kom allemaal naar ons, dit huis is van ons'
const gist = (text: string): string => gistOf(text, 'harassment')

test.each([
  'KOM ALLEMAAL naar ons!!! Dit huis is van ons 😈😈',
  'kom allemaal naar ons... dit huis is van ons x7f2',
  '#12 kom allemaal naar ons, dit huis is van ons',
  'kom allemaal naar ons, dit huis is van ons (312)',
  'kom  allemaaal naar ons, dit huiiis is van ons <:boos:123456789012345678>',
  'kоm аllemaal naar ons, dit huis is van ons', // Cyrillic letters that look like ours
  'kom alle\u200bmaal naar ons, dit huis is van ons',
])('a raid that differs a little is one text: %s', (text) => {
  expect(gist(text)).toBe(gist(TEXT))
})

test.each([
  ['another word', 'kom allemaal naar hen, dit huis is van ons'],
  ['another order', 'dit huis is van ons, kom allemaal naar ons'],
  ['a word more', 'kom allemaal naar ons, dit huis is nu van ons'],
  ['an hour', `${TEXT} om 8`],
  ['somebody else', `${TEXT} <@123456789012345678>`],
])('%s is another text', (_what, text) => {
  expect(gist(text)).not.toBe(gist(TEXT))
})

test('to whom something is said is no small difference, and neither is a number in the middle or in personal data', () => {
  expect(gist('ik pak je <@123456789012345678> vanavond')).not.toBe(
    gist('ik pak je <@123456789012345679> vanavond'),
  )
  expect(gist('om 8 uur aan de brug')).not.toBe(gist('om 9 uur aan de brug'))
  expect(gistOf('haar nummer is 0470 12', 'personal-data')).not.toBe(
    gistOf('haar nummer is 0470 13', 'personal-data'),
  )
})

test('a short text keeps its number, and of emoji alone the text stays', () => {
  expect(gist('huis 5')).not.toBe(gist('huis 6'))
  expect(gist('😈😈')).not.toBe(gist('🍕'))
})

test('nothing that somebody wrote becomes nothing, and a gist is its own gist', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      const once = gist(text)
      expect(once).not.toBe('')
      expect(gist(once)).toBe(gist(gist(once)))
    }),
    { numRuns: 300 },
  )
})
