import type { JSX } from 'preact'
import { useStore } from '../slots.ts'
import { clockTime } from '../times.ts'
import { texts } from './texts.ts'

/** In the bar: what time it is in the house, and whether it is open. */
export function ClockLine(): JSX.Element | null {
  const { clock, time } = useStore()
  const says = clock.value?.says
  return says === undefined ? null : <p class="clock-line">{texts.bar(clockTime(time.now.value), says)}</p>
}
