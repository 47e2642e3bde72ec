import { z } from 'zod'
import { openingOf } from '../duty/opening.ts'
import type { HouseId } from '../house/id.ts'
import type { Tx } from '../storage/db.ts'
import type { Timer } from '../storage/timers.ts'
import type { Desk } from './desk.ts'

/**
 * The general lines that the bot may say in a channel by itself: always the same words, about nobody and about no
 * subject, at most once in a channel in one opening (design decision 4, a safeguard).
 */
export const lineSchema = z.strictObject({
  says: z.enum(['channel.offer', 'channel.reminder', 'channel.mention']),
})
export type Line = z.infer<typeof lineSchema>

interface WantedLine extends Line {
  readonly house: HouseId
  readonly channelId: string
  readonly opening: { readonly from: Date }
}

/** Asks for the line unless it was already asked for in this channel and opening. */
export async function wantLineOnce(desk: Pick<Desk, 'outbox'>, tx: Tx, line: WantedLine): Promise<void> {
  const targetKey = `line:${line.says}:${line.channelId}:${line.opening.from.toISOString()}`
  const stands = await tx.outboxTarget.findUnique({
    where: { houseId_targetKey: { houseId: line.house, targetKey } },
    select: { id: true },
  })
  if (stands !== null) return
  await desk.outbox.want(tx, {
    house: line.house,
    targetKey,
    kind: 'line',
    channelId: line.channelId,
    desired: { says: line.says } satisfies Line,
  })
}

const offerTimerSchema = z.object({ channelId: z.string(), flagId: z.string().optional() })

/**
 * Nobody took a worrying message within its target time: the general line, if somebody is there. A house without
 * anybody never reacts to one message. Where the clock of the flag stood still meanwhile (nobody was there yet), the
 * line waits for it. Runs in the transaction that marks the timer as fired.
 */
export async function fireOffer(
  desk: Pick<Desk, 'outbox' | 'now' | 'timers' | 'duty'>,
  tx: Tx,
  timer: Timer,
): Promise<void> {
  const { houseId: house } = timer
  const opening = openingOf(desk.duty.hours.of(house), desk.now())
  if (opening === undefined || !(await desk.duty.isOpen(house, tx))) return
  const { channelId, flagId } = offerTimerSchema.parse(timer.payload)
  const target = flagId === undefined ? undefined : await desk.duty.firstStepAt(tx, house, flagId)
  if (target !== undefined && target > desk.now()) {
    const { key, kind, payload } = timer
    return desk.timers.schedule(tx, { house, key, kind, payload, dueAt: target })
  }
  await wantLineOnce(desk, tx, { house: timer.houseId, channelId, says: 'channel.offer', opening })
}
