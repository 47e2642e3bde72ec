import type { ComponentType, JSX } from 'preact'
import { useStore } from './slots.ts'

/** Opens what stands at the right, and closes it again. */
export function PanelButton({
  id,
  label,
  icon: Icon,
  badge,
}: {
  readonly id: string
  readonly label: string
  readonly icon: ComponentType
  readonly badge?: string | undefined
}): JSX.Element {
  const { panel } = useStore()
  const open = panel.value === id
  return (
    <button
      type="button"
      class="tool"
      aria-label={label}
      title={label}
      aria-expanded={open}
      aria-controls={open ? 'panel' : undefined}
      data-panel={id}
      onClick={() => (panel.value = open ? undefined : id)}
    >
      <Icon />
      {badge !== undefined && <span class="badge">{badge}</span>}
    </button>
  )
}
