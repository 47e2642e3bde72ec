import { expect, test } from 'vitest'
import { chainOf, describeExplanation } from '../../../src/policy/describe-explanation.ts'
import { LANGUAGES, type Rule } from '../../../src/policy/schema.ts'
import { createTexts } from '../../../src/texts/texts.ts'
import { channels, rule, screening } from '../screening/world.ts'

const where = channels({
  gaming: { strictness: { threat: 'soft' }, usual: [{ says: 'maak u af', about: 'hate' }] },
  foto: { links: { rule: 'flag', allowed: [], blocked: [] } },
  team: { staff: true },
})
const rules: readonly Rule[] = [
  rule({ id: 'asleep', terms: ['af'] }),
  rule({ id: 'usual', category: 'hate', terms: ['ik maak u af'] }),
  rule({
    id: 'guarded',
    category: 'sexual',
    terms: ['dood*'],
    notWhen: ['doodmoe'],
    notInSentence: ['film'],
  }),
  rule({ id: 'trial', category: 'spam', terms: ['koop'], proef: true }),
]
const nl = createTexts('nl')
const chain = (text: string, channel: string) =>
  chainOf(screening(rules, where).explain({ text, channel }), { rules }, nl)

test('each rule that found something tells its reason, what it found, and what made it not count', () => {
  const made = chain('ik maak u af, doodmoe. doodop. een film over dooie dood. koop', 'gaming')
  const said = made.found.map((block) => block.join('\n')).join('\n\n')
  expect(said).toContain(
    'asleep (bedreiging, schade aan iemand anders, geel): kijkt hier niet, want het kanaal is "zacht"',
  )
  expect(said).toContain('reden: waarom')
  expect(said).toMatch(/want "maak u af" is gewoon in dit kanaal \(usual\)/)
  expect(said).toMatch(/telt niet: "doodmoe".+want er staat "doodmoe" \(notWhen\)/)
  expect(said).toMatch(/gevonden: "doodop" \(term: dood\*\)/)
  expect(said).toMatch(/want in die zin staat "film" \(notInSentence\)/)
  expect(said).toMatch(/trial \(spam.+op proef, telt alleen/)
  expect(made.decision).toBe(
    'Besluit: schade aan iemand anders, iets seksueels, geel: een mens kijkt ernaar.',
  )
  expect(made.looked.join('\n')).toContain('Keken mee: usual, guarded, trial')
})

test('what the channel itself does not agree to stands in it too', () => {
  const made = chain('kijk https://nieuws.example', 'foto')
  expect(made.found).toEqual([
    ['afspraak van het kanaal (channel:links)', 'reden: In dit kanaal kijkt een mens naar links.'],
  ])
})

test('nothing found, no channel meant, and a channel of the team are each said', () => {
  expect(chain('dag', '').read).toContain('Kanaal: geen. De gewone afspraken gelden.')
  const team = chain('ik maak u af', 'team')
  expect(team.read.join('\n')).toMatch(/hier wordt nooit gelezen/)
  expect(team.read.join('\n')).not.toMatch(/Gelezen als/)
  expect(team.found).toEqual([])
  const explained = screening(rules, where).explain({ text: 'dag', channel: 'foto' })
  expect(describeExplanation(explained, { rules }, nl)).toMatch(
    /Geen enkele regel vond iets\.\nBesluit: niets\./,
  )
})

test.each(LANGUAGES)('%s tells all of it, with nothing left to fill in', (language) => {
  const explained = screening(rules, where).explain({ text: 'doodmoe, doodop, koop', channel: 'gaming' })
  const said = describeExplanation(explained, { rules }, createTexts(language))
  expect(said).not.toMatch(/\{|\}|undefined/)
  expect(said).toContain('doodop')
})
