import {
  channelMention,
  type Guild,
  type GuildMember,
  MessageFlags,
  PermissionFlagsBits,
  type TextChannel,
} from 'discord.js'
import { languageOf, type Wording } from '../../texts/wording.ts'
import type { ComponentInteraction, Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import type { Desk } from '../desk.ts'
import { languageIn } from '../languages.ts'
import { button } from '../praat/rows.ts'
import { inLanguages, type Spoken, spoken } from '../spoken.ts'
import { isStaff } from '../staff.ts'
import { placeForTalks } from './place.ts'
import { readersOf } from './readers.ts'

type Handler = (interaction: ComponentInteraction, args: readonly string[], visit: Visit) => Promise<void>

/**
 * Whether a talk with the integrity contact can be had on this server. `read`: somebody of the team, or somebody whom
 * the bot cannot tell from the team, could read along, so writing to the contact elsewhere protects better.
 */
export type ContactRoom =
  | { readonly channel: TextChannel; readonly contactId: string }
  | { readonly not: 'no-contact' | 'no-place' | 'read' }

const SEES = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessagesInThreads]

const memberOf = (guild: Guild, userId: string): Promise<GuildMember | undefined> =>
  guild.members.fetch({ user: userId, force: true }).catch(() => undefined)

/**
 * Looks anew each time. No role may be able to read all private threads there, nor any person but the contact: the bot
 * has no list of members, so it cannot know who has such a role. The owner of the server can always, which is said; one
 * who is of the team makes it impossible.
 */
export async function contactRoom(guild: Guild, askerId: string, visit: Visit): Promise<ContactRoom> {
  const { desk, house } = visit
  const { discordId: contactId } = desk.policy.house.contacts.integrity
  if (contactId === undefined || contactId === askerId) return { not: 'no-contact' }
  if ((await desk.consents.since(house.id, contactId)) === undefined) return { not: 'no-contact' }
  const channel = placeForTalks(guild, desk.policy)
  if (channel === undefined) return { not: 'no-place' }
  const contact = await memberOf(guild, contactId)
  if (contact === undefined || !channel.permissionsFor(contact).has(SEES)) return { not: 'no-contact' }
  const { roles, peopleIds } = readersOf(guild, channel)
  if (roles.length > 0 || peopleIds.some((id) => id !== contactId)) return { not: 'read' }
  const owner = guild.ownerId === contactId ? contact : await memberOf(guild, guild.ownerId)
  if (owner === undefined || (owner.id !== contactId && isStaff(owner, house))) return { not: 'read' }
  return { channel, contactId }
}

function drawAsked(how: 'asked' | 'already', channelId: string, language: Wording, desk: Desk): Spoken {
  const texts = desk.texts(language)
  const { name } = desk.policy.house.contacts.integrity
  const where = channelMention(channelId)
  const first =
    how === 'asked' ? texts.t('talk.contact.asked', { name, where }) : texts.t('talk.already', { where })
  const content = [first, texts.t('praat.danger')].join('\n')
  return inLanguages(content, language, desk, (wanted) =>
    customId('praat', 'contact-in', wanted, how, channelId),
  )
}

/** Asks for the talk. Nothing of what was chosen in `/praat` goes with it, and nobody of the team hears of it. */
export const askContact: Handler = async (interaction, args, visit) => {
  if (!interaction.inCachedGuild()) return
  const { desk, house } = visit
  const language = languageIn(args[0], desk)
  const room = await contactRoom(interaction.guild, interaction.user.id, visit)
  // Permissions may have changed since the choice was shown.
  if ('not' in room || !room.channel.permissionsFor(interaction.member).has(SEES)) {
    await interaction.update(spoken(desk, language, 'talk.contact.not-now'))
    return
  }
  const { asked, talk } = await desk.contactTalks.ask({
    house: house.id,
    askerId: interaction.user.id,
    contactId: room.contactId,
    language: languageOf(language),
    parentChannelId: room.channel.id,
  })
  await interaction.update(
    drawAsked(asked ? 'asked' : 'already', talk.threadId ?? room.channel.id, language, desk),
  )
  if (asked) await desk.counts.add(house.id, 'talk', desk.now())
}

export const contactIn: Handler = async (interaction, [wanted, how, channelId = ''], { desk }) => {
  const said = how === 'already' ? 'already' : 'asked'
  await interaction.update(drawAsked(said, channelId, languageIn(wanted, desk), desk))
}

function askSure(talkId: string, language: Wording, desk: Desk): Spoken {
  const texts = desk.texts(language)
  const sure = button(customId('praat', 'contact-sure', talkId, language), texts.t('talk.button.sure'))
  const idFor = (wanted: Wording): string => customId('praat', 'contact-stop-in', wanted, talkId)
  return inLanguages(texts.t('talk.stop.sure'), language, desk, idFor, [sure])
}

/** *Gesprek afsluiten*: by one of the two. */
export const contactStop: Handler = async (interaction, args, { desk, house }) => {
  const talk = await desk.contactTalks.find(house.id, args[0] ?? '')
  const isIn = talk !== undefined && [talk.askerId, talk.contactId].includes(interaction.user.id)
  const language = talk?.language ?? desk.texts().language
  const said =
    talk === undefined || talk.state !== 'open'
      ? spoken(desk, language, 'talk.refusal.closed')
      : isIn
        ? askSure(talk.id, language, desk)
        : spoken(desk, desk.texts().language, 'talk.refusal.not-in-it')
  await interaction.reply({ ...said, flags: MessageFlags.Ephemeral })
}

export const contactStopIn: Handler = async (interaction, args, { desk }) => {
  await interaction.update(askSure(args[1] ?? '', languageIn(args[0], desk), desk))
}

export const contactSure: Handler = async (interaction, args, { desk, house }) => {
  const closed = await desk.contactTalks.close(house.id, args[0] ?? '', interaction.user.id)
  const key = closed ? 'talk.stop.done' : 'talk.refusal.closed'
  await interaction.update(spoken(desk, languageIn(args[1], desk), key))
}
