import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { WORDS_MAX } from '../../../src/automod/buckets.ts'
import { describePlan } from '../../../src/automod/describe.ts'
import { canShareAWord, KEYWORD_MAX, keywordsOf } from '../../../src/automod/keyword.ts'
import { ALLOWED_MAX, planFilters, type Room } from '../../../src/automod/plan.ts'
import { loadPolicy } from '../../../src/policy/load.ts'
import type { Policy, Rule } from '../../../src/policy/schema.ts'
import { CATEGORIES, KINDS } from '../../../src/screening/kinds.ts'
import { type Entry, resolveLists } from '../../../src/screening/language/lists.ts'
import { channels, rule } from '../screening/world.ts'

const ROOM: Room = { filters: 6, preset: true, alerts: true }
const HOLDS = { when: 'always', byDiscord: true } as const
const plan = (
  rules: readonly Rule[],
  {
    room = ROOM,
    where = channels(),
    hold = { when: 'open', byDiscord: false },
    presets = [],
  }: {
    room?: Room
    where?: Policy['channels']
    hold?: Policy['house']['hold']
    presets?: Policy['house']['automod']['presets']
  } = {},
) => planFilters({ rules, channels: where, house: { hold, automod: { presets } } }, room)
const words = (made: ReturnType<typeof plan>): string[] => made.filters.flatMap(({ keywords }) => keywords)
const why = (made: ReturnType<typeof plan>): string[] => made.leftOut.map((one) => `${one.term}: ${one.why}`)

test('words and sequences of words become words of a filter; what a filter cannot say is left out and told', () => {
  const made = plan([
    rule({
      terms: ['Vuile  Hond', 'scheld*', 'ik kan niet meer.', 'ge* zijt', 'x'.repeat(61), 'die* hond'],
    }),
  ])
  expect(words(made)).toEqual(['scheld*', 'vuile hond'])
  expect(why(made).sort()).toEqual([
    'die* hond: star-inside',
    'ge* zijt: unreadable',
    'ik kan niet meer.: sentence-end',
    `${'x'.repeat(61)}: too-long`,
  ])
})

test('a word of harm that a saying can cancel is left out; a word of worry stays, with its sayings', () => {
  const harm = rule({ id: 'h', terms: ['maak kapot', 'steek neer'], notWhen: ['kapot van het lachen'] })
  const worry = rule({
    id: 'w',
    kind: 'worry',
    category: 'distress',
    terms: ['wil dood'],
    notWhen: ['dood van het lachen'],
  })
  const made = plan([harm, worry])
  expect(why(made)).toEqual(['maak kapot: not-when'])
  expect(words(made).sort()).toEqual(['steek neer', 'wil dood'])
  expect(made.filters.find(({ kind }) => kind === 'worry')?.allowed).toEqual(['dood van het lachen'])
})

const NO_LISTS = resolveLists({})
const found = (said: string): readonly { keyword: string; words: Entry }[] => {
  const keywords = keywordsOf(said, NO_LISTS, true)
  return typeof keywords === 'string' ? [] : keywords
}
const row = (said: string): Entry => found(said)[0]?.words ?? []
const share = (a: string, b: string): boolean => canShareAWord(row(a), row(b))

test('two phrases can share a word only where they fit each other along all that lies together', () => {
  expect(share('ik wil dood', 'dood van het lachen')).toBe(true)
  expect(share('ik wil dood', 'dood wil ik')).toBe(true)
  expect(share('ik wil dood', 'ik ga dood')).toBe(false)
  expect(share('u schel*', 'scholen')).toBe(false)
  expect(share('wat schel*', 'scheldwoord')).toBe(true)
})

test('a filter never blocks a worry, nor a word that stands in what somebody says who asks for help', () => {
  const worry = rule({
    id: 'w',
    kind: 'worry',
    category: 'distress',
    may: ['flag', 'offer'],
    terms: ['ik ben kapot'],
  })
  const conduct = rule({
    id: 'c',
    kind: 'conduct',
    category: 'harassment',
    may: ['flag', 'hold'],
    terms: ['kapot', 'domme ezel'],
  })
  const made = plan([worry, conduct], { hold: HOLDS })
  const blocked = made.filters.filter(({ kind }) => kind === 'block').flatMap(({ keywords }) => keywords)
  expect(blocked).toEqual(['domme ezel'])
})

test('a filter blocks only where the house lets Discord do that, and a rule says hold', () => {
  const holds = rule({ kind: 'conduct', category: 'spam', may: ['flag', 'hold'], terms: ['gratis nitro'] })
  const flags = rule({ id: 'f', kind: 'conduct', category: 'spam', may: ['flag'], terms: ['koop nu'] })
  const kinds = (made: ReturnType<typeof plan>): unknown[] =>
    made.filters.map((one) => [one.kind, one.keywords])
  expect(kinds(plan([holds, flags]))).toEqual([['other', ['gratis nitro', 'koop nu']]])
  expect(kinds(plan([holds, flags], { hold: { when: 'open', byDiscord: true } }))).toEqual([
    ['other', ['gratis nitro', 'koop nu']],
  ])
  expect(kinds(plan([holds, flags], { hold: HOLDS }))).toEqual([
    ['block', ['gratis nitro']],
    ['other', ['koop nu']],
  ])
})

