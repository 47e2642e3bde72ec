import { CATEGORIES, type Category, KINDS_OF } from '../screening/kinds.ts'
import { createTermCheck } from '../screening/language/check.ts'
import { resolveLists } from '../screening/language/lists.ts'
import { crossDuty } from './cross-duty.ts'
import { listsOf } from './cross-words.ts'
import { hoursProblems } from './hours-problems.ts'
import { nearest } from './nearest.ts'
import type { Part, Parts } from './parts.ts'
import type { Problem } from './problem.ts'
import type { AgeNorm, ChannelsPolicy, HousePolicy, Strictness } from './schema.ts'
import { termSentence } from './term-sentences.ts'
import { problemAt } from './validate.ts'

/** An id of Discord: somebody copied it instead of a name. */
const isId = (name: string): boolean => /^\d{17,20}$/.test(name)

/** The channel of private talks is seen by every member, and is for nothing else. */
function talksChannel({ channels: named }: HousePolicy, { channels }: ChannelsPolicy): string[] {
  const { talks, queue, notice, automodAlerts } = named
  if (talks === undefined) return []
  const staff = Object.hasOwn(channels, talks) && channels[talks]?.staff === true
  if (!staff && ![queue, automodAlerts, ...notice].includes(talks)) return []
  return ['Onder dit kanaal staan privégesprekken. Kies een apart kanaal dat elk lid kan zien.']
}

function channelNames({ value, source }: Part<HousePolicy>, channels: ChannelsPolicy): Problem[] {
  const known = Object.keys(channels.channels)
  const problems: Problem[] = []
  const check = (name: string, path: readonly PropertyKey[]): void => {
    if (isId(name) || known.includes(name)) return
    const meant = nearest(name, known)
    const help = meant === undefined ? `Zet het erbij in channels.yaml.` : `Bedoelde je "${meant}"?`
    problems.push(problemAt(source, path, `Het kanaal "${name}" staat niet in channels.yaml. ${help}`))
  }
  for (const [index, name] of value.channels.notice.entries()) check(name, ['channels', 'notice', index])
  const { queue, automodAlerts, closing = [] } = value.channels
  check(queue, ['channels', 'queue'])
  for (const [index, name] of closing.entries()) check(name, ['channels', 'closing', index])
  if (automodAlerts !== undefined && [queue, ...value.channels.notice].includes(automodAlerts)) {
    const message =
      'In dit kanaal toont Discord namen en woorden. Kies een apart kanaal dat alleen de bot ziet.'
    problems.push(problemAt(source, ['channels', 'automodAlerts'], message))
  }
  problems.push(
    ...talksChannel(value, channels).map((message) => problemAt(source, ['channels', 'talks'], message)),
  )
  if (Object.hasOwn(channels.channels, queue) && channels.channels[queue]?.staff !== true) {
    const message = `De wachtrij toont berichten van jongeren. Zet bij "${queue}" in channels.yaml: staff: true.`
    problems.push(problemAt(source, ['channels', 'queue'], message))
  }
  return problems
}

/** What is wrong in house.yaml beyond its shape. */
export function crossHouse({ house, channels }: Parts): readonly Problem[] {
  if (house === undefined) return []
  const { value, source } = house
  const problems = hoursProblems(value.hours, ['hours']).map(({ path, message }) =>
    problemAt(source, path, message),
  )
  for (const [index, language] of value.languages.entries()) {
    if (value.languages.indexOf(language) === index) continue
    problems.push(
      problemAt(source, ['languages', index], `"${language}" staat er twee keer. Haal er één weg.`),
    )
  }
  if (value.hold.byDiscord && value.hold.when === 'open') {
    const message =
      'De filters van Discord houden dag en nacht tegen, ook als jullie dicht zijn. ' +
      'Wil je dat echt? Schrijf dan ook: when: always'
    problems.push(problemAt(source, ['hold', 'byDiscord'], message))
  }
  if (channels !== undefined) problems.push(...channelNames(house, channels.value))
  problems.push(...crossDuty(house, channels?.value))
  return problems
}

const hasWorry = (category: Category): boolean => (KINDS_OF[category] as readonly string[]).includes('worry')
const onlyWorry = (category: Category): boolean => hasWorry(category) && KINDS_OF[category].length === 1

function strictnessSentence(category: Category, strictness: Strictness): string | undefined {
  if (onlyWorry(category) && (strictness === 'off' || strictness === 'soft')) {
    return (
      `"${category}" kan niet "${strictness}" zijn: een roep om hulp wordt in elk kanaal gehoord. ` +
      'Kies "normal" of "strict".'
    )
  }
  if (hasWorry(category) && strictness === 'off') {
    return (
      `"${category}" kan niet "off" zijn: hier zitten ook zorgen over de schrijver in, en die worden in elk ` +
      'kanaal gehoord. Kies "soft", "normal" of "strict".'
    )
  }
  return undefined
}

/** A channel for nobody, or an age that says nothing. */
function ageProblem(age: AgeNorm | undefined): string | undefined {
  if (age === undefined) return undefined
  const { from, until } = age
  if (from === undefined && until === undefined)
    return 'Schrijf vanaf welke leeftijd (from), tot welke (until), of allebei: age: { from: 16, until: 25 }.'
  if (from !== undefined && until !== undefined && from > until)
    return `Niemand is ${from} of ouder en ${until} of jonger. Wissel from en until om.`
  return undefined
}

/** What is wrong in channels.yaml beyond its shape. */
export function crossChannels(parts: Parts): readonly Problem[] {
  const { channels } = parts
  if (channels === undefined) return []
  const lists = listsOf(parts)
  const problemOf = createTermCheck(resolveLists(lists))
  const { value, source } = channels
  const problems: Problem[] = []
  const blocks = [
    { path: ['defaults'], block: value.defaults },
    ...Object.entries(value.channels).map(([name, block]) => ({ path: ['channels', name], block })),
  ]
  for (const [name, { age }] of Object.entries(value.channels)) {
    const message = ageProblem(age)
    if (message !== undefined) problems.push(problemAt(source, ['channels', name, 'age'], message))
  }
  for (const { path, block } of blocks) {
    for (const category of CATEGORIES) {
      const strictness = block.strictness?.[category]
      const message = strictness === undefined ? undefined : strictnessSentence(category, strictness)
      if (message !== undefined) problems.push(problemAt(source, [...path, 'strictness', category], message))
    }
    for (const [index, { says }] of (block.usual ?? []).entries()) {
      const problem = problemOf(says)
      if (problem === undefined) continue
      const message = termSentence(says, problem, Object.keys(lists))
      problems.push(problemAt(source, [...path, 'usual', index, 'says'], message))
    }
  }
  return problems
}
