import { findMessage } from '../state/find.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredMessage } from '../state/model.ts'
import type { StoredInteraction } from './model.ts'

/** A message that an interaction's token may reach: also an ephemeral one. */
export const reach = (hub: Hub, channelId: string, id: string): StoredMessage | undefined =>
  hub.ephemerals.get(id) ?? findMessage(hub, channelId, id)

/** What `@original` means: the answer, or for an update the message that the component is on. */
export function originalOf(hub: Hub, interaction: StoredInteraction): StoredMessage | undefined {
  const id = interaction.originalId ?? interaction.sourceMessageId
  return id === undefined ? undefined : reach(hub, interaction.channelId, id)
}
