import { isDeepStrictEqual } from 'node:util'
import { describeWeek } from '../../duty/describe.ts'
import { renderNotice } from '../../notice/render.ts'
import { CATEGORY_NAMES } from '../../policy/describe.ts'
import { type HousePolicy, LANGUAGES, type Policy } from '../../policy/schema.ts'
import { createTexts } from '../../texts/texts.ts'

/** What each part of house.yaml is, for a youth worker. */
const OF_HOUSE: { readonly [P in keyof HousePolicy]-?: string } = {
  name: 'de naam van het huis',
  organisation: 'de organisatie',
  languages: 'de talen',
  reading: 'de manier van lezen',
  hours: 'de openingsuren',
  region: 'de postcode van het huis',
  roles: 'de rollen',
  channels: 'de kanalen die de bot nodig heeft',
  duty: 'wie wanneer van dienst is',
  queue: 'wanneer kaarten verschijnen',
  hold: 'wanneer een bericht tegengehouden wordt',
  automod: 'de filters van Discord',
  talks: 'privégesprekken',
  contacts: 'de contacten',
  parents: 'wat jullie ouders vertellen',
  notice: 'wat je moet lezen voor je iets schrijft',
  targetMinutes: 'binnen hoeveel minuten iemand iets opneemt',
  retention: 'hoelang iets bewaard wordt',
}

const same = isDeepStrictEqual

/** What came, went and changed in something with names, each as one line. */
function named(
  file: string,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): readonly string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changes = names.filter((name) => !same(before[name], after[name]))
  const line = (what: string, some: readonly string[]): string[] =>
    some.length === 0 ? [] : [`${file}: ${what}: ${shortened(some)}`]
  return [
    ...line(
      'nieuw',
      changes.filter((name) => before[name] === undefined),
    ),
    ...line(
      'weg',
      changes.filter((name) => after[name] === undefined),
    ),
    ...line(
      'anders',
      changes.filter((name) => before[name] !== undefined && after[name] !== undefined),
    ),
  ]
}

const MOST = 12
const shortened = (names: readonly string[]): string =>
  names.length <= MOST ? names.join(', ') : `${names.slice(0, MOST).join(', ')} en nog ${names.length - MOST}`

const byKey = <T>(list: readonly T[], key: (one: T) => string): Record<string, T> =>
  Object.fromEntries(list.map((one) => [key(one), one]))

function ofHouse(before: Policy, after: Policy): readonly string[] {
  const parts = (Object.keys(OF_HOUSE) as (keyof HousePolicy)[]).filter(
    (part) => !same(before.house[part], after.house[part]),
  )
  return parts.map((part) => {
    const line = `house.yaml: ${OF_HOUSE[part]}`
    if (part === 'hours') return `${line}: ${describeWeek(after.house.hours, 'nl')}`
    if (part === 'reading' && before.house.reading.way !== after.house.reading.way)
      return `${line}. Dat kan pas na een herstart, en tot dan verandert er niets`
    return line
  })
}

function ofRules(before: Policy, after: Policy): readonly string[] {
  const categories = [...new Set([...before.rules, ...after.rules].map(({ category }) => category))]
  return categories.flatMap((category) => {
    const rules = (policy: Policy) =>
      byKey(
        policy.rules.filter((rule) => rule.category === category),
        ({ id }) => id,
      )
    return named(`rules/${category}.yaml (${CATEGORY_NAMES[category]})`, rules(before), rules(after))
  })
}

function ofNotice(before: Policy, after: Policy): readonly string[] {
  if (same(before.notice, after.notice)) return []
  return after.notice.version > before.notice.version
    ? [`notice.yaml: versie ${after.notice.version}. Wie een vorige versie las, krijgt de vraag opnieuw`]
    : ['notice.yaml: wat er in het bericht “Wie leest hier mee?” staat']
}

/** The same for the same notice, whatever the bot is called. */
function digest(policy: Policy): string {
  const names = { bot: 'Huisbot', youthWorkerRole: policy.house.roles.youthWorker }
  return renderNotice({ policy, texts: createTexts('nl', policy.texts.nl), language: 'nl', names }).digest
}

/** What people on the server will see by itself: the notice, in the words of the new agreements. */
function follows(before: Policy, after: Policy): readonly string[] {
  return digest(before) === digest(after) ? [] : ['Het bericht “Wie leest hier mee?” wordt aangepast.']
}

/**
 * Which parts of the agreements are others than before, in lines for a youth worker: the file, and what in it. The rules
 * are among them; what they do to messages is told by the preview.
 */
export function partsChanged(before: Policy, after: Policy): readonly string[] {
  const defaults = same(before.channels.defaults, after.channels.defaults)
    ? []
    : ['channels.yaml: wat in elk kanaal geldt (defaults)']
  return [
    ...ofHouse(before, after),
    ...defaults,
    ...named('channels.yaml', before.channels.channels, after.channels.channels),
    ...ofRules(before, after),
    ...named('words', before.words, after.words),
    ...named(
      'helplines.yaml',
      byKey(before.helplines, ({ name }) => name),
      byKey(after.helplines, ({ name }) => name),
    ),
    ...named(
      'subjects.yaml',
      byKey(before.subjects, ({ label }) => label.nl),
      byKey(after.subjects, ({ label }) => label.nl),
    ),
    ...ofNotice(before, after),
    ...(same(before.questions, after.questions) ? [] : ['questions.yaml: wat helpt om te beslissen']),
    ...(same(before.drills, after.drills) ? [] : ['drills.yaml: de oefeningen']),
    ...LANGUAGES.flatMap((language) =>
      named(`texts/${language}.yaml`, before.texts[language] ?? {}, after.texts[language] ?? {}),
    ),
    ...follows(before, after),
  ]
}
