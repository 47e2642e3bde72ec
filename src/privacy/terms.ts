import type { HousePolicy } from '../policy/schema.ts'
import type { Category } from '../screening/kinds.ts'

/** For how many days a house keeps what of one kind of matter. */
export interface Terms {
  readonly openFlagDays: number
  readonly closedFlagDays: number
  readonly auditIdsDays: number
}

/** The terms of a category: what the house chose for it, else its general ones. */
export const termsFor = (
  { perCategory, ...general }: HousePolicy['retention'],
  category?: Category,
): Terms => {
  const own = category === undefined ? undefined : perCategory?.[category]
  return {
    ...general,
    openFlagDays: own?.openFlagDays ?? general.openFlagDays,
    closedFlagDays: own?.closedFlagDays ?? general.closedFlagDays,
  }
}

/** When the words of something that opens now are forgotten at the latest. */
export const keepUntil = (retention: HousePolicy['retention'], now: Date, category?: Category): Date =>
  new Date(now.getTime() + termsFor(retention, category).openFlagDays * 86_400_000)
