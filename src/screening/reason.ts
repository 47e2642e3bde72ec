import { whyOf } from '../policy/why.ts'
import type { Policy } from '../policy/schema.ts'
import type { Texts } from '../texts/texts.ts'
import { isNorm, type Norm } from './norms.ts'

const NORM_TEXTS = {
  'channel:images': 'norm.images',
  'channel:video': 'norm.video',
  'channel:audio': 'norm.audio',
  'channel:files': 'norm.files',
  'channel:links': 'norm.links',
  'channel:blocked-link': 'norm.blocked-link',
  'channel:look-alike-link': 'norm.look-alike-link',
  'channel:newcomer-link': 'norm.newcomer-link',
  'channel:newcomer-attachment': 'norm.newcomer-attachment',
} as const satisfies Record<Norm, string>

/** What Discord's own filters see goes by these names, which no rule can have. */
const FILTER_TEXTS: Readonly<Record<string, 'automod.seen' | 'automod.seen-preset'>> = {
  'discord:filter': 'automod.seen',
  'discord:preset': 'automod.seen-preset',
}

/** Why a message was brought to a person, as a sentence: of a rule, of its channel, or of Discord's filters. */
export function reasonOf(policy: Pick<Policy, 'rules'>, ruleId: string, texts: Texts): string {
  if (isNorm(ruleId)) return texts.t(NORM_TEXTS[ruleId])
  const filter = FILTER_TEXTS[ruleId]
  return filter === undefined ? (whyOf(policy, ruleId, texts.language) ?? ruleId) : texts.t(filter)
}
