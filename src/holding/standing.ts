/**
 * What brings a held message back: a person put it back, or said that nothing is wrong, which must not leave it out by
 * accident.
 */
export const BACK_OUTCOMES = ['put-back', 'no-problem'] as const

export const isBack = ({
  state,
  outcome,
}: {
  readonly state: string
  readonly outcome: string | null
}): boolean => state === 'closed' && BACK_OUTCOMES.some((back) => back === outcome)

/** How it stands with a message that was held, told from its rows alone. */
export type Standing =
  /** A person must still look. */
  | 'waiting'
  /** A person looked and left it out. */
  | 'kept-out'
  /** It may stand there: its writer gets the text back to post. */
  | 'given'
  /** It may stand there, and the bot posts it as a quote. */
  | 'quoted'
  /** Its writer posted it again, or took the quote away: over. */
  | 'over'

export interface HeldFacts {
  readonly wayBack: string | null
  readonly repostId: string | null
  readonly withdrawnAt: Date | null
  readonly flag: { readonly state: string; readonly outcome: string | null }
}

export function standingOf({ flag, wayBack, repostId, withdrawnAt }: HeldFacts): Standing {
  if (repostId !== null || withdrawnAt !== null) return 'over'
  if (flag.state !== 'closed') return 'waiting'
  if (!isBack(flag)) return 'kept-out'
  return wayBack === 'quote' ? 'quoted' : 'given'
}

/** What a writer must be told through the line in the channel; a quote and what is over speak for themselves. */
export const isNewsFor = (standing: Standing, told: string | null): boolean =>
  standing !== 'quoted' && standing !== 'over' && standing !== told

/** The line in a channel: none, or one of two that say nothing about anybody. */
export type HeldLine = 'none' | 'held' | 'news'

export function lineFor(
  all: readonly { readonly standing: Standing; readonly told: string | null }[],
): HeldLine {
  const news = all.filter(({ standing, told }) => isNewsFor(standing, told))
  if (news.length === 0) return 'none'
  return news.some(({ standing }) => standing === 'waiting') ? 'held' : 'news'
}
