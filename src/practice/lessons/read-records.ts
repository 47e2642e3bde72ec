import { z } from 'zod'
import { isOpen, nextOpening } from '../../duty/opening.ts'
import { houseId } from '../../house/id.ts'
import type { Agreed } from '../../policy/schema-lessons.ts'
import type { Policy } from '../../policy/schema.ts'
import { storedFlagOf } from '../../queue/row.ts'
import { msOf } from '../snowflake.ts'
import type { MessageHandle, World } from '../world.ts'
import { hoursOf, type LessonHouse, policyOf } from './house.ts'
import type { FlagRecord, Line, Records, Said, Spoken, TalkRecord } from './records.ts'

/** What a lesson knows of itself. */
export interface Played {
  readonly startedAt: Date
  readonly said: ReadonlyMap<string, MessageHandle>
  /** What nobody named: for what belongs to it all the same. */
  readonly others: readonly MessageHandle[]
  readonly cast: ReadonlyMap<string, string>
  /** Messages that the lesson itself took away. */
  readonly takenAway: ReadonlySet<string>
}

const codesSchema = z.record(z.string(), z.string())

/** Ids of everybody with a role of the team, but the cast. */
function teamOf(world: World, policy: Policy, cast: ReadonlySet<string>): Set<string> {
  const { youthWorker, moderator, volunteer, backUp, onCall } = policy.house.roles
  const ids = [youthWorker, moderator, volunteer, backUp, onCall].flatMap(
    (name) => (name === undefined ? undefined : world.role(name)?.memberIds) ?? [],
  )
  const { integrity, responsible } = policy.house.contacts
  return new Set(
    [...ids, integrity.discordId ?? [], responsible?.discordId ?? []].flat().filter((id) => !cast.has(id)),
  )
}

/** Reads what the house knows of what was done since a lesson began. Nothing is written. */
export async function readRecords(house: LessonHouse, played: Played): Promise<Records> {
  const { discord, bot } = house
  const policy = policyOf(house)
  const { world, guildId, botId } = discord
  const { db } = bot.desk
  const id = houseId(guildId)
  const { startedAt, said, others } = played
  const messageIds = [...said.values(), ...others].map((one) => one.id)
  const castIds = [...played.cast.values()]
  const since = { gte: startedAt }

  const rows = await db.flag.findMany({
    where: {
      houseId: id,
      OR: [{ messageId: { in: messageIds } }, { messages: { some: { messageId: { in: messageIds } } } }],
    },
    include: { messages: { select: { messageId: true } } },
  })
  const flagIds = rows.map((row) => row.id)
  const clocks = await db.flagClock.findMany({ where: { flagId: { in: flagIds }, onCallTold: true } })
  const rounds = await db.flagRound.findMany({
    where: { flagId: { in: flagIds } },
    orderBy: { startedAt: 'asc' },
    select: { flagId: true, overdue: true },
  })
  const matters = await db.staffMatter.findMany({
    where: { houseId: id, messageId: { in: messageIds } },
    select: { id: true, messageId: true },
  })
  const lines = await db.auditLine.findMany({
    where: {
      houseId: id,
      at: since,
      OR: [{ flagId: { in: [...flagIds, ...matters.map((one) => one.id)] } }, { flagId: null }],
    },
    orderBy: { id: 'asc' },
  })
  const talks = await db.talk.findMany({ where: { houseId: id, createdAt: since, askerId: { in: castIds } } })
  const sentLines = await db.sentLine.findMany({
    where: { houseId: id, createdAt: since, writerId: { in: castIds } },
    select: { writerId: true, workerId: true, createdAt: true },
  })
  const limits = await db.channelLimit.findMany({
    where: { houseId: id, startedAt: since },
    select: { channelId: true, startedAt: true },
  })

  const cast = new Set(castIds)
  const team = teamOf(world, policy, cast)
  const names = new Map(world.channelNames().map((name) => [world.channel(name).id, name]))
  const threads = talks.flatMap(({ threadId }) => threadId ?? [])
  const hours = hoursOf(house)
  const contactId = policy.house.contacts.integrity.discordId
  const consent =
    contactId === undefined
      ? null
      : await db.integrityConsent.findUnique({
          where: { houseId_userId: { houseId: id, userId: contactId } },
        })
  const flags = rows.map((row): FlagRecord => {
    const { state, level, outcome, told } = storedFlagOf(row)
    const overdue = rounds.find((round) => round.flagId === row.id)?.overdue ?? undefined
    return {
      id: row.id,
      messageIds: [row.messageId, ...row.messages.map((one) => one.messageId)].filter((one) => one !== null),
      state,
      level,
      outcome,
      told,
      onCallTold: clocks.some((clock) => clock.flagId === row.id),
      inTime: overdue === undefined ? undefined : !overdue,
    }
  })
  return {
    startedAt,
    now: bot.desk.now(),
    said: new Map([...said].map(([key, handle]) => [key, saidOf(house, handle, names, played)])),
    flags,
    matters,
    lines: lines.map(
      (line): Line => ({
        at: line.at,
        act: line.act,
        flagId: line.flagId,
        actorId: line.actorId,
        codes: codesSchema.parse(JSON.parse(line.codes)),
      }),
    ),
    talks: talks.map(
      (talk): TalkRecord => ({
        askerId: talk.askerId,
        threadId: talk.threadId,
        joinedAt: talk.joinedAt,
        workerId: talk.firstWorkerId,
        closed: talk.closedAt !== null,
      }),
    ),
    sentLines: sentLines.map(({ writerId, workerId, createdAt }) => ({ writerId, workerId, at: createdAt })),
    limits: limits.map(({ channelId, startedAt: at }) => ({
      channel: names.get(channelId) ?? channelId,
      at,
    })),
    spoken: spokenSince(world, [...names.values(), ...threads], startedAt, team, botId),
    team,
    contactId,
    botId,
    cast: played.cast,
    agreed: agreedIn(policy, consent !== null),
    opensFrom: (at) => (isOpen(hours, at) ? at : (nextOpening(hours, at) ?? at)),
    nameOf: (userId) => nameIn(world, userId),
  }
}

