import type { APIMessage } from 'discord-api-types/v10'
import { renderMessage } from '../state/render-message.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredMessage } from '../state/model.ts'

interface Reacted {
  readonly emoji: { readonly name: string }
  readonly me: boolean
}

/** A message as Discord gives it to the app of one person: their own reactions are marked, not those of the bot. */
export function messageFor(hub: Hub, userId: string, message: StoredMessage): APIMessage {
  const shape = renderMessage(hub, message, true) as { readonly reactions?: readonly Reacted[] }
  const reactions = shape.reactions?.map((one) => ({
    ...one,
    me: message.reactions?.get(one.emoji.name)?.has(userId) === true,
  }))
  return { ...shape, ...(reactions === undefined ? {} : { reactions }) } as unknown as APIMessage
}
