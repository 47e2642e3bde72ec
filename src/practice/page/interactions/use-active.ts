import { useEffect, useState } from 'preact/hooks'

/** How far Page Up and Page Down go. */
const PAGE = 8

export interface Active {
  /** Which line of a list is the active one; -1 where the list is empty. */
  readonly at: number
  go(to: number): void
  /** True when the key moved it. Home and End stay with the text where somebody types. */
  onKey(event: KeyboardEvent, typing: boolean): boolean
}

/** The active line of a list that is steered from elsewhere, while the focus stays where somebody types. */
export function useActive(count: number, start = 0): Active {
  const [wanted, setWanted] = useState(start)
  const at = Math.min(wanted, count - 1)
  const go = (to: number): void => setWanted(Math.max(0, Math.min(to, count - 1)))
  return {
    at,
    go,
    onKey(event, typing) {
      const steps: Readonly<Record<string, number>> = {
        ArrowDown: at === count - 1 ? -at : 1,
        ArrowUp: at <= 0 ? count - 1 - at : -1,
        PageDown: PAGE,
        PageUp: -PAGE,
        ...(typing ? {} : { Home: -count, End: count }),
      }
      const step = steps[event.key]
      if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return false
      event.preventDefault()
      go(at + step)
      return true
    },
  }
}

/** Keeps the active line in sight. */
export function useInSight(id: string | undefined): void {
  useEffect(() => {
    if (id !== undefined) document.getElementById(id)?.scrollIntoView({ block: 'nearest' })
  }, [id])
}
