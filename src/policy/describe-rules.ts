import type { Texts } from '../texts/texts.ts'
import { channelOf } from './channel.ts'
import type { AgeNorm, Policy } from './schema.ts'

/** For which ages a channel is, and honestly that nobody checks it; nothing where nothing is agreed. */
function ageLines(age: AgeNorm | undefined, texts: Texts): string[] {
  const { from, until } = age ?? {}
  const said =
    from !== undefined && until !== undefined
      ? texts.t('rules.age.both', { from, until })
      : from !== undefined
        ? texts.t('rules.age.from', { from })
        : until !== undefined
          ? texts.t('rules.age.until', { until })
          : undefined
  return said === undefined ? [] : [`${said} ${texts.t('rules.age.not-checked')}`]
}

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
  const { purpose, norms, age } = channelOf(policy.channels, channel)
  // What the house agreed is written once, in its own language; somebody who reads in another is told so.
  const foreign = texts.language !== policy.house.languages[0]
  return [
    `**${texts.t('rules.heading', { channel: shown })}**`,
    texts.t('rules.purpose', { purpose }),
    ...ageLines(age, texts),
    ...(norms.length === 0
      ? [texts.t('rules.no-norms')]
      : [texts.t('rules.norms'), ...norms.map((norm) => texts.t('rules.norm', { norm }))]),
    ...(foreign ? [texts.t('rules.in-house-language')] : []),
    texts.t('rules.a-person-decides'),
  ].join('\n')
}
