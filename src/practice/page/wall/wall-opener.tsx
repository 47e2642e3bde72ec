import { useSignalEffect } from '@preact/signals'
import { useStore } from '../slots.ts'

/** Opens the drawer as soon as somebody chose a message to look behind. */
export function WallOpener(): null {
  const store = useStore()
  useSignalEffect(() => {
    if (store.chosen.value !== undefined) store.panel.value = 'wall'
  })
  return null
}
