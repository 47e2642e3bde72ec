import type { Wording } from '../../texts/wording.ts'
import { AGES, type Age } from '../../referral/refer.ts'
import { customId } from '../custom-id.ts'
import type { Desk } from '../desk.ts'
import { languageIn } from '../languages.ts'

/**
 * What somebody chose in `/praat`. It is carried in the buttons of that one answer and stands nowhere else: after a
 * restart the buttons still know it, and nobody else ever does.
 */
export interface PraatState {
  readonly language: Wording
  readonly subject?: string
  readonly prefer?: 'phone' | 'chat'
  readonly age?: Age
}

const NOT_CHOSEN = '-'
const PREFERENCES = ['phone', 'chat'] as const

function argsOf({ language, subject, prefer, age }: PraatState): string[] {
  const args: string[] = [language, subject ?? NOT_CHOSEN, prefer ?? NOT_CHOSEN, age ?? NOT_CHOSEN]
  while (args.at(-1) === NOT_CHOSEN) args.pop()
  return args
}

/** The id of a component that carries a state; what was not chosen takes no room at its end. */
export const stateId = (action: string, state: PraatState): string =>
  customId('praat', action, ...argsOf(state))

/** Discord takes no longer ids. */
const LONGEST_ID = 100

/** The same with somebody who was chosen. Where all of it does not fit, what was chosen in `/praat` before stays behind. */
export function chosenId(action: string, state: PraatState, personId: string): string {
  const [language = state.language, ...rest] = argsOf(state)
  const fits = ['praat', action, language, personId, ...rest].join(':').length <= LONGEST_ID
  return customId('praat', action, language, personId, ...(fits ? rest : []))
}

/** An id of Discord; nobody has this one. An id that is left out must not come to mean "everybody" when it is looked up. */
const ID = /^\d{1,20}$/
const NOBODY = '0'

/** Reads both back. */
export function chosenOf(
  [language, personId = '', ...rest]: readonly string[],
  desk: Desk,
): { readonly state: PraatState; readonly personId: string } {
  return { state: stateOf([language ?? '', ...rest], desk), personId: ID.test(personId) ? personId : NOBODY }
}

/** Reads a state back; what is not known (any more) counts as not chosen. */
export function stateOf(args: readonly string[], desk: Desk): PraatState {
  const [wanted, chosen, preferred, years] = args
  const language = languageIn(wanted, desk)
  const prefer = PREFERENCES.find((known) => known === preferred)
  const age = AGES.find((known) => known === years)
  return {
    language,
    ...(chosen === undefined || chosen === NOT_CHOSEN ? {} : { subject: chosen }),
    ...(prefer === undefined ? {} : { prefer }),
    ...(age === undefined ? {} : { age }),
  }
}
