import { asksFollowUp, isOngoing, type Talk } from './talk.ts'

/** What somebody does with a private talk. That a worker does it is checked before, at the edge. */
export type TalkAct =
  | { readonly type: 'come'; readonly actorId: string }
  /** By the asker, or by a worker who is in it and says when to ask how it goes (`null`: not needed). */
  | { readonly type: 'close'; readonly actorId: string; readonly followUpAt?: Date | null }
  /** A date after all, for a talk that the asker closed. */
  | { readonly type: 'plan'; readonly actorId: string; readonly followUpAt: Date | null }
  | { readonly type: 'tick'; readonly actorId: string }
  /** Nobody closed it for as long as a talk is kept. */
  | { readonly type: 'expire' }
  /** Somebody deleted the thread, or the asker left the house and the thread stands. */
  | { readonly type: 'lose'; readonly thread: 'deleted' | 'stands' }

/**
 * `already`: they are in it. `full`: enough people came. `asked-other`: the asker chose
 * somebody, who may still come. `not-for-you`: the asker wanted somebody else, or it is their
 * own. `not-in-it`: only those in the talk close it. `no-date`: a worker closes with a follow-up date or says that none
 * is needed. `gone`: there is no such talk.
 */
export type TalkRefusal =
  | 'gone'
  | 'closed'
  | 'already'
  | 'full'
  | 'asked-other'
  | 'not-for-you'
  | 'not-in-it'
  | 'no-date'
  | 'nothing-to-do'

/** What changes in the row. */
export interface TalkChanges {
  state?: 'talking' | 'closed' | 'gone'
  firstWorkerId?: string
  secondWorkerId?: string
  joinedAt?: Date
  closedAt?: Date
  closedBy?: 'asker' | 'worker' | 'lost' | 'time'
  openFor?: null
  askerId?: null
  notId?: null
  wishId?: null
  flagId?: null
  threadId?: null
  followUpAt?: Date
  followUpDoneAt?: Date
  followUpDoneById?: string
}
export type TalkStep =
  | { readonly type: 'refused'; readonly refusal: TalkRefusal }
  | { readonly type: 'moved'; readonly changes: TalkChanges }

const refused = (refusal: TalkRefusal): TalkStep => ({ type: 'refused', refusal })
const moved = (changes: TalkChanges): TalkStep => ({ type: 'moved', changes })

const come = (talk: Talk, actorId: string, now: Date): TalkStep => {
  if (!isOngoing(talk)) return refused('closed')
  // Whoever asked did not want this person, or is that person: neither is told which of the two.
  if (talk.notId === actorId || talk.askerId === actorId) return refused('not-for-you')
  if (talk.workerIds.includes(actorId)) return refused('already')
  const [first] = talk.workerIds
  // Whoever was chosen has the target time to come; after that anybody may, so that nobody waits in an empty room.
  if (first === undefined && talk.wishId !== null && talk.wishId !== actorId && !talk.toldWaiting)
    return refused('asked-other')
  if (first === undefined) return moved({ state: 'talking', firstWorkerId: actorId, joinedAt: now })
  return talk.workerIds.length < talk.workersWanted ? moved({ secondWorkerId: actorId }) : refused('full')
}

/** A date is a promise that somebody ticks off; "not needed" is ticked off at once, by the one who said so. */
const planned = (followUpAt: Date | null, actorId: string, now: Date): TalkChanges =>
  followUpAt === null ? { followUpDoneAt: now, followUpDoneById: actorId } : { followUpAt }

const close = (talk: Talk, act: Extract<TalkAct, { type: 'close' }>, now: Date): TalkStep => {
  if (!isOngoing(talk)) return refused('closed')
  const closed = { state: 'closed', closedAt: now, openFor: null } as const
  if (act.actorId === talk.askerId) return moved({ ...closed, closedBy: 'asker' })
  if (!talk.workerIds.includes(act.actorId)) return refused('not-in-it')
  if (act.followUpAt === undefined) return refused('no-date')
  return moved({ ...closed, closedBy: 'worker', ...planned(act.followUpAt, act.actorId, now) })
}

const tick = (talk: Talk, actorId: string, now: Date): TalkStep =>
  talk.followUpAt === null || talk.followUpDoneAt !== null
    ? refused('nothing-to-do')
    : moved({ followUpDoneAt: now, followUpDoneById: actorId })

const lose = (talk: Talk, thread: 'deleted' | 'stands', now: Date): TalkStep => {
  const over = { closedAt: now, closedBy: 'lost', openFor: null } as const
  if (thread === 'stands')
    return isOngoing(talk) ? moved({ state: 'closed', ...over }) : refused('nothing-to-do')
  if (talk.state === 'gone') return refused('nothing-to-do')
  const forgotten = {
    state: 'gone',
    openFor: null,
    askerId: null,
    notId: null,
    wishId: null,
    flagId: null,
    threadId: null,
  } as const
  return moved(isOngoing(talk) ? { ...over, ...forgotten } : forgotten)
}

/** What an act does with a talk as it stands; nothing here looks at a clock or writes. */
export const stepTalk = (talk: Talk, act: TalkAct, now: Date): TalkStep => {
  switch (act.type) {
    case 'come':
      return come(talk, act.actorId, now)
    case 'close':
      return close(talk, act, now)
    case 'plan':
      return asksFollowUp(talk) ? moved(planned(act.followUpAt, act.actorId, now)) : refused('nothing-to-do')
    case 'tick':
      return tick(talk, act.actorId, now)
    case 'expire':
      return isOngoing(talk)
        ? moved({ state: 'closed', closedAt: now, closedBy: 'time', openFor: null })
        : refused('closed')
    case 'lose':
      return lose(talk, act.thread, now)
  }
}
