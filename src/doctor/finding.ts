import type { TextKey } from '../texts/texts.ts'

/** What is looked at, in the order in which it is told. */
export const CHECKS = [
  'node',
  'settings',
  'policy',
  'helplines',
  'token',
  'intents',
  'servers',
  'set-up',
  'permissions',
  'database',
  'disk',
  'keys',
  'clock',
  'running',
] as const
export type Check = (typeof CHECKS)[number]

/** `ok`: nothing to do. `note`: it works, and something should be looked at. `fault`: something does not work. */
export type State = 'ok' | 'note' | 'fault'

/** One thing that was looked at, with what to do about it. */
export interface Finding {
  readonly check: Check
  readonly state: State
  readonly says: Extract<TextKey, `doctor.${string}`>
  readonly values: Readonly<Record<string, string | number>>
}

export const finding = (
  check: Check,
  state: State,
  says: Finding['says'],
  values: Finding['values'] = {},
): Finding => ({ check, state, says, values })

/** How the list ends: the process tells by its exit code whether something does not work. */
export const worstOf = (findings: readonly Finding[]): State => {
  if (findings.some(({ state }) => state === 'fault')) return 'fault'
  return findings.some(({ state }) => state === 'note') ? 'note' : 'ok'
}
