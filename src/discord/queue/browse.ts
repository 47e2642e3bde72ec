import { MessageFlags } from 'discord.js'
import { drawCard } from '../card.ts'
import type { CommandInteraction, ComponentInteraction, Visit } from '../command.ts'
import { type Filters, NO_FILTERS, readFilters } from './filters.ts'
import { drawList } from './list.ts'
import { look } from './look.ts'

/** `/wachtrij`, or the button under a digest: the list, for one person alone. */
export async function openList(
  interaction: CommandInteraction | ComponentInteraction,
  visit: Visit,
): Promise<void> {
  if (!interaction.inCachedGuild()) return
  await interaction.reply({
    ...(await drawList(NO_FILTERS, interaction.member, visit)),
    flags: MessageFlags.Ephemeral,
  })
}

/** Another page, or another filter: `change` is what the press says, over what its id held. */
const again =
  (change: (chosen: string | undefined) => Partial<Record<keyof Filters, string>>) =>
  async (interaction: ComponentInteraction, args: readonly string[], visit: Visit): Promise<void> => {
    if (!interaction.inCachedGuild()) return
    const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : undefined
    const [level, category, which, page] = args
    const changed = { level, category, which, page, ...change(chosen) }
    const filters = readFilters([
      changed.level ?? '',
      changed.category ?? '',
      changed.which ?? '',
      changed.page ?? '0',
    ])
    await interaction.update(await drawList(filters, interaction.member, visit))
  }

const first = { page: '0' }
export const turnPage = again(() => ({}))
export const byLevel = again((chosen) => (chosen === undefined ? {} : { level: chosen, ...first }))
export const byCategory = again((chosen) => (chosen === undefined ? {} : { category: chosen, ...first }))
export const byWhich = again((chosen) => (chosen === undefined ? {} : { which: chosen, ...first }))

/** A card of the list, opened for this person alone. */
export async function openCard(
  interaction: ComponentInteraction,
  _args: readonly string[],
  visit: Visit,
): Promise<void> {
  const flagId = (interaction.isStringSelectMenu() ? interaction.values[0] : undefined) ?? ''
  const view = await look(interaction, flagId, 'queue.list', visit)
  if (view === undefined) return
  const { embeds, components } = drawCard(view, visit.desk)
  await interaction.reply({
    embeds: embeds ?? [],
    components: components ?? [],
    flags: MessageFlags.Ephemeral,
    allowedMentions: { parse: [] },
  })
}
