import type { ChannelsPolicy, Rule } from '../../../src/policy/schema.ts'
import { compileScreening } from '../../../src/screening/compile.ts'
import type { Category, Consequence, Kind, Level } from '../../../src/screening/kinds.ts'

interface Said {
  readonly id?: string
  readonly category?: Category
  readonly kind?: Kind
  readonly level?: Level
  readonly may?: readonly Consequence[]
  readonly from?: 'soft' | 'normal' | 'strict'
  readonly terms: readonly string[]
  readonly notWhen?: readonly string[]
  readonly notInSentence?: readonly string[]
  readonly proef?: boolean
}

/** A rule for a test: harm, geel, only flag, unless said otherwise. */
export function rule({ terms, ...said }: Said): Rule {
  return {
    id: 'rule',
    category: 'threat',
    kind: 'harm',
    level: 'geel',
    may: ['flag'],
    from: 'normal',
    notWhen: [],
    notInSentence: [],
    why: { nl: 'waarom' },
    mustHit: ['x'],
    mustNotHit: ['x'],
    terms,
    ...said,
  } as unknown as Rule
}

/** Channels for a test. */
export function channels(
  own: Readonly<Record<string, Partial<ChannelsPolicy['channels'][string]>>> = {},
  defaults: Partial<ChannelsPolicy['defaults']> = {},
): ChannelsPolicy {
  return {
    defaults: {
      purpose: 'samen',
      norms: [],
      strictness: {},
      usual: [],
      attachments: {},
      links: { rule: 'allow', allowed: [], blocked: [] },
      newcomers: { hours: 24, links: 'allow', attachments: 'allow' },
      ...defaults,
    },
    channels: Object.fromEntries(
      Object.entries(own).map(([name, channel]) => [name, { staff: false, ...channel }]),
    ),
  }
}

export const screening = (rules: readonly Rule[], where: ChannelsPolicy = channels()) =>
  compileScreening({ version: 'abc', rules, channels: where })
