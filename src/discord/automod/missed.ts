import {
  type APIAuditLog,
  type APIAuditLogEntry,
  AuditLogEvent,
  type REST,
  Routes,
  SnowflakeUtil,
} from 'discord.js'
import { judgeFilter } from '../../automod/judge.ts'
import { kindOf } from '../../automod/names.ts'
import { AUDIT_CURSOR } from '../../storage/cursors.ts'
import { snowflakeAt } from '../../storage/snowflake.ts'
import type { Desk, House } from '../desk.ts'
import { raiseSeen } from './raise-seen.ts'

const PAGE = 100
const PAGES_MAX = 20
/** What Discord told live stands in the database a moment after the line in the audit log; that is the same thing. */
const SAME_MS = 5_000
const WINDOW_MS = 2_000
const EVENTS = [AuditLogEvent.AutoModerationBlockMessage, AuditLogEvent.AutoModerationFlagToChannel] as const

interface Line {
  readonly id: string
  readonly at: Date
  readonly filter: string
  readonly channelId: string
  readonly userId: string
  readonly blocked: boolean
}

function lineOf(entry: APIAuditLogEntry): Line | undefined {
  const { id, action_type, options, target_id, user_id } = entry
  const userId = target_id ?? user_id
  const filter = options?.auto_moderation_rule_name
  const channelId = options?.channel_id
  if (userId === null || filter === undefined || channelId === undefined) return undefined
  const at = new Date(SnowflakeUtil.timestampFrom(id))
  return {
    id,
    at,
    filter,
    channelId,
    userId,
    blocked: action_type === AuditLogEvent.AutoModerationBlockMessage,
  }
}

async function linesSince(rest: REST, guildId: string, fromId: string): Promise<Line[]> {
  const lines: Line[] = []
  for (const event of EVENTS) {
    let after = fromId
    for (let page = 0; page < PAGES_MAX; page++) {
      const query = new URLSearchParams({ action_type: String(event), after, limit: String(PAGE) })
      const { audit_log_entries: entries } = (await rest.get(Routes.guildAuditLog(guildId), {
        query,
      })) as APIAuditLog
      lines.push(...entries.flatMap((entry) => lineOf(entry) ?? []))
      const newest = entries.map(({ id }) => BigInt(id)).reduce((a, b) => (a > b ? a : b), BigInt(after))
      if (entries.length < PAGE) break
      after = String(newest)
    }
  }
  return lines.sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
}

/** One of the lines of each message: the first of what one filter did to one person in one channel at once. */
function firstOfEach(lines: readonly Line[]): Line[] {
  const starts = new Map<string, number>()
  return lines.filter((line) => {
    const key = `${line.filter}\n${line.userId}\n${line.channelId}`
    const start = starts.get(key)
    if (start !== undefined && line.at.getTime() - start < WINDOW_MS) return false
    starts.set(key, line.at.getTime())
    return true
  })
}

/**
 * What Discord's filters saw while the bot was away. Discord does not tell it again; its audit log keeps which filter,
 * who and where for 45 days, but neither the message nor a word: the card says "open the channel".
 *
 * @param isRead - whether a channel is one that is read at all
 */
export async function readMissed(
  desk: Desk,
  rest: REST,
  house: House,
  isRead: (channelId: string) => Promise<boolean>,
): Promise<void> {
  const cursor = await desk.db.channelCursor.findUnique({
    where: { houseId_channelId: { houseId: house.id, channelId: AUDIT_CURSOR } },
  })
  if (cursor === null) {
    // What happened before the bot came was not told to it.
    return desk.cursors.advance(house.id, new Map([[AUDIT_CURSOR, snowflakeAt(desk.now())]]))
  }
  const lines = await linesSince(rest, house.id, cursor.handledUpTo)
  for (const line of firstOfEach(lines)) {
    const kind = kindOf(line.filter)
    if (kind === undefined || (await isKnown(desk, house, line)) || !(await isRead(line.channelId))) continue
    await raiseSeen(desk, house, {
      subjectKey: `automod:log:${line.id}`,
      channelId: line.channelId,
      messageId: undefined,
      authorId: line.userId,
      decision: judgeFilter(desk.policy, kind, null),
      blocked: line.blocked,
      at: line.at,
      seenLate: true,
    })
  }
  const last = lines.at(-1)
  if (last !== undefined) await desk.cursors.advance(house.id, new Map([[AUDIT_CURSOR, last.id]]))
}

async function isKnown({ db }: Desk, house: House, { at, channelId, userId }: Line): Promise<boolean> {
  const from = new Date(at.getTime() - SAME_MS)
  const until = new Date(at.getTime() + SAME_MS)
  const flag = await db.flag.findFirst({
    where: {
      houseId: house.id,
      source: 'automod',
      channelId,
      authorId: userId,
      createdAt: { gte: from, lte: until },
    },
    select: { id: true },
  })
  return flag !== null
}
