import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { planFilters } from '../../../src/automod/plan.ts'
import { KINDS_OF } from '../../../src/screening/kinds.ts'
import { channels, rule, screening } from './world.ts'

const word = fc.constantFrom('aaa', 'bbb', 'ccc', 'ddd')
const term = fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => words.join(' '))
const category = fc.constantFrom('threat' as const, 'distress' as const, 'spam' as const, 'hate' as const)
const someRule = (id: string, proef: boolean) =>
  fc
    .record({
      category,
      terms: fc.array(term, { minLength: 1, maxLength: 3 }),
      notWhen: fc.array(term, { maxLength: 2 }),
    })
    .map(({ category: about, ...said }) =>
      rule({
        id,
        category: about,
        kind: KINDS_OF[about][0],
        ...said,
        ...(proef ? { proef } : {}),
      }),
    )
const rules = fc.tuple(someRule('a', false), someRule('b', false), someRule('trial', true))
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '))

test('whatever a rule on trial says, each message is decided about as if it were not there', () => {
  fc.assert(
    fc.property(rules, text, ([a, b, trial], said) => {
      const message = { text: said, channel: 'algemeen' }
      const without = screening([a, b]).read(message)
      expect(screening([a, trial, b]).read(message)).toEqual(without)
      expect(screening([a, trial, b]).explain(message).decision).toEqual(without)
      const alone = screening([{ ...trial, proef: false }]).read(message)
      const found = screening([a, trial, b]).tryOut(message)
      expect(found.length > 0).toBe(alone.kind !== 'nothing')
      expect(found.every(({ ruleId }) => ruleId === 'trial')).toBe(true)
    }),
  )
})

test('whatever a rule on trial says, the filters of Discord are as if it were not there', () => {
  const room = { filters: 6, preset: true, alerts: true }
  const house = { hold: { when: 'always', byDiscord: true }, automod: { presets: [] } } as const
  const plan = (some: Parameters<typeof planFilters>[0]['rules']) =>
    planFilters({ rules: some, channels: channels(), house: house as never }, room)
  fc.assert(
    fc.property(rules, ([a, b, trial]) => {
      expect(plan([a, trial, b])).toEqual(plan([a, b]))
    }),
  )
})

test('a channel of the team is not read by a rule on trial either, and a channel decides how strict it is', () => {
  const where = channels({ team: { staff: true }, rustig: { strictness: { threat: 'off' } } })
  const made = screening([rule({ id: 'trial', terms: ['aaa'], proef: true })], where)
  expect(made.tryOut({ text: 'aaa', channel: 'team' })).toEqual([])
  expect(made.tryOut({ text: 'aaa', channel: 'rustig' })).toEqual([])
  expect(made.tryOut({ text: 'aaa', channel: 'algemeen' })).toHaveLength(1)
})
