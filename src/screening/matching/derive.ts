import type { Atoms, Derivation } from '../language/atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { AtomId } from './automaton.ts'
import type { Occurrences } from './occurrences.ts'
import { isThere, placesOf, rarestOf } from './relate.ts'

/** Adds where lists that are made of lists stand, once it is known where everything else does. */
export interface Derive {
  run(occurrences: Occurrences, reading: Reading): void
  /** Whether something is looked for where this atom stands. */
  isAnchor(atom: AtomId): boolean
}

function derive({ atom, pattern }: Derivation, occurrences: Occurrences, reading: Reading): void {
  const [only] = pattern.atoms
  if (only !== undefined && pattern.atoms.length === 1) return occurrences.copy(only, atom)
  if (!isThere(pattern, occurrences)) return
  for (const { first, last } of placesOf(pattern, occurrences, reading)) {
    occurrences.add(atom, first, last)
  }
}

/**
 * Prepares the derivations of a policy. What is derived may be part of what else is derived, so they go by rank: when
 * one has its turn, all that it is made of is complete. Only those are looked at of which the rarest part stands in the
 * message, so that a message without them costs nothing.
 */
export function createDerive(atoms: Atoms): Derive {
  type Ranked = { readonly rank: number; readonly derivation: Derivation }
  const byAnchor: (Ranked[] | undefined)[] = Array.from({ length: atoms.count }, () => undefined)
  let highest = 0
  for (const derivation of atoms.derivations) {
    const anchor = rarestOf(derivation.pattern, atoms)
    if (anchor === undefined) continue
    const rank = atoms.rank(derivation.atom)
    highest = Math.max(highest, rank)
    const under = (byAnchor[anchor] ??= [])
    under.push({ rank, derivation })
  }
  const waiting: Derivation[][] = Array.from({ length: highest + 1 }, () => [])

  const run: Derive['run'] = (occurrences, reading) => {
    if (atoms.derivations.length === 0) return
    let looked = 0
    const look = (): void => {
      for (; looked < occurrences.seen.length; looked++) {
        const under = byAnchor[occurrences.seen[looked] ?? 0]
        if (under === undefined) continue
        for (const { rank, derivation } of under) waiting[rank]?.push(derivation)
      }
    }
    look()
    for (const turn of waiting) {
      if (turn.length === 0) continue
      for (const derivation of turn) derive(derivation, occurrences, reading)
      turn.length = 0
      look()
    }
  }
  return { run, isAnchor: (atom) => byAnchor[atom] !== undefined }
}
