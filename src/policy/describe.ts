import type { ExplainedHit, ExplainedRule, Explanation } from '../screening/explanation.ts'
import type { Category, Kind } from '../screening/kinds.ts'
import type { Checked } from './check.ts'
import { LANGUAGE_NAMES } from './cross-languages.ts'
import { tell } from './problem.ts'
import type { Strictness } from './schema.ts'

/** What the command line tells the youth worker, in Dutch. */

export const CATEGORY_NAMES: Readonly<Record<Category, string>> = {
  hate: 'haat tegen een groep',
  threat: 'bedreiging',
  harassment: 'schelden en pesten',
  distress: 'zorgen over de schrijver',
  sexual: 'seksueel grensoverschrijdend',
  grooming: 'grooming en sextortion',
  'personal-data': 'persoonlijke gegevens',
  recruitment: 'ronselen voor geweld',
  drugs: 'drugs',
  spam: 'spam',
}
const KIND_NAMES: Readonly<Record<Kind, string>> = {
  conduct: 'gedrag',
  worry: 'zorg om de schrijver',
  harm: 'schade aan een ander',
}
const STRICTNESS_NAMES: Readonly<Record<Strictness, string>> = {
  off: 'uit',
  soft: 'zacht',
  normal: 'gewoon',
  strict: 'streng',
}

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`

/** The outcome of a check: the policy in short, the counts per category, and what must be mended. */
export function describeCheck({ policy, categories, failures }: Checked): string {
  const { house } = policy
  const languages = [...new Set(house.languages)].map((language) => LANGUAGE_NAMES[language]).join(', ')
  const reading = house.reading.way === 'full' ? 'de bot leest mee (full)' : 'alleen meldingen (reports)'
  const lines = [
    `${house.name} · versie ${policy.version} · ${reading} · ${languages}`,
    [
      count(Object.keys(policy.channels.channels).length, 'kanaal', 'kanalen'),
      count(policy.helplines.length, 'hulplijn', 'hulplijnen'),
      count(policy.subjects.length, 'onderwerp', 'onderwerpen'),
    ].join(', '),
    '',
    ...categories.map(({ category, rules, terms, sentences: tried }) =>
      [
        `  ${category} (${CATEGORY_NAMES[category]})`.padEnd(46),
        count(rules, 'regel', 'regels').padStart(9),
        count(terms, 'term', 'termen').padStart(13),
        count(tried, 'proefzin', 'proefzinnen').padStart(17),
      ].join(''),
    ),
    '',
  ]
  for (const { language, missing } of policy.languagesOff ?? []) {
    const places = missing.slice(0, 3).join('; ')
    const more = missing.length > 3 ? ` En nog ${missing.length - 3}.` : ''
    lines.push(
      `Let op: het ${LANGUAGE_NAMES[language]} blijft uit. Er ontbreken teksten: ${places}.${more}`,
      '',
    )
  }
  const sentences = categories.reduce((total, category) => total + category.sentences, 0)
  if (failures.length === 0)
    lines.push(`Alles klopt. ${count(sentences, 'proefzin', 'proefzinnen')} nagekeken.`)
  else {
    lines.push(...failures.map(tell), '')
    lines.push(`${failures.length} van ${count(sentences, 'proefzin', 'proefzinnen')} klopt niet.`)
  }
  return lines.join('\n')
}

const describeHit = ({ read, term, cancelledBy }: ExplainedHit): string => {
  const found = `"${read}" (term: ${term})`
  if (cancelledBy === undefined) return `gevonden: ${found}`
  return cancelledBy.because === 'usual'
    ? `telt niet: ${found}, want "${cancelledBy.saying}" is gewoon in dit kanaal (usual)`
    : `telt niet: ${found}, want er staat "${cancelledBy.saying}" (notWhen)`
}

const describeRule = (rule: ExplainedRule): string[] => [
  `  ${rule.ruleId} (${rule.category}, ${KIND_NAMES[rule.kind]}, ${rule.level})` +
    (rule.looked
      ? ''
      : `: kijkt hier niet, want het kanaal is "${STRICTNESS_NAMES[rule.strictness]}" ` +
        `en deze regel begint bij "${STRICTNESS_NAMES[rule.from]}"`),
  ...rule.hits.map((hit) => `    ${describeHit(hit)}`),
]

function describeDecision({ decision }: Explanation): string {
  if (decision.kind === 'nothing') return 'Besluit: niets. Dit bericht wordt met rust gelaten.'
  const may: readonly string[] = decision.consequences
  const acts = [
    ...(may.includes('flag') ? ['een mens kijkt ernaar'] : []),
    ...(may.includes('offer') ? ['er kan hulp aangeboden worden'] : []),
    ...(may.includes('remind') ? ['er kan één algemene herinnering komen'] : []),
    ...(may.includes('hold') ? ['het bericht kan tegengehouden worden tot een mens keek'] : []),
  ]
  return `Besluit: ${KIND_NAMES[decision.kind]}, ${decision.category}, ${decision.level}: ${acts.join(', ')}.`
}

/** The chain behind a decision, for staff. */
export function describeExplanation(explanation: Explanation): string {
  const { channel, rules, read, version } = explanation
  const where = channel.staff
    ? 'een kanaal van het team: hier wordt nooit gelezen'
    : channel.known
      ? 'staat in channels.yaml'
      : 'staat niet in channels.yaml: de gewone afspraken gelden'
  const looked = rules.filter((rule) => rule.looked)
  const found = rules.filter(({ hits }) => hits.length > 0)
  const resting = rules.filter((rule) => !rule.looked && rule.hits.length === 0)
  return [
    `Versie van de afspraken: ${version}`,
    `Kanaal: ${channel.name} (${where})`,
    ...(channel.staff ? [] : [`Gelezen als: ${read}`]),
    `Keken mee: ${looked.map(({ ruleId }) => ruleId).join(', ') || 'geen enkele regel'}`,
    ...(resting.length === 0 ? [] : [`Keken niet mee: ${resting.map(({ ruleId }) => ruleId).join(', ')}`]),
    ...(found.length === 0 ? ['Geen enkele regel vond iets.'] : ['', ...found.flatMap(describeRule), '']),
    describeDecision(explanation),
  ].join('\n')
}
