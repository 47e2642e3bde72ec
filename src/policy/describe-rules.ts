import type { Texts } from '../texts/texts.ts'
import { channelOf } from './channel.ts'
import type { Policy } from './schema.ts'

/**
 * What is agreed in a channel, as people read it there.
 *
 * @param channel - its name (or id) in the policy; anything else has what is agreed everywhere
 * @param shown - how people call it
 */
export function describeRules(
  policy: Pick<Policy, 'channels' | 'house'>,
  channel: string,
  texts: Texts,
  shown = channel,
): string {
  const { purpose, norms } = channelOf(policy.channels, channel)
  // What the house agreed is written once, in its own language; somebody who reads in another is told so.
  const foreign = texts.language !== policy.house.languages[0]
  return [
    `**${texts.t('rules.heading', { channel: shown })}**`,
    texts.t('rules.purpose', { purpose }),
    ...(norms.length === 0
      ? [texts.t('rules.no-norms')]
      : [texts.t('rules.norms'), ...norms.map((norm) => texts.t('rules.norm', { norm }))]),
    ...(foreign ? [texts.t('rules.in-house-language')] : []),
    texts.t('rules.a-person-decides'),
  ].join('\n')
}
