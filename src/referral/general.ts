import type { Helpline, Language, Subject } from '../policy/schema.ts'
import { type Referral, refer } from './refer.ts'

/** The subject for whoever names none: the last of the list, "iets anders". */
export const generalSubject = (subjects: readonly Subject[]): Subject => {
  const last = subjects.at(-1)
  if (last === undefined) throw new Error('there are no subjects')
  return last
}

/** Who is there now for anything, when nothing is known of what somebody wants to talk about. */
export const referAnybody = (input: {
  readonly subjects: readonly Subject[]
  readonly helplines: readonly Helpline[]
  readonly language: Language
  readonly at: Date
}): Referral => refer({ ...input, subject: generalSubject(input.subjects) })
