import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { LANGUAGES } from '../../../src/policy/schema.ts'
import { CATEGORIES, LEVELS } from '../../../src/screening/kinds.ts'
import { figuresCsv } from '../../../src/statistics/figures-csv.ts'
import { type Counted, figuresOf } from '../../../src/statistics/figures.ts'
import { sayDuration } from '../../../src/statistics/words.ts'
import { createTexts } from '../../../src/texts/texts.ts'

const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.nat(60))
const timed = fc.array(
  fc.record({ level: fc.constantFrom(...LEVELS), value: fc.integer({ min: 60, max: 90_000 }), times: count }),
  { maxLength: 6 },
)
const clocks = fc.record({ open: timed, all: timed })
const counted: fc.Arbitrary<Counted> = fc.record({
  period: fc.constant({ from: '2026-11-01', until: '2026-11-30' }),
  flags: fc
    .array(count, {
      minLength: CATEGORIES.length * LEVELS.length,
      maxLength: CATEGORIES.length * LEVELS.length,
    })
    .map((counts) =>
      CATEGORIES.flatMap((category, row) =>
        LEVELS.map((level, column) => ({
          category,
          level,
          count: counts[row * LEVELS.length + column] ?? 0,
        })),
      ),
    ),
  seconds: fc.record({ first: clocks, closing: clocks }),
  waiting: count,
  inTime: fc.array(fc.record({ level: fc.constantFrom(...LEVELS), late: fc.boolean(), count }), {
    maxLength: 8,
  }),
  outcomes: fc.uniqueArray(
    fc.record({ outcome: fc.constantFrom('talked', 'no-problem', 'removed', 'of-a-newer-version'), count }),
    { selector: ({ outcome }) => outcome },
  ),
  rules: fc.uniqueArray(
    fc
      .record({ ruleId: fc.constantFrom('=rule', 'scheld', 'pest'), alarms: count, more: count })
      .map(({ ruleId, alarms, more }) => ({ ruleId, alarms, all: alarms + more })),
    { selector: ({ ruleId }) => ruleId },
  ),
  automatic: fc.record({ againstPersons: fc.constant(0), heldOrBlocked: count, putBack: count }),
  sums: fc
    .dictionary(fc.constantFrom('praat:jac', 'praat:gone', 'talk', 'talk:came', 'notice:first'), count)
    .map((names) => new Map(Object.entries(names))),
})

test('no small number stands in the spreadsheet, whatever was counted, in any language', () => {
  fc.assert(
    fc.property(counted, fc.constantFrom(...LANGUAGES), (given, language) => {
      const texts = createTexts(language)
      const helplines = [{ id: 'jac', name: '@JAC' }] as unknown as Parameters<
        typeof figuresCsv
      >[1]['helplines']
      const rows = figuresCsv(figuresOf(given), { helplines }, texts)
        .slice(1)
        .trim()
        .split('\r\n')
        .map((row) => row.split(';'))
      const numbers = rows
        .filter((row) => row.at(-1) === texts.t('figures.csv.count'))
        .map((row) => row.at(-2))
      expect(numbers.filter((one) => /^[1-4]$/.test(one ?? ''))).toEqual([])
      expect(numbers.length).toBeGreaterThan(50)
      expect(rows.flat().filter((cell) => /^[=+\-@]/.test(cell))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

const say = (seconds: number): string => sayDuration(seconds, createTexts('nl'))

test('a duration is said in two units at most', () => {
  expect([20, 60, 61 * 60, 7_200, 26 * 3_600, 48 * 3_600].map(say)).toEqual([
    'minder dan een minuut',
    '1 minuut',
    '1 uur 1 minuut',
    '2 uur',
    '1 dag 2 uur',
    '2 dagen',
  ])
  expect(say(59 * 60 + 40)).toBe('1 uur')
  expect(say(24 * 3_600 - 20)).toBe('1 dag')
})
