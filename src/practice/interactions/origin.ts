import type { MessageOrigin } from '../state/model.ts'
import type { StoredInteraction } from './model.ts'

/** What a message says of the interaction that it answers. */
export function originFor(interaction: StoredInteraction, isFollowup: boolean): MessageOrigin {
  return {
    interactionId: interaction.id,
    type: interaction.type,
    userId: interaction.userId,
    guildId: interaction.guildId,
    name: isFollowup ? undefined : interaction.commandName,
    targetMessageId: interaction.targetMessageId,
    interactedMessageId: interaction.type === 3 ? interaction.sourceMessageId : undefined,
    originalMessageId: isFollowup ? interaction.originalId : undefined,
    triggeredBy: interaction.openedBy === undefined ? undefined : originFor(interaction.openedBy, false),
  }
}
