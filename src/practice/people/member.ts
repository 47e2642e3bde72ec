import { auditRemoval, removeMessage } from '../acts/delete-message.ts'
import { changeMessage } from '../acts/edit-message.ts'
import { openDm } from '../acts/open-dm.ts'
import { removeMember } from '../acts/members.ts'
import { react, unreact } from '../acts/react.ts'
import { startTyping } from '../acts/typing.ts'
import { passAutoMod } from '../automod/enforce.ts'
import { discordError } from '../errors.ts'
import type { StoredInteraction } from '../interactions/model.ts'
import { channelOr404, demand } from '../state/find.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredChannel, StoredGuild, StoredMember, StoredMessage, StoredUser } from '../state/model.ts'
import { completeOption, runOnMessage, runSlash } from './commands.ts'
import { choose, press } from './components.ts'
import type { Wanted } from './components.ts'
import { handleOf } from './handle.ts'
import type { MessageHandle } from './handle.ts'
import { channelNamed, seenBy } from './lookup.ts'
import { submit } from './modals.ts'
import type { FieldValues } from './modals.ts'
import type { OptionValues } from './options.ts'
import { orRefused, Refused } from './refused.ts'
import { replyTo } from './reply.ts'
import { checkedText, say } from './say.ts'
import type { SayOptions } from './say.ts'
import { threadHands } from './threads.ts'
import type { ThreadOptions } from './threads.ts'
import type { ModalHandle, Reply } from './reply.ts'

export interface RunOptions {
  /** Where it is typed; the first channel that the member sees when absent. 'dm' is the talk with the bot. */
  readonly channel?: string
  /** The language of the member's app; that of the member when absent. */
  readonly locale?: string
}

export type { SayOptions } from './say.ts'

/** Something with a message on it: the message, or an answer that shows one. */
export type OnMessage = MessageHandle | Reply

/**
 * A person in the house. What Discord would refuse throws `Refused` with Discord's code; what the bot does with
 * an interaction comes back as a `Reply`.
 */
export interface Member {
  readonly id: string
  readonly name: string
  says(channel: string, text: string, options?: SayOptions): Promise<MessageHandle>
  /** Writes to the bot in private. */
  dms(text: string): Promise<MessageHandle>
  edits(message: MessageHandle, text: string): Promise<void>
  deletes(message: MessageHandle): Promise<void>
  reacts(message: MessageHandle, emoji: string): Promise<void>
  /** Takes one's own reaction off. */
  unreacts(message: MessageHandle, emoji: string): Promise<void>
  runs(command: string, values?: OptionValues, options?: RunOptions): Promise<Reply>
  /** What the bot offers while somebody types in an option; `others` is what was filled in before. */
  types(
    command: string,
    option: string,
    typed: string,
    options?: RunOptions & { readonly others?: OptionValues },
  ): Promise<Reply>
  /** A command of the menu on a message, such as 'Meld dit bericht'. */
  usesOn(message: OnMessage, command: string, options?: RunOptions): Promise<Reply>
  reports(message: OnMessage, command?: string): Promise<Reply>
  presses(on: OnMessage, button: Wanted): Promise<Reply>
  chooses(on: OnMessage, select: Wanted, values: readonly string[] | string): Promise<Reply>
  submits(modal: ModalHandle | Reply, values: FieldValues): Promise<Reply>
  /** Opens a thread in a channel; answers its id. Private unless `from` names the message that it starts from. */
  opensThread(channel: string, name: string, options?: ThreadOptions): string
  /** Writes a new post in a forum; answers the id of its thread. */
  postsIn(forum: string, title: string, text: string, tags?: readonly string[]): string
  /** Brings somebody into a thread; oneself when nobody is named. */
  brings(thread: string, member?: string): void
  leavesThread(thread: string): void
  /** Goes out of the server, of one's own accord. */
  leaves(): void
  /** Takes direct messages from this server, or does not. */
  takesDms(yes: boolean): void
  /** Shows that one is writing. */
  startsTyping(channel: string): void
}