test('a channel where a rule does not look is exempt; a rule for strict channels alone is left out', () => {
  const where = channels({
    gaming: { strictness: { harassment: 'soft' } },
    team: { staff: true },
    algemeen: {},
  })
  const insult = rule({ id: 'i', kind: 'conduct', category: 'harassment', terms: ['domme ezel'] })
  const strict = rule({ id: 's', kind: 'conduct', category: 'harassment', from: 'strict', terms: ['sukkel'] })
  const made = plan([insult, strict], { where })
  expect(made.filters).toMatchObject([{ keywords: ['domme ezel'], exempt: ['gaming'] }])
  expect(why(made)).toEqual(['sukkel: strict-only'])
})

test('what is ordinary in a channel is in no filter', () => {
  const where = channels({ gaming: { usual: [{ says: 'ik maak u kapot', about: 'threat' }] } })
  const made = plan([rule({ terms: ['maak u kapot', 'steek u neer'] })], { where })
  expect(why(made)).toEqual(['maak u kapot: usual'])
})

test('with little room filters are joined, and look only where both looked; a worry is the last to go', () => {
  const where = channels({
    a: { strictness: { spam: 'off' } },
    b: { strictness: { hate: 'off' } },
    c: { strictness: { threat: 'off' } },
  })
  const rules = [
    rule({ id: 'r1', category: 'spam', terms: ['een'] }),
    rule({ id: 'r2', category: 'hate', terms: ['twee'] }),
    rule({ id: 'r3', category: 'threat', terms: ['drie'] }),
    rule({ id: 'r4', kind: 'worry', category: 'distress', terms: ['vier'] }),
  ]
  expect(plan(rules, { where }).filters).toHaveLength(4)
  expect(plan(rules, { where, room: { ...ROOM, filters: 2 } }).filters).toMatchObject([
    { kind: 'worry', keywords: ['vier'] },
    { kind: 'other', keywords: ['drie', 'een', 'twee'], exempt: ['a', 'b', 'c'] },
  ])
  const one = plan(rules, { where, room: { ...ROOM, filters: 1 } })
  expect(words(one)).toEqual(['vier'])
  expect(why(one).sort()).toEqual(['drie: no-room', 'een: no-room', 'twee: no-room'])
})

test('without a place for alerts nothing only tells: what remains is what blocks', () => {
  const holds = rule({ kind: 'conduct', category: 'spam', may: ['flag', 'hold'], terms: ['gratis nitro'] })
  const flags = rule({ id: 'f', terms: ['steek neer'] })
  const made = plan([holds, flags], { room: { ...ROOM, alerts: false }, hold: HOLDS, presets: ['slurs'] })
  expect(made.filters.map(({ kind }) => kind)).toEqual(['block'])
  expect(made.preset).toBe(undefined)
  expect(why(made)).toEqual(['steek neer: no-alerts'])
})

test('the shipped policy fits, says what does not, and keeps the plainest cry for help', async () => {
  const policy = await loadPolicy('policies')
  const made = planFilters(policy, ROOM)
  expect(words(made)).toContain('ik wil dood')
  expect(made.filters.every(({ kind }) => kind !== 'block')).toBe(true)
  const told = describePlan(made)
  expect(told).toContain('Huisbot: zorg')
  expect(told).toMatch(/\d+ woorden passen niet in een filter/)
  expect(told).toContain('alleen waar de zin stopt')
})

const arbitraryRule = fc
  .record({
    id: fc.stringMatching(/^[a-z]{1,8}$/),
    category: fc.constantFrom(...CATEGORIES),
    kind: fc.constantFrom(...KINDS),
    may: fc.uniqueArray(fc.constantFrom('flag', 'remind', 'offer', 'hold')),
    from: fc.constantFrom('soft', 'normal', 'strict'),
    terms: fc.array(fc.oneof(fc.constantFrom('dood', 'ik wil dood', 'dood*', 'kapot'), fc.string()), {
      maxLength: 8,
    }),
    notWhen: fc.array(fc.constantFrom('wil niet', 'dood van')),
  })
  .map((said) => rule(said as Parameters<typeof rule>[0]))

test('over all policies: within the limits of Discord, worry never blocked, and every term in a filter or told', () => {
  const room = fc.record({ filters: fc.nat(6), preset: fc.boolean(), alerts: fc.boolean() })
  fc.assert(
    fc.property(fc.array(arbitraryRule, { maxLength: 6 }), room, fc.boolean(), (rules, given, lets) => {
      const made = plan(rules, { room: given, ...(lets ? { hold: HOLDS } : {}) })
      expect(made.filters.length).toBeLessThanOrEqual(given.filters)
      const worries = new Set(
        rules
          .filter(({ kind }) => kind === 'worry')
          .flatMap(({ terms }) => terms.flatMap(found).map(({ keyword }) => keyword)),
      )
      for (const filter of made.filters) {
        expect(filter.keywords.length).toBeLessThanOrEqual(WORDS_MAX)
        expect(filter.allowed.length).toBeLessThanOrEqual(ALLOWED_MAX)
        for (const keyword of filter.keywords) {
          expect(keyword.length).toBeLessThanOrEqual(KEYWORD_MAX)
          expect(keyword.length).toBeGreaterThan(0)
        }
        const blocked = filter.kind === 'block' ? filter.keywords : []
        expect(blocked.filter((keyword) => worries.has(keyword))).toEqual([])
      }
      const told = new Set(made.leftOut.map(({ term }) => term))
      const placed = new Set(words(made))
      for (const term of rules.flatMap(({ terms }) => terms)) {
        const keywords = found(term)
        const all = keywords.length > 0 && keywords.every(({ keyword }) => placed.has(keyword))
        expect(told.has(term) || all).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})
