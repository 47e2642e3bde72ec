import type { HouseId } from '../house/id.ts'
import { isDuplicate, type Tx } from '../storage/db.ts'
import { CATEGORIES } from '../screening/kinds.ts'
import { daysAfter, type FlagsDeps } from './deps.ts'
import { OBJECTIONABLE } from './outcomes.ts'
import { reopen, type Reopened } from './reopen.ts'
import { isBack } from '../holding/standing.ts'
import type { StoredFlag } from './row.ts'

export type ObjectionRefusal = 'not-yours' | 'not-closed' | 'nothing-decided' | 'once'

export const aboutObjection = (house: HouseId, subjectKey: string): string =>
  `objection:${house}:${subjectKey}`

/**
 * Whether the writer of a message can object to what was decided. Not to a worry: nobody was accused, so there is
 * nothing to answer (design issue "the core in depth" 4).
 *
 * @param ownHeld - a message of theirs was held with it and stays out: that can be objected to whatever it was closed as
 */
export const refuseObjection = (
  flag: Pick<StoredFlag, 'authorId' | 'state' | 'kind' | 'outcome'>,
  userId: string,
  alreadyObjected: boolean,
  ownHeld = false,
): ObjectionRefusal | undefined => {
  if (flag.authorId !== userId && !ownHeld) return 'not-yours'
  if (alreadyObjected) return 'once'
  if (flag.state !== 'closed') return 'not-closed'
  if (ownHeld && !isBack(flag)) return undefined
  if (flag.kind === 'worry' || flag.outcome === null || !OBJECTIONABLE.includes(flag.outcome))
    return 'nothing-decided'
  return undefined
}

export interface ObjectInput {
  readonly house: HouseId
  readonly flagId: string
  readonly userId: string
  readonly words?: string
}

/** The writer objects: the flag opens again, and another person decides. Once for each flag. */
export const object = async (
  deps: FlagsDeps,
  { house, flagId, userId, words }: ObjectInput,
): Promise<Reopened<ObjectionRefusal>> => {
  const { db, seal, newId, now } = deps
  const found = await db.flag.findFirst({
    where: { id: flagId, houseId: house },
    select: {
      subjectKey: true,
      category: true,
      objection: { select: { id: true } },
      heldMessages: { where: { authorId: userId, state: 'held' }, select: { messageId: true }, take: 1 },
    },
  })
  if (found === null) return { ok: false, refusal: 'gone' }
  const category = CATEGORIES.find((known) => known === found.category)
  const keepUntil = daysAfter(now(), deps.retention(house, category).openFlagDays)
  const about = aboutObjection(house, found.subjectKey)
  const sealed = words === undefined ? null : await seal.seal(words, keepUntil, about)
  const write = async (tx: Tx, flag: StoredFlag): Promise<void> => {
    await tx.objection.create({
      data: {
        id: newId(),
        houseId: house,
        flagId,
        authorId: userId,
        outcomeBefore: flag.outcome ?? '',
        words: sealed,
        createdAt: now(),
        deleteAfter: keepUntil,
      },
    })
  }
  const reopened = reopen(deps, {
    house,
    flagId,
    actorId: userId,
    audit: 'objected',
    refuse: ({ flag }) =>
      refuseObjection(flag, userId, found.objection !== null, found.heldMessages.length > 0),
    barred: ({ decidedById }) => decidedById,
    also: write,
  })
  // Sent twice at once: the second finds the first one's row.
  return reopened.catch((error: unknown) => {
    if (!isDuplicate(error)) throw error
    return { ok: false, refusal: 'once' }
  })
}
