import { z } from 'zod'
import { drawNote, isNoteOf } from '../note-card.ts'
import type { Effect } from './effect.ts'
import { postOrEdit } from './post.ts'

const desiredSchema = z.object({ noteId: z.string() })

/** Makes what somebody wrote about their own data show its row; one that is gone says so where it stood. */
export const dataNote: Effect = async (claim, hands) => {
  const { noteId } = desiredSchema.parse(claim.desired)
  const view = await hands.desk.notes.view(claim.houseId, noteId)
  if (view === undefined && claim.messageId === null) return { did: 'done' }
  return postOrEdit(claim, hands, drawNote(view, hands.desk), (own) => isNoteOf(own, noteId))
}
