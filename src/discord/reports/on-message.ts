import { type GuildBasedChannel, MessageFlags, type ModalSubmitInteraction } from 'discord.js'
import type { TextKey } from '../../texts/texts.ts'
import type { CommandInteraction, Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import { placeOf } from '../place.ts'
import { spoken } from '../spoken.ts'
import { filledIn, reportForm } from './form.ts'
import { takesIn } from '../duty/takes-in.ts'
import { sayHeard } from './heard.ts'
import { readersHere } from './readers-here.ts'
import { sendReport } from './send.ts'
import { isOfTeam } from './whose.ts'

/** The message that somebody wants to report. */
export interface Pointed {
  readonly channel: GuildBasedChannel | null
  readonly channelId: string
  readonly messageId: string
  readonly authorId: string
  readonly bot: boolean
  readonly words: string
}

/** In the id of a form: it is about a private talk. */
export const IN_TALK = 'talk'

const keyOf = (messageId: string): string => `message:${messageId}`

/** Opens the form about a message, or says why not. The answer to the form goes to the command with this id. */
export async function askAboutMessage(
  interaction: CommandInteraction & { inCachedGuild(): boolean },
  visit: Visit,
  pointed: Pointed,
  commandId: string,
): Promise<void> {
  if (!interaction.inCachedGuild()) return
  const { desk, house } = visit
  const { language } = desk.texts()
  const reporterId = interaction.user.id
  const say = async (key: TextKey): Promise<void> => {
    await interaction.reply({ ...spoken(desk, language, key), flags: MessageFlags.Ephemeral })
  }
  if (!takesIn(visit)) {
    const off = sayHeard({ what: 'off' }, visit, language)
    await interaction.reply({ ...off, flags: MessageFlags.Ephemeral })
    return
  }
  if (pointed.bot) return say('report.cannot.bot')
  if (pointed.authorId === reporterId) return say('report.cannot.own')
  const place = pointed.channel === null ? undefined : placeOf(pointed.channel, desk.policy)
  if (place?.read === false && place.why === 'staff') return say('report.cannot.staff')
  let team: boolean
  try {
    team = await isOfTeam(interaction.guild, house, desk.policy.house.contacts, pointed.authorId)
  } catch (error) {
    desk.log.warn({ err: error, house: house.id }, 'could not look up whose message is reported')
    return say('report.cannot.look')
  }
  const { authorId, channelId, messageId, words } = pointed
  const readers = await readersHere(visit, interaction.guild, { team, aboutId: authorId, reporterId })
  if (readers.by === 'nobody') {
    const sent = { subjectKey: keyOf(messageId), channelId, reporterId, reason: 'other' } as const
    await interaction.reply(await sendReport(visit, readers, { ...sent, messageId, authorId }))
    return
  }
  // A private talk is never copied (design decision 12, a safeguard): the link and the reason are all that is kept.
  const inTalk = place?.read === false && place.why === 'private talk'
  const id = customId(commandId, 'submit', interaction.id, ...(inTalk ? [IN_TALK] : []))
  // A form must be the first answer, within three seconds: the message is sealed meanwhile, not before.
  await Promise.all([
    interaction.showModal(
      reportForm(
        {
          id,
          title: 'report.title',
          readers,
          hours: desk.duty.hours.of(house.id),
          aboutId: authorId,
          inTalk,
        },
        desk,
      ),
    ),
    desk.drafts.keep(house.id, interaction.id, {
      channelId,
      messageId,
      authorId,
      reporterId,
      words: inTalk ? '' : words,
      aboutTeam: team,
    }),
  ])
}

/** The form about a message came back. */
export async function reportMessage(
  interaction: ModalSubmitInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  if (!interaction.inCachedGuild()) return
  const { desk, house } = visit
  const draftId = args[0] ?? ''
  const reporterId = interaction.user.id
  const draft = await desk.drafts.take(house.id, draftId, reporterId)
  if (draft === undefined) {
    const said = spoken(desk, desk.texts().language, 'report.cannot.too-old')
    await interaction.reply({ ...said, flags: MessageFlags.Ephemeral })
    return
  }
  const { channelId, messageId, authorId, aboutTeam: team } = draft
  const { reason, words } = filledIn(interaction)
  // Asked again: the contact may have stopped since the form was opened.
  const readers = await readersHere(visit, interaction.guild, { team, aboutId: authorId, reporterId })
  const reply = await sendReport(visit, readers, {
    subjectKey: keyOf(messageId),
    channelId,
    messageId,
    authorId,
    ...(draft.words === undefined ? {} : { messageWords: draft.words }),
    reporterId,
    reason,
    ...(args[1] === IN_TALK ? {} : { words }),
  })
  await interaction.reply(reply)
  await desk.drafts.drop(draftId)
}
