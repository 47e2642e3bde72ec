import type { HouseId } from '../house/id.ts'
import { asSealed, type Seal } from '../privacy/sealed.ts'
import type { Db } from '../storage/db.ts'

/** The message that somebody is about to report. */
export interface ReportDraft {
  readonly channelId: string
  readonly messageId: string
  readonly authorId: string
  readonly words: string | undefined
  /** Whether it is from somebody of the team: then nobody of the team reads the report. */
  readonly aboutTeam: boolean
}

export interface ReportDrafts {
  /**
   * Keeps the reported message, sealed, while its reporter fills in the form.
   *
   * @param id - of the interaction that opened the form
   */
  keep(
    house: HouseId,
    id: string,
    draft: ReportDraft & { readonly reporterId: string; readonly words: string },
  ): Promise<void>
  /** The draft of a form that came back; undefined when its time was over, or when it is somebody else's. */
  take(house: HouseId, id: string, reporterId: string): Promise<ReportDraft | undefined>
  /** Forgets a draft once its report is stored. */
  drop(id: string): Promise<void>
}

/** Half an hour to fill in a form; after that the words are gone (design decision 2). */
const DRAFT_MS = 30 * 60_000

const aboutDraft = (id: string): string => `draft:${id}`

/**
 * Drafts of reports. The answer to a form does not carry the message that it is about, and without the Message Content
 * intent the message cannot be read again: what was pointed at is sealed when the menu is pressed.
 */
export const createReportDrafts = (deps: { db: Db; seal: Seal; now: () => Date }): ReportDrafts => {
  const { db, seal, now } = deps
  // The form is shown while the draft is being stored: whoever is quicker than the disk waits for it here.
  const underWay = new Map<string, Promise<void>>()

  const store: ReportDrafts['keep'] = async (house, id, { words, ...draft }) => {
    const createdAt = now()
    const deleteAfter = new Date(createdAt.getTime() + DRAFT_MS)
    const sealed = words === '' ? null : await seal.seal(words, deleteAfter, aboutDraft(id))
    await db.reportDraft.create({
      data: { id, houseId: house, ...draft, words: sealed, createdAt, deleteAfter },
    })
  }

  return {
    async keep(house, id, draft) {
      const job = store(house, id, draft)
      underWay.set(id, job)
      try {
        await job
      } finally {
        underWay.delete(id)
      }
    },
    async take(house, id, reporterId) {
      await underWay.get(id)
      const row = await db.reportDraft.findFirst({ where: { id, houseId: house, reporterId } })
      if (row === null || row.deleteAfter <= now()) return undefined
      const { channelId, messageId, authorId, aboutTeam } = row
      const words = row.words === null ? undefined : await seal.open(asSealed(row.words), aboutDraft(id))
      return { channelId, messageId, authorId, words, aboutTeam }
    },
    async drop(id) {
      await db.reportDraft.deleteMany({ where: { id } })
    },
  }
}
