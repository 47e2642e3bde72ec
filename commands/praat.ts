import { ActionRowBuilder, ButtonBuilder, StringSelectMenuBuilder } from '@discordjs/builders'
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ButtonStyle,
  InteractionContextType,
  type MessageActionRowComponentBuilder,
  MessageFlags,
} from 'discord.js'
import { type Command, localised, type Visit } from '../src/discord/command.ts'
import { customId } from '../src/discord/custom-id.ts'
import { LANGUAGES, type Language } from '../src/policy/schema.ts'
import { describeReferral } from '../src/referral/describe.ts'
import { refer } from '../src/referral/refer.ts'

type Row = ReturnType<ActionRowBuilder<MessageActionRowComponentBuilder>['toJSON']>

const row = (...components: MessageActionRowComponentBuilder[]): Row =>
  new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(components).toJSON()

/** The language that a component carries; the house's own for anything else. */
const languageIn = (args: readonly string[], visit: Visit): Language =>
  LANGUAGES.find((language) => language === args[0]) ?? visit.desk.texts().language

function subjectMenu(language: Language, { desk }: Visit): Row {
  const menu = new StringSelectMenuBuilder()
    .setCustomId(customId('praat', 'subject', language))
    .setPlaceholder(desk.texts(language).t('praat.choose.placeholder'))
    .addOptions(
      desk.policy.subjects.map((subject) => ({
        value: subject.id,
        label: subject.label[language] ?? subject.label.nl,
      })),
    )
  return row(menu)
}

/** Buttons for the other languages of the house; the choice is kept for this answer only (design decision 13). */
function languageButtons(current: Language, { desk }: Visit, subject?: string): Row[] {
  const others = desk.policy.house.languages.filter((language) => language !== current)
  if (others.length === 0) return []
  return [
    row(
      ...others.map((language) =>
        new ButtonBuilder()
          .setCustomId(customId('praat', 'language', language, ...(subject === undefined ? [] : [subject])))
          .setStyle(ButtonStyle.Secondary)
          .setLabel(desk.texts(current).t(`language.button.${language}`)),
      ),
    ),
  ]
}

function start(language: Language, visit: Visit): { content: string; components: Row[] } {
  const texts = visit.desk.texts(language)
  return {
    content: [texts.t('praat.start'), texts.t('praat.only-you'), texts.t('praat.danger')].join('\n'),
    components: [subjectMenu(language, visit), ...languageButtons(language, visit)],
  }
}

function nextStep(
  language: Language,
  subjectId: string,
  visit: Visit,
): { content: string; components: Row[] } {
  const { desk } = visit
  const texts = desk.texts(language)
  const subject = desk.policy.subjects.find((candidate) => candidate.id === subjectId)
  if (subject === undefined) return { ...start(language, visit), content: texts.t('praat.subject-gone') }
  const at = desk.now()
  const referral = refer({ subject, language, helplines: desk.policy.helplines, at })
  return {
    content: describeReferral({ referral, subject, texts, now: at }),
    components: [subjectMenu(language, visit), ...languageButtons(language, visit, subjectId)],
  }
}

/**
 * `/praat`: from a heavy subject to a safer place to talk, JAC-chat first (seed:952). Asks for a subject, never for
 * words; what was chosen is in nobody's hands but the asker's. Only a count per day is kept.
 */
export const praat: Command = {
  id: 'praat',
  act: 'praat.use',
  payload: {
    name: 'praat',
    type: ApplicationCommandType.ChatInput,
    ...localised('praat.description'),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  async run(interaction, visit) {
    await interaction.reply({ ...start(visit.desk.texts().language, visit), flags: MessageFlags.Ephemeral })
    await visit.desk.counts.add(visit.house.id, 'praat', visit.desk.now())
  },
  components: {
    async subject(interaction, args, visit) {
      const chosen = interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : ''
      await interaction.update(nextStep(languageIn(args, visit), chosen, visit))
    },
    async language(interaction, args, visit) {
      const language = languageIn(args, visit)
      const subject = args[1]
      await interaction.update(
        subject === undefined ? start(language, visit) : nextStep(language, subject, visit),
      )
    },
  },
}
