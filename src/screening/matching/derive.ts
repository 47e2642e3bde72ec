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
  /** What has its turn, for each rank; the rows are used again, and hold as many as their count says. */
  const waiting: Derivation[][] = Array.from({ length: highest + 1 }, () => [])
  const counts = new Int32Array(highest + 1)
  let looked = 0
  let waits = false

  /** Lines up what the anchors that were seen since may lead to. */
  const look = ({ seen, seenCount }: Occurrences): void => {
    for (; looked < seenCount; looked++) {
      const under = byAnchor[seen[looked] ?? 0]
      if (under === undefined) continue
      waits = true
      for (const { rank, derivation } of under) {
        const count = counts[rank] ?? 0
        const turn = waiting[rank]
        if (turn !== undefined) turn[count] = derivation
        counts[rank] = count + 1
      }
    }
  }
  const run: Derive['run'] = (occurrences) => {
    looked = 0
    waits = false
    look(occurrences)
    if (!waits) return
    for (let rank = 0; rank <= highest; rank++) {
      // A list is derived from lower ranks only, so nothing joins a turn that has begun.
      const count = counts[rank] ?? 0
      for (let at = 0; at < count; at++) {
        const derivation = waiting[rank]?.[at]
        if (derivation !== undefined && isThere(derivation.pattern, occurrences)) occurrences.may(derivation)
      }
      if (count === 0) continue
      counts[rank] = 0
      look(occurrences)
    }
  }
  return { run, isAnchor: (atom) => byAnchor[atom] !== undefined }
}
