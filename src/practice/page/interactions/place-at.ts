/** What floats stays this far from the edge of the screen, in CSS pixels. */
export const EDGE = 8

export type Side = 'below' | 'above' | 'right'

/** Where something stands on the screen. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly width: number
}

const clamp = (value: number, most: number): number => Math.max(EDGE, Math.min(value, most))

/** The place of something on the screen: on the side that was asked, on the other where it fits only there. */
export function placeAt(
  box: Box,
  size: { readonly width: number; readonly height: number },
  screen: { readonly width: number; readonly height: number },
  side: Side,
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
