import type { Stored } from './found.ts'
import type { Ledger } from './ledger.ts'

/** What stands on Discord after the last start. */
export interface Standing {
  /** Flag id → number of its cards. */
  readonly cards: ReadonlyMap<string, number>
  /** Whether a digest stands in the queue. */
  readonly digest: boolean
  /** Messages of the bot in channels, answers to people aside. */
  readonly ours: readonly string[]
  /** Threads of private talks. */
  readonly threads: readonly string[]
  readonly notices: number
}

/** One way in which something can be wrong, and the ids of what it is wrong with. */
export type Faults = Readonly<Record<Wrong, readonly string[]>>
export const WRONGS = [
  /** Messages that must be flagged and are not. */
  'lost',
  /** Messages with more than one flag, and flags with more than one card. */
  'doubled',
  /** Flags without a card and without a place in the digest. */
  'withoutCard',
  /** Messages that nobody could have flagged. */
  'unexpected',
  /** Flags whose row is not what the audit tells. */
  'unaudited',
  /** Acts that were shown as done and are not in the audit; reports and talks as well. */
  'undone',
  /** Timers that fell due and never fired. */
  'timersMissed',
  /** Timers that fired more than once. */
  'timersDoubled',
  /** Messages of ours for which no row stands: posted twice. */
  'orphans',
  /** Threads of talks for which no row stands: made twice. */
  'orphanThreads',
] as const
export type Wrong = (typeof WRONGS)[number]

export interface Verdict {
  readonly shouldFlag: number
  readonly flags: number
  readonly counted: number
  readonly cards: number
  readonly inDigest: number
  readonly faults: Faults
}

/** Holds what was found against what must be there. */
export function judge(ledger: Ledger, stored: Stored, standing: Standing): Verdict {
  const must = ledger.mustBeFlagged()
  const may = ledger.mayBeFlagged()
  const cardsOf = (id: string): number => standing.cards.get(id) ?? 0
  const hasPlace = (id: string, state: string): boolean =>
    cardsOf(id) > 0 || (stored.digested.has(id) && (standing.digest || state === 'closed'))
  const flagOf = (messageId: string): string | undefined => stored.flagsOf.get(messageId)?.[0]
  return {
    shouldFlag: must.size,
    flags: stored.flags.length,
    counted: stored.counted,
    cards: [...standing.cards.values()].reduce((sum, count) => sum + count, 0),
    inDigest: stored.flags.filter(({ id }) => cardsOf(id) === 0 && stored.digested.has(id)).length,
    faults: {
      lost: [...must].filter((message) => !stored.flagsOf.has(message)),
      doubled: [
        ...[...stored.flagsOf].filter(([, flags]) => flags.length > 1).map(([message]) => message),
        ...stored.flags.filter(({ id }) => cardsOf(id) > 1).map(({ id }) => id),
      ],
      withoutCard: stored.flags.filter(({ id, state }) => !hasPlace(id, state)).map(({ id }) => id),
      unexpected: [...stored.flagsOf.keys()].filter((message) => !must.has(message) && !may.has(message)),
      unaudited: stored.unaudited,
      undone: [
        ...ledger.confirmedActs
          .filter(
            ({ flagId, actorId, acts }) =>
              stored.audit
                .get(flagId)
                ?.some((line) => line.actorId === actorId && acts.includes(line.act)) !== true,
          )
          .map(({ flagId }) => flagId),
        ...ledger
          .reports()
          .filter(
            ({ messageId, reporterId }) =>
              stored.reporters.get(flagOf(messageId) ?? '')?.has(reporterId) !== true,
          )
          .map(({ messageId }) => messageId),
        ...[...ledger.askedTalks].filter((askerId) => !stored.askers.has(askerId)),
      ],
      timersMissed: stored.timers.missed,
      timersDoubled: stored.timers.doubled,
      orphans: standing.ours.filter((id) => !stored.ours.has(id)),
      orphanThreads: standing.threads.filter((id) => !stored.talkThreads.has(id)),
    },
  }
}

/** Whether nothing was lost, doubled or left unwritten. */
export const isClean = ({ faults }: Pick<Verdict, 'faults'>): boolean =>
  WRONGS.every((wrong) => faults[wrong].length === 0)
