import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Decision } from '../../../src/screening/finding.ts'
import { channels, rule, screening } from './world.ts'

const found = (decision: Decision, text: string) =>
  decision.kind === 'nothing'
    ? []
    : decision.findings.map(({ ruleId, start, end }) => `${ruleId}: ${text.slice(start, end)}`)
const read = (
  rules: Parameters<typeof screening>[0],
  text: string,
  channel = 'algemeen',
  where = channels(),
) => found(screening(rules, where).read({ text, channel }), text)

test('a term is found as a whole word, never inside another', () => {
  const rules = [rule({ terms: ['killed', 'gat'] })]
  expect(read(rules, 'he killed it')).toEqual(['rule: killed'])
  expect(read(rules, 'a skilled player, gaten, zegat')).toEqual([])
})

test('a term of several words is found as they follow each other, whatever stands between them', () => {
  const rules = [rule({ terms: ['ik wil dood'] })]
  expect(read(rules, 'en IK... *wil*  dóód!')).toEqual(['rule: IK... *wil*  dóód'])
  expect(read(rules, 'ik wil niet dood')).toEqual([])
})

test('a star stands for every ending, also none, also in the middle of a term', () => {
  const rules = [rule({ terms: ['vuile turk* hier'] })]
  expect(read(rules, 'vuile turken hier')).toEqual(['rule: vuile turken hier'])
  expect(read(rules, 'vuile turk hier')).toEqual(['rule: vuile turk hier'])
  expect(read(rules, 'vuile tur hier')).toEqual([])
})

test('a full stop at the end of a term asks for the end of the sentence', () => {
  const rules = [rule({ terms: ['ik kan niet meer.'] })]
  for (const text of [
    'ik kan niet meer',
    'ik kan niet meer...',
    'ik kan niet meer 😭',
    'ik kan niet meer, help',
  ]) {
    expect(read(rules, text)).toHaveLength(1)
  }
  expect(read(rules, 'ik kan niet meer slapen')).toEqual([])
})

test('terms that begin in the middle of another are found too', () => {
  const rules = [
    rule({ id: 'a', terms: ['ik maak u kapot'] }),
    rule({ id: 'b', terms: ['maak u'] }),
    rule({ id: 'c', terms: ['u kapot gij'] }),
  ]
  expect(read(rules, 'ik maak u kapot gij')).toEqual(['a: ik maak u kapot', 'b: maak u', 'c: u kapot gij'])
})

test('a saying of "not when" takes away the term it shares a word with, not another one', () => {
  const rules = [rule({ terms: ['ik ga dood'], notWhen: ['dood van het lachen'] })]
  expect(read(rules, 'ik ga dood van het lachen')).toEqual([])
  const text = 'ik ga dood van het lachen. Nee echt, ik ga dood'
  const decision = screening(rules).read({ text, channel: 'algemeen' })
  expect(decision.kind === 'nothing' ? [] : decision.findings.map(({ start }) => start)).toEqual([37])
})

test('what is usual in a channel does not count there, for that category only', () => {
  const where = channels({ gaming: { usual: [{ says: 'ik maak u kapot', about: 'threat' }] } })
  const rules = [
    rule({ id: 'threat', terms: ['maak u kapot'] }),
    rule({ id: 'other', category: 'hate', terms: ['maak u kapot'] }),
  ]
  expect(read(rules, 'ik maak u kapot', 'gaming', where)).toEqual(['other: maak u kapot'])
  expect(read(rules, 'ik maak u kapot', 'algemeen', where)).toHaveLength(2)
})

test('a channel takes over what is usual from the defaults, unless it says its own', () => {
  const usual = [{ says: 'maak u kapot', about: 'threat' as const }]
  const where = channels({ gaming: {}, huiswerk: { usual: [] } }, { usual })
  const rules = [rule({ terms: ['maak u kapot'] })]
  expect(read(rules, 'ik maak u kapot', 'gaming', where)).toEqual([])
  expect(read(rules, 'ik maak u kapot', 'nergens-genoemd', where)).toEqual([])
  expect(read(rules, 'ik maak u kapot', 'huiswerk', where)).toHaveLength(1)
})

test('a rule looks only in channels that are at least as strict as it asks', () => {
  const where = channels({
    off: { strictness: { threat: 'off' } },
    soft: { strictness: { threat: 'soft' } },
    strict: { strictness: { threat: 'strict' } },
  })
  const rules = (['soft', 'normal', 'strict'] as const).map((from) =>
    rule({ id: from, from, terms: ['x y'] }),
  )
  const ids = (channel: string) => read(rules, 'x y', channel, where).map((line) => line.split(':')[0])
  expect(ids('off')).toEqual([])
  expect(ids('soft')).toEqual(['soft'])
  expect(ids('nergens-genoemd')).toEqual(['normal', 'soft'])
  expect(ids('strict')).toEqual(['normal', 'soft', 'strict'])
})