/** Makes the hands of one member. `drained` is waited for, so that a flood goes no faster than the bot reads. */
export function createMember(
  hub: Hub,
  guild: StoredGuild,
  who: { user: StoredUser; member: StoredMember },
  drained: () => Promise<void> | undefined,
): Member {
  const { user } = who
  const self = { id: user.id, locale: user.locale }
  const channelOf = (name: string): StoredChannel =>
    name === 'dm' ? openDm(hub, user.id) : channelNamed(hub, guild, name)
  const usual = (): StoredChannel => {
    for (const id of guild.channelIds) {
      const channel = channelOr404(hub, id)
      if (channel.type === 0 && sees(channel)) return channel
    }
    throw new Refused(`${user.username} sees no channel at all.`, 50001)
  }
  const sees = (channel: StoredChannel): boolean => {
    try {
      demand(hub, user.id, channel)
      return true
    } catch {
      return false
    }
  }
  const where = (options: RunOptions = {}, channel?: StoredChannel) => ({
    userId: user.id,
    channel: channel ?? (options.channel === undefined ? usual() : channelOf(options.channel)),
    locale: options.locale ?? user.locale,
  })
  const answered = (interaction: StoredInteraction) => replyTo(hub, interaction)
  /** What is shown to one person alone takes no reactions. */
  const reactable = (handle: MessageHandle): StoredMessage => {
    const message = seenBy(hub, user.id, handle.id)
    if (message.onlyFor !== undefined) throw new Refused('Unknown Message: it is shown to one person.', 10008)
    return message
  }
  const own = (handle: MessageHandle): StoredMessage => {
    const message = seenBy(hub, user.id, handle.id)
    if (message.authorId !== user.id)
      throw new Refused('Cannot edit a message authored by another user.', 50005)
    return message
  }

  return {
    id: user.id,
    name: user.username,
    async says(channelName, text, options = {}) {
      const message = say(hub, user.id, channelOf(channelName), text, options)
      await drained()
      return handleOf(hub, message)
    },
    async dms(text) {
      return handleOf(hub, say(hub, user.id, openDm(hub, user.id), text, {}))
    },
    async edits(handle, text) {
      const message = own(handle)
      orRefused('editing', () => {
        const content = checkedText(text, message.attachments.length > 0)
        const channel = channelOr404(hub, message.channelId)
        if (channel.thread?.archived === true) throw discordError(50083)
        const passed = passAutoMod(hub, { channel, authorId: user.id, content })
        changeMessage(hub, message, { content })
        passed(message.id)
      })
    },
    async deletes(handle) {
      const message = seenBy(hub, user.id, handle.id)
      // An alert of AutoMod stands in the name of who wrote the message; only a keeper takes it away.
      if (message.authorId !== user.id || message.type === 24) {
        orRefused('deleting', () =>
          demand(hub, user.id, channelOr404(hub, message.channelId), 'ManageMessages'),
        )
      }
      removeMessage(hub, message)
      auditRemoval(hub, message, { id: user.id })
    },
    async reacts(handle, emoji) {
      const message = reactable(handle)
      orRefused('reacting', () => {
        const channel = channelOr404(hub, message.channelId)
        if (channel.thread?.archived === true) throw discordError(50083)
        const first = message.reactions?.has(emoji) !== true
        demand(hub, user.id, channel, 'ReadMessageHistory', ...(first ? (['AddReactions'] as const) : []))
        react(hub, message, user.id, emoji)
      })
    },
    async unreacts(handle, emoji) {
      const message = reactable(handle)
      orRefused('reacting', () => {
        if (channelOr404(hub, message.channelId).thread?.archived === true) throw discordError(50083)
        unreact(hub, message, user.id, emoji)
      })
    },
    runs: async (command, values = {}, options) => answered(runSlash(hub, where(options), command, values)),
    types: async (command, name, typed, options) =>
      answered(completeOption(hub, where(options), command, { name, typed, others: options?.others ?? {} })),
    usesOn: async (on, command, options) => {
      const message = seenBy(hub, user.id, messageOn(on).id)
      return answered(
        runOnMessage(hub, where(options, channelOr404(hub, message.channelId)), message, command),
      )
    },
    reports(on, command = 'Meld dit bericht') {
      return this.usesOn(on, command)
    },
    presses: async (on, button) =>
      answered(press(hub, user.id, user.locale, seenBy(hub, user.id, messageOn(on).id), button)),
    chooses: async (on, select, values) => {
      const list = typeof values === 'string' ? [values] : values
      return answered(choose(hub, self, seenBy(hub, user.id, messageOn(on).id), select, list))
    },
    submits: async (form, values) => answered(submit(hub, self, modalIn(form), values)),
    ...threadHands(hub, guild, user.id),
    leaves() {
      const member = guild.members.get(user.id)
      if (member !== undefined) removeMember(hub, guild, member)
    },
    takesDms(yes) {
      user.takesDms = yes
    },
    startsTyping(name) {
      const channel = channelOf(name)
      orRefused('typing', () => demand(hub, user.id, channel, 'SendMessages'))
      startTyping(hub, channel, user.id)
    },
  }
}

function messageOn(on: OnMessage): MessageHandle {
  if (!('kind' in on)) return on
  if (on.message !== undefined) return on.message
  throw new Refused(`There is no message on this answer: it is "${on.kind}".`)
}

function modalIn(form: ModalHandle | Reply): ModalHandle {
  if (!('kind' in form)) return form
  if (form.modal !== undefined) return form.modal
  throw new Refused(`There is no form on this answer: it is "${form.kind}".`)
}
