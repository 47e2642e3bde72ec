import type { Category } from '../screening/kinds.ts'
import type { AgeNorm, ChannelsPolicy, Strictness } from './schema.ts'

/** A channel with everything filled in: what it does not say itself, it takes over from `defaults`. */
export interface Channel {
  readonly name: string
  /** False for a channel that the policy does not name: there the defaults hold. */
  readonly known: boolean
  /** Staff channels are never screened. */
  readonly staff: boolean
  readonly purpose: string
  readonly norms: readonly string[]
  /** For whom it is; undefined where the house agreed nothing about that. */
  readonly age: AgeNorm | undefined
  readonly usual: ChannelsPolicy['defaults']['usual']
  readonly attachments: ChannelsPolicy['defaults']['attachments']
  readonly links: ChannelsPolicy['defaults']['links']
  readonly newcomers: ChannelsPolicy['defaults']['newcomers']
  /** How strictly the rules of a category apply here; what nobody says is `normal`. */
  strictnessOf(category: Category): Strictness
}

/**
 * The links of a channel. What is blocked everywhere is blocked here too, also when the channel says something of its
 * own about links; only by allowing a domain by name does it let one through.
 */
function linksIn(defaults: Channel['links'], own: Channel['links'] | undefined): Channel['links'] {
  if (own === undefined) return defaults
  const everywhere = defaults.blocked.filter((domain) => !own.allowed.includes(domain))
  return { ...own, blocked: [...new Set([...own.blocked, ...everywhere])] }
}

/** Gives a channel by its name in the policy, with what it inherits. A channel without an entry has the defaults. */
export function channelOf({ defaults, channels }: ChannelsPolicy, name: string): Channel {
  // A channel may be called "constructor": only what the file itself says counts.
  const own = Object.hasOwn(channels, name) ? channels[name] : undefined
  return {
    name,
    known: own !== undefined,
    staff: own?.staff ?? false,
    purpose: own?.purpose ?? defaults.purpose,
    norms: own?.norms ?? defaults.norms,
    age: own?.age,
    usual: own?.usual ?? defaults.usual,
    attachments: { ...defaults.attachments, ...own?.attachments },
    links: linksIn(defaults.links, own?.links),
    newcomers: {
      hours: own?.newcomers?.hours ?? defaults.newcomers.hours,
      links: own?.newcomers?.links ?? defaults.newcomers.links,
      attachments: own?.newcomers?.attachments ?? defaults.newcomers.attachments,
    },
    strictnessOf: (category) => own?.strictness?.[category] ?? defaults.strictness[category] ?? 'normal',
  }
}
