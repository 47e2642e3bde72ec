import type { FlagResult } from '../../queue/flags.ts'
import { ADVICE_FROM } from '../../queue/care.ts'
import { isSerious } from '../../queue/outcomes.ts'
import { isReal } from '../../queue/real.ts'
import type { Visit } from '../command.ts'

/** Who can be talked to about what was heavy: the one that the house names for it. */
function debriefLine({ desk }: Visit): string {
  const { debrief } = desk.policy.house.contacts
  const texts = desk.texts()
  return debrief === undefined ? texts.t('care.debrief-team') : texts.t('care.debrief', debrief)
}

/**
 * What is said to somebody who closed something heavy, and to nobody else: thanks, with whom to talk about it, and after
 * two in a row that a colleague may take the next. Nothing is said after anything lighter, and nothing is written down.
 */
export function careAfter(result: FlagResult, memberId: string, visit: Visit): readonly string[] {
  if (!result.ok || result.flag.state !== 'closed' || !isReal(result.flag)) return []
  const { desk, house } = visit
  const inARow = desk.care.closed(house.id, memberId, result.flag.level)
  if (!isSerious(result.flag.level)) return []
  const texts = desk.texts()
  return [
    texts.t('care.closed'),
    debriefLine(visit),
    ...(inARow >= ADVICE_FROM ? [texts.t('care.advice', { count: inARow })] : []),
  ]
}

/** Said to somebody who takes on a heavy one after two others: advice, the flag is theirs all the same. */
export function careBefore(result: FlagResult, memberId: string, { desk, house }: Visit): string | undefined {
  if (!result.ok || !isSerious(result.flag.level) || !isReal(result.flag)) return undefined
  const inARow = desk.care.inARow(house.id, memberId)
  return inARow >= ADVICE_FROM ? desk.texts().t('care.advice', { count: inARow }) : undefined
}
