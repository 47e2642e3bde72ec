import {
  type APITextChannel,
  channelMention,
  DiscordAPIError,
  OverwriteType,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js'
import { z } from 'zod'
import type { Limit, ShutLimit, SlowLimit } from '../../channels/limit.ts'
import { mayOpen, maySlow, maySpeed, mayShut, type Overwrite, type Verdict } from '../../channels/plan.ts'
import { staffTold, tellStaff } from '../tell-staff.ts'
import type { Effect, Effected, Hands } from './effect.ts'
import { isCode } from './private-thread.ts'

const desiredSchema = z.object({ limitId: z.string() })
const DONE: Effected = { did: 'done' }
const REASON = 'huisbot: for a while'

/** What the team reads about a channel, once. */
export const aboutChannel = (channelId: string): string => `channel:${channelId}`

const tell = (limit: Limit, says: 'staff.channel-changed' | 'staff.channel-cannot', { desk }: Hands) =>
  tellStaff(desk, {
    house: limit.houseId,
    queueChannelId: limit.queueChannelId,
    about: aboutChannel(limit.channelId),
    says,
    values: { channel: channelMention(limit.channelId) },
  })

const overwritesOf = ({ permission_overwrites }: APITextChannel): readonly Overwrite[] =>
  (permission_overwrites ?? []).map(({ id, type, allow, deny }) => ({
    id,
    type: type === OverwriteType.Member ? 1 : 0,
    allow,
    deny,
  }))

const wait = (limit: SlowLimit, seconds: number, { rest }: Hands): Promise<unknown> =>
  rest.patch(Routes.channel(limit.channelId), { body: { rate_limit_per_user: seconds }, reason: REASON })

/** Sets what somebody may in a channel, or takes it away. Neither done twice changes anything. */
async function put(limit: ShutLimit, id: string, wanted: Overwrite | null, { rest }: Hands): Promise<void> {
  const route = Routes.channelPermission(limit.channelId, id)
  if (wanted !== null) {
    const { type, allow, deny } = wanted
    await rest.put(route, { body: { type, allow, deny }, reason: REASON })
    return
  }
  try {
    await rest.delete(route, { reason: REASON })
  } catch (error) {
    if (!isCode(error, RESTJSONErrorCodes.UnknownPermissionOverwrite)) throw error
  }
}

/** @returns whether somebody else had changed something of it by now: that is left alone */
async function shut(limit: ShutLimit, channel: APITextChannel, hands: Hands): Promise<boolean> {
  const now = overwritesOf(channel)
  const at = (id: string): Overwrite | undefined => now.find((one) => one.id === id)
  const verdicts: Verdict[] = limit.changes.map((change) => mayShut(change, at(change.set.id)))
  // All of it or nothing: half a lock would shut the team out, or nobody.
  if (verdicts.includes('foreign')) return true
  for (const [index, change] of limit.changes.entries())
    if (verdicts[index] === 'act') await put(limit, change.set.id, change.set, hands)
  return false
}

/**
 * In the opposite order: the bot itself last, so that it can finish. Where somebody changed what everybody may, all of it
 * is left: taking only the rest back could shut the team out.
 */
async function open(limit: ShutLimit, channel: APITextChannel, hands: Hands): Promise<boolean> {
  const now = overwritesOf(channel)
  const changes = limit.changes.toReversed().map((change) => ({
    change,
    verdict: mayOpen(
      change,
      now.find(({ id }) => id === change.set.id),
    ),
  }))
  if (changes.some(({ change, verdict }) => verdict === 'foreign' && change.set.id === limit.houseId))
    return true
  for (const { change, verdict } of changes)
    if (verdict === 'act') await put(limit, change.set.id, change.before, hands)
  return changes.some(({ verdict }) => verdict === 'foreign')
}

async function slow(limit: SlowLimit, channel: APITextChannel, hands: Hands): Promise<boolean> {
  const verdict = maySlow(limit.slow, limit.seconds, channel.rate_limit_per_user ?? 0)
  if (verdict === 'act') await wait(limit, limit.seconds, hands)
  return verdict === 'foreign'
}

async function speed(limit: SlowLimit, channel: APITextChannel, hands: Hands): Promise<boolean> {
  const verdict = maySpeed(limit.slow, channel.rate_limit_per_user ?? 0)
  if (verdict === 'act') await wait(limit, limit.slow.before, hands)
  return verdict === 'foreign'
}

async function match(limit: Limit, hands: Hands): Promise<void> {
  const { limits } = hands.desk
  const channel = (await hands.rest.get(Routes.channel(limit.channelId))) as APITextChannel
  // Its time was over before Discord could be asked: then it is only put back.
  const begins = limit.state === 'begins' && limit.until > hands.desk.now()
  const foreign =
    limit.kind === 'slow'
      ? await (begins ? slow : speed)(limit, channel, hands)
      : await (begins ? shut : open)(limit, channel, hands)
  if (foreign) {
    await tell(limit, 'staff.channel-changed', hands)
    return limits.over(limit, 'changed')
  }
  await staffTold(hands.desk, { house: limit.houseId, about: aboutChannel(limit.channelId) })
  await (begins ? limits.holds(limit) : limits.over(limit, 'back'))
}

/**
 * Makes a channel be as its limit says: slow or shut, or again exactly as it was before. Only what is still as the bot
 * knows it is touched; what somebody changed meanwhile is theirs, and the team is told.
 */
export const channelLimit: Effect = async (claim, hands) => {
  const { limitId } = desiredSchema.parse(claim.desired)
  const limit = await hands.desk.limits.find(claim.houseId, limitId)
  if (limit === undefined || limit.state === 'over' || limit.state === 'holds') return DONE
  try {
    await match(limit, hands)
  } catch (error) {
    if (isCode(error, RESTJSONErrorCodes.UnknownChannel)) {
      await staffTold(hands.desk, { house: limit.houseId, about: aboutChannel(limit.channelId) })
      await hands.desk.limits.over(limit, 'gone')
      return DONE
    }
    const forPeople: readonly unknown[] = [
      RESTJSONErrorCodes.MissingAccess,
      RESTJSONErrorCodes.MissingPermissions,
    ]
    if (error instanceof DiscordAPIError && forPeople.includes(error.code))
      await tell(limit, 'staff.channel-cannot', hands)
    throw error
  }
  return DONE
}
