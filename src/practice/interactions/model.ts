import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10'

/** Milliseconds within which the first answer must come. Source: Discord, Receiving and Responding. */
export const answerWithin = 3_000
/** Milliseconds that a token is good for. Source: Discord, Receiving and Responding. */
export const tokenLasts = 15 * 60_000

/** How an interaction was first answered. */
export type FirstAnswer = 'message' | 'deferred' | 'deferred-update' | 'updated' | 'modal' | 'choices'

/** What came of an interaction, as the person who started it sees it. */
export type Progress =
  | { readonly kind: 'answered' }
  | { readonly kind: 'edited' }
  | { readonly kind: 'removed' }
  | { readonly kind: 'followed-up'; readonly messageId: string }
  | { readonly kind: 'failed'; readonly why: 'no answer within 3 seconds' }
  | { readonly kind: 'expired' }

export interface StoredInteraction {
  readonly id: string
  readonly token: string
  /** Discord's number: 2 command, 3 component, 4 autocomplete, 5 modal. */
  readonly type: number
  /** For a command: 1 slash, 2 user, 3 message. */
  readonly commandType: number | undefined
  readonly commandName: string | undefined
  readonly userId: string
  readonly guildId: string | undefined
  readonly channelId: string
  readonly createdAt: number
  /** The message whose component was used, also through a modal. */
  readonly sourceMessageId: string | undefined
  readonly targetMessageId: string | undefined
  /** For a form: the interaction that opened it. */
  readonly openedBy: StoredInteraction | undefined
  answer: FirstAnswer | undefined
  failed: boolean
  ephemeral: boolean
  /** The message that answers it: new, or for a component the one that it was on. */
  originalId: string | undefined
  /** The deferred message is still loading. */
  loading: boolean
  modal: APIModalInteractionResponseCallbackData | undefined
  choices: readonly { name: string; value: string | number }[]
  readonly followupIds: string[]
  readonly progress: Progress[]
  readonly listeners: Set<(progress: Progress) => void>
}
