import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  type ChatInputCommandInteraction,
  InteractionContextType,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js'
import { type Command, localised, type Visit } from '../src/discord/command.ts'
import { customId } from '../src/discord/custom-id.ts'
import { placeOf } from '../src/discord/place.ts'
import { filledIn, reportForm } from '../src/discord/reports/form.ts'
import { messageAt } from '../src/discord/reports/linked.ts'
import { askAboutMessage, IN_TALK, reportMessage } from '../src/discord/reports/on-message.ts'
import { takesIn } from '../src/discord/duty/takes-in.ts'
import { heardAgain, sayHeard } from '../src/discord/reports/heard.ts'
import { readersHere } from '../src/discord/reports/readers-here.ts'
import { sendReport } from '../src/discord/reports/send.ts'
import { spoken } from '../src/discord/spoken.ts'

const ID = 'meld-iets'

async function aboutLink(
  interaction: ChatInputCommandInteraction<'cached'>,
  visit: Visit,
  link: string,
): Promise<void> {
  const { desk } = visit
  const found = await messageAt(interaction, link).catch((error: unknown) => {
    desk.log.warn({ err: error, house: visit.house.id }, 'could not look up a message that is reported')
    return { ok: false, why: 'look' } as const
  })
  if (!found.ok) {
    const said = spoken(desk, desk.texts().language, `report.cannot.${found.why}`)
    await interaction.reply({ ...said, flags: MessageFlags.Ephemeral })
    return
  }
  const { channel, message } = found
  await askAboutMessage(
    interaction,
    visit,
    {
      channel,
      channelId: channel.id,
      messageId: message.id,
      authorId: message.author.id,
      bot: message.author.bot === true || message.webhook_id !== undefined,
      words: message.content,
    },
    ID,
  )
}

/** Without a link: about something in this channel, and perhaps about somebody of the team. */
async function aboutChannel(interaction: ChatInputCommandInteraction<'cached'>, visit: Visit): Promise<void> {
  const { desk } = visit
  if (!takesIn(visit)) {
    const said = sayHeard({ what: 'off' }, visit, desk.texts().language)
    await interaction.reply({ ...said, flags: MessageFlags.Ephemeral })
    return
  }
  const ifTeam = await readersHere(visit, interaction.guild, {
    team: true,
    reporterId: interaction.user.id,
  })
  const { channel } = interaction
  const place = channel === null ? undefined : placeOf(channel, desk.policy)
  const inTalk = place?.read === false && place.why === 'private talk'
  const id = customId(ID, 'here', interaction.channelId, interaction.id, ...(inTalk ? [IN_TALK] : []))
  await interaction.showModal(
    reportForm(
      {
        id,
        title: 'meld.title',
        readers: { by: 'team' },
        hours: desk.duty.hours.of(visit.house.id),
        ifTeam,
        inTalk,
      },
      desk,
    ),
  )
}

async function here(
  interaction: ModalSubmitInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  if (!interaction.inCachedGuild()) return
  const [channelId = '', onceId = '', kind] = args
  const reporterId = interaction.user.id
  const { team, reason, words } = filledIn(interaction)
  const readers = await readersHere(visit, interaction.guild, { team, reporterId })
  // Each of these is a matter of its own; the id of the press makes a form that is sent twice one report.
  const subjectKey = `about:${channelId}:${onceId}`
  const where = interaction.guild.channels.cache.has(channelId) ? channelId : (interaction.channelId ?? '')
  await interaction.reply(
    await sendReport(visit, readers, {
      subjectKey,
      channelId: where,
      reporterId,
      reason,
      ...(kind === IN_TALK ? {} : { words }),
    }),
  )
}

/** `/meld`: report a message by its link, or something in this channel. For who cannot find the menu on a message. */
export const meld: Command = {
  id: ID,
  act: 'report.make',
  payload: {
    name: 'meld',
    type: ApplicationCommandType.ChatInput,
    ...localised('meld.description'),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'link',
        ...localised('meld.link.description'),
        required: false,
        max_length: 200,
      },
    ],
  },
  async run(interaction, visit) {
    if (!interaction.isChatInputCommand() || !interaction.inCachedGuild()) return
    const link = interaction.options.getString('link')
    await (link === null ? aboutChannel(interaction, visit) : aboutLink(interaction, visit, link))
  },
  components: { zeg: heardAgain },
  forms: { submit: reportMessage, here },
}
