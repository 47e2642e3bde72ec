import { createTexts, type TextKey } from '../../texts/texts.ts'
import { isOfTeam } from './facts.ts'
import type { Line, Records } from './records.ts'
import type { DoneStep } from './view.ts'

/** What happened in a lesson, as the house recorded it, in the order of time: acts and moments, no words of anybody. */

const texts = createTexts('nl')
const text = (key: string): string => texts.t(key as TextKey)

interface Event {
  readonly at: Date
  readonly who: string
  readonly what: string
}

const BOT = 'De bot'
const SOMEBODY = 'Iemand'
const CONTACT = 'De contactpersoon'

/** The message that a flag or a matter is about, as one speaks of it. */
function ofWhom(records: Records, flagId: string | null): string {
  const { flags, matters, said } = records
  const messageIds =
    flags.find(({ id }) => id === flagId)?.messageIds ??
    matters.flatMap(({ id, messageId }) => (id === flagId && messageId !== null ? [messageId] : []))
  const one = [...said.values()].find(({ messageId }) => messageIds.includes(messageId))
  return one === undefined ? 'een bericht' : `het bericht van ${records.nameOf(one.authorId)}`
}

const outcomeIn = ({ codes }: Line): string => {
  const outcome = codes['outcome']
  if (outcome === undefined) return 'zonder beslissing'
  const reason = codes['reason']
  const contact = codes['contact']
  return [
    text(`queue.outcome.${outcome}.option`),
    ...(contact === '112' || contact === '101' ? [`aan ${contact}`] : []),
    ...(reason === undefined ? [] : [`(${text(`queue.reason.${reason}.option`).toLowerCase()})`]),
  ].join(' ')
}

/** What somebody of the team did with a message, by the act in the audit; undefined for what says nothing to a reader. */
function whatOf(line: Line, message: string): string | undefined {
  const { act, codes } = line
  switch (act) {
    case 'claimed':
      return `nam ${message} op`
    case 'passed':
      return `gaf ${message} aan een collega`
    case 'released':
      return `gaf ${message} weer vrij`
    case 'shown':
      return `keek naar ${message} (Toon)`
    case 'answered':
      return `schreef iets bij de vragen over ${message}`
    case 'level':
      return `zette het niveau van ${message} van ${codes['from'] ?? '?'} op ${codes['to'] ?? '?'}`
    case 'proposed':
      return `stelde voor: ${outcomeIn(line)}. Een tweede kijkt mee`
    case 'closed':
      return codes['confirms'] === 'proposal'
        ? `keek als tweede mee en bevestigde: ${outcomeIn(line)}`
        : `besliste over ${message}: ${outcomeIn(line)}`
    case 'confirmed':
      return `keek als tweede mee en bevestigde`
    case 'undone':
      return codes['by'] === 'second'
        ? 'keek als tweede mee en draaide het terug'
        : 'maakte de beslissing ongedaan'
    case 'recorded':
      return `schreef op hoe het doorgegeven is`
    case 'printed':
      return `maakte een verslag om door te geven`
    case 'told':
      return `zegt het zelf aan de schrijver van ${message}`
    default:
      return undefined
  }
}

/** What the bot and people whose names nobody reads did: that a message came before the team, and how. */
function arrivalOf(line: Line, message: string): Event | undefined {
  const { at, act, codes } = line
  if (act === 'raised')
    return codes['source'] === 'report'
      ? { at, who: SOMEBODY, what: `meldde ${message}` }
      : { at, who: BOT, what: `zette ${message} in de wachtrij: ${codes['level'] ?? ''}` }
  if (act === 'joined' && codes['reason'] !== undefined)
    return { at, who: SOMEBODY, what: `meldde ${message}` }
  if (act === 'matter-raised')
    return { at, who: SOMEBODY, what: `meldde ${message}: alleen de contactpersoon ziet dat` }
  if (act === 'matter-shown') return { at, who: CONTACT, what: `keek naar de melding (Toon)` }
  if (act === 'matter-closed')
    return {
      at,
      who: CONTACT,
      what: `sloot de melding af: ${text(`integrity.outcome.${codes['outcome'] ?? ''}.option`)}`,
    }
  if (act === 'measured')
    return {
      at,
      who: BOT,
      what: codes['result'] === 'done' ? 'voerde de maatregel uit' : 'kon de maatregel niet uitvoeren',
    }
  return undefined
}

function lineEvents(records: Records): readonly Event[] {
  return records.lines.flatMap((line): Event[] => {
    const message = ofWhom(records, line.flagId)
    const { at, act, actorId, flagId } = line
    if (flagId === null) {
      if (actorId === null || !records.team.has(actorId)) return []
      const who = records.nameOf(actorId)
      if (act === 'duty-began') return [{ at, who, what: 'begon een dienst' }]
      if (act === 'line-sent') return [{ at, who, what: 'stuurde iemand een hulplijn' }]
      return []
    }
    const arrival = arrivalOf(line, message)
    if (arrival !== undefined) return [arrival]
    const what = isOfTeam(records, line) ? whatOf(line, message) : undefined
    return what === undefined || actorId === null ? [] : [{ at, who: records.nameOf(actorId), what }]
  })
}

/** What somebody said in one place in a row is one step. */
function spokenEvents(records: Records): readonly Event[] {
  const threads = new Map(records.talks.map(({ threadId, askerId }) => [threadId, askerId]))
  const events: { at: Date; who: string; place: string; times: number }[] = []
  for (const { authorId, channel, at } of records.spoken) {
    if (authorId === records.botId) continue
    const asker = threads.get(channel)
    const place =
      asker === undefined
        ? `in #${channel}`
        : `in het gesprek met ${asker === null ? 'iemand' : records.nameOf(asker)}`
    const who = records.nameOf(authorId)
    const before = events.find((one) => one.who === who && one.place === place)
    if (before === undefined) events.push({ at, who, place, times: 1 })
    else before.times++
  }
  return events.map(({ at, who, place, times }) => ({
    at,
    who,
    what: times === 1 ? `zei iets ${place}` : `zei ${times} keer iets ${place}`,
  }))
}

const otherEvents = (records: Records): readonly Event[] => [
  ...records.talks.flatMap(({ joinedAt, workerId, askerId }) =>
    joinedAt === null || workerId === null
      ? []
      : [
          {
            at: joinedAt,
            who: records.nameOf(workerId),
            what: `kwam bij een privégesprek met ${askerId === null ? 'iemand' : records.nameOf(askerId)}`,
          },
        ],
  ),
  ...records.limits.map(({ channel, at }) => ({
    at,
    who: SOMEBODY,
    what: `vertraagde of sloot #${channel}`,
  })),
  ...[...records.said.values()].flatMap((one) =>
    one.gone?.by === undefined
      ? []
      : [
          {
            at: one.gone.at,
            who: records.nameOf(one.gone.by),
            what: `haalde het bericht van ${records.nameOf(one.authorId)} zelf weg`,
          },
        ],
  ),
]

/** The steps, oldest first, with the seconds of the house's time since the lesson began. */
export function timelineOf(records: Records): readonly DoneStep[] {
  return [...lineEvents(records), ...spokenEvents(records), ...otherEvents(records)]
    .toSorted((a, b) => Number(a.at) - Number(b.at))
    .map(({ at, who, what }) => ({
      who,
      what,
      afterSeconds: Math.max(0, Math.round((Number(at) - Number(records.startedAt)) / 1_000)),
    }))
}
