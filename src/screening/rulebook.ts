import type { Rule } from '../policy/schema.ts'
import { type Atoms, createAtoms } from './language/atoms.ts'
import type { ResolvedLists } from './language/lists.ts'
import { TermError } from './language/problem.ts'
import type { AtomId } from './matching/automaton.ts'
import { type Pattern, rarestOf } from './matching/relate.ts'

/** A saying of the policy, ready to be looked for. */
export interface Saying {
  readonly said: string
  readonly patterns: readonly Pattern[]
}

/** One pattern of a term, with the rule that it is of. */
export interface TermPattern {
  readonly rule: number
  readonly said: string
  readonly pattern: Pattern
}

/** What makes a term of a rule not count. */
export interface Guards {
  /** Sayings that share a word with the term. */
  readonly notWhen: readonly Saying[]
  /** Sayings anywhere in the same sentence. */
  readonly notInSentence: readonly Saying[]
  /** Sayings that are ordinary in some channels. */
  readonly usual: readonly (Saying & { readonly channels: ReadonlySet<string> })[]
}

/** Something usual, with the channels in which it is. */
export interface Usual {
  readonly says: string
  readonly about: Rule['category']
  readonly channels: ReadonlySet<string>
}

/** The terms under one atom. */
export interface Anchored {
  readonly terms: readonly TermPattern[]
  /**
   * For each of them how many other atoms it needs, and which: flat, because nearly all terms end at this look, and
   * hostile text makes thousands of them for each message.
   */
  readonly needs: Int32Array
}

function needsOf(terms: readonly TermPattern[], anchor: AtomId): Int32Array {
  // Nearly all are a word or a list by itself, and need nothing else.
  if (terms.every(({ pattern }) => pattern.atoms.length === 1)) return new Int32Array(terms.length)
  const needs: number[] = []
  for (const { pattern } of terms) {
    const at = needs.push(0) - 1
    for (const [index, atom] of pattern.atoms.entries()) {
      if (atom === anchor || pattern.atoms.indexOf(atom) < index) continue
      needs.push(atom)
      needs[at] = needs.length - at - 1
    }
  }
  return Int32Array.from(needs)
}

/** All rules of a policy as patterns over atoms. Rules are numbered as they stand in the policy. */
export interface Rulebook {
  readonly atoms: Atoms
  /** The terms to try when an atom stands in a message: each under the one of its atoms that is seldom said. */
  readonly byAnchor: readonly (Anchored | undefined)[]
  readonly guards: readonly Guards[]
}

export function createRulebook(
  rules: readonly Rule[],
  usual: readonly Usual[],
  lists: ResolvedLists,
  knowsDetector: (name: string) => boolean,
): Rulebook {
  const atoms = createAtoms(lists, knowsDetector)
  const byAnchor: (TermPattern[] | undefined)[] = []

  const saying = (said: string): Saying => {
    try {
      return { said, patterns: atoms.patternsOf(said) }
    } catch (error) {
      // The loader refuses a saying that cannot be read; here it simply never matches.
      if (error instanceof TermError) return { said, patterns: [] }
      throw error
    }
  }

  for (const [rule, { terms }] of rules.entries()) {
    for (const said of new Set(terms)) {
      for (const pattern of saying(said).patterns) {
        const anchor = rarestOf(pattern, atoms)
        if (anchor === undefined) continue
        const under = (byAnchor[anchor] ??= [])
        under.push({ rule, said, pattern })
      }
    }
  }
  const guards = rules.map(({ category, notWhen, notInSentence }) => ({
    notWhen: [...new Set(notWhen)].map(saying),
    notInSentence: [...new Set(notInSentence)].map(saying),
    usual: usual
      .filter(({ about }) => about === category)
      .map(({ says, channels }) => ({ ...saying(says), channels })),
  }))
  const anchoredAt = (_: unknown, atom: AtomId): Anchored | undefined => {
    const terms = byAnchor[atom]
    return terms === undefined ? undefined : { terms, needs: needsOf(terms, atom) }
  }
  // One row for each atom, without holes: it is asked for every atom of every message.
  return { atoms, byAnchor: Array.from({ length: atoms.count }, anchoredAt), guards }
}
