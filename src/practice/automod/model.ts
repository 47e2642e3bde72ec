/** Discord's numbers of what sets a rule off. Source: Discord, Auto Moderation, Trigger Types. */
export const trigger = { keyword: 1, spam: 3, preset: 4, mentionSpam: 5, memberProfile: 6 } as const
export type TriggerType = (typeof trigger)[keyof typeof trigger]

/** How many rules of each kind one guild may have. Source: Discord, Auto Moderation, Trigger Types. */
export const mostRules: Readonly<Record<TriggerType, number>> = { 1: 6, 3: 1, 4: 1, 5: 1, 6: 1 }

/** What a rule does. Source: Discord, Auto Moderation, Action Types and Action Metadata. */
export type AutoModAction =
  | { readonly type: 1; readonly metadata: { readonly custom_message?: string } }
  | { readonly type: 2; readonly metadata: { readonly channel_id: string } }
  | { readonly type: 3; readonly metadata: { readonly duration_seconds: number } }
  | { readonly type: 4; readonly metadata: Readonly<Record<string, never>> }

/** What a rule looks for, with everything that Discord fills in. Source: Discord, Auto Moderation, Trigger Metadata. */
export interface TriggerMetadata {
  readonly keyword_filter?: readonly string[]
  readonly regex_patterns?: readonly string[]
  readonly allow_list?: readonly string[]
  readonly presets?: readonly number[]
  readonly mention_total_limit?: number
  readonly mention_raid_protection_enabled?: boolean
}

/** What was found in a text: the word of the rule, and the piece of the text; null where the rule has no words. */
export interface Match {
  readonly keyword: string | null
  readonly content: string | null
}

/** A rule of a guild. Source: Discord, Auto Moderation, Auto Moderation Rule Structure. */
export interface StoredAutoModRule {
  readonly id: string
  readonly guildId: string
  readonly creatorId: string
  readonly triggerType: TriggerType
  readonly name: string
  readonly eventType: 1 | 2
  readonly metadata: TriggerMetadata
  readonly actions: readonly AutoModAction[]
  readonly enabled: boolean
  readonly exemptRoles: readonly string[]
  readonly exemptChannels: readonly string[]
  /** Looks for what sets the rule off; made once, when the rule is. */
  readonly find: (content: string) => Match | undefined
}

/** Words that stand for what Discord keeps to itself: its lists of swearing, sex and slurs, and what it takes for spam. */
export interface AutoModWords {
  readonly profanity: readonly string[]
  readonly sexualContent: readonly string[]
  readonly slurs: readonly string[]
  readonly spam: readonly string[]
}

/** Made up, and meaning nothing: nobody is hurt by a test. */
export const usualWords: AutoModWords = {
  profanity: ['prutsvloek'],
  sexualContent: ['prutsbloot'],
  slurs: ['prutsscheld'],
  spam: ['prutsspam'],
}