test('a cry for help is heard in every channel, whatever the channel says', () => {
  const where = channels({ off: { strictness: { distress: 'off', drugs: 'off' } } })
  const rules = [
    rule({ id: 'own-use', category: 'drugs', kind: 'worry', terms: ['elke dag stoned'] }),
    rule({ id: 'dealing', category: 'drugs', kind: 'conduct', terms: ['elke dag stoned'] }),
  ]
  expect(read(rules, 'elke dag stoned', 'off', where)).toEqual(['own-use: elke dag stoned'])
})

test('a channel of the team is never screened', () => {
  const where = channels({ team: { staff: true } })
  const made = screening([rule({ terms: ['dood'] })], where)
  expect(made.read({ text: 'dood', channel: 'team' })).toEqual({ kind: 'nothing' })
  expect(made.explain({ text: 'dood', channel: 'team' })).toMatchObject({
    read: '',
    decision: { kind: 'nothing' },
  })
})

test('a channel whose name is a word of JavaScript is an ordinary channel', () => {
  for (const channel of ['constructor', '__proto__', 'toString', '']) {
    expect(read([rule({ terms: ['dood'] })], 'dood', channel)).toEqual(['rule: dood'])
  }
})

test('findings of one rule do not overlap: the longest is kept', () => {
  expect(read([rule({ terms: ['maak u', 'ik maak u kapot', 'kapot'] })], 'ik maak u kapot')).toEqual([
    'rule: ik maak u kapot',
  ])
})

test('the same message gives the same findings in the same order, whatever the order of the rules', () => {
  const a = rule({ id: 'a', level: 'groen', terms: ['een'] })
  const b = rule({ id: 'b', level: 'rood', terms: ['twee'] })
  const c = rule({ id: 'c', level: 'rood', terms: ['een twee'] })
  const expected = ['c: een twee', 'b: twee', 'a: een']
  expect(read([a, b, c], 'een twee')).toEqual(expected)
  expect(read([c, b, a], 'een twee')).toEqual(expected)
})

test('explaining tells which rules looked, what they found, and what made it not count', () => {
  const where = channels({
    gaming: { strictness: { threat: 'soft' }, usual: [{ says: 'maak u af', about: 'threat' }] },
  })
  const rules = [
    rule({ id: 'asleep', terms: ['af'] }),
    rule({ id: 'awake', from: 'soft', terms: ['ik maak u af', 'dood*'], notWhen: ['doodmoe'] }),
  ]
  const explained = screening(rules, where).explain({
    text: 'Ík maak u af, doodmoe, doodop',
    channel: 'gaming',
  })
  expect(explained).toMatchObject({
    version: 'abc',
    read: 'ik maak u af doodmoe doodop',
    channel: { name: 'gaming', known: true, staff: false },
    decision: { kind: 'harm', findings: [{ start: 23, end: 29 }] },
  })
  expect(explained.rules[0]).toMatchObject({ looked: false, strictness: 'soft', from: 'normal' })
  expect(explained.rules[1]).toMatchObject({
    looked: true,
    hits: [
      { term: 'ik maak u af', cancelledBy: { saying: 'maak u af', because: 'usual' } },
      { term: 'dood*', read: 'doodmoe', cancelledBy: { saying: 'doodmoe', because: 'notWhen' } },
      { term: 'dood*', read: 'doodop' },
    ],
  })
})

/** Says the same in the slow and obvious way: every term at every word. */
const naive = (terms: readonly string[], words: readonly string[]): Set<string> => {
  const spots = new Set<string>()
  for (const term of terms) {
    const parts = term.split(' ')
    for (let at = 0; at + parts.length <= words.length; at++) {
      const fits = parts.every((part, index) => {
        const word = words[at + index] ?? ''
        return part.endsWith('*') ? word.startsWith(part.slice(0, -1)) : word === part
      })
      if (fits) spots.add(`${term}@${at}`)
    }
  }
  return spots
}

test('the automaton finds exactly what trying every term at every word finds', () => {
  const word = fc.constantFrom('aaa', 'aab', 'aaba', 'bbb', 'bba', 'ccc')
  const part = fc.oneof(word, fc.constantFrom('aaa*', 'aab*', 'bbb*', 'bba*'))
  const term = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(' '))
  fc.assert(
    fc.property(
      fc.uniqueArray(term, { minLength: 1, maxLength: 12 }),
      fc.array(word, { maxLength: 30 }),
      (terms, said) => {
        const rules = terms.map((one, index) => rule({ id: String(index), terms: [one] }))
        const text = said.join(' ')
        const explained = screening(rules).explain({ text, channel: 'algemeen' })
        const spots = explained.rules.flatMap(({ hits }) =>
          hits.map(({ term: one, start }) => `${one}@${start}`),
        )
        const starts = said.map((_, index) =>
          said.slice(0, index).reduce((sum, { length }) => sum + length + 1, 0),
        )
        const expected = [...naive(terms, said)].map((spot) => {
          const [one = '', at = '0'] = spot.split('@')
          return `${one}@${starts[Number(at)]}`
        })
        expect(new Set(spots)).toEqual(new Set(expected))
      },
    ),
  )
})
