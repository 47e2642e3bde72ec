import { ActionRowBuilder, UserSelectMenuBuilder } from '@discordjs/builders'
import { type MessageActionRowComponentBuilder, MessageFlags, userMention } from 'discord.js'
import { may } from '../../permissions/table.ts'
import type { CardView } from '../../queue/flags.ts'
import type { ComponentInteraction, Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import { rolesOf } from '../staff.ts'
import { act, look, refusalText } from './look.ts'

/** *Geef door*: to whom? */
export async function askColleague(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const flagId = args[0] ?? ''
  if ((await look(interaction, flagId, 'queue.pass', visit)) === undefined) return
  const texts = visit.desk.texts()
  const menu = new UserSelectMenuBuilder()
    .setCustomId(customId('wachtrij', 'pass-to', flagId))
    .setPlaceholder(texts.t('queue.pass.placeholder'))
  await interaction.reply({
    content: texts.t('queue.pass.text'),
    components: [new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(menu).toJSON()],
    flags: MessageFlags.Ephemeral,
  })
}

/** The colleague that somebody chose, if that is one who may have it: read from Discord's answer, not from memory. */
function colleague(interaction: ComponentInteraction, view: CardView, { house }: Visit): string | undefined {
  if (!interaction.isUserSelectMenu() || !interaction.inCachedGuild()) return undefined
  const member = interaction.members.first()
  if (member === undefined || member.user.bot) return undefined
  return may(rolesOf(member, house), 'queue.claim', view) ? member.id : undefined
}

/** Hands the flag over. Whoever gets it may put it down again with *Geef vrij*. */
export async function passTo(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const flagId = args[0] ?? ''
  const view = await look(interaction, flagId, 'queue.pass', visit)
  if (view === undefined) return
  const texts = visit.desk.texts()
  const to = colleague(interaction, view, visit)
  if (to === undefined) {
    await interaction.update({ content: texts.t('queue.refusal.cannot-take') })
    return
  }
  const result = await act(visit, interaction, flagId, { type: 'pass', to })
  const content = result.ok
    ? texts.t('queue.pass.done', { colleague: userMention(to) })
    : refusalText(result, visit)
  await interaction.update({ content, components: [], allowedMentions: { parse: [] } })
  if (!result.ok) await visit.desk.flags.redraw(visit.house.id, flagId)
}
