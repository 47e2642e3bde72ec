import type { Atoms, Derivation } from '../language/atoms.ts'
import type { AtomId } from './automaton.ts'
import type { Occurrences } from './occurrences.ts'
import { isThere, rarestOf } from './relate.ts'

/**
 * Tells which lists may stand in a message that are made of rows with other lists in them: those of which all parts are
 * there. Where they stand, if they do, is worked out when somebody asks. Lists that hold a list as it is need nothing:
 * see `standing.ts`.
 */
export interface Derive {
  run(occurrences: Occurrences): void
  /** Whether something is looked for where this atom stands. */
  isAnchor(atom: AtomId): boolean
}

/**
 * Prepares the derivations of a policy. What is derived may be part of what else is derived, so they go by rank: when
 * one has its turn, all that it is made of is known. Only those are looked at of which the rarest part stands in the
 * message, so that a message without them costs nothing.
 */
export function createDerive(atoms: Atoms): Derive {
  type Ranked = { readonly rank: number; readonly derivation: Derivation }
  const byAnchor: (Ranked[] | undefined)[] = Array.from({ length: atoms.count }, () => undefined)
  let highest = 0
  for (const derivation of atoms.derivations) {
    const anchor = rarestOf(derivation.pattern, atoms)
    if (anchor === undefined || derivation.pattern.atoms.length === 1) continue
    const rank = atoms.rank(derivation.atom)
    highest = Math.max(highest, rank)
    const under = (byAnchor[anchor] ??= [])
    under.push({ rank, derivation })
  }
  const waiting: Derivation[][] = Array.from({ length: highest + 1 }, () => [])

  const run: Derive['run'] = (occurrences) => {
    let looked = 0
    let waits = false
    const look = (): void => {
      for (; looked < occurrences.seen.length; looked++) {
        const under = byAnchor[occurrences.seen[looked] ?? 0]
        if (under === undefined) continue
        for (const { rank, derivation } of under) waiting[rank]?.push(derivation)
        waits = true
      }
    }
    look()
    if (!waits) return
    for (const turn of waiting) {
      if (turn.length === 0) continue
      for (const derivation of turn) if (isThere(derivation.pattern, occurrences)) occurrences.may(derivation)
      turn.length = 0
      look()
    }
  }
  return { run, isAnchor: (atom) => byAnchor[atom] !== undefined }
}
