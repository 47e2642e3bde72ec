import { useRef } from 'preact/hooks'
import type { TargetedPointerEvent } from 'preact'

const LONG_PRESS_MS = 500
/** A finger that moves further is scrolling. */
const STILL_PX = 10

type Press = TargetedPointerEvent<HTMLElement>

/** What a right click is with a finger: held still for half a second. */
export function useLongPress(held: (on: HTMLElement, x: number, y: number) => void): {
  readonly onPointerDown: (event: Press) => void
  readonly onPointerMove: (event: Press) => void
  readonly onPointerUp: () => void
  readonly onPointerCancel: () => void
} {
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | undefined>(undefined)
  const letGo = (): void => {
    clearTimeout(press.current?.timer)
    press.current = undefined
  }
  return {
    onPointerDown({ pointerType, currentTarget, clientX: x, clientY: y }) {
      if (pointerType !== 'touch') return
      press.current = { x, y, timer: setTimeout(() => held(currentTarget, x, y), LONG_PRESS_MS) }
    },
    onPointerMove(event) {
      const { current } = press
      if (current === undefined) return
      if (Math.hypot(event.clientX - current.x, event.clientY - current.y) > STILL_PX) letGo()
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
  }
}
