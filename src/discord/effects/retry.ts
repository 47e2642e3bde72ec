import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js'
import type { Retry } from './effect.ts'

const MINUTE = 60_000

/** Faults that a person must mend (permissions, a channel that is gone) are asked about rarely; others soon, then less. */
export function retryOf(error: unknown, tries: number): Retry {
  const soon = Math.min(1_000 * 2 ** Math.min(tries, 6), MINUTE)
  if (error instanceof DiscordAPIError) {
    const forPeople: readonly unknown[] = [
      RESTJSONErrorCodes.MissingAccess,
      RESTJSONErrorCodes.MissingPermissions,
      RESTJSONErrorCodes.UnknownChannel,
    ]
    const afterMs = forPeople.includes(error.code)
      ? Math.min(MINUTE * 2 ** Math.min(tries, 4), 10 * MINUTE)
      : soon
    // Discord answered with a refusal, so the act was surely not done: nothing has to be looked for.
    return { did: 'retry', code: `discord-${error.code}`, afterMs, refused: true }
  }
  if (error instanceof RateLimitError)
    return { did: 'retry', code: 'rate-limit', afterMs: Math.max(error.retryAfter, 1_000), refused: true }
  if (error instanceof HTTPError)
    return { did: 'retry', code: `http-${error.status}`, afterMs: soon, refused: false }
  return {
    did: 'retry',
    code: error instanceof Error ? error.name : 'unknown',
    afterMs: soon,
    refused: false,
  }
}
