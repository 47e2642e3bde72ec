import type { HouseId } from '../house/id.ts'
import { digestKey } from '../outbox/digest.ts'
import type { FlagListener } from '../queue/deps.ts'
import { cardKey } from '../queue/deps.ts'
import { isReal, REAL } from '../queue/real.ts'
import { LEVELS } from '../screening/kinds.ts'
import type { Tx } from '../storage/db.ts'
import type { Timer } from '../storage/timers.ts'
import type { OpeningHours, Quiet } from '../policy/schema.ts'
import { MINUTE } from './brussels.ts'
import type { DutyDeps } from './deps.ts'
import { isOpen, nextOpening } from './opening.ts'
import { PRIORITY } from './deps.ts'

/** Quiet cards: green and yellow ones come together at set times, red and acute ones at once. */

const HEAVIEST_QUIET = LEVELS.indexOf('geel')
const HOUR = 60 * MINUTE

/**
 * When the next digest of a house is due: on the full hour while it is open, and at each opening.
 *
 * @returns undefined in a house whose cards are not quiet, or that has no next opening
 */
export const nextDigest = (hours: OpeningHours, quiet: Quiet, now: Date): Date | undefined => {
  if (quiet === 'off') return undefined
  if (quiet === 'hour') {
    // The clock of Brussels differs from UTC by whole hours: a full hour there is one here.
    const onTheHour = new Date(Math.floor(now.getTime() / HOUR) * HOUR + HOUR)
    if (isOpen(hours, now) && isOpen(hours, onTheHour)) return onTheHour
  }
  return nextOpening(hours, now)
}

/**
 * In a quiet house a green or yellow flag gets no message of its own while it has none: it counts as shown by the
 * digest. One that becomes heavier is posted at once, by the wish that its move made.
 */
export const keepQuiet =
  (deps: DutyDeps): FlagListener =>
  async (tx, { after }) => {
    const house = after.houseId
    const { quiet } = deps.agreed(house).queue
    if (quiet === 'off' || after.rank > HEAVIEST_QUIET || !isReal(after)) return
    const where = { houseId: house, targetKey: cardKey(after.id), messageId: null, attemptedAt: null }
    const wish = await tx.outboxTarget.findFirst({ where, select: { id: true, desiredVersion: true } })
    if (wish === null) return
    await tx.outboxTarget.updateMany({
      where: { ...where, leasedBy: null },
      data: { doneVersion: wish.desiredVersion, nextTry: null },
    })
    if (after.state !== 'closed') await armDigest(deps, tx, house)
  }

/** Sets the time of the next digest, unless one is set already. */
const armDigest = async (deps: DutyDeps, tx: Tx, house: HouseId): Promise<void> => {
  const key = 'house-digest'
  const stands = await tx.timer.findUnique({
    where: { houseId_key: { houseId: house, key } },
    select: { firedAt: true },
  })
  if (stands !== null && stands.firedAt === null) return
  const dueAt = nextDigest(deps.hours.of(house), deps.agreed(house).queue.quiet, deps.now())
  if (dueAt === undefined) return
  await deps.timers.schedule(tx, { house, key, kind: key, payload: { at: dueAt.toISOString() }, dueAt })
}

/** How many flags stand in the digest and nobody took yet. */
const waitsQuietly = async (tx: Tx, house: HouseId, channelId: string): Promise<boolean> => {
  const cards = await tx.outboxTarget.findMany({
    where: {
      houseId: house,
      channelId,
      kind: 'card',
      messageId: null,
      doneVersion: { gt: 0 },
      nextTry: null,
    },
    select: { targetKey: true },
    orderBy: { createdAt: 'desc' },
    take: MOST,
  })
  const ids = cards.map(({ targetKey }) => targetKey.slice(targetKey.indexOf(':') + 1))
  return (await tx.flag.count({ where: { id: { in: ids }, state: { not: 'closed' }, ...REAL } })) > 0
}
const MOST = 400

const wantDigest = async (
  deps: DutyDeps,
  tx: Tx,
  house: HouseId,
  channelId: string,
  at: Date,
): Promise<void> => {
  if (!(await waitsQuietly(tx, house, channelId))) return
  await deps.outbox.want(tx, {
    house,
    targetKey: digestKey(channelId),
    kind: 'digest',
    channelId,
    // By this the digest moves to the end of the channel, where people look.
    desired: { channelId, at: at.toISOString() },
    priority: PRIORITY,
  })
}

/** The set time has come. In a house that closed meanwhile the digest waits for its opening. */
export const fireDigest = async (deps: DutyDeps, tx: Tx, timer: Timer, channelId: string): Promise<void> => {
  const house = timer.houseId
  const now = deps.now()
  const hours = deps.hours.of(house)
  if (isOpen(hours, now)) return wantDigest(deps, tx, house, channelId, now)
  const dueAt = nextOpening(hours, now)
  if (dueAt === undefined) return
  await deps.timers.schedule(tx, {
    house,
    key: timer.key,
    kind: timer.kind,
    payload: { at: dueAt.toISOString() },
    dueAt,
  })
}

/** At each opening a quiet house shows what still waits, whatever was shown before. */
export const wantOpeningDigest = async (
  deps: DutyDeps,
  tx: Tx,
  house: HouseId,
  channelId: string,
): Promise<void> => {
  if (deps.agreed(house).queue.quiet === 'off') return
  await wantDigest(deps, tx, house, channelId, deps.now())
}
