import { loadPolicy } from './policy/load.ts'
import type { Policy } from './policy/schema.ts'
import { compileScreening, type Screening } from './screening/compile.ts'
import { createTexts, type Texts } from './texts/texts.ts'
import { languageOf, type Wording, wordingOf } from './texts/wording.ts'

/** The agreements of a house, and the screening that they make. */
export interface Agreements {
  readonly policy: Policy
  readonly screening: Screening
}

/** @throws PolicyError when the files cannot stand */
export async function readAgreements(policyFolder: string): Promise<Agreements> {
  const policy = await loadPolicy(policyFolder)
  return { policy, screening: compileScreening(policy) }
}

/** Agreements with the texts that they word in their own way: one version, whole. */
export interface Standing extends Agreements {
  /** The rules that are on trial. */
  readonly onTrial: readonly string[]
  /** The texts in a language that the house serves; in the language of the house for any other. */
  readonly texts: (wording?: Wording) => Texts
}

/**
 * The agreements that the bot works with. They can be replaced while it runs, so nobody keeps a part of them: whoever
 * needs one asks here, at that moment. This is the only place where they stand.
 */
export interface InForce {
  now(): Standing
  /** From here on these hold; whole, at once. */
  take(next: Agreements): void
}

function standingOf({ policy, screening }: Agreements): Standing {
  const served = new Map<Wording, Texts>(
    policy.house.languages
      .flatMap((language) => [language, wordingOf(language, true)])
      .map((wording) => [wording, createTexts(wording, policy.texts[languageOf(wording)])]),
  )
  const [own] = policy.house.languages
  const home = served.get(own ?? 'nl') ?? createTexts('nl')
  return {
    policy,
    screening,
    onTrial: policy.rules.filter(({ proef }) => proef === true).map(({ id }) => id),
    texts: (wording) => (wording === undefined ? home : (served.get(wording) ?? home)),
  }
}

export function createInForce(first: Agreements): InForce {
  let standing = standingOf(first)
  return {
    now: () => standing,
    take(next) {
      standing = standingOf(next)
    },
  }
}
