import { expect, test } from 'vitest'
import { compileScreening } from '../../../../src/screening/compile.ts'
import type { DetectorName } from '../../../../src/screening/detectors/index.ts'
import { channels, rule, screening } from '../world.ts'

const EXAMPLES = {
  rijksregisternummer: ['85.07.30-033.28', '８５０７３００３３２８'],
  iban: ['BE68 5390 0754 7034'],
  telefoon: ['0470 12 34 56', '0️⃣4️⃣7️⃣0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣', '𝟎𝟒𝟕𝟎𝟏𝟐𝟑𝟒𝟓𝟔'],
  nummerplaat: ['1-ABC-234'],
  adres: ['Kerkstraat 12'],
  uitnodiging: ['https://discord.gg/abc', 'discord.gg/abc', 'discord .gg/abc', '.gg/abc'],
  link: ['https://jac.be', 'jac.be', 'www.jac.be'],
  'korte-link': ['https://bit.ly/abc', 'bit.ly/abc'],
} as const satisfies Partial<Record<DetectorName, readonly string[]>>

test.each(Object.entries(EXAMPLES))(
  'a rule finds @%s where it stands, and nothing in a message without it',
  (name, examples) => {
    const made = screening([rule({ terms: [`@${name}`] })])
    for (const example of examples) {
      const text = `hey kijk ${example} nu he`
      const decision = made.read({ text, channel: 'algemeen' })
      const places = decision.kind === 'nothing' ? [] : decision.findings
      expect(
        places.filter(({ ruleId }) => ruleId === 'rule').map(({ start, end }) => text.slice(start, end)),
        text,
      ).toEqual([expect.stringContaining(example.replace(/^\W+/, '').slice(0, 3))])
    }
    expect(made.read({ text: 'hey kijk eens naar dit nu', channel: 'algemeen' })).toEqual({ kind: 'nothing' })
  },
)

test('the number of a helpline of the house is no phone number of somebody', () => {
  const helplines = [{ phone: { number: '02 616 26 26' } }] as never
  const rules = [rule({ terms: ['@telefoon'] })]
  const made = compileScreening({ version: 'x', rules, channels: channels(), helplines })
  expect(made.read({ text: 'bel 02/616.26.26', channel: 'algemeen' })).toEqual({ kind: 'nothing' })
  expect(made.read({ text: 'bel 02/616.26.27', channel: 'algemeen' }).kind).toBe('harm')
})
