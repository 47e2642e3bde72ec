import { ActionRowBuilder, StringSelectMenuBuilder } from '@discordjs/builders'
import { type MessageActionRowComponentBuilder, MessageFlags } from 'discord.js'
import { LEVELS } from '../../screening/kinds.ts'
import type { ComponentInteraction, Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import { act, look, refusalText, versionIn } from './look.ts'

/** *Niveau*: the four levels, each with what it means. */
export async function askLevel(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const flagId = args[0] ?? ''
  const view = await look(interaction, flagId, 'queue.level', visit)
  if (view === undefined) return
  const texts = visit.desk.texts()
  const menu = new StringSelectMenuBuilder()
    .setCustomId(customId('wachtrij', 'set-level', flagId, String(view.version)))
    .setPlaceholder(texts.t('queue.level.placeholder'))
    .addOptions(
      LEVELS.map((level) => ({
        value: level,
        label: texts.t(`queue.level.${level}`),
        description: texts.t(`queue.level.${level}.why`),
        default: level === view.level,
      })),
    )
  await interaction.reply({
    content: texts.t('queue.level.text'),
    components: [new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(menu).toJSON()],
    flags: MessageFlags.Ephemeral,
  })
}

/** The level that somebody chose. */
export async function setLevel(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const flagId = args[0] ?? ''
  if ((await look(interaction, flagId, 'queue.level', visit)) === undefined) return
  const texts = visit.desk.texts()
  const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : undefined
  const level = LEVELS.find((known) => known === chosen)
  if (level === undefined) return void (await interaction.deferUpdate())
  const result = await act(visit, interaction, flagId, { type: 'level', level }, versionIn(args[1]))
  const content = result.ok
    ? texts.t('queue.level.done', { level: texts.t(`queue.level.${level}`) })
    : refusalText(result, visit)
  await interaction.update({ content, components: [] })
  if (!result.ok) await visit.desk.flags.redraw(visit.house.id, flagId)
}
