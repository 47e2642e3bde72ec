import type { Fact } from '../../policy/schema-lessons.ts'
import type { FlagRecord, Line, Records } from './records.ts'

/** Something that the records show: since when, by whom, and whether it was later than asked. */
export interface Seen {
  readonly at: Date
  readonly by?: string | undefined
  readonly late: boolean
}

/** What a fact is held against. `since` is when a wait began; the lesson's own start for anything else. */
export interface Looked {
  readonly records: Records
  readonly since: Date
}

const MINUTE_MS = 60_000

/** The acts with which somebody has a flag. Deciding on what nobody took takes it. */
const TAKES = new Set(['claimed', 'passed', 'proposed', 'closed'])
/** Lines about a flag that are not something that the team did with it. */
const NOT_DONE = new Set([
  'raised',
  'joined',
  'counted',
  'overdue',
  'withdrawn',
  'objected',
  'reopened',
  'received',
])

const flagOf = ({ flags, said }: Records, key: string): FlagRecord | undefined => {
  const id = said.get(key)?.messageId
  return id === undefined ? undefined : flags.find(({ messageIds }) => messageIds.includes(id))
}

/** Whether a line of the audit is something that the team did about a message of the lesson. */
export const isOfTeam = ({ team }: Records, { act, actorId, flagId }: Line): boolean =>
  flagId !== null && actorId !== null && team.has(actorId) && !NOT_DONE.has(act)

type Plain =
  | { readonly at: Date; readonly by?: string | undefined; readonly inTime?: boolean | undefined }
  | undefined
const ofLine = (line: Line | undefined): Plain =>
  line === undefined ? undefined : { at: line.at, by: line.actorId ?? undefined }

const linesOf = (records: Records, key: string, fits: (line: Line) => boolean): readonly Line[] => {
  const flag = flagOf(records, key)
  return flag === undefined ? [] : records.lines.filter((line) => line.flagId === flag.id && fits(line))
}
const byTeam = (records: Records, key: string, fits: (line: Line) => boolean): Plain =>
  ofLine(linesOf(records, key, (line) => isOfTeam(records, line) && fits(line))[0])

const matterLine = (records: Records, key: string, act: string): Plain => {
  const matter = records.matters.find(({ messageId }) => messageId === records.said.get(key)?.messageId)
  if (matter === undefined) return undefined
  return ofLine(records.lines.find((line) => line.flagId === matter.id && line.act === act))
}

const isSecond = ({ act, codes }: Line): boolean =>
  act === 'confirmed' ||
  (act === 'closed' && codes['confirms'] === 'proposal') ||
  (act === 'undone' && codes['by'] === 'second')

/** When the team last did something, of what the house knows. */
const lastDone = (records: Records): Date | undefined => {
  const times = [
    ...records.lines.filter((line) => isOfTeam(records, line)).map(({ at }) => at),
    ...records.spoken.filter(({ authorId }) => authorId !== records.botId).map(({ at }) => at),
    ...records.talks.flatMap(({ joinedAt }) => joinedAt ?? []),
  ]
  return times.length === 0 ? undefined : new Date(Math.max(...times.map(Number)))
}

