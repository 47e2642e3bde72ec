import type { Category } from '../screening/kinds.ts'
import type { ChannelsPolicy, Strictness } from './schema.ts'

/** A channel with everything filled in: what it does not say itself, it takes over from `defaults`. */
export interface Channel {
  readonly name: string
  /** False for a channel that the policy does not name: there the defaults hold. */
  readonly known: boolean
  /** Staff channels are never screened. */
  readonly staff: boolean
  readonly purpose: string
  readonly norms: readonly string[]
  readonly usual: ChannelsPolicy['defaults']['usual']
  readonly attachments: ChannelsPolicy['defaults']['attachments']
  readonly links: ChannelsPolicy['defaults']['links']
  /** How strictly the rules of a category apply here; what nobody says is `normal`. */
  strictnessOf(category: Category): Strictness
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
    usual: own?.usual ?? defaults.usual,
    attachments: { ...defaults.attachments, ...own?.attachments },
    links: own?.links ?? defaults.links,
    strictnessOf: (category) => own?.strictness?.[category] ?? defaults.strictness[category] ?? 'normal',
  }
}
