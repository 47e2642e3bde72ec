import type { Policy } from '../policy/schema.ts'
import type { Texts } from '../texts/texts.ts'

/**
 * The agreements of one channel, as members read them: what it is for and what was agreed. How strictly rules apply
 * and which words they look for is not said: that would be a manual for getting round them.
 *
 * @param channel - the name of the channel in the policy; one that is not there has the agreements of the house
 */
export function describeChannelRules(policy: Policy, channel: string, texts: Texts): string {
  const { defaults, channels } = policy.channels
  const purpose = channels[channel]?.purpose ?? defaults.purpose
  const norms = channels[channel]?.norms ?? defaults.norms
  return [
    `**${texts.t('rules.heading', { channel: `#${channel}` })}**`,
    texts.t('rules.purpose', { purpose }),
    ...(norms.length === 0
      ? [texts.t('rules.no-norms')]
      : [texts.t('rules.norms'), ...norms.map((norm) => texts.t('rules.norm', { norm }))]),
    texts.t('rules.a-person-decides'),
  ].join('\n')
}
