import type { APIMessage } from 'discord-api-types/v10'
import type { ChannelView, CommandView } from '../../web/protocol.ts'
import { messageCommands } from './commands.ts'

/** What somebody can do with one message, here. */
export interface MessageActs {
  readonly react: boolean
  readonly reply: boolean
  readonly edit: boolean
  readonly delete: boolean
  /** The commands of the menu on a message that this person may use here, such as "Meld dit bericht". */
  readonly apps: readonly CommandView[]
  /** What stands behind it: of a message that everybody here sees. */
  readonly look: boolean
}

/** A message that somebody or something wrote: 0 ordinary, 19 an answer, 20 and 23 of a command. Others are Discord's own. */
const WRITTEN: ReadonlySet<number> = new Set([0, 19, 20, 23])

/**
 * What the menu on a message offers, as in Discord: an answer for one pair of eyes can be neither answered nor used; own
 * words can be changed, and taken away; those of others only by who keeps the channel.
 */
export function messageActs(
  message: Pick<APIMessage, 'author' | 'type'>,
  onlyForYou: boolean,
  {
    me,
    channel,
    commands,
  }: {
    readonly me: string
    readonly channel: ChannelView | undefined
    readonly commands: readonly CommandView[]
  },
): MessageActs {
  if (onlyForYou || channel === undefined) {
    return { react: false, reply: false, edit: false, delete: false, apps: [], look: false }
  }
  const written = WRITTEN.has(message.type)
  const mine = message.author.id === me
  const awake = channel.archived !== true
  const open = awake && channel.locked !== true
  return {
    react: written && channel.may.react && awake,
    reply: written && channel.may.write && open,
    edit: written && mine && awake,
    delete: mine || channel.may.keep,
    apps: written ? messageCommands(commands, channel.id) : [],
    look: written && channel.type !== 1,
  }
}

/** What people react with most; anything else can be typed. */
export const QUICK_EMOJI = ['👍', '❤️', '😂', '😮', '😢', '🙏'] as const

/** Whether a text is one emoji: a picture that a phone can type, with its skin colour, flag or family. */
export const isEmoji = (text: string): boolean =>
  /^(?:\p{RI}\p{RI}|[#*0-9]\uFE0F?\u20E3|\p{Emoji}(?:\p{EMod}|\uFE0F)?(?:\u200D\p{Emoji}(?:\p{EMod}|\uFE0F)?)*)$/u.test(
    text,
  ) && !/^[#*0-9]$/.test(text)
