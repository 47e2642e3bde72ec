import type { APIEmbed, APIMessageTopLevelComponent } from 'discord-api-types/v10'
import type { Hub } from '../state/hub.ts'
import type { StoredAttachment, StoredMessage } from '../state/model.ts'
import { userOf } from '../state/render.ts'

/** A message as people see it. It is live: every property says how the message stands now. */
export interface MessageHandle {
  readonly id: string
  readonly channelId: string
  readonly authorId: string
  /** The name that others see. */
  readonly author: string
  readonly content: string
  readonly embeds: readonly APIEmbed[]
  readonly components: readonly APIMessageTopLevelComponent[]
  readonly attachments: readonly StoredAttachment[]
  readonly flags: number
  readonly type: number
  readonly ephemeral: boolean
  readonly loading: boolean
  readonly pinned: boolean
  readonly edited: boolean
  readonly deleted: boolean
  readonly createdAt: Date
  /** Everything that can be read in it: text, embeds, text displays. */
  readonly words: string
}

/** Makes the handle of a message. */
export function handleOf(hub: Hub, message: StoredMessage): MessageHandle {
  return {
    id: message.id,
    channelId: message.channelId,
    authorId: message.authorId,
    get author() {
      const user = userOf(hub, message.authorId)
      return user.globalName ?? user.username
    },
    get content() {
      return message.content
    },
    get embeds() {
      return message.embeds
    },
    get components() {
      return message.components
    },
    get attachments() {
      return message.attachments
    },
    get flags() {
      return message.flags
    },
    get type() {
      return message.type
    },
    ephemeral: message.onlyFor !== undefined,
    get loading() {
      return (message.flags & (1 << 7)) !== 0
    },
    get pinned() {
      return message.pinnedAt !== undefined
    },
    get edited() {
      return message.editedAt !== undefined
    },
    get deleted() {
      return message.deleted
    },
    createdAt: new Date(message.createdAt),
    get words() {
      return wordsOf(message).join('\n')
    },
  }
}

/** A command that can be pressed is read as its name. Source: Discord, Reference, Message Formatting. */
const COMMAND = /<\/([^:>]+):\d+>/g

/** The readable lines of a message, from top to bottom. */
export function wordsOf(message: Pick<StoredMessage, 'content' | 'embeds' | 'components'>): string[] {
  const lines: (string | undefined)[] = [message.content]
  for (const embed of message.embeds) {
    lines.push(embed.author?.name, embed.title, embed.description)
    for (const field of embed.fields ?? []) lines.push(field.name, field.value)
    lines.push(embed.footer?.text)
  }
  const visit = (component: unknown): void => {
    const one = component as { type?: number; content?: string; components?: unknown[] }
    if (one.type === 10) lines.push(one.content)
    for (const inner of one.components ?? []) visit(inner)
  }
  for (const component of message.components) visit(component)
  return lines
    .filter((line): line is string => line !== undefined && line !== '')
    .map((line) => line.replaceAll(COMMAND, (_, name: string) => `/${name}`))
}
