import { expect, test } from 'vitest'
import { judgeFilter } from '../../../src/automod/judge.ts'
import { isOwn, kindOf, nameOf } from '../../../src/automod/names.ts'
import { createWindows } from '../../../src/automod/window.ts'
import type { Preset } from '../../../src/policy/schema.ts'
import { rule } from '../screening/world.ts'

const house = (presets: Preset[] = []) => ({ automod: { presets } })

test('a filter that names its word says what the screening would say', () => {
  const rules = [
    rule({
      id: 'insult',
      kind: 'conduct',
      category: 'harassment',
      level: 'groen',
      may: ['flag', 'remind'],
      terms: ['Domme Ezel'],
    }),
    rule({
      id: 'cry',
      kind: 'worry',
      category: 'distress',
      level: 'rood',
      may: ['flag', 'offer'],
      terms: ['ik wil dood'],
    }),
  ]
  expect(judgeFilter({ rules, house: house() }, 'other', 'domme ezel')).toMatchObject({
    kind: 'conduct',
    category: 'harassment',
    findings: [{ ruleId: 'insult', start: 0, end: 0 }],
  })
  expect(judgeFilter({ rules, house: house() }, 'worry', 'IK WIL DOOD')).toMatchObject({
    kind: 'worry',
    level: 'rood',
  })
})

test('a word that stands in a rule of worry too makes it a worry', () => {
  const rules = [
    rule({ id: 'c', kind: 'conduct', category: 'spam', may: ['flag', 'remind'], terms: ['dood'] }),
    rule({ id: 'w', kind: 'worry', category: 'distress', may: ['flag', 'offer'], terms: ['dood'] }),
  ]
  const decision = judgeFilter({ rules, house: house() }, 'other', 'dood')
  expect(decision.kind).toBe('worry')
  expect(decision.consequences).not.toContain('remind')
})

test('a filter that names no word, or an old one, is judged by what it is for, never as an accusation', () => {
  const policy = { rules: [], house: house(['slurs', 'sexual']) }
  expect(judgeFilter(policy, 'worry', null)).toMatchObject({
    kind: 'worry',
    category: 'distress',
    level: 'geel',
  })
  expect(judgeFilter(policy, 'other', 'iets van vroeger')).toMatchObject({ kind: 'harm', level: 'geel' })
  expect(judgeFilter(policy, 'preset', null)).toMatchObject({
    category: 'hate',
    findings: [{ ruleId: 'discord:preset' }],
  })
  expect(judgeFilter({ rules: [], house: house(['sexual']) }, 'preset', 'x')).toMatchObject({
    category: 'sexual',
  })
})

test('the bot knows its own filters by maker and name, and takes no other for its own', () => {
  expect(kindOf(nameOf('worry', 1))).toBe('worry')
  expect(kindOf(nameOf('other', 3))).toBe('other')
  expect(kindOf('Huisbot: iets anders')).toBe(undefined)
  expect(isOwn({ name: nameOf('worry', 1), creatorId: 'bot' }, 'bot')).toBe(true)
  expect(isOwn({ name: nameOf('worry', 1), creatorId: 'owner' }, 'bot')).toBe(false)
  expect(isOwn({ name: 'Onze filter', creatorId: 'bot' }, 'bot')).toBe(false)
})

const at = (ms: number): Date => new Date(1_000_000 + ms)

test('what one filter did to one person in one channel within two seconds is one message', () => {
  const windows = createWindows()
  const first = windows.startOf('f', 'u', 'c', at(0))
  expect(windows.startOf('f', 'u', 'c', at(1_999))).toBe(first)
  expect(windows.startOf('f', 'u', 'c', at(2_000))).not.toBe(first)
  expect(windows.startOf('f', 'v', 'c', at(10))).not.toBe(first)
  expect(windows.startOf('g', 'u', 'c', at(11))).not.toBe(first)
})
