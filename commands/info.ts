import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  MessageFlags,
} from 'discord.js'
import {
  type Command,
  type ComponentInteraction,
  type DirectVisit,
  localised,
  type Visit,
} from '../src/discord/command.ts'
import { customId } from '../src/discord/custom-id.ts'
import {
  hubPage,
  notePage,
  type Page,
  SECTIONS,
  type Section,
  sectionPage,
} from '../src/discord/info-pages.ts'
import { languageIn } from '../src/discord/languages.ts'
import { spoken, spokenAgain } from '../src/discord/spoken.ts'
import { dayOf } from '../src/duty/clock.ts'
import type { TextKey } from '../src/texts/texts.ts'
import type { Wording } from '../src/texts/wording.ts'

/** On an answer that only the asker sees, the page takes its place; under the notice it becomes an answer of its own. */
async function show(interaction: ComponentInteraction, page: Page): Promise<void> {
  if (interaction.message.flags.has(MessageFlags.Ephemeral)) await interaction.update(page)
  else await interaction.reply({ ...page, flags: MessageFlags.Ephemeral })
}

/** What somebody hears who said that they read the notice. */
async function acknowledge(
  interaction: ComponentInteraction,
  version: number,
  language: Wording,
  { desk, house }: Visit,
): Promise<string> {
  const texts = desk.texts(language)
  const role = house.noticeRole
  const lacks =
    role !== undefined && interaction.inCachedGuild() && !interaction.member.roles.cache.has(role.id)
  const result = await desk.noticeReads.acknowledge({
    house: house.id,
    memberId: interaction.user.id,
    version,
    ...(lacks ? { role: { roleId: role.id, channelId: interaction.channelId } } : {}),
  })
  const wanted = desk.policy.house.notice?.requireBeforePosting?.role
  if (role === undefined && wanted !== undefined)
    return texts.t('notice.read.thanks-no-role', { role: wanted })
  if (lacks) return texts.t('notice.read.thanks-role', { role: role.name })
  const before = result === 'again' ? await desk.noticeReads.readBy(house.id, interaction.user.id) : undefined
  return before === undefined
    ? texts.t('notice.read.thanks')
    : texts.t('notice.read.again', { date: dayOf(before.readAt, texts.language) })
}

/** "Ik heb dit gelezen": of the version that stood above the button, never of one that the person did not see. */
async function read(interaction: ComponentInteraction, args: readonly string[], visit: Visit): Promise<void> {
  const { desk } = visit
  const language = languageIn(args[1], desk)
  const { version } = desk.policy.notice
  if (Number(args[0]) !== version) {
    const page = await sectionPage('notice', interaction, language, visit)
    return show(interaction, { ...page, content: desk.texts(language).t('notice.read.outdated') })
  }
  const said = await acknowledge(interaction, version, language, visit)
  if (interaction.message.flags.has(MessageFlags.Ephemeral) && interaction.message.embeds.length > 0) {
    return show(interaction, {
      ...(await sectionPage('notice', interaction, language, visit)),
      content: said,
    })
  }
  await show(
    interaction,
    notePage(said, language, visit, (other) => customId('info', 'read', String(version), other)),
  )
}

/** Another language for an answer of a sentence (src/discord/spoken.ts). */
async function sayAgain(
  interaction: ComponentInteraction,
  args: readonly string[],
  { desk }: Visit | DirectVisit,
): Promise<void> {
  const said = spokenAgain(desk, args) ?? spoken(desk, languageIn(args[0], desk), 'error.unknown-button')
  await interaction.update(said)
}

/** A form that came too late to be shown at once (src/discord/late-forms.ts), for the one who asked. */
async function lateForm(
  interaction: ComponentInteraction,
  args: readonly string[],
  { desk }: Visit | DirectVisit,
): Promise<void> {
  const form = desk.lateForms.find(args[0] ?? '', interaction.user.id)
  if (form === undefined)
    await interaction.update(spoken(desk, desk.texts().language, 'error.unknown-button'))
  else await interaction.showModal(form)
}

/** `/info`: who reads along, the rules of this channel, the hours, what must be passed on. Only the asker sees it. */
export const info: Command = {
  id: 'info',
  act: 'info.read',
  acts: { read: 'notice.acknowledge' },
  payload: {
    name: 'info',
    type: ApplicationCommandType.ChatInput,
    ...localised('info.description'),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  async run(interaction, visit) {
    const page = await hubPage(interaction, visit.desk.texts().language, visit)
    await interaction.reply({ ...page, flags: MessageFlags.Ephemeral })
  },
  components: {
    read,
    zeg: sayAgain,
    formulier: lateForm,
    hub: async (interaction, args, visit) =>
      show(interaction, await hubPage(interaction, languageIn(args[0], visit.desk), visit)),
    ...Object.fromEntries(
      SECTIONS.map((section) => [
        section,
        async (interaction: ComponentInteraction, args: readonly string[], visit: Visit) =>
          show(interaction, await sectionPage(section, interaction, languageIn(args[0], visit.desk), visit)),
      ]),
    ),
  },
  // Answers of other commands in a direct message are said again here as well.
  direct: {
    async run(interaction, { desk }) {
      const said = spoken(desk, desk.texts().language, 'error.outside-house')
      await interaction.reply({ ...said, flags: MessageFlags.Ephemeral })
    },
    components: { zeg: sayAgain, formulier: lateForm },
  },
}

/** A command that opens one section of `/info` at once; its buttons are those of `/info`. */
export const shortcutTo = (section: Section, name: string, description: TextKey): Command => ({
  id: name,
  act: 'info.read',
  payload: {
    name,
    type: ApplicationCommandType.ChatInput,
    ...localised(description),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  async run(interaction, visit) {
    const page = await sectionPage(section, interaction, visit.desk.texts().language, visit)
    await interaction.reply({ ...page, flags: MessageFlags.Ephemeral })
  },
})
