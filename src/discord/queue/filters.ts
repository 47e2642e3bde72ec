import type { FlagQuery } from '../../queue/flags.ts'
import { CATEGORIES, type Category, LEVELS, type Level } from '../../screening/kinds.ts'

/** Which of the waiting messages somebody wants to see; `talks` are the private talks and follow-ups instead. */
export const WHICH = ['waiting', 'mine', 'free', 'second', 'closed', 'talks'] as const
export type Which = (typeof WHICH)[number]

export interface Filters {
  readonly level: Level | 'all'
  readonly category: Category | 'all'
  readonly which: Which
  readonly page: number
}

export const NO_FILTERS: Filters = { level: 'all', category: 'all', which: 'waiting', page: 0 }

/** The filters as they stand in a custom id. */
export const writeFilters = ({ level, category, which, page }: Filters): readonly string[] => [
  level,
  category,
  which,
  String(page),
]

/** Reads them back; whatever is not one of ours counts as not chosen. */
export const readFilters = (args: readonly string[]): Filters => {
  const [level, category, which, page = '0'] = args
  return {
    level: LEVELS.find((known) => known === level) ?? 'all',
    category: CATEGORIES.find((known) => known === category) ?? 'all',
    which: WHICH.find((known) => known === which) ?? 'waiting',
    page: /^\d{1,4}$/.test(page) ? Number(page) : 0,
  }
}

/** What that asks of the queue, for the one who asks. */
export const queryOf = (
  { level, category, which }: Filters,
  actorId: string,
  visible: NonNullable<FlagQuery['visible']>,
): FlagQuery => ({
  visible,
  ...(level === 'all' ? {} : { levels: [level] }),
  ...(category === 'all' ? {} : { categories: [category] }),
  ...(which === 'mine' ? { ownerId: actorId } : {}),
  ...(which === 'free' ? { states: ['open'] } : {}),
  ...(which === 'second' ? { waitsForSecond: true } : {}),
  ...(which === 'closed' ? { states: ['closed'] } : {}),
})
