import { useSignal } from '@preact/signals'
import type { ReadonlySignal } from '@preact/signals'
import { useCallback, useLayoutEffect, useRef } from 'preact/hooks'
import type { RefObject } from 'preact'

export interface Scroll {
  /** Whether who reads went up: then what comes in does not move the page. */
  readonly away: ReadonlySignal<boolean>
  readonly onScroll: () => void
  readonly toBottom: () => void
}

/** Within this of the bottom one is at the bottom, and within this of the top older messages are fetched. */
const BOTTOM_PX = 40
const TOP_PX = 300

/**
 * Keeps the newest message in view for who is at the bottom, and what one reads where it is for who is not: the list
 * grows at both ends, and its messages take their height only after they are drawn.
 */
export function useScroll(
  box: RefObject<HTMLElement | null>,
  wishes: { readonly older: () => Promise<void>; readonly atBottom: () => void },
): Scroll {
  const away = useSignal(false)
  const anchor = useRef<{ readonly row: Element; readonly top: number } | undefined>(undefined)
  const latest = useRef(wishes)
  latest.current = wishes

  const toBottom = useCallback((): void => {
    const { current } = box
    if (current !== null) current.scrollTop = current.scrollHeight
    away.value = false
  }, [])

  const onScroll = useCallback((): void => {
    const { current } = box
    if (current === null) return
    const left = current.scrollHeight - current.scrollTop - current.clientHeight
    const isAway = left > BOTTOM_PX
    if (away.value && !isAway) latest.current.atBottom()
    away.value = isAway
    if (current.scrollTop < TOP_PX) {
      anchor.current = lowestInView(current)
      void latest.current.older()
    }
  }, [])

  useLayoutEffect(() => {
    const { current } = box
    const inner = current?.firstElementChild
    if (current === null || inner === null || inner === undefined) return undefined
    const grew = new ResizeObserver(() => {
      if (!away.value) {
        current.scrollTop = current.scrollHeight
        // A list that does not fill the screen cannot be scrolled up: what is older comes by itself.
        if (current.scrollHeight <= current.clientHeight) void latest.current.older()
        return
      }
      const kept = anchor.current
      if (kept === undefined || !kept.row.isConnected) return
      const moved = kept.row.getBoundingClientRect().top - kept.top
      if (moved !== 0) current.scrollTop += moved
    })
    grew.observe(inner)
    grew.observe(current)
    return () => grew.disconnect()
  }, [])

  return { away, onScroll, toBottom }
}

/** The lowest message on the screen: one higher up may itself change, such as the first, which loses its name line. */
function lowestInView(box: HTMLElement): { readonly row: Element; readonly top: number } | undefined {
  const edge = box.getBoundingClientRect().bottom
  for (const row of [...box.querySelectorAll('[data-message]')].toReversed()) {
    const { top } = row.getBoundingClientRect()
    if (top < edge) return { row, top }
  }
  return undefined
}
