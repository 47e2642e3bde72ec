import type { HouseId } from '../house/id.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { addCount } from '../statistics/counts.ts'
import { type Db, isDuplicate, type Tx, transact } from '../storage/db.ts'

/** Somebody says that they read the notice. */
export interface Acknowledgement {
  readonly house: HouseId
  readonly memberId: string
  /** The version that stood in front of them. */
  readonly version: number
  /** The role that the house gives to whoever read the notice, when they do not have it; and where it was pressed. */
  readonly role?: { readonly roleId: string; readonly channelId: string }
}

/** How many people read the notice: numbers, never who. */
export interface Readers {
  readonly thisVersion: number
  /** Who read an earlier version only; the notice asks them again. */
  readonly earlierVersion: number
}

export interface NoticeReads {
  /**
   * Writes down that somebody read a version. Again and again is once; an older version never replaces a newer one.
   *
   * @returns `first` time, a `newer` version than before, or `again`
   */
  acknowledge(said: Acknowledgement): Promise<'first' | 'newer' | 'again'>
  /** The newest version that somebody read, and when; for that person alone. */
  readBy(
    house: HouseId,
    memberId: string,
  ): Promise<{ readonly version: number; readonly readAt: Date } | undefined>
  /** For staff: how many read it. */
  readers(house: HouseId, version: number): Promise<Readers>
  /**
   * Forgets what is too old, and the ids in wishes for a role that were carried out. The role itself stays: it is on
   * Discord, and reading is not undone. (On their own request: src/privacy/own-data-erase.ts.)
   *
   * @returns how many people
   */
  sweep(now: Date): Promise<number>
}

export interface NoticeReadsDeps {
  readonly db: Db
  readonly outbox: Pick<Outbox, 'want' | 'announce'>
  readonly now: () => Date
  /** How many days it is remembered who did what (`retention.auditIdsDays`). */
  readonly keepDays: (house: HouseId) => number
}

const DAY_MS = 86_400_000

/** The key under which a role is wanted for somebody; one for each person and role. */
const roleKey = (memberId: string, roleId: string): string => `role:${memberId}:${roleId}`

/**
 * Who read the notice. One row for each person, not one for each version: what is needed is whether somebody must be
 * asked again, not a register of what a young person read when (platform fact 2.8).
 */
export const createNoticeReads = ({ db, outbox, now, keepDays }: NoticeReadsDeps): NoticeReads => {
  const write = async (tx: Tx, said: Acknowledgement): Promise<'first' | 'newer' | 'again'> => {
    const { house, memberId, version } = said
    const readAt = now()
    const read = { version, readAt, deleteAfter: new Date(readAt.getTime() + keepDays(house) * DAY_MS) }
    const raised = await tx.noticeRead.updateMany({
      where: { houseId: house, memberId, version: { lt: version } },
      data: read,
    })
    if (raised.count === 1) return 'newer'
    const there = await tx.noticeRead.findUnique({
      where: { houseId_memberId: { houseId: house, memberId } },
    })
    if (there !== null) return 'again'
    await tx.noticeRead.create({ data: { houseId: house, memberId, ...read } })
    return 'first'
  }
  const wantRole = async (tx: Tx, { house, memberId, role }: Acknowledgement): Promise<void> => {
    if (role === undefined) return
    await outbox.want(tx, {
      house,
      targetKey: roleKey(memberId, role.roleId),
      kind: 'role',
      channelId: role.channelId,
      desired: { memberId, roleId: role.roleId },
      priority: 1,
    })
  }
  const attempt = (said: Acknowledgement): Promise<'first' | 'newer' | 'again'> =>
    transact(db, async (tx) => {
      const result = await write(tx, said)
      if (result !== 'again') await addCount(tx, said.house, `notice:${result}`, now())
      await wantRole(tx, said)
      return result
    })

  return {
    async acknowledge(said) {
      let result: 'first' | 'newer' | 'again'
      try {
        result = await attempt(said)
      } catch (error) {
        // Pressed twice at the same moment, in two processes: the other press wrote the row.
        if (!isDuplicate(error)) throw error
        result = await attempt(said)
      }
      if (said.role !== undefined) outbox.announce()
      return result
    },
    async readBy(house, memberId) {
      const row = await db.noticeRead.findUnique({
        where: { houseId_memberId: { houseId: house, memberId } },
      })
      return row === null ? undefined : { version: row.version, readAt: row.readAt }
    },
    async readers(house, version) {
      const [thisVersion, earlierVersion] = await Promise.all([
        db.noticeRead.count({ where: { houseId: house, version } }),
        db.noticeRead.count({ where: { houseId: house, version: { lt: version } } }),
      ])
      return { thisVersion, earlierVersion }
    },
    async sweep(at) {
      const [reads] = await db.$transaction([
        db.noticeRead.deleteMany({ where: { deleteAfter: { lte: at } } }),
        db.outboxTarget.deleteMany({ where: { kind: 'role', nextTry: null } }),
      ])
      return reads.count
    },
  }
}
