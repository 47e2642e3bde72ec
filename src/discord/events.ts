import {
  type Client,
  Events,
  type Guild,
  type GuildBasedChannel,
  type Interaction,
  type Message,
  type PartialMessage,
  PermissionFlagsBits,
} from 'discord.js'
import type { Filters } from './automod/filters.ts'
import type { CountName } from '../statistics/counts.ts'
import type { Command } from './command.ts'
import type { House } from './desk.ts'
import { answerMention, isDirect, isMention } from './direct-messages.ts'
import { createHearing, type HearingDeps } from './hearing.ts'
import { type Answered, answer } from './interactions.ts'
import { answerInSent, mayBeAnswer } from './refer/open.ts'

/** What the listeners are handed. */
export interface Ears extends HearingDeps {
  /** The only house that there is: a direct message is answered as in that one. */
  only(): House | undefined
  readonly commands: readonly Command[]
  /** The id of a slash command, once Discord took it: texts name it so that one can press it. */
  commandId(name: string): string | undefined
  readonly filters: Filters
  /** A server arrived, at the start or after a connection that could not be resumed. */
  arrived(guild: Guild): void
  /** Channels, roles or permissions of a server changed. */
  changed(guild: Guild): Promise<void>
  /** Messages were deleted; some may be ours, and come back. */
  deleted(guildId: string, messageIds: readonly string[]): void
  /** Pins changed in a channel; the notice may no longer be one of them. */
  pinsChanged(guildId: string, channelId: string): void
  /** Somebody wrote to the bot in private. */
  direct(message: Message | PartialMessage): Promise<void>
  /**
   * Whether this process is the first that got that interaction: while one process takes over from another, Discord sends
   * it to both, and one answers.
   */
  first(interactionId: string): Promise<boolean>
  /** Counts what was asked in a direct message. */
  countDirect(name: CountName): Promise<void>
  /** Hears which command somebody used, and how that ended. */
  readonly answered?: (command: string | undefined, how: Answered['answer']) => void
}

/**
 * A channel or thread was made while the bot was there: its mark stands before its first message (which, in a forum,
 * has the id of its thread), so that a message missed in it later is known to be missed.
 */
function begun(ears: Ears, channel: GuildBasedChannel): void {
  const open = ears.houses.get(channel.guildId)
  if (open === undefined || !channel.isTextBased()) return
  if (ears.desk.of(open.house.id).policy.house.reading.way !== 'full') return
  if (!ears.places.of(channel).read) return
  if (open.told) open.watermark.handled(channel.id, String(BigInt(channel.id) - 1n))
}

/** Somebody deleted the thread of a private talk: it is over, and who asked is forgotten. */
async function talkDeleted({ desk }: Ears, house: House, threadId: string): Promise<void> {
  try {
    const talk = await desk.talks.inThread(house.id, threadId)
    if (talk !== undefined) await desk.talks.act(house.id, talk.id, { type: 'lose', thread: 'deleted' })
    const withContact = await desk.contactTalks.inThread(house.id, threadId)
    if (withContact !== undefined) await desk.contactTalks.lose(house.id, withContact.id, 'deleted')
    const sent = await desk.sentLines.inThread(house.id, threadId)
    if (sent !== undefined) await desk.sentLines.forget(house.id, sent.id)
  } catch (error) {
    desk.log.error({ err: error, house: house.id }, 'a talk whose thread is gone could not be closed')
  }
}

/** Somebody wrote in a private thread: where nobody reads, that is said. */
function wroteInThread(ears: Ears, { guildId, channelId }: Message): void {
  const house = ears.houses.get(guildId ?? '')?.house
  if (house === undefined) return
  const desk = ears.desk.of(house.id)
  const job = answerInSent(desk, house, channelId).catch((error: unknown) =>
    desk.log.error({ err: error, house: house.id }, 'it could not be said that nobody reads there'),
  )
  ears.houses.underWay(job)
}

function mentioned(ears: Ears, message: Message): void {
  const house = ears.houses.get(message.guildId ?? '')?.house
  if (house === undefined) return
  const desk = ears.desk.of(house.id)
  const job = answerMention(desk, house, message.channelId).catch((error: unknown) =>
    desk.log.error({ err: error, house: house.id }, 'a mention could not be answered'),
  )
  ears.houses.underWay(job)
}

