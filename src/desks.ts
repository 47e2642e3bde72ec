import type { InForce, Standing } from './agreements.ts'
import type { Desk, Desks } from './discord/desk.ts'
import type { HouseId } from './house/id.ts'

/**
 * Gives each house its desk: what all houses share, with the agreements of that one. Made anew only when those changed, so
 * that asking with every message costs no more than a look.
 *
 * @returns the desk without a house, whose agreements are always those of this moment for all houses
 */
export function createDesks(inForce: InForce, shared: Omit<Desks, 'of'>): Desk {
  const made = new Map<HouseId | undefined, { readonly standing: Standing; readonly desk: Desk }>()
  const of = (house?: HouseId): Desk => {
    const standing = inForce.now(house)
    const known = made.get(house)
    if (known?.standing === standing) return known.desk
    const { policy, screening, texts } = standing
    const desk: Desk = { ...shared, of, policy, screening, texts }
    made.set(house, { standing, desk })
    return desk
  }
  return {
    ...shared,
    of,
    get policy() {
      return inForce.now().policy
    },
    get screening() {
      return inForce.now().screening
    },
    get texts() {
      return inForce.now().texts
    },
  }
}
