import type { JSX } from 'preact'
import { useSlots, useStore } from './slots.ts'
import { texts } from './texts.ts'

/** The bar at the top: that this is practice, always; the clock of the house; and what is wrong with the line. */
export function Bar(): JSX.Element {
  const { bar = [] } = useSlots()
  const { connection } = useStore()
  const state = connection.value
  return (
    <div class="bar">
      <p class="practice-note">
        <span class="long">{texts.practice}</span>
        <span class="short">{texts.practiceShort}</span>
      </p>
      {bar.map((Part, n) => (
        <Part key={n} />
      ))}
      <div role="status" class={state === 'open' ? 'line-state' : 'line-state shown'}>
        {state !== 'open' && texts.line[state]}
        {state === 'nobody' && (
          <a class="link" href="#">
            {texts.chooseSomebody}
          </a>
        )}
        {state === 'closed' && (
          <button type="button" class="link" onClick={() => location.reload()}>
            {texts.loadAgain}
          </button>
        )}
      </div>
    </div>
  )
}
