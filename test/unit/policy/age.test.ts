import { expect, test } from 'vitest'
import { describeRules } from '../../../src/policy/describe-rules.ts'
import { loadPolicy } from '../../../src/policy/load.ts'
import { createTexts } from '../../../src/texts/texts.ts'
import { copyOfPolicy, problemsOf } from './world.ts'

const PURPOSES = {
  gaming: '    purpose: Samen gamen en erover praten\n',
  huiswerk: '    purpose: Elkaar helpen met school\n',
  muziek: '    purpose: Luisteren, delen en zelf maken\n',
} as const
type Ages = Readonly<Record<keyof typeof PURPOSES, string>>

/** A policy in which each of these channels has an age; tells the line on which it stands. */
const withAges = async (ages: Ages) => {
  const policy = await copyOfPolicy()
  const lines: Record<string, number> = {}
  for (const [channel, purpose] of Object.entries(PURPOSES)) {
    const age = ages[channel as keyof Ages]
    lines[channel] = 1 + (await policy.change('channels.yaml', purpose, `${purpose}    age: ${age}\n`))
  }
  return { folder: policy.folder, lines }
}

test('for whom a channel is stands in its rules, with that the bot does not check it', async () => {
  const ages = { gaming: '{ from: 16, until: 25 }', huiswerk: '{ from: 13 }', muziek: '{ until: 99 }' }
  const policy = await loadPolicy((await withAges(ages)).folder)
  const rules = (channel: string) => describeRules(policy, channel, createTexts('nl'))
  const honest = 'De bot kijkt dat niet na en bewaart geen leeftijden.'
  expect(rules('gaming')).toContain(`Dit kanaal is voor 16 tot 25 jaar. ${honest}`)
  expect(rules('huiswerk')).toContain(`Dit kanaal is voor wie 13 jaar of ouder is. ${honest}`)
  expect(rules('muziek')).toContain(`Dit kanaal is voor wie 99 jaar of jonger is. ${honest}`)
  expect(rules('algemeen')).not.toMatch(/jaar|leeftijd/)
})

test.each<[Ages, readonly RegExp[]]>([
  [
    { gaming: '{ from: 12 }', huiswerk: '{ until: 100 }', muziek: '16' },
    [/"from" is te klein: minstens 13/, /"until" is te groot: hoogstens 99/, /"age" moet/],
  ],
  [
    { gaming: '{ from: 26, until: 16 }', huiswerk: '{}', muziek: '{ from: 16, until: 16 }' },
    [/Wissel from en until om/, /Schrijf vanaf welke leeftijd/],
  ],
])('an age that cannot be is refused, where it stands, with what to write', async (ages, sentences) => {
  const { folder, lines } = await withAges(ages)
  const problems = await problemsOf(folder)
  expect(problems).toHaveLength(sentences.length)
  for (const [index, sentence] of sentences.entries()) {
    expect(problems[index]?.message).toMatch(sentence)
    expect(problems[index]).toMatchObject({
      file: 'policies/channels.yaml',
      line: Object.values(lines)[index],
    })
  }
})
