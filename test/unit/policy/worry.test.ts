import { beforeAll, expect, test } from 'vitest'
import { loadPolicy } from '../../../src/policy/load.ts'
import { compileScreening, type Screening } from '../../../src/screening/compile.ts'
import type { Level } from '../../../src/screening/kinds.ts'
import { SHIPPED } from './world.ts'

let screening: Screening
beforeAll(async () => {
  screening = compileScreening(await loadPolicy(SHIPPED))
})
/** What the shipped agreements find in a message: its level and the rules of worry and harm to young people. */
const found = (text: string): { level: Level | 'nothing'; rules: readonly string[] } => {
  const decision = screening.read({ text, channel: 'algemeen' })
  if (decision.kind === 'nothing') return { level: 'nothing', rules: [] }
  return { level: decision.level, rules: [...new Set(decision.findings.map(({ ruleId }) => ruleId))] }
}

test.each([
  ['ik wil dood', 'ik wil dood haha'],
  ['kwil ni meer leven', 'lol kwil ni meer leven'],
  ['i want to die', 'i want to die lmaooo'],
])('a laugh makes "%s" lighter, and never makes it vanish', (plain, laughed) => {
  expect(found(plain).level).toBe('rood')
  expect(found(laughed)).toEqual({ level: 'geel', rules: ['distress-irony'] })
})

test.each([
  'vanavond maak ik er een einde aan',
  'ik heb de pillen klaar',
  'haha vanavond pleeg ik zelfmoord',
])('a plan is acuut, also with a laugh: %s', (text) => {
  expect(found(text)).toMatchObject({ level: 'acuut', rules: expect.arrayContaining(['distress-plan']) })
})

test.each(['mijn vriendin wil niet meer leven', 'mijn zus snijdt zichzelf'])(
  'a worry about somebody else is told as that: %s',
  (text) => {
    expect(found(text)).toEqual({ level: 'rood', rules: ['distress-friend'] })
  },
)

test.each([
  ['hoe oud ben je', 'nothing'],
  ['heb je snap', 'nothing'],
  ['hoe oud ben je en heb je snap', 'geel'],
  ['hoe oud ben je en heb je snap, stuur eens een foto van jezelf', 'rood'],
] as const)('signs of luring count together: %s is %s', (text, level) => {
  expect(found(text).level).toBe(level)
})

test.each([
  'Hitler pleegde zelfmoord in zijn bunker.',
  'ik ga dood van het lachen',
  'mijn gsm is dood',
  'allahu akbar broeder',
  'kom mee betogen zondag',
  'ik ben lesbisch en mijn vriendin ook',
  'waar vind ik info over veilig vrijen',
])('news, sayings, belief, opinion and who one loves are left alone: %s', (text) => {
  expect(found(text).level).toBe('nothing')
})
