import { TARGET_KINDS } from '../outbox/target.ts'
import { OUTCOMES } from '../queue/outcomes.ts'
import { KINDS, LEVELS } from '../screening/kinds.ts'
import { TROUBLES } from '../storage/trouble.ts'

/** How asking the bot for something ended. */
export const ANSWERS = ['done', 'refused', 'failed'] as const
export type Answer = (typeof ANSWERS)[number]

/** How one attempt to make Discord match a row ended. */
export const EFFECTS = ['done', 'repost', 'retry'] as const
export type EffectEnd = (typeof EFFECTS)[number]

/** What a connection to Discord went through. */
export const CONNECTIONS = ['lost', 'resumed', 'anew'] as const
export type ConnectionTurn = (typeof CONNECTIONS)[number]

export const SOURCES = ['screening', 'report', 'automod'] as const
const STATUSES = ['2xx', '3xx', '404', '429', '4xx', '5xx'] as const
const MESSAGES = ['received', 'heard'] as const

/** The value of a label that stands in no list: something new, or something that does not belong in a metric. */
export const OTHER = 'other'

/**
 * Every label of the metrics with every value that it can have. A metric is read by people who may not read what the
 * young people write, and kept for years: no id, no name of a channel or person and no word ever stands in one (design
 * decision 8). What is not in these lists is counted as `other`.
 */
export const LABELS = {
  what: MESSAGES,
  kind: KINDS,
  level: LEVELS,
  source: SOURCES,
  outcome: OUTCOMES,
  effect: TARGET_KINDS,
  end: EFFECTS,
  answer: ANSWERS,
  status: STATUSES,
  turn: CONNECTIONS,
  trouble: TROUBLES,
} as const satisfies Record<string, readonly string[]>
export type Label = keyof typeof LABELS

/** The value as it may stand in a metric. */
export const closed = (list: readonly string[], value: string | undefined): string =>
  value !== undefined && list.includes(value) ? value : OTHER

/** The class of a status of Discord; two that ask for something else of the reader stand apart. */
export const statusClass = (status: number): string => {
  if (status === 404 || status === 429) return String(status)
  return closed(STATUSES, `${Math.floor(status / 100)}xx`)
}
