import type { JSX } from 'preact'
import { PanelButton } from './panel-button.tsx'
import { useSlots, useStore } from './slots.ts'
import { texts } from './texts.ts'

/**
 * The bar at the top has what would not be there on Discord: that this is practice, always; the clock of the house; its
 * drawers; and what is wrong with the line.
 */
export function Bar(): JSX.Element {
  const { bar = [], drawers = [] } = useSlots()
  const store = useStore()
  const state = store.connection.value
  const shown = drawers.filter((one) => one.shown?.(store) !== false)
  return (
    <div class="bar">
      <p class="practice-note">
        <span class="long">{texts.practice}</span>
        <span class="short">{texts.practiceShort}</span>
      </p>
      {bar.map((Part, n) => (
        <Part key={n} />
      ))}
      <div class="bar-tools">
        {shown.map(({ id, label, icon, badge }) => (
          <PanelButton key={id} id={id} label={label} icon={icon} badge={badge?.(store)} />
        ))}
      </div>
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
