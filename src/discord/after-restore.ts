import { describeMoment } from '../duty/describe.ts'
import type { HouseId } from '../house/id.ts'
import { RESTORED_CURSOR } from '../storage/cursors.ts'
import { momentOf } from '../storage/snowflake.ts'
import type { Desks, House } from './desk.ts'
import { tellStaff } from './tell-staff.ts'

/** What a bot does in the first hour after its database was put back from a backup. */
export interface AfterRestore {
  /** From when the database of a house is; undefined when it was not put back, or longer than an hour ago. */
  from(house: HouseId): Date | undefined
  /** Looks whether it was, before the house is opened; then the team is told, once. */
  arrived(house: House): Promise<void>
  /** Forgets it where the hour is over. */
  sweep(): Promise<void>
}

/**
 * In this time all that the older picture wants again was wanted again: timers that fired meanwhile fire at the start,
 * and what was said meanwhile is read back at once.
 */
const LOOKS_MS = 60 * 60_000

/**
 * A database that was put back knows nothing of what the bot did after the backup: cards that stand, lines that were
 * said. For an hour it looks for its own messages before it posts anything new, so that nothing stands there twice.
 */
export function createAfterRestore(desk: Pick<Desks, 'db' | 'now' | 'outbox' | 'of' | 'log'>): AfterRestore {
  const known = new Map<HouseId, { readonly from: Date; readonly until: number }>()
  return {
    from: (house) => known.get(house)?.from,
    async arrived(house) {
      if (known.has(house.id)) return
      const row = await desk.db.channelCursor.findUnique({
        where: { houseId_channelId: { houseId: house.id, channelId: RESTORED_CURSOR } },
        select: { handledUpTo: true },
      })
      if (row === null) return
      const from = momentOf(row.handledUpTo)
      known.set(house.id, { from, until: desk.now().getTime() + LOOKS_MS })
      desk.log.warn({ house: house.id, from }, 'this database was put back from a backup')
      const texts = desk.of(house.id).texts()
      await tellStaff(desk, {
        house: house.id,
        queueChannelId: house.queueChannelId,
        about: `restored:${row.handledUpTo}`,
        says: 'staff.restored',
        values: { at: describeMoment(from, texts.language, desk.now(), texts) },
      })
    },
    async sweep() {
      const now = desk.now().getTime()
      for (const [house, { until }] of known) {
        if (now < until) continue
        await desk.db.channelCursor.deleteMany({ where: { houseId: house, channelId: RESTORED_CURSOR } })
        known.delete(house)
      }
    },
  }
}
