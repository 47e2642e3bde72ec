/** Sessions that a bot may start in a day. Source: Discord, Gateway, Identifying. */
const usualTotal = 1000
const day = 24 * 60 * 60_000
/** Within this many milliseconds a bot may start `max_concurrency` sessions. Source: Discord, Gateway, Session Start Limit. */
const concurrencyWindow = 5_000

export interface StartLimits {
  readonly total?: number
  readonly maxConcurrency?: number
  /**
   * Refuses a session that is started too soon after another of its bucket. Off unless asked for: the bot keeps to
   * it by waiting in real time, so each restart in a test would take five seconds.
   */
  readonly strict?: boolean
}

export interface SessionStarts {
  /** The `session_start_limit` of `GET /gateway/bot`. */
  limit(): { total: number; remaining: number; reset_after: number; max_concurrency: number }
  /** Counts one IDENTIFY; resuming does not count. */
  take(shard: number): 'started' | 'too soon' | 'used up'
}

/**
 * Counts how often the bot identifies. The day begins with the first time and ends 24 hours later.
 * Source: Discord, Gateway, Identifying; Session Start Limit Object; Max Concurrency.
 */
export function createSessionStarts(now: () => number, limits: StartLimits = {}): SessionStarts {
  const total = limits.total ?? usualTotal
  const concurrency = limits.maxConcurrency ?? 1
  const lastOf = new Map<number, number>()
  let begun: number | undefined
  let used = 0

  const roll = () => {
    if (begun === undefined || now() - begun < day) return
    begun = undefined
    used = 0
  }

  return {
    limit() {
      roll()
      return {
        total,
        remaining: Math.max(0, total - used),
        reset_after: begun === undefined ? day : begun + day - now(),
        max_concurrency: concurrency,
      }
    },
    take(shard) {
      roll()
      if (used >= total) return 'used up'
      begun ??= now()
      used += 1
      const key = shard % concurrency
      const last = lastOf.get(key)
      if (limits.strict === true && last !== undefined && now() - last < concurrencyWindow) return 'too soon'
      lastOf.set(key, now())
      return 'started'
    },
  }
}
