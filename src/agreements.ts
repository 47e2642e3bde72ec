import type { HouseId } from './house/id.ts'
import { type Settings, withSettings } from './house/settings.ts'
import { loadPolicy } from './policy/load.ts'
import type { HousePolicy, Policy } from './policy/schema.ts'
import { compileScreening, type Screening } from './screening/compile.ts'
import { createTexts, type Texts } from './texts/texts.ts'
import { languageOf, type Wording, wordingOf } from './texts/wording.ts'

/** The agreements of a house, and the screening that they make. */
export interface Agreements {
  readonly policy: Policy
  readonly screening: Screening
  /** Without the rules, because those cannot be used for now: nothing is read, whatever the house wants. */
  readonly provisional?: true
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
  /** The texts in a language that the house serves, or their very simple form; in the language of the house for any other. */
  readonly texts: (wording?: Wording) => Texts
}

/**
 * The agreements that the bot works with: those of the folder for all houses, and of each house that has a folder of its
 * own, with what the house set over them. They can be replaced while it runs, so nobody keeps a part of them: whoever
 * needs one asks here, at that moment, and says for which house. This is the only place where they stand.
 */
export interface InForce {
  /** Those of a house; without one (a direct message, the login) those for all houses. */
  now(house?: HouseId): Standing
  /** What stands in the folder of a house, without what it set; of a house without a folder, what stands for all. */
  inFolder(house?: HouseId): Agreements
  /** From here on these hold; whole, at once. For every house without a folder of its own, or for one that has one. */
  take(next: Agreements, house?: HouseId): void
  /** The house has no folder any more: those for all hold for it. */
  leave(house: HouseId): void
  /** From here on these stand over the folder of that house. */
  set(house: HouseId, settings: Settings): void
  settingsOf(house: HouseId): Settings
  /** Houses that set something. */
  withSettings(): Iterable<HouseId>
  /** Houses with a folder of their own. */
  withFolder(): Iterable<HouseId>
  /** The folder of the house cannot be used at all, and those for all are not its own: it stays shut until `take`. */
  shut(house: HouseId): void
  isShut(house: HouseId): boolean
  /**
   * The connection is made for the ways of reading that houses have now. A house that sets `full` later reads in full
   * only where another does already, and from the next start on.
   */
  connect(): readonly Way[]
  /** Whether a house can read in that way on the connection that there is. */
  hears(way: Way): boolean
}

type Way = HousePolicy['reading']['way']
type TextsFor = (wording: Wording) => Texts

/** The texts of a folder, made for a wording when a house first speaks it, and shared by all houses of that folder. */
function textsIn({ texts }: Policy): TextsFor {
  const made = new Map<Wording, Texts>()
  return (wording) => {
    const known = made.get(wording) ?? createTexts(wording, texts[languageOf(wording)])
    made.set(wording, known)
    return known
  }
}

function standingOf(policy: Policy, screening: Screening, textsFor: TextsFor): Standing {
  const served = new Map(
    policy.house.languages
      .flatMap((language) => [language, wordingOf(language, true)])
      .map((wording) => [wording, textsFor(wording)]),
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

/** A folder that was read: what stands in it, and as it holds for a house that set nothing. */
interface Read {
  readonly agreements: Agreements
  readonly textsFor: TextsFor
  readonly standing: Standing
}
function readOf(read: Agreements, refusesExample: boolean): Read {
  const agreements: Agreements = refusesExample
    ? { ...read, policy: { ...read.policy, refusesExample } }
    : read
  const textsFor = textsIn(agreements.policy)
  return { agreements, textsFor, standing: standingOf(agreements.policy, agreements.screening, textsFor) }
}

/** @param refusesExample - see the policy's `refusesExample` */
export function createInForce(first: Agreements, refusesExample = false): InForce {
  let all = readOf(first, refusesExample)
  const own = new Map<HouseId, Read>()
  const set = new Map<HouseId, Settings>()
  /** Only of houses that differ from the others: asked for with every message. */
  const standings = new Map<HouseId, Standing>()
  const shut = new Set<HouseId>()
  let ways: readonly Way[] | undefined
  const hears = (way: Way): boolean => ways === undefined || ways.includes(way)

  /** What a house set, as far as it can hold now. */
  const holding = (house: HouseId, { provisional }: Agreements): Settings => {
    const settings = set.get(house) ?? {}
    const full = settings.reading?.way === 'full'
    return full && (provisional === true || !hears('full'))
      ? { ...settings, reading: { way: 'reports' } }
      : settings
  }
  const renew = (house: HouseId): void => {
    const read = own.get(house) ?? all
    if (!set.has(house) && !own.has(house)) return void standings.delete(house)
    const { agreements, textsFor } = read
    const policy = withSettings(agreements.policy, holding(house, agreements))
    standings.set(
      house,
      policy === agreements.policy ? read.standing : standingOf(policy, agreements.screening, textsFor),
    )
  }
  return {
    now: (house) => (house === undefined ? undefined : standings.get(house)) ?? all.standing,
    inFolder: (house) => ((house === undefined ? undefined : own.get(house)) ?? all).agreements,
    take(next, house) {
      if (house === undefined) {
        all = readOf(next, refusesExample)
        for (const each of set.keys()) renew(each)
      } else {
        shut.delete(house)
        own.set(house, readOf(next, refusesExample))
        renew(house)
      }
    },
    leave(house) {
      own.delete(house)
      renew(house)
    },
    set(house, settings) {
      if (Object.keys(settings).length === 0) set.delete(house)
      else set.set(house, settings)
      renew(house)
    },
    settingsOf: (house) => set.get(house) ?? {},
    withSettings: () => set.keys(),
    withFolder: () => own.keys(),
    shut: (house) => void shut.add(house),
    isShut: (house) => shut.has(house),
    connect() {
      const found = [all.standing, ...standings.values()].map(({ policy }) => policy.house.reading.way)
      ways = [...new Set(found)]
      return ways
    },
    hears,
  }
}
