import type { HouseId } from '../house/id.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { type Db, transact } from '../storage/db.ts'
import { asSealed, type Seal } from './sealed.ts'

/** What somebody wrote about their own data, without the words. */
export interface NoteView {
  readonly noteId: string
  readonly userId: string
  readonly state: 'open' | 'done'
  readonly createdAt: Date
  readonly deleteAfter: Date
  readonly doneById: string | null
}

export interface DataNotes {
  /** Brings a note to the youth workers; false when that person wrote enough for now. */
  write(input: {
    readonly house: HouseId
    readonly userId: string
    readonly words: string
    readonly queueChannelId: string
  }): Promise<boolean>
  view(house: HouseId, noteId: string): Promise<NoteView | undefined>
  /** The words, for the youth worker who looks. */
  words(house: HouseId, noteId: string): Promise<string | undefined>
  /** A youth worker read it. The first who says so is named. */
  done(house: HouseId, noteId: string, readerId: string): Promise<boolean>
  /** Forgets the notes whose time is over. @returns how many */
  sweep(now: Date): Promise<number>
}

/** Notes of one person in one day. */
const MOST = 5
const DAY_MS = 86_400_000

export const aboutDataNote = (house: HouseId, noteId: string): string => `data-note:${house}:${noteId}`
export const noteKey = (noteId: string): string => `data-note:${noteId}`

export const createDataNotes = (deps: {
  readonly db: Db
  readonly seal: Pick<Seal, 'seal' | 'open'>
  readonly outbox: Pick<Outbox, 'want' | 'announce'>
  readonly newId: () => string
  readonly now: () => Date
  /** Days that a note is kept. */
  readonly keepDays: (house: HouseId) => number
}): DataNotes => {
  const { db, seal, outbox, newId, now, keepDays } = deps
  const find = (house: HouseId, noteId: string) =>
    db.dataNote.findFirst({ where: { id: noteId, houseId: house } })
  return {
    async write({ house, userId, words, queueChannelId }) {
      const at = now()
      const today = { houseId: house, userId, createdAt: { gt: new Date(at.getTime() - DAY_MS) } }
      if ((await db.dataNote.count({ where: today })) >= MOST) return false
      const id = newId()
      const deleteAfter = new Date(at.getTime() + keepDays(house) * DAY_MS)
      const sealed = await seal.seal(words, deleteAfter, aboutDataNote(house, id))
      await transact(db, async (tx) => {
        await tx.dataNote.create({
          data: { id, houseId: house, userId, words: sealed, createdAt: at, deleteAfter, state: 'open' },
        })
        await outbox.want(tx, {
          house,
          targetKey: noteKey(id),
          kind: 'data-note',
          channelId: queueChannelId,
          desired: { noteId: id },
        })
      })
      outbox.announce()
      return true
    },
    async view(house, noteId) {
      const row = await find(house, noteId)
      if (row === null) return undefined
      const { id, userId, state, createdAt, deleteAfter, doneById } = row
      return {
        noteId: id,
        userId,
        state: state === 'done' ? 'done' : 'open',
        createdAt,
        deleteAfter,
        doneById,
      }
    },
    async words(house, noteId) {
      const row = await find(house, noteId)
      if (row === null || row.words === null) return undefined
      return seal.open(asSealed(row.words), aboutDataNote(house, noteId))
    },
    async done(house, noteId, readerId) {
      const row = await find(house, noteId)
      const target = await standsIn(db, house, noteId)
      if (row === null || target === null) return false
      const changed = await transact(db, async (tx) => {
        const { count } = await tx.dataNote.updateMany({
          where: { id: noteId, houseId: house, state: 'open', version: row.version },
          data: { state: 'done', doneById: readerId, doneAt: now(), version: row.version + 1 },
        })
        if (count !== 1) return false
        await outbox.want(tx, {
          house,
          targetKey: noteKey(noteId),
          kind: 'data-note',
          channelId: target.channelId,
          desired: { noteId },
        })
        return true
      })
      if (changed) outbox.announce()
      return changed
    },
    async sweep(at) {
      const over = await db.dataNote.findMany({
        where: { deleteAfter: { lte: at } },
        select: { id: true, houseId: true },
      })
      for (const { id, houseId } of over) await dropNote({ db, outbox }, houseId as HouseId, id)
      if (over.length > 0) outbox.announce()
      return over.length
    },
  }
}

/** Where its card stands: a note knows nothing of channels. */
const standsIn = (db: Db, house: HouseId, noteId: string) =>
  db.outboxTarget.findUnique({
    where: { houseId_targetKey: { houseId: house, targetKey: noteKey(noteId) } },
    select: { channelId: true },
  })

/** Forgets a note; what stands in the queue's channel about it says so. */
export const dropNote = (
  { db, outbox }: { readonly db: Db; readonly outbox: Pick<Outbox, 'want'> },
  house: HouseId,
  noteId: string,
): Promise<void> =>
  transact(db, async (tx) => {
    const targetKey = noteKey(noteId)
    await tx.dataNote.deleteMany({ where: { id: noteId, houseId: house } })
    const stands = await tx.outboxTarget.findUnique({
      where: { houseId_targetKey: { houseId: house, targetKey } },
      select: { channelId: true },
    })
    if (stands === null) return
    const { channelId } = stands
    await outbox.want(tx, { house, targetKey, kind: 'data-note', channelId, desired: { noteId } })
  })