async function answerFirst(ears: Ears, interaction: Interaction): Promise<void> {
  if (!(await ears.first(interaction.id))) return
  const houseOf = (id: string): House | undefined => ears.houses.get(id)?.house
  const { command, answer: how } = await answer(interaction, {
    deskIn: (id) => ears.desk.of((id === null ? ears.only() : houseOf(id))?.id),
    commands: ears.commands,
    houseOf,
    commandId: (name) => ears.commandId(name),
    countDirect: (name) => ears.countDirect(name),
  })
  ears.answered?.(command, how)
}

const MAY_READ = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ReadMessageHistory]

/** Something is still owed in a channel that the bot could not read when it came back, and now it may: it is read. */
async function readWhatWasShut(ears: Ears, guild: Guild): Promise<void> {
  const { desk, houses } = ears
  const entry = houses.get(guild.id)
  const { me } = guild.members
  // While it is still catching up, gaps are its ordinary work.
  if (entry?.caughtUp !== true || me === null) return
  const gaps = await desk.cursors.gaps(entry.house.id)
  const opened = gaps.some(({ channelId }) =>
    guild.channels.cache.get(channelId)?.permissionsFor(me).has(MAY_READ),
  )
  if (opened) ears.arrived(guild)
}

/** Connects the events of Discord to the house. Listeners return at once; work that waits is theirs to guard. */
export function listen(client: Client, ears: Ears): void {
  const hearing = createHearing(client, ears)
  client.on(Events.MessageCreate, (message) => {
    if (hearing.knows(message.id)) return
    if (isDirect(message)) return ears.houses.underWay(ears.direct(message))
    if (!message.author.bot) ears.counted.received++
    hearing.hear(message)
    if (isMention(message, ears.places)) mentioned(ears, message)
    if (mayBeAnswer(message)) wroteInThread(ears, message)
  })
  client.on(Events.MessageUpdate, (_before, after) => hearing.hear(after))
  client.on(Events.InteractionCreate, (interaction) => {
    ears.houses.underWay(answerFirst(ears, interaction))
  })
  client.on(Events.GuildAvailable, (guild) => ears.arrived(guild))
  client.on(Events.GuildCreate, (guild) => ears.arrived(guild))
  const later = (job: Promise<void>, what: string): void => {
    const guarded = job.catch((error: unknown) => ears.desk.log.error({ err: error }, what))
    ears.houses.underWay(guarded)
  }
  const serverChanged = (guild: Guild): void => {
    ears.places.forget()
    later(readWhatWasShut(ears, guild), 'what was missed could not be looked for')
    later(ears.changed(guild), 'what changed on the server could not be taken over')
    later(ears.filters.changed(guild), 'the filters of Discord could not be looked at')
  }
  client.on(Events.ChannelCreate, (channel) => {
    serverChanged(channel.guild)
    begun(ears, channel)
  })
  client.on(Events.ThreadCreate, (thread, isNew) => {
    if (isNew) begun(ears, thread)
  })
  client.on(Events.ChannelUpdate, (_before, after) => {
    if (!after.isDMBased()) serverChanged(after.guild)
  })
  client.on(Events.ChannelDelete, (channel) => {
    if (!channel.isDMBased()) serverChanged(channel.guild)
  })
  client.on(Events.GuildRoleCreate, (role) => serverChanged(role.guild))
  client.on(Events.GuildRoleUpdate, (_before, after) => serverChanged(after.guild))
  client.on(Events.GuildRoleDelete, (role) => serverChanged(role.guild))
  client.on(Events.AutoModerationActionExecution, (execution) => {
    later(ears.filters.executed(execution), 'what a filter of Discord saw could not be stored')
  })
  client.on(Events.AutoModerationRuleUpdate, (_before, rule) => {
    later(ears.filters.ruleChanged(rule.guild), 'the filters of Discord could not be looked at')
  })
  client.on(Events.AutoModerationRuleDelete, (rule) => {
    later(ears.filters.ruleChanged(rule.guild), 'the filters of Discord could not be looked at')
  })
  client.on(Events.MessageDelete, (message) => {
    if (message.guildId !== null) ears.deleted(message.guildId, [message.id])
  })
  client.on(Events.ThreadDelete, (thread) => {
    const house = ears.houses.get(thread.guildId)?.house
    if (house !== undefined) ears.houses.underWay(talkDeleted(ears, house, thread.id))
  })
  client.on(Events.MessageBulkDelete, (messages, channel) =>
    ears.deleted(channel.guildId, [...messages.keys()]),
  )
  client.on(Events.ChannelPinsUpdate, (channel) => {
    if ('guildId' in channel && channel.guildId !== null) ears.pinsChanged(channel.guildId, channel.id)
  })
}
