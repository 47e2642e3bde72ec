import { useSignal } from '@preact/signals'
import { useCallback } from 'preact/hooks'

export interface Roving {
  /** 0 for the one that Tab reaches, -1 for the others. */
  readonly tabIndex: (id: string) => 0 | -1
  readonly onFocus: (id: string) => void
  /** For the element around them all; the ones in it carry `data-roving`. */
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/**
 * A list is one stop for Tab; the arrows move in it. `usual` is the one that Tab reaches when none had the focus yet or
 * the one that had it is gone.
 */
export function useRoving(ids: readonly string[], usual: string | undefined): Roving {
  const at = useSignal<string | undefined>(undefined)
  const current = at.value !== undefined && ids.includes(at.value) ? at.value : (usual ?? ids[0])
  const onKeyDown = useCallback((event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const around = event.currentTarget as HTMLElement
    const all = [...around.querySelectorAll<HTMLElement>('[data-roving]')]
    const from = all.indexOf(document.activeElement as HTMLElement)
    if (from === -1) return
    const to = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: all.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    all[Math.min(Math.max(to, 0), all.length - 1)]?.focus()
  }, [])
  return {
    tabIndex: (id) => (id === current ? 0 : -1),
    onFocus: (id) => void (at.value = id),
    onKeyDown,
  }
}
