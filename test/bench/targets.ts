/** What is measured, and what is to be reached. The order is that of the table. */

export type Unit = 'a second' | 'ms' | 'MB' | 's' | 's an hour'

export interface Target {
  readonly id: string
  /** For whoever reads the table. */
  readonly what: string
  readonly better: 'higher' | 'lower'
  readonly unit: Unit
  /** Whether the goal is about the ratio, or about the value itself where there is nothing to compare it with. */
  readonly of: 'ratio' | 'ours'
  readonly goal: number
  /** Measured by `--quick` as well. */
  readonly quick: boolean
}

const ratio = (
  id: string,
  what: string,
  unit: Unit,
  goal: number,
  quick: boolean,
  better: Target['better'] = 'lower',
): Target => ({ id, what, better, unit, of: 'ratio', goal, quick })
const value = (id: string, what: string, unit: Unit, goal: number, quick: boolean): Target => ({
  id,
  what,
  better: 'lower',
  unit,
  of: 'ours',
  goal,
  quick,
})

export const TARGETS = [
  ratio('receive', 'messages received and screened, beside a bare client', 'a second', 0.8, true, 'higher'),
  ratio(
    'receive-same-options',
    'the same, beside a bare client with our cache options',
    'a second',
    0.55,
    true,
    'higher',
  ),
  ratio('card-p50', 'message → card, beside an echo with three durable commits', 'ms', 1.2, true),
  ratio('card-p99', 'the same, 99 of 100', 'ms', 2, true),
  ratio('card-at-40ms', 'the same when Discord takes 40 ms, beside a bare echo', 'ms', 1.1, true),
  ratio('praat', '/praat → first answer, beside a bare reply', 'ms', 1.5, true),
  ratio('history-card', 'message → card with a million closed flags, beside none', 'ms', 1.2, false),
  ratio('history-claim', 'a press on "Neem op", the same', 'ms', 1.2, false),
  ratio('history-list', '/wachtrij, the same', 'ms', 1.2, false),
  ratio('memory', 'memory, one house of 500 members', 'MB', 1.8, true),
  ratio('memory-2500', 'memory, 2,500 houses of 200 members', 'MB', 1.2, false),
  ratio('start', 'start to READY, without opening the database', 'ms', 1.6, true),
  value('flood', '100,000 messages: the event loop waited, 99 of 100', 'ms', 50, false),
  value('idle', 'processor time with nothing to do', 's an hour', 5, false),
  value('policy-10k', 'reading and compiling agreements of 10,000 terms', 'ms', 300, true),
  ratio('catch-up', '10,000 missed messages, beside a reader that does nothing else', 's', 1.2, false),
] as const satisfies readonly Target[]

export type Id = (typeof TARGETS)[number]['id']

export const targetOf = (id: string): Target | undefined => TARGETS.find((target) => target.id === id)

/** Whether a target is reached. */
export function isReached({ of, better, goal }: Target, ours: number, against: number | null): boolean {
  const reached = of === 'ratio' ? against : ours
  if (reached === null || Number.isNaN(reached)) return false
  return better === 'higher' ? reached >= goal : reached <= goal
}

/** The goal in words. */
export const goalOf = ({ better, goal, of, unit }: Target): string =>
  `${better === 'higher' ? 'at least' : 'at most'} ${goal}${of === 'ours' ? ` ${unit}` : ''}`
