import { Prisma } from '../generated/sqlite/client.ts'
import type { HouseId } from '../house/id.ts'
import { type Db, type Tx, transact } from './db.ts'
import { isNewer, snowflakeAt } from './snowflake.ts'

/** Messages after `fromId`, up to and including `toId`, that were not read yet. */
export interface Gap {
  readonly id: string
  readonly channelId: string
  readonly fromId: string
  readonly toId: string
  readonly reason: string
  readonly createdAt: Date
}
/** A channel as Discord describes it on connecting: its newest message, or null when it has none. */
export interface ChannelEnd {
  readonly channelId: string
  readonly lastMessageId: string | null
  /** For a thread that has no cursor because nothing was said in it while the bot was there: since when it was away. */
  readonly since?: string
}
export interface Cursors {
  /** Writes down what was missed, and moves the cursors past it, in one transaction: from then on it is a debt. */
  openGaps(house: HouseId, channels: readonly ChannelEnd[], at: Date, reason: string): Promise<void>
  /** Moves cursors forward, never back. The caller names only what is durably handled. */
  advance(house: HouseId, upTo: ReadonlyMap<string, string>): Promise<void>
  /** The open gaps, oldest first. */
  gaps(house: HouseId): Promise<readonly Gap[]>
  /** The house reads no messages any more: what is said from now on is not said to the bot, also not later. */
  forgetChannels(house: HouseId): Promise<void>
  /** Everything of the gap after `toId` is handled: it is read from its newest message back. */
  narrow(gapId: string, toId: string): Promise<void>
  close(gapId: string): Promise<void>
  /** The bot is there, and all that it heard so far is durably handled. */
  present(house: HouseId, at: Date): Promise<void>
  /** Until when the bot was surely there, as an id of that moment; undefined before its first time. */
  presentUntil(house: HouseId): Promise<string | undefined>
}

/** Not a channel: how far the audit log of the server was read. */
export const AUDIT_CURSOR = 'audit-log'

/** Not a channel: until when the bot was surely there and had handled all that it heard. */
const PRESENT_CURSOR = 'present'
/** Not a channel: from when the database is that was put back from a backup (src/backup/restore.ts). */
export const RESTORED_CURSOR = 'restored'
const NO_CHANNELS: ReadonlySet<string> = new Set([AUDIT_CURSOR, PRESENT_CURSOR, RESTORED_CURSOR])

/** Before every message: where a channel without messages begins. */
const BEGINNING = '0'

/** A channel seen for the first time begins at its end: what was said before the bot came was not said to it. */
const begin = async (tx: Tx, houseId: HouseId, { channelId, lastMessageId }: ChannelEnd): Promise<void> => {
  await tx.channelCursor.create({ data: { houseId, channelId, handledUpTo: lastMessageId ?? BEGINNING } })
}

/** Where the cursors of the house stand: how far each channel was durably handled, and what must still be read. */
export const createCursors = (db: Db, newId: () => string): Cursors => {
  const pass = async (
    tx: Tx,
    gap: { houseId: HouseId; channelId: string; fromId: string; toId: string; reason: string; at: Date },
  ): Promise<void> => {
    const { houseId, channelId, fromId, toId, reason, at } = gap
    const moved = await tx.channelCursor.updateMany({
      where: { houseId, channelId, handledUpTo: fromId },
      data: { handledUpTo: toId },
    })
    // Another process moved it between the reading and now: that process also wrote the gap.
    if (moved.count !== 1) return
    await tx.gap.create({ data: { id: newId(), houseId, channelId, fromId, toId, reason, createdAt: at } })
  }

  const cursors: Cursors = {
    openGaps: (house, channels, at, reason) =>
      transact(db, async (tx) => {
        const all = await tx.channelCursor.findMany({ where: { houseId: house } })
        const rows = all.filter(({ channelId }) => !NO_CHANNELS.has(channelId))
        const newestSaid = rows.reduce(
          (max, row) => (isNewer(row.handledUpTo, max) ? row.handledUpTo : max),
          BEGINNING,
        )
        // Where nothing was ever said, what was made while the bot was away is told by when it left.
        const left = all.find(({ channelId }) => channelId === PRESENT_CURSOR)?.handledUpTo
        const newest = newestSaid === BEGINNING ? (left ?? BEGINNING) : newestSaid
        const stands = new Map(rows.map((row) => [row.channelId, row.handledUpTo]))
        for (const channel of channels) {
          const { channelId, lastMessageId } = channel
          const known = stands.get(channelId)
          if (known === undefined && channel.since !== undefined && !isNewer(channelId, newest))
            await begin(tx, house, { channelId, lastMessageId: channel.since })
          const fromId = known ?? (isNewer(channelId, newest) ? undefined : channel.since)
          // A channel or thread that was made while the bot was away is read from its beginning.
          const isMadeMeanwhile = fromId === undefined && newest !== BEGINNING && isNewer(channelId, newest)
          if (isMadeMeanwhile) {
            await begin(tx, house, { channelId, lastMessageId: null })
            if (lastMessageId !== null)
              await pass(tx, {
                houseId: house,
                channelId,
                fromId: BEGINNING,
                toId: lastMessageId,
                reason,
                at,
              })
          } else if (fromId === undefined) await begin(tx, house, channel)
          else if (lastMessageId !== null && isNewer(lastMessageId, fromId)) {
            await pass(tx, { houseId: house, channelId, fromId, toId: lastMessageId, reason, at })
          }
        }
      }),

    advance: async (house, upTo) => {
      if (upTo.size === 0) return
      const rows = [...upTo].map(([channelId, id]) => Prisma.sql`(${house}, ${channelId}, ${id})`)
      // One statement for the whole batch, and forward only whoever else writes: ids are decimal text.
      await db.$executeRaw`
        INSERT INTO "ChannelCursor" ("houseId", "channelId", "handledUpTo") VALUES ${Prisma.join(rows)}
        ON CONFLICT ("houseId", "channelId") DO UPDATE SET "handledUpTo" = excluded."handledUpTo"
        WHERE length(excluded."handledUpTo") > length("ChannelCursor"."handledUpTo")
          OR (length(excluded."handledUpTo") = length("ChannelCursor"."handledUpTo")
            AND excluded."handledUpTo" > "ChannelCursor"."handledUpTo")`
    },

    gaps: (house) =>
      db.gap.findMany({
        where: { houseId: house },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        omit: { houseId: true },
      }),

    forgetChannels: async (house) => {
      await db.$transaction([
        db.gap.deleteMany({ where: { houseId: house } }),
        db.channelCursor.deleteMany({ where: { houseId: house, channelId: { not: AUDIT_CURSOR } } }),
      ])
    },

    narrow: async (gapId, toId) => {
      const gap = await db.gap.findUnique({ where: { id: gapId } })
      if (gap === null || !isNewer(gap.toId, toId)) return
      if (!isNewer(toId, gap.fromId)) await db.gap.deleteMany({ where: { id: gapId } })
      else await db.gap.updateMany({ where: { id: gapId, toId: gap.toId }, data: { toId } })
    },

    close: async (gapId) => {
      await db.gap.deleteMany({ where: { id: gapId } })
    },

    present: (house, at) => cursors.advance(house, new Map([[PRESENT_CURSOR, snowflakeAt(at)]])),
    presentUntil: async (house) => {
      const row = await db.channelCursor.findUnique({
        where: { houseId_channelId: { houseId: house, channelId: PRESENT_CURSOR } },
      })
      return row?.handledUpTo
    },
  }
  return cursors
}