/** What the records show of a fact, whatever the time. */
function shown(fact: Fact, { records, since }: Looked): Plain {
  const { lines, now } = records
  switch (fact.see) {
    case 'flagged':
      return ofLine(linesOf(records, fact.of, ({ act }) => act === 'raised' || act === 'counted')[0])
    case 'taken': {
      const taken = byTeam(records, fact.of, ({ act }) => TAKES.has(act))
      return taken && { ...taken, inTime: flagOf(records, fact.of)?.inTime }
    }
    case 'shown':
    case 'answered':
      return byTeam(records, fact.of, ({ act }) => act === fact.see)
    case 'second':
      return byTeam(records, fact.of, isSecond)
    case 'level': {
      const flag = flagOf(records, fact.of)
      if (flag === undefined || !fact.is.includes(flag.level)) return undefined
      return ofLine(linesOf(records, fact.of, ({ act }) => act === 'level').at(-1)) ?? { at: now }
    }
    case 'decided': {
      const flag = flagOf(records, fact.of)
      if (flag?.state !== 'closed' || flag.outcome === null) return undefined
      if (fact.outcome !== undefined && !fact.outcome.includes(flag.outcome)) return undefined
      return ofLine(linesOf(records, fact.of, ({ act }) => act === 'closed').at(-1))
    }
    case 'told': {
      const told = flagOf(records, fact.of)?.told
      return told === 'wanted' || told === 'told'
        ? ofLine(linesOf(records, fact.of, ({ act }) => act === 'told')[0])
        : undefined
    }
    case 'measured':
      return flagOf(records, fact.of)?.outcome === 'made-safe'
        ? ofLine(linesOf(records, fact.of, ({ act }) => act === 'closed').at(-1))
        : undefined
    case 'on-call-told':
      return flagOf(records, fact.of)?.onCallTold === true ? { at: now } : undefined
    case 'removed': {
      const gone = records.said.get(fact.of)?.gone
      if (gone === undefined) return undefined
      return ofLine(linesOf(records, fact.of, ({ codes }) => codes['outcome'] === 'removed').at(-1)) ?? gone
    }
    case 'matter-raised':
    case 'matter-shown':
    case 'matter-closed':
      return matterLine(records, fact.of, fact.see)
    case 'spoke':
      return spoke(fact, records)
    case 'bot-spoke': {
      const after = records.said.get(fact.after)?.at
      if (after === undefined) return undefined
      const one = records.spoken.find(
        ({ authorId, channel, at }) => authorId === records.botId && channel === fact.in && at >= after,
      )
      return one && { at: one.at }
    }
    case 'talk': {
      const asker = records.cast.get(fact.with)
      const talk = records.talks.find(({ askerId, joinedAt }) => askerId === asker && joinedAt !== null)
      return talk?.joinedAt == null ? undefined : { at: talk.joinedAt, by: talk.workerId ?? undefined }
    }
    case 'line': {
      const writer = records.cast.get(fact.to)
      const line = records.sentLines.find(({ writerId }) => writerId === writer)
      return line && { at: line.at, by: line.workerId ?? undefined }
    }
    case 'limited':
      return records.limits.find(({ channel }) => channel === fact.in)
    case 'duty':
      return ofLine(
        lines.find(
          ({ act, actorId }) => act === 'duty-began' && actorId !== null && records.team.has(actorId),
        ),
      )
    case 'anything':
      return anything(records)
    case 'quiet': {
      const from = Math.max(Number(lastDone(records) ?? since), Number(since))
      return now.getTime() - from >= fact.minutes * MINUTE_MS ? { at: now } : undefined
    }
    case 'agreed':
      return records.agreed.has(fact.what) ? { at: records.startedAt } : undefined
  }
}

function spoke(fact: Extract<Fact, { see: 'spoke' }>, records: Records): Plain {
  const after = fact.after === undefined ? records.startedAt : records.said.get(fact.after)?.at
  if (after === undefined) return undefined
  const asker = fact.with === undefined ? undefined : records.cast.get(fact.with)
  const places =
    fact.with === undefined
      ? [fact.in]
      : records.talks.filter(({ askerId }) => askerId === asker).map(({ threadId }) => threadId)
  const one = records.spoken.find(
    ({ authorId, channel, at }) => records.team.has(authorId) && places.includes(channel) && at >= after,
  )
  return one && { at: one.at, by: one.authorId }
}

/** What the team did about the messages of the lesson; talking along in a channel is not such a thing. */
function anything(records: Records): Plain {
  const line = records.lines.find((one) => isOfTeam(records, one))
  if (line !== undefined) return ofLine(line)
  const reported = records.lines.find(
    ({ act, actorId }) =>
      (act === 'raised' || act === 'joined') && actorId !== null && records.team.has(actorId),
  )
  if (reported !== undefined) return ofLine(reported)
  const [limit] = records.limits
  if (limit !== undefined) return { at: limit.at }
  return [...records.said.values()].flatMap(({ gone }) => gone ?? [])[0]
}

/** The moment from which the time of a fact counts. */
function countsFrom(fact: Fact, records: Records): Date {
  const key = 'of' in fact ? fact.of : 'after' in fact ? fact.after : undefined
  const said = (key === undefined ? undefined : records.said.get(key)?.at) ?? records.startedAt
  return 'from' in fact && fact.from === 'opening' ? records.opensFrom(said) : said
}

/** What the records show of a fact, and whether it came later than it asks. */
export function seen(fact: Fact, looked: Looked): Seen | undefined {
  const found = shown(fact, looked)
  if (found === undefined) return undefined
  const { at, by } = found
  if (!('within' in fact) || fact.within === undefined) return { at, by, late: false }
  if (fact.within === 'target') return { at, by, late: found.inTime === false }
  const late = at.getTime() - countsFrom(fact, looked.records).getTime() > fact.within * MINUTE_MS
  return { at, by, late }
}

/** The first of these that is seen in time; else one that came late. */
export function anySeen(facts: readonly Fact[], looked: Looked): Seen | undefined {
  const all = facts.flatMap((fact) => seen(fact, looked) ?? [])
  return all.find(({ late }) => !late) ?? all[0]
}
