import { ChannelType, type Message, MessageFlags } from 'discord.js'
import type { ComponentInteraction, Visit } from '../command.ts'
import type { Desk, House } from '../desk.ts'
import { languageIn } from '../languages.ts'
import { drawChoice } from '../talks/choice.ts'
import { workerMenu, workersThere } from '../talks/with.ts'
import { drawSentIn } from './message.ts'

/** *Praat met ons*, in a thread with a line: the same choice as in `/praat`, for the one who pressed. */
export async function talkInstead(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  if (!interaction.inCachedGuild()) return
  const language = languageIn(args[0], visit.desk)
  const there = await workersThere(interaction.guild, interaction.user.id, visit)
  const who = there.length === 0 ? [] : [workerMenu({ language }, there, visit.desk.texts(language))]
  await interaction.reply({
    ...drawChoice({ language }, interaction.guild, visit, who),
    flags: MessageFlags.Ephemeral,
    allowedMentions: { parse: [] },
  })
}

/** The line in another language. Which one it is stands in the button: the house does not know it any more. */
export async function sentIn(
  interaction: ComponentInteraction,
  args: readonly string[],
  { desk }: Visit,
): Promise<void> {
  const [wanted, lineId = '', workerId = ''] = args
  await interaction.reply({
    content: drawSentIn(workerId, lineId, languageIn(wanted, desk), desk),
    flags: MessageFlags.Ephemeral,
    allowedMentions: { parse: [] },
  })
}

/** Whether a message may be one in a thread with a line: its words are not looked at. */
export const mayBeAnswer = ({ client, channelId, author, system }: Message): boolean =>
  client.channels.cache.get(channelId)?.type === ChannelType.PrivateThread && !author.bot && !system

/** Somebody wrote in a private thread. In one with a line nobody reads, which is said there once. */
export async function answerInSent(desk: Desk, house: House, threadId: string): Promise<void> {
  const line = await desk.sentLines.inThread(house.id, threadId)
  if (line !== undefined) await desk.sentLines.answered(house.id, line)
}
