import { effect, signal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import type { ClockView } from '../web/protocol.ts'
import { dayOf } from './times.ts'

/** The clock of the house, which can be moved: it is never the clock of this computer. */
export interface HouseTime {
  /** Milliseconds since 1970; changes a few times a minute. */
  readonly now: ReadonlySignal<number>
  /** A moment of today; changes with the day only, for what says "vandaag" and "gisteren". */
  readonly day: ReadonlySignal<number>
  stop(): void
}

const TICK_MS = 10_000

/** Runs on from what the server said last; without a word from it, with this computer's clock. */
export function createHouseTime(clock: ReadonlySignal<ClockView | undefined>): HouseTime {
  let ahead = 0
  const now = signal(Date.now())
  const day = signal(now.value)
  const tick = (): void => {
    now.value = Date.now() + ahead
    if (dayOf(now.value) !== dayOf(day.value)) day.value = now.value
  }
  const stopListening = effect(() => {
    const said = clock.value
    if (said !== undefined) ahead = Date.parse(said.now) - Date.now()
    tick()
  })
  const timer = setInterval(tick, TICK_MS)
  return {
    now,
    day,
    stop() {
      clearInterval(timer)
      stopListening()
    },
  }
}
