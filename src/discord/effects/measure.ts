import { DiscordAPIError, RESTJSONErrorCodes, Routes } from 'discord.js'
import { z } from 'zod'
import { LONGEST_PAUSE } from '../../queue/measures.ts'
import type { WantedMeasure } from '../../queue/flags.ts'
import { codeOf } from '../../queue/card.ts'
import type { Claim } from '../../outbox/outbox.ts'
import type { Effect, Hands } from './effect.ts'

const desiredSchema = z.object({ flagId: z.string() })
const MINUTE = 60_000

/** What Discord says when the member is not there (any more), or was never banned: nothing is left to do. */
const NOTHING_LEFT: readonly unknown[] = [
  RESTJSONErrorCodes.UnknownMember,
  RESTJSONErrorCodes.UnknownUser,
  RESTJSONErrorCodes.UnknownBan,
]
const has = (error: unknown, codes: readonly unknown[]): boolean =>
  error instanceof DiscordAPIError && codes.includes(error.code)

/**
 * Carries out the measure that a person took through a card, or lifts it: a pause, a kick, a ban. The row is read now:
 * it says whether and what. The audit log of the server says which card it came from, and no words.
 */
export const measure: Effect = async (claim, hands) => {
  const { flagId } = desiredSchema.parse(claim.desired)
  const asked = await hands.desk.flags.wantedMeasure(claim.houseId, flagId)
  if (asked === undefined) return { did: 'done' }
  const reason = `huisbot flag ${codeOf(flagId)}`
  try {
    await (asked.lift ? lift : take)(claim, hands, asked, reason)
  } catch (error) {
    if (has(error, [RESTJSONErrorCodes.MissingPermissions, RESTJSONErrorCodes.MissingAccess])) {
      // A person must do it by hand: the card says so at once, rather than after many tries.
      await hands.desk.flags.measured(claim.houseId, flagId, asked, 'refused')
      return { did: 'done' }
    }
    if (!has(error, NOTHING_LEFT)) throw error
  }
  await hands.desk.flags.measured(claim.houseId, flagId, asked, 'done')
  return { did: 'done' }
}

async function take({ houseId }: Claim, hands: Hands, asked: WantedMeasure, reason: string): Promise<void> {
  const { rest, desk } = hands
  const { userId, decidedAt } = asked
  if (asked.measure === 'ban') {
    await rest.put(Routes.guildBan(houseId, userId), { body: { delete_message_seconds: 0 }, reason })
    return
  }
  if (asked.measure === 'kick') {
    // Who came back after the decision was put out already: an attempt that nobody heard the end of is not repeated.
    const member = (await rest.get(Routes.guildMember(houseId, userId))) as {
      readonly joined_at: string | null
    }
    if (member.joined_at !== null && Date.parse(member.joined_at) > decidedAt.getTime()) return
    await rest.delete(Routes.guildMember(houseId, userId), { reason })
    return
  }
  const now = desk.now().getTime()
  const until = Math.min(asked.until?.getTime() ?? now, now + LONGEST_PAUSE * MINUTE - MINUTE)
  if (until <= now) return
  await rest.patch(Routes.guildMember(houseId, userId), {
    body: { communication_disabled_until: new Date(until).toISOString() },
    reason,
  })
}

async function lift(
  { houseId }: Claim,
  { rest }: Hands,
  asked: WantedMeasure,
  reason: string,
): Promise<void> {
  if (asked.measure === 'ban') await rest.delete(Routes.guildBan(houseId, asked.userId), { reason })
  if (asked.measure !== 'pause') return
  await rest.patch(Routes.guildMember(houseId, asked.userId), {
    body: { communication_disabled_until: null },
    reason,
  })
}
