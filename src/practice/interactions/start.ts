import { randomBytes } from 'node:crypto'
import type { Hub } from '../state/hub.ts'
import { answerWithin, tokenLasts } from './model.ts'
import type { Progress, StoredInteraction } from './model.ts'

export type NewInteraction = Pick<
  StoredInteraction,
  | 'type'
  | 'commandType'
  | 'commandName'
  | 'userId'
  | 'guildId'
  | 'channelId'
  | 'sourceMessageId'
  | 'targetMessageId'
> & { readonly openedBy?: StoredInteraction | undefined }

/**
 * Starts an interaction: from now the bot has three seconds to answer it and fifteen minutes to go on.
 * `payload` makes what the gateway sends.
 */
export function startInteraction(
  hub: Hub,
  input: NewInteraction,
  payload: (interaction: StoredInteraction) => unknown,
): StoredInteraction {
  const id = hub.newId()
  const interaction: StoredInteraction = {
    ...input,
    openedBy: input.openedBy,
    id,
    token: tokenFor(id),
    createdAt: hub.now(),
    answer: undefined,
    failed: false,
    ephemeral: false,
    originalId: undefined,
    loading: false,
    modal: undefined,
    choices: [],
    followupIds: [],
    progress: [],
    listeners: new Set(),
  }
  hub.interactions.set(interaction.token, interaction)
  hub.clock.after(answerWithin, () => {
    if (interaction.answer !== undefined) return
    fail(hub, interaction)
  })
  hub.clock.after(tokenLasts, () => {
    hub.interactions.delete(interaction.token)
    tell(hub, interaction, { kind: 'expired' })
  })
  hub.publish({
    t: 'INTERACTION_CREATE',
    intents: 0,
    guildId: input.guildId,
    hidesContent: false,
    data: () => payload(interaction),
  })
  return interaction
}

/** The bot did not answer in time: the person sees that, and the token is worth nothing any more. */
export function fail(hub: Hub, interaction: StoredInteraction): void {
  if (interaction.failed) return
  interaction.failed = true
  tell(hub, interaction, { kind: 'failed', why: 'no answer within 3 seconds' })
}

/** Tells whoever waits for it how an interaction goes on. */
export function tell(hub: Hub, interaction: StoredInteraction, progress: Progress): void {
  interaction.progress.push(progress)
  for (const listener of interaction.listeners) listener(progress)
  hub.changed()
}

/** Discord's tokens are long and opaque; the id in front keeps two of them apart. */
const tokenFor = (id: string): string =>
  `${Buffer.from(`interaction:${id}:`).toString('base64url')}${randomBytes(48).toString('base64url')}`
