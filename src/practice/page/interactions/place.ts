import { useEffect, useLayoutEffect } from 'preact/hooks'
import type { RefObject } from 'preact'
import { type Box, EDGE, placeAt, type Side } from './place-at.ts'

/** Where something floats: at an element, or at a point of the screen. */
export type Anchor = RefObject<HTMLElement | null> | { readonly x: number; readonly y: number }

export interface PlaceOptions {
  readonly side: Side
  /** As wide as the element that it belongs to. */
  readonly asWide?: boolean
}

function boxOf(anchor: Anchor): Box | undefined {
  if ('x' in anchor) {
    const { x, y } = anchor
    return { left: x, top: y, right: x, bottom: y, width: 0 }
  }
  return anchor.current?.getBoundingClientRect()
}

/**
 * Lays something over the page, where nothing cuts it off, and keeps it at its anchor while one scrolls. The element has
 * `popover="manual"`; it is shown as long as the component stands.
 */
export function useFloating(
  floating: RefObject<HTMLElement | null>,
  anchor: Anchor,
  options: PlaceOptions,
): void {
  const put = (): void => {
    const element = floating.current
    const box = boxOf(anchor)
    if (element === null || box === undefined) return
    if (options.asWide === true) element.style.minWidth = `${box.width}px`
    element.style.maxWidth = `${window.innerWidth - 2 * EDGE}px`
    const screen = { width: window.innerWidth, height: window.innerHeight }
    const place = placeAt(box, element.getBoundingClientRect(), screen, options.side)
    element.style.left = `${place.left}px`
    element.style.top = `${place.top}px`
  }
  useLayoutEffect(() => {
    if (floating.current?.matches(':popover-open') === false) floating.current.showPopover()
    put()
  })
  useEffect(() => {
    window.addEventListener('scroll', put, { capture: true, passive: true })
    window.addEventListener('resize', put)
    return () => {
      window.removeEventListener('scroll', put, { capture: true })
      window.removeEventListener('resize', put)
    }
  })
}

/** Calls `away` when somebody presses anywhere outside of these elements. */
export function usePressOutside(inside: readonly RefObject<HTMLElement | null>[], away: () => void): void {
  useEffect(() => {
    const look = (event: PointerEvent): void => {
      const { target } = event
      if (target instanceof Node && inside.some((one) => one.current?.contains(target) === true)) return
      away()
    }
    document.addEventListener('pointerdown', look, { capture: true })
    return () => document.removeEventListener('pointerdown', look, { capture: true })
  })
}
