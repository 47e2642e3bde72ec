import { PolicyError } from '../../policy/problem.ts'
import { NoSuchMoment } from '../move-clock.ts'
import { Refused } from '../world.ts'
import type { Outcome } from './wishes/ask.ts'

/** What Discord refuses, in a sentence for people. Never what was typed, nor the name of what somebody may not see. */
const SENTENCES: Readonly<Record<number, string>> = {
  10003: 'Dat kanaal is er niet.',
  10008: 'Dat bericht is er niet (meer).',
  10014: 'Dat is geen emoji.',
  10062: 'De bot antwoordde niet op tijd.',
  10063: 'Die opdracht is er niet.',
  20016: 'In dit kanaal moet je even wachten voor je weer iets schrijft.',
  30010: 'Er staan al te veel verschillende reacties op dit bericht.',
  40058: 'In een forum begin je een nieuwe post.',
  50001: 'Dat kan je niet zien.',
  50005: 'Je kan alleen je eigen berichten aanpassen.',
  50006: 'Schrijf eerst iets.',
  50008: 'Hier kan je niet schrijven.',
  50013: 'Dat mag je hier niet.',
  50035: 'Er klopt iets niet: het is te kort, te lang, of niet wat hier past.',
  50083: 'Dit gesprek slaapt.',
  160005: 'Dit gesprek is gesloten.',
  200000: 'De filters van de server hielden dit bericht tegen.',
}

/** What is said where there is no sentence for it. */
export const NOT_POSSIBLE = 'Dat lukte niet.'

/** An answer to a wish that Discord, or its app, would refuse. */
export function refusal(code: number, otherwise = NOT_POSSIBLE, seconds?: number): Outcome {
  const wait = seconds === undefined ? '' : ` Nog ${Math.max(1, Math.ceil(seconds))} seconden.`
  const why = `${SENTENCES[code] ?? otherwise}${wait}`
  return code === 0 ? { ok: false, why } : { ok: false, why, code }
}

/**
 * What became of a wish that ended in an error: a refusal is an answer; anything else is a fault here and is undefined.
 *
 * @param otherwise - what to say where Discord's app would simply not have offered this
 */
export function refusalIn(error: unknown, otherwise: string): Outcome | undefined {
  if (error instanceof Refused) return refusal(error.code, otherwise, error.retryAfter)
  if (error instanceof NoSuchMoment) return { ok: false, why: error.message }
  if (error instanceof PolicyError) return { ok: false, why: 'De afspraken kloppen niet.' }
  // Names that nobody has: what was typed names somebody or something that is not there.
  if (error instanceof Error && error.constructor === Error) return refusal(0, otherwise)
  return undefined
}
