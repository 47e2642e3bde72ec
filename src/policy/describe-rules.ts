import type { Texts } from '../texts/texts.ts'
import { channelOf } from './channel.ts'
import type { Policy } from './schema.ts'

/** What is agreed in a channel, as people read it there. `channel` is its name in the policy. */
export function describeRules(policy: Pick<Policy, 'channels'>, channel: string, texts: Texts): string {
  const { purpose, norms } = channelOf(policy.channels, channel)
  return [
    `**${texts.t('rules.heading', { channel })}**`,
    texts.t('rules.purpose', { purpose }),
    ...(norms.length === 0
      ? [texts.t('rules.no-norms')]
      : [texts.t('rules.norms'), ...norms.map((norm) => texts.t('rules.norm', { norm }))]),
    texts.t('rules.a-person-decides'),
  ].join('\n')
}
