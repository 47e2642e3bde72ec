import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { ClockMove } from '../../web/parts.ts'
import { useStore } from '../slots.ts'
import { clockTime, longDay } from '../times.ts'
import { texts } from './texts.ts'

const MOVES: readonly ClockMove[] = ['hour', 'next-opening', 'tonight', 'next-week']

/** The time of the house, and the ways to set it ahead. */
export function ClockDrawer(): JSX.Element {
  const store = useStore()
  const moving = useSignal(false)
  const said = useSignal('')
  const clock = store.clock.value
  const now = store.time.now.value
  const move = async (to: ClockMove): Promise<void> => {
    if (moving.value) return
    moving.value = true
    said.value = texts.moving
    const went = await store.attempt({ do: 'clock', to })
    moving.value = false
    said.value = went ? texts.moved(store.clock.value?.says ?? '') : ''
  }
  return (
    <div class="clock">
      <p>
        <strong>{texts.now(`${longDay(now)}, ${clockTime(now)}`)}</strong> {clock?.says}.
      </p>
      <p class="beside-note">{texts.note}</p>
      <ul class="clock-moves" aria-busy={moving.value}>
        {MOVES.map((to) => (
          <li key={to}>
            <button
              type="button"
              class="beside-act"
              aria-disabled={moving.value}
              onClick={() => void move(to)}
            >
              {texts.moves[to]}
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{said.value}</p>
    </div>
  )
}
