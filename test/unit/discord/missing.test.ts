import { expect, test } from 'vitest'
import { canFollowUp, describeMissing, type Missing } from '../../../src/discord/missing.ts'
import { LANGUAGES } from '../../../src/policy/schema.ts'
import { createTexts } from '../../../src/texts/texts.ts'

const STOPS: readonly Missing[] = [
  { what: 'channel', name: 'wachtrij', for: 'queue' },
  { what: 'permissions', name: 'wachtrij', for: 'queue', permissions: ['SendMessages'] },
  { what: 'role', name: 'Moderator', for: 'sight' },
  { what: 'hours' },
]
const GOES_ON: readonly Missing[] = [
  { what: 'channel', name: 'welkom', for: 'notice' },
  { what: 'permissions', name: 'welkom', for: 'notice', permissions: ['PinMessages'] },
  { what: 'channel', name: 'algemeen', for: 'closing' },
  { what: 'role', name: 'Wacht', for: 'told' },
  { what: 'notice-role', name: 'Lid', why: 'order' },
]

test('without queue, roles or hours nobody can follow up; without anything else somebody can', () => {
  expect(STOPS.map((each) => canFollowUp({ missing: [each] }))).toEqual(STOPS.map(() => false))
  expect(canFollowUp({ missing: GOES_ON })).toBe(true)
  expect(canFollowUp({ missing: [] })).toBe(true)
})

test('each is told with its name, in every language, and that reporting is off only when it is', () => {
  for (const language of LANGUAGES) {
    const texts = createTexts(language)
    for (const each of [...STOPS, ...GOES_ON]) {
      const said = describeMissing({ missing: [each] }, texts)
      expect(said).toHaveLength(STOPS.includes(each) ? 2 : 1)
      expect(said.at(-1)).toContain('name' in each ? each.name : 'house.yaml')
    }
  }
  expect(describeMissing({ missing: [] }, createTexts('nl'))).toEqual([])
})
