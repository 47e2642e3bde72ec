import { type DestinationStream, type Logger, pino } from 'pino'
import { placesOf } from './written-places.ts'

export type Log = Logger

/** What of an error may be written down: never its message, which can quote what a person wrote (a request body, a query). */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const { code, status } = error as Error & { code?: unknown; status?: unknown }
  return {
    type: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof status === 'number' ? { status } : {}),
    at: placesOf(error, 8),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  }
}

/** Names under which words could slip into a log line by mistake; they are blanked at any of the first three depths. */
const WORDS = ['content', 'words', 'text', 'token', 'body', 'username', 'globalName', 'displayName']

/**
 * The one logger of the process. It holds ids and reasons, never words: errors lose their message, and fields with
 * the name of something written are blanked (design decision 8).
 *
 * @param level - pino level
 * @param destination - where the JSON lines go; standard output when absent
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    serializers: { err: describeError, error: describeError },
    redact: { paths: WORDS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[not logged]' },
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}