const saidOf = (
  house: LessonHouse,
  handle: MessageHandle,
  names: ReadonlyMap<string, string>,
  played: Played,
): Said => ({
  messageId: handle.id,
  channel: names.get(handle.channelId) ?? handle.channelId,
  authorId: handle.authorId,
  at: handle.createdAt,
  gone: handle.deleted && !played.takenAway.has(handle.id) ? goneOf(house, handle) : undefined,
})

/** Discord's number of a deletion in its audit log. It names the writer and the channel, not which message. */
const DELETED = 72

/** Who took a message away by hand, as far as the audit log of the server tells; else it was the bot, for a decision. */
function goneOf(
  { discord, bot }: LessonHouse,
  { authorId, channelId, createdAt }: MessageHandle,
): Said['gone'] {
  const entry = discord.world
    .auditLog()
    .findLast(
      ({ id, action, targetId, options, byId }) =>
        action === DELETED &&
        targetId === authorId &&
        options?.['channel_id'] === channelId &&
        byId !== discord.botId &&
        msOf(id) >= createdAt.getTime(),
    )
  return entry === undefined
    ? { at: bot.desk.now(), by: undefined }
    : { at: new Date(msOf(entry.id)), by: entry.byId ?? undefined }
}

/** What the team and the bot said, in the channels of the house and in the private talks of the cast. */
function spokenSince(
  world: World,
  places: readonly string[],
  since: Date,
  team: ReadonlySet<string>,
  botId: string,
): readonly Spoken[] {
  return places.flatMap((channel) =>
    messagesIn(world, channel)
      .filter((one) => one.createdAt >= since && (team.has(one.authorId) || one.authorId === botId))
      .map((one) => ({ channel, authorId: one.authorId, at: one.createdAt })),
  )
}

/** A thread can be gone at any moment. */
const messagesIn = (world: World, channel: string): readonly MessageHandle[] => {
  try {
    return world.channel(channel).messages()
  } catch {
    return []
  }
}

const agreedIn = (policy: Policy, contactSaidYes: boolean): ReadonlySet<Agreed> => {
  const { reading, roles, channels } = policy.house
  return new Set<Agreed>([
    ...(reading.way === 'full' ? (['reads'] as const) : []),
    ...(roles.onCall === undefined ? [] : (['on-call'] as const)),
    ...(roles.backUp === undefined ? [] : (['back-up'] as const)),
    ...(channels.talks === undefined ? [] : (['talks'] as const)),
    ...(contactSaidYes ? (['integrity'] as const) : []),
  ])
}

const nameIn = (world: World, userId: string): string => {
  try {
    const { name } = world.member(userId)
    return name.charAt(0).toUpperCase() + name.slice(1)
  } catch {
    return 'iemand die hier niet meer is'
  }
}
