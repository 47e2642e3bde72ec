import { has } from '../permissions.ts'
import type { AllowedMentions } from '../rest/check/message.ts'
import { permissionsIn } from '../state/find.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredMessage } from '../state/model.ts'
import { readMentions } from './mentions.ts'
import { publishMessage } from './post-message.ts'

export type Change = Partial<
  Pick<StoredMessage, 'content' | 'embeds' | 'components' | 'attachments' | 'flags'>
> & {
  readonly allowed?: AllowedMentions | null | undefined
}

/** Changes a message and tells of it. `silently` leaves out the time of editing, as when loading ends. */
export function changeMessage(hub: Hub, message: StoredMessage, change: Change, silently = false): void {
  const { allowed, ...fields } = change
  Object.assign(message, fields)
  if (change.content !== undefined) {
    const channel = hub.channels.get(message.channelId)
    const mentions = readMentions(message.content, {
      allowed,
      mayMentionEveryone:
        channel !== undefined && has(permissionsIn(hub, message.authorId, channel), 'MentionEveryone'),
    })
    message.mentions = mentions.users
    message.mentionRoles = mentions.roles
    message.mentionEveryone = mentions.everyone
  }
  if (!silently) message.editedAt = hub.now()
  if (message.onlyFor === undefined) publishMessage(hub, 'MESSAGE_UPDATE', message)
  else hub.whisper({ what: 'changed', message })
  hub.changed()
}
