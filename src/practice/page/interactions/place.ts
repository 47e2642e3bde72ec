import { useEffect, useLayoutEffect } from 'preact/hooks'
import type { RefObject } from 'preact'

/** Where something floats: at an element, or at a point of the screen. */
export type Anchor = RefObject<HTMLElement | null> | { readonly x: number; readonly y: number }

export interface PlaceOptions {
  readonly side: 'below' | 'above' | 'right'
  /** As wide as the element that it belongs to. */
  readonly asWide?: boolean
}

const EDGE = 8

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly width: number
}

function boxOf(anchor: Anchor): Box | undefined {
  if ('x' in anchor) {
    const { x, y } = anchor
    return { left: x, top: y, right: x, bottom: y, width: 0 }
  }
  return anchor.current?.getBoundingClientRect()
}

const clamp = (value: number, most: number): number => Math.max(EDGE, Math.min(value, most))

/** The place of something on the screen: on the side that was asked, on the other where it fits only there. */
export function placeAt(
  box: Box,
  size: { readonly width: number; readonly height: number },
  screen: { readonly width: number; readonly height: number },
  side: PlaceOptions['side'],
): { readonly left: number; readonly top: number } {
  const mostLeft = screen.width - size.width - EDGE
  const mostTop = screen.height - size.height - EDGE
  if (side === 'right') {
    const fits = box.right + size.width <= screen.width - EDGE
    return {
      left: clamp(fits ? box.right : box.left - size.width, mostLeft),
      top: clamp(box.top, mostTop),
    }
  }
  const below = box.bottom + 4
  const above = box.top - size.height - 4
  const roomBelow = screen.height - box.bottom
  const top =
    side === 'below'
      ? below <= mostTop || roomBelow >= box.top
        ? below
        : above
      : above >= EDGE || box.top >= roomBelow
        ? above
        : below
  return { left: clamp(box.left, mostLeft), top: clamp(top, mostTop) }
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
