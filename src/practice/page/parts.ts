import { beside } from './beside/slots.ts'
import { interactions } from './interactions/slots.ts'
import type { Slots } from './slots.ts'

/** What fills the places of the page. */
export const parts: Slots = {
  ...interactions,
  layers: [...(interactions.layers ?? []), ...beside.layers],
  bar: beside.bar,
  drawers: beside.drawers,
}
