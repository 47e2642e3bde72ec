import type { Policy } from '../../../src/policy/schema.ts'
import type { Screening } from '../../../src/screening/compile.ts'
import { createRandom } from '../../chaos/random.ts'
import { words } from '../../chaos/words.ts'
import { madeSentences } from '../screening/sentences.ts'

/** Read, and talked in. */
export const CHANNELS = ['algemeen', 'gaming', 'huiswerk', 'muziek'] as const

/** So many different messages; a bot that remembered what it read before would gain nothing worth mentioning. */
const DIFFERENT = 5_000

/**
 * Ordinary talk in which no rule finds anything: made from the sentences that the rules must leave alone, which look
 * like what they look for and so take longer to read than most of what people say.
 */
export function ordinaryTalk(policy: Policy, screening: Screening): readonly string[] {
  const made = madeSentences(policy, createRandom(10), DIFFERENT)
  const calm = made.filter(
    (text) =>
      text.trim() !== '' && CHANNELS.every((channel) => screening.read({ text, channel }).kind === 'nothing'),
  )
  if (calm.length < DIFFERENT / 4) throw new Error('nearly everything that is said would be flagged')
  return calm
}

/** The n-th message that worries: no two alike, so that none is counted with another, and none that is ever held. */
export function worryingTalk(policy: Policy, screening: Screening): (n: number) => string {
  const sentences = policy.rules.filter(({ kind }) => kind === 'worry').flatMap(({ mustHit }) => mustHit)
  const worries = (text: string): boolean => screening.read({ text, channel: 'algemeen' }).kind === 'worry'
  const usable = sentences.filter((text) => worries(`${text} — zei ik badofi`))
  if (usable.length === 0) throw new Error('no message would worry')
  return (n) =>
    `${usable[n % usable.length] ?? ''} — zei ik ${words(n + 20_736)} ${words(n * 7_919 + 20_736)}`
}
