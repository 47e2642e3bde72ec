import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderReport, type ReportInput } from '../../../src/deciding/report.ts'
import { loadPolicy } from '../../../src/policy/load.ts'
import { GROUNDS, readPassOn, TOLD_FIRST, writePassOn } from '../../../src/queue/pass-on.ts'
import { CATEGORIES, LEVELS } from '../../../src/screening/kinds.ts'
import { createTexts } from '../../../src/texts/texts.ts'

const policy = await loadPolicy('policies')
const texts = createTexts('nl')
const AT = new Date('2026-11-25T13:03:00Z')
const input: ReportInput = {
  category: 'threat',
  level: 'acuut',
  broughtUpAt: new Date('2026-11-24T20:00:00Z'),
  madeAt: AT,
  passedOn: [
    { contact: '101', at: AT, ground: 'danger', toldFirst: 'unsafe', words: 'Gesproken met de wachtdienst.' },
  ],
  notes: ['Rustig gebleven.'],
  answers: new Map([['beschermt', 'Voetbalclub en een grote zus.']]),
}

test('the report says that a person made it, when, to whom it was passed on and what the worker typed', () => {
  const report = renderReport(input, policy, texts)
  expect(report).toContain('# Meldingsverslag')
  expect(report).toContain('Gemaakt op 25 november 2026, door een medewerker van vzw Het Praktijkhuis')
  expect(report).toContain('Een mens schreef dit en besliste dit.')
  expect(report).toContain('Aan: 101, de politie')
  expect(report).toMatch(/Wanneer: 25 november 2026.*14:03/)
  expect(report).toContain('Iemand is in groot gevaar')
  expect(report).toContain('Nee, dat was niet veilig')
  expect(report).toContain('Gesproken met de wachtdienst.')
  expect(report).toContain('**Wat beschermt deze jongere?**')
  expect(report).toContain('Voetbalclub en een grote zus.')
})

test('the report of a drill says so before everything else, and a real one never does', () => {
  expect(renderReport({ ...input, drill: true }, policy, texts)).toMatch(
    /^# OEFENING: dit verslag gaat over niemand/,
  )
  expect(renderReport({ ...input, drill: false }, policy, texts)).toBe(renderReport(input, policy, texts))
  expect(renderReport(input, policy, texts)).not.toContain('OEFENING')
})

const id = fc.bigInt({ min: 10n ** 16n, max: 10n ** 20n - 1n }).map(String)
const mention = fc
  .constantFrom('<@', '<@!', '<@&', '<#')
  .chain((open) => id.map((digits) => `${open}${digits}>`))
const link = id.map((digits) => `https://discord.com/channels/${digits}/${digits}/${digits}`)
/** What a worker may type, with ids of Discord in it, however they got there. */
const typed = fc
  .array(fc.oneof(fc.lorem({ maxCount: 4 }), id, mention, link), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(' '))
const passOn = fc.record(
  {
    contact: fc.constantFrom('112', '101', 'wijkpolitie', 'clb', 'other', 'gone-from-the-policy'),
    at: fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }),
    ground: fc.constantFrom(...GROUNDS),
    toldFirst: fc.constantFrom(...TOLD_FIRST),
    words: typed,
  },
  { requiredKeys: ['contact', 'at'] },
)
const anyInput: fc.Arbitrary<ReportInput> = fc.record({
  category: fc.constantFrom(...CATEGORIES),
  level: fc.constantFrom(...LEVELS),
  broughtUpAt: fc.constant(AT),
  madeAt: fc.constant(AT),
  passedOn: fc.array(passOn, { maxLength: 3 }),
  notes: fc.array(typed, { maxLength: 3 }),
  answers: fc
    .array(fc.tuple(fc.constantFrom('beschermt', 'context'), typed), { maxLength: 2 })
    .map((all) => new Map(all)),
})

test('whatever the worker typed, no id of Discord stands in a report', () => {
  fc.assert(
    fc.property(anyInput, fc.constantFrom('nl', 'en', 'fr' as const), (one, language) => {
      const report = renderReport(one, policy, createTexts(language))
      expect(report).not.toMatch(/\d{17,}/)
      expect(report).not.toMatch(/<[@#]/)
      expect(report).not.toMatch(/discord\.com/)
    }),
    { numRuns: 200 },
  )
})

test('what is sealed about passing on is read back as it was written; what no version wrote is nothing', () => {
  fc.assert(
    fc.property(passOn, (one) => {
      expect(readPassOn(writePassOn(one))).toEqual({ ...one })
    }),
  )
  expect(readPassOn('geen json')).toBeUndefined()
  expect(readPassOn('{"contact":"een zin met spaties","at":"2026-11-25T13:03:00.000Z"}')).toBeUndefined()
})
