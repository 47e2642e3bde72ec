import type { HouseId } from '../house/id.ts'
import type { Sealed } from '../privacy/sealed.ts'
import type { Desk } from './desk.ts'

/** Half an hour to fill in a form; after that the words are gone (design decision 2). */
const DRAFT_MS = 30 * 60_000

/** The message that somebody is about to report. */
export interface ReportDraft {
  readonly channelId: string
  readonly messageId: string
  readonly authorId: string
  readonly words: string | undefined
}

/**
 * Keeps the reported message, sealed, while its reporter fills in the form: the form's answer does not carry the
 * message, and without the Message Content intent it cannot be read again.
 *
 * @param id - of the interaction that opened the form
 */
export async function keepDraft(
  desk: Desk,
  house: HouseId,
  id: string,
  draft: ReportDraft & { readonly reporterId: string; readonly words: string },
): Promise<void> {
  const createdAt = desk.now()
  const deleteAfter = new Date(createdAt.getTime() + DRAFT_MS)
  const { words, ...rest } = draft
  const sealed = words === '' ? null : await desk.seal.seal(words, deleteAfter, `draft:${id}`)
  await desk.db.reportDraft.create({
    data: { id, houseId: house, ...rest, words: sealed, createdAt, deleteAfter },
  })
}

/** The draft of a form that came back; undefined when its time was over, or when it is somebody else's. */
export async function takeDraft(
  desk: Desk,
  house: HouseId,
  id: string,
  reporterId: string,
): Promise<ReportDraft | undefined> {
  const row = await desk.db.reportDraft.findUnique({ where: { id } })
  if (row === null || row.houseId !== house || row.reporterId !== reporterId || row.deleteAfter <= desk.now())
    return undefined
  const words = row.words === null ? undefined : await desk.seal.open(row.words as Sealed, `draft:${id}`)
  return { channelId: row.channelId, messageId: row.messageId, authorId: row.authorId, words }
}

/** Forgets a draft once its report is stored. */
export async function dropDraft(desk: Desk, id: string): Promise<void> {
  await desk.db.reportDraft.deleteMany({ where: { id } })
}
