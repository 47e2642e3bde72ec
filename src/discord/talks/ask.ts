import {
  channelMention,
  DiscordAPIError,
  type Guild,
  MessageFlags,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js'
import { isOpen } from '../../duty/opening.ts'
import { languageOf, type Wording } from '../../texts/wording.ts'
import type { AskInput } from '../../talks/talks.ts'
import type { ComponentInteraction, Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import type { Desk } from '../desk.ts'
import { languageIn } from '../languages.ts'
import { chosenOf, stateOf } from '../praat/state.ts'
import { inLanguages, type Spoken, spoken } from '../spoken.ts'
import { memberMay } from '../staff.ts'
import { type Drawn, drawChoice, drawIntegrity, drawOther, drawWithout, talksChannel } from './choice.ts'
import { contactRoom } from './contact.ts'
import { describeReaders, readersOf } from './readers.ts'
import { workerMenu, workersThere, workerThere } from './with.ts'

type Handler = (interaction: ComponentInteraction, args: readonly string[], visit: Visit) => Promise<void>

const quietly = (drawn: Drawn) => ({ ...drawn, allowedMentions: { parse: [] } })

const guildOf = (interaction: ComponentInteraction): Guild => {
  if (!interaction.inCachedGuild()) throw new Error('a talk is asked in a house')
  return interaction.guild
}

/** "Liever met ons": whom, who can read along, and what Discord is. */
export const us: Handler = async (interaction, args, visit) => {
  const state = stateOf(args, visit.desk)
  const guild = guildOf(interaction)
  const there = await workersThere(guild, interaction.user.id, visit)
  const who = there.length === 0 ? [] : [workerMenu(state, there, visit.desk.texts(state.language))]
  await interaction.update(quietly(drawChoice(state, guild, visit, who)))
}

export const other: Handler = async (interaction, args, { desk }) => {
  await interaction.update(quietly(drawOther(stateOf(args, desk), desk)))
}

export const integrity: Handler = async (interaction, args, visit) => {
  const { desk } = visit
  const room = await contactRoom(guildOf(interaction), interaction.user.id, visit)
  await interaction.update(quietly(drawIntegrity(stateOf(args, desk), room, desk)))
}

/** Somebody was pointed at whom the person does not want. */
export const not: Handler = async (interaction, args, visit) => {
  const { desk, house } = visit
  const state = stateOf(args, desk)
  const chosen =
    interaction.isUserSelectMenu() && interaction.inCachedGuild() ? interaction.members.first() : undefined
  if (chosen === undefined || !memberMay(chosen, house, 'talk.come')) {
    const drawn = drawOther(state, desk)
    const role = house.youthWorkerRoleName
    const why = desk.texts(state.language).t('talk.other.not-staff', { role })
    await interaction.update(quietly({ ...drawn, content: [why, drawn.content].join('\n') }))
    return
  }
  await interaction.update(quietly(drawWithout(state, chosen, visit)))
}

/** The same in another language: who was chosen stands in the id. */
export const without: Handler = async (interaction, args, visit) => {
  const { state, personId } = chosenOf(args, visit.desk)
  const guild = guildOf(interaction)
  const chosen = await guild.members.fetch(personId).catch(() => undefined)
  await interaction.update(
    quietly(
      chosen === undefined || !memberMay(chosen, visit.house, 'talk.come')
        ? drawOther(state, visit.desk)
        : drawWithout(state, chosen, visit),
    ),
  )
}

async function isDeleted(threadId: string, { client }: ComponentInteraction): Promise<boolean> {
  try {
    await client.rest.get(Routes.channel(threadId))
    return false
  } catch (error) {
    return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownChannel
  }
}

/** Asks for the talk. Nothing of what was chosen in `/praat` goes with it. */
export const ask: Handler = async (interaction, args, visit) => {
  const { desk, house } = visit
  const state = stateOf(args.slice(0, 1), desk)
  const guild = guildOf(interaction)
  const channel = talksChannel(guild, visit)
  // The hours and the permissions may have changed since the choice was shown.
  if (channel === undefined || !isOpen(desk.duty.hours.of(house.id), desk.now())) {
    await interaction.update(quietly(drawChoice(state, guild, visit)))
    return
  }
  const sees =
    interaction.inCachedGuild() &&
    channel
      .permissionsFor(interaction.member)
      .has([PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessagesInThreads])
  if (!sees) {
    await interaction.update(spoken(desk, state.language, 'talk.cannot'))
    return
  }
  // `with` and who was chosen, or who was not wanted.
  const wish = args[1] === 'with' ? await workerThere(guild, args[2] ?? '', visit) : undefined
  const notId = args[1] === 'with' ? undefined : args[1]
  const input: AskInput = {
    house: house.id,
    askerId: interaction.user.id,
    ...(notId === undefined ? {} : { notId }),
    ...(wish === undefined ? {} : { wishId: wish.id }),
    language: languageOf(state.language),
    parentChannelId: channel.id,
    queueChannelId: house.queueChannelId,
  }
  let { asked, talk } = await desk.talks.ask(input)
  // Somebody deleted its thread while the bot was away: that must not keep a young person from asking again.
  if (!asked && talk.threadId !== null && (await isDeleted(talk.threadId, interaction))) {
    await desk.talks.act(house.id, talk.id, { type: 'lose', thread: 'deleted' })
    ;({ asked, talk } = await desk.talks.ask(input))
  }
  const how = asked ? 'asked' : 'already'
  await interaction.update(drawAsked(how, talk.threadId ?? channel.id, state.language, desk))
  if (asked) await desk.counts.add(house.id, 'talk', desk.now())
}

/** Where the talk is: what the asker hears, in each language. */
function drawAsked(how: 'asked' | 'already', channelId: string, language: Wording, desk: Desk): Spoken {
  const texts = desk.texts(language)
  const where = channelMention(channelId)
  const content = [texts.t(`talk.${how}`, { channel: where, where }), texts.t('praat.danger')].join('\n')
  return inLanguages(content, language, desk, (wanted) =>
    customId('praat', 'asked-in', wanted, how, channelId),
  )
}

export const askedIn: Handler = async (interaction, [wanted, how, channelId = ''], { desk }) => {
  const said = how === 'already' ? 'already' : 'asked'
  await interaction.update(drawAsked(said, channelId, languageIn(wanted, desk), desk))
}

function drawReaders(guild: Guild, language: Wording, visit: Visit): Spoken {
  const { desk } = visit
  const texts = desk.texts(language)
  const channel = talksChannel(guild, visit)
  const content =
    channel === undefined
      ? texts.t('talk.readers')
      : describeReaders(readersOf(guild, channel), texts).join('\n')
  return inLanguages(content, language, desk, (wanted) => customId('praat', 'readers-in', wanted))
}

/** Who can read along, asked for in the talk itself. */
export const readers: Handler = async (interaction, args, visit) => {
  const drawn = drawReaders(guildOf(interaction), languageIn(args[0], visit.desk), visit)
  await interaction.reply({ ...drawn, flags: MessageFlags.Ephemeral })
}

export const readersIn: Handler = async (interaction, args, visit) => {
  await interaction.update(drawReaders(guildOf(interaction), languageIn(args[0], visit.desk), visit))
}
