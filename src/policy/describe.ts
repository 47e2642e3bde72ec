import type { Category } from '../screening/kinds.ts'
import type { CheckedLessons } from './check-lessons.ts'
import type { Checked } from './check.ts'
import { languageName } from '../texts/names.ts'
import { tell } from './problem.ts'

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

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`

/** The outcome of a check: the policy in short, the counts per category, and what must be mended. */
export function describeCheck({ policy, categories, failures }: Checked): string {
  const { house } = policy
  const languages = [...new Set(house.languages)].map((language) => languageName(language, 'nl')).join(', ')
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
      `Let op: het ${languageName(language, 'nl')} blijft uit. Er ontbreken teksten: ${places}.${more}`,
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

/** How the lessons of the practice house stand; nothing for a house that has none. */
export function describeLessons({ count: played, sentences, problems }: CheckedLessons): readonly string[] {
  if (problems.length > 0)
    return [
      '',
      ...problems.map(tell),
      '',
      `In de lessen ${problems.length === 1 ? 'klopt één ding' : `kloppen ${problems.length} dingen`} niet.`,
    ]
  if (played === 0) return []
  return [`Lessen van het oefenhuis: ${played}, met ${count(sentences, 'zin', 'zinnen')} nagekeken.`]
}

/** As many as one takes in at once. */
const TIPS = 10

/** What young people would read more easily if it were written otherwise. A tip: nothing is wrong with the agreements. */
export function describeReading(notes: readonly string[]): readonly string[] {
  if (notes.length === 0) return []
  const more = notes.length > TIPS ? [`  En nog ${notes.length - TIPS}.`] : []
  return [
    '',
    'Tip: dit kan makkelijker te lezen zijn voor jongeren. Het is geen fout.',
    ...notes.slice(0, TIPS).map((note) => `  ${note}`),
    ...more,
  ]
}
