import { passAutoMod } from '../automod/enforce.ts'
import { enterThread } from '../acts/enter-thread.ts'
import { postMessage } from '../acts/post-message.ts'
import { keepSlowmode } from '../acts/slowmode.ts'
import { discordError } from '../errors.ts'
import { lengthOf, invalidForm } from '../rest/check/form.ts'
import { demand } from '../state/find.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredAttachment, StoredChannel, StoredMessage } from '../state/model.ts'
import type { MessageHandle } from './handle.ts'
import { orRefused } from './refused.ts'

export interface SayOptions {
  readonly replyTo?: MessageHandle
  readonly files?: readonly { readonly name: string; readonly size: number; readonly type?: string }[]
}

const contentMost = 2000

/** Writes in a channel as a person does; throws `Refused` for what Discord would refuse. */
export function say(
  hub: Hub,
  userId: string,
  channel: StoredChannel,
  text: string,
  options: SayOptions,
): StoredMessage {
  return orRefused(channel.recipientId === undefined ? `in #${channel.name}` : 'in a direct message', () => {
    if (channel.type === 4) throw discordError(50008)
    if (channel.type === 15) throw discordError(40058)
    const attachments: StoredAttachment[] = (options.files ?? []).map((file) => ({
      id: hub.newId(),
      filename: file.name,
      size: file.size,
      contentType: file.type ?? 'application/octet-stream',
      description: undefined,
    }))
    demand(hub, userId, channel, 'SendMessages')
    if (attachments.length > 0) demand(hub, userId, channel, 'AttachFiles')
    const content = checkedText(text, attachments.length > 0)
    const repliedTo = options.replyTo === undefined ? undefined : channel.messages.get(options.replyTo.id)
    if (options.replyTo !== undefined && repliedTo === undefined) throw discordError(10008)
    const wrote = keepSlowmode(hub, channel, userId)
    const passed = passAutoMod(hub, { channel, authorId: userId, content })
    enterThread(hub, channel, userId)
    const message = postMessage(hub, { channel, authorId: userId, content, attachments, replyTo: repliedTo })
    wrote()
    passed(message.id)
    return message
  })
}

/** A text as Discord keeps it: 50006 when nothing is in it, 50035 when it is too long. */
export function checkedText(text: string, hasFiles: boolean): string {
  const content = text.trim()
  if (content === '' && !hasFiles) throw discordError(50006)
  if (content.length > contentMost && lengthOf(content) > contentMost) {
    const message = `Must be ${contentMost} or fewer in length.`
    throw invalidForm([{ code: 'BASE_TYPE_MAX_LENGTH', message, path: ['content'] }])
  }
  return content
}
