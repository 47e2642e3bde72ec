import { RESTEvents, type REST, Routes } from 'discord.js'
import type { Clock } from '../clock.ts'

/** Without any request of its own, the bot asks Discord for the time this often. */
const ASK_AFTER_MS = 10 * 60_000

/** Each answer of Discord says what time it is there; listening costs no request. */
export function hearClock(rest: REST, clock: Clock): void {
  rest.on(RESTEvents.Response, (_request, { headers }) => {
    const at = Date.parse(headers.get('date') ?? '')
    if (Number.isFinite(at)) clock.heard(new Date(at))
  })
}

/**
 * What to do now and then: asks Discord for the time when nothing else was asked for long, and at once when the clock of
 * the machine leapt. Which request it is does not matter; this one needs no rights and changes nothing.
 */
export const askClock =
  (rest: Pick<REST, 'get'>, clock: Clock): (() => Promise<void>) =>
  async () => {
    if (clock.wrongBy() === 0 && (clock.sinceHeard() ?? Number.POSITIVE_INFINITY) < ASK_AFTER_MS) return
    await rest.get(Routes.gateway(), { auth: false })
  }
