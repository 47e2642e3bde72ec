import type { Texts } from '../../texts/texts.ts'
import type { Visit } from '../command.ts'
import type { Desk, House } from '../desk.ts'
import { canFollowUp } from '../missing.ts'
import { linesNow } from '../talks/say.ts'

/** Whether the last day of a house is over: nobody follows up any more. */
export const isOver = (desk: Pick<Desk, 'duty' | 'now'>, house: Pick<House, 'id'>): boolean =>
  // Nearly no house ends, so nearly nobody needs to know what time it is: this is asked for each message.
  desk.duty.hours.lastDay(house.id) !== undefined && desk.duty.hours.hasEnded(house.id, desk.now())

/** Whether a house takes in anything new: somebody can follow up, and its last day is not over. */
export const takesIn = ({ desk, house }: Visit): boolean => canFollowUp(house) && !isOver(desk, house)

/** Said instead of a form where nobody could follow up: who is there now all the same, and 112. */
export const takesNothingIn = ({ desk, house }: Visit, texts: Texts): string =>
  [texts.t(isOver(desk, house) ? 'house.over' : 'report.off'), ...linesNow(desk, texts)].join('\n')
