import type { Rule, Strictness } from '../policy/schema.ts'

const WEIGHT = { off: 0, soft: 1, normal: 2, strict: 3 } as const satisfies Record<Strictness, number>

/**
 * How strictly a rule is taken in a channel. A cry for help is heard everywhere: for worry, nothing that a channel
 * says counts for less than `normal`.
 */
export const strictnessFor = (rule: Rule, channel: Strictness): Strictness =>
  rule.kind === 'worry' && WEIGHT[channel] < WEIGHT.normal ? 'normal' : channel

/** Whether a rule looks at the messages of a channel. */
export const looks = (rule: Rule, strictness: Strictness): boolean => WEIGHT[strictness] >= WEIGHT[rule.from]
