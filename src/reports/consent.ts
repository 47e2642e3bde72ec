import type { HouseId } from '../house/id.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { type Db, isDuplicate, transact } from '../storage/db.ts'
import { wantMatterCard } from './matter-row.ts'

/** Whether the integrity contact said yes to direct messages of the bot. Nobody else is ever asked. */
export interface Consents {
  /** When that person said yes; undefined when not. */
  since(house: HouseId, userId: string): Promise<Date | undefined>
  /** Yes: open matters that somebody else had come to this person, unless they are part of it. */
  give(house: HouseId, userId: string): Promise<void>
  /** No: nothing new is sent. @returns how many matters this person can still close */
  take(house: HouseId, userId: string): Promise<number>
}

export const createConsents = (deps: {
  readonly db: Db
  readonly outbox: Pick<Outbox, 'want' | 'announce'>
  readonly newId: () => string
  readonly now: () => Date
}): Consents => {
  const { db, outbox, newId, now } = deps
  return {
    async since(house, userId) {
      const row = await db.integrityConsent.findUnique({
        where: { houseId_userId: { houseId: house, userId } },
      })
      return row?.acceptedAt
    },
    async give(house, userId) {
      const given = transact(db, async (tx) => {
        await tx.integrityConsent.create({ data: { houseId: house, userId, acceptedAt: now() } })
        const others = await tx.staffMatter.findMany({
          where: {
            houseId: house,
            state: 'open',
            // `not` alone would skip the rows without anybody.
            AND: [
              { OR: [{ contactId: null }, { contactId: { not: userId } }] },
              { OR: [{ authorId: null }, { authorId: { not: userId } }] },
              { reports: { none: { reporterId: userId } } },
            ],
          },
        })
        for (const matter of others) {
          const version = matter.version + 1
          const { count } = await tx.staffMatter.updateMany({
            where: { id: matter.id, version: matter.version },
            data: { contactId: userId, version, changedAt: now() },
          })
          if (count === 1) await wantMatterCard({ outbox }, tx, { ...matter, contactId: userId, version })
        }
        await outbox.want(tx, {
          house,
          // Its own message each time that somebody says yes.
          targetKey: `welcome:${userId}:${newId()}`,
          kind: 'news',
          channelId: 'dm',
          desired: { userId, says: 'integrity.welcome' },
        })
      })
      // Pressed twice: the first press did it.
      await given.catch((error: unknown) => {
        if (!isDuplicate(error)) throw error
      })
      outbox.announce()
    },
    async take(house, userId) {
      await db.integrityConsent.deleteMany({ where: { houseId: house, userId } })
      return db.staffMatter.count({ where: { houseId: house, contactId: userId, state: 'open' } })
    },
  }
}
