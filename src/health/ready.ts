import type { TroubleKind } from '../storage/trouble.ts'
import type { Gauges } from './gauges.ts'

/** Why the bot does not do its work now; nothing but these ever stands in the answer. */
export const REASONS = [
  'stopping',
  'not-connected',
  'cannot-store',
  'agreements-broken',
  'pulse-late',
  'outbox-stuck',
  'database-silent',
] as const
export type Reason = (typeof REASONS)[number]

/** What is looked at. */
export interface State {
  readonly stopping: boolean
  readonly connected: boolean
  readonly trouble: TroubleKind | undefined
  /** Whether the bot works with the agreements that stand in their folder. */
  readonly agreements: boolean
  /** Seconds since the recurring work last came round. */
  readonly pulseSeconds: number
  /** Undefined when the database could not be asked. */
  readonly gauges: Pick<Gauges, 'stuck'> | undefined
}

/** The recurring work comes round every second; a large database that is copied or swept may hold it up for some. */
const PULSE_LATE_SECONDS = 30

/** Whether the bot does its work, and if not why. The bot with a broken folder of agreements works on: it is said, too. */
export function readiness(state: State): { readonly ready: boolean; readonly reasons: readonly Reason[] } {
  const wrong: Record<Reason, boolean> = {
    stopping: state.stopping,
    'not-connected': !state.connected,
    'cannot-store': state.trouble !== undefined,
    'agreements-broken': !state.agreements,
    'pulse-late': state.pulseSeconds > PULSE_LATE_SECONDS,
    'outbox-stuck': (state.gauges?.stuck ?? 0) > 0,
    'database-silent': state.gauges === undefined,
  }
  const reasons = REASONS.filter((reason) => wrong[reason])
  return { ready: reasons.length === 0, reasons }
}
