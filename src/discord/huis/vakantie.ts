import { ActionRowBuilder, StringSelectMenuBuilder } from '@discordjs/builders'
import { ApplicationCommandOptionType, MessageFlags, type MessageActionRowComponentBuilder } from 'discord.js'
import { z } from 'zod'
import { dateOf } from '../../duty/clock.ts'
import { today } from '../../duty/house-end.ts'
import { type ComponentInteraction, localised, type Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import { comingDays } from './days.ts'
import type { Subcommand } from './subcommand.ts'

/** A holiday further away belongs in the agreements, where everybody of the team reads it. */
const MOST_DAYS = 366
const DAY_MS = 86_400_000
/** A menu has at most 25 choices (Discord, Select Menus). */
const MOST_LISTED = 25

const day = z.iso.date()
const daysBetween = (from: string, until: string): number => (Date.parse(until) - Date.parse(from)) / DAY_MS

/** Whether somebody wrote days that can be: real dates, in order, not over, not too far away. */
function isPossible(from: string, until: string, now: string): boolean {
  if (!day.safeParse(from).success || !day.safeParse(until).success) return false
  return from <= until && until >= now && daysBetween(now, until) <= MOST_DAYS
}

/** The holidays that the team set, and a menu to take one away. */
async function page({ desk, house }: Visit, said?: string) {
  const texts = desk.texts()
  const holidays = (await desk.duty.holidays(house.id)).slice(0, MOST_LISTED)
  const line = ({ from, until }: { readonly from: string; readonly until: string }): string =>
    texts.t('huis.vakantie.line', {
      from: dateOf(from, texts.language),
      until: dateOf(until, texts.language),
    })
  const lines = [
    ...(said === undefined ? [] : [said, '']),
    ...(holidays.length === 0
      ? [texts.t('huis.vakantie.none')]
      : [texts.t('huis.vakantie.list'), ...holidays.map((one) => `- ${line(one)}`)]),
  ]
  const menu = new StringSelectMenuBuilder()
    .setCustomId(customId('huis', 'vakantie-lift'))
    .setPlaceholder(texts.t('huis.vakantie.placeholder'))
    .addOptions(holidays.map((one) => ({ value: one.id, label: line(one) })))
  return {
    content: lines.join('\n'),
    components:
      holidays.length === 0
        ? []
        : [new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(menu).toJSON()],
  }
}

async function lift(
  interaction: ComponentInteraction,
  _args: readonly string[],
  visit: Visit,
): Promise<void> {
  const id = interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : ''
  await visit.desk.duty.liftHoliday(visit.house.id, id, interaction.user.id)
  await interaction.update(await page(visit, visit.desk.texts().t('huis.vakantie.lifted')))
}

/** `/huis vakantie`: closes the house on some days, or shows and takes back what was set. */
export const vakantie: Subcommand = {
  option: {
    type: ApplicationCommandOptionType.Subcommand,
    name: 'vakantie',
    ...localised('huis.vakantie.description'),
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'van',
        ...localised('huis.vakantie.from.description'),
        autocomplete: true,
        min_length: 10,
        max_length: 10,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'tot',
        ...localised('huis.vakantie.until.description'),
        autocomplete: true,
        min_length: 10,
        max_length: 10,
      },
    ],
  },
  act: 'house.hours',
  async run(interaction, visit) {
    const { desk, house } = visit
    const texts = desk.texts()
    const from = interaction.options.getString('van')
    const until = interaction.options.getString('tot') ?? from
    const answer = async (said?: string): Promise<void> => {
      await interaction.reply({ ...(await page(visit, said)), flags: MessageFlags.Ephemeral })
    }
    if (from === null || until === null) return answer()
    if (!isPossible(from, until, today(desk.now()))) return answer(texts.t('huis.vakantie.wrong'))
    await desk.duty.setHoliday(house.id, { from, until }, interaction.user.id)
    await answer(
      texts.t('huis.vakantie.set', {
        from: dateOf(from, texts.language),
        until: dateOf(until, texts.language),
      }),
    )
  },
  complete: { van: comingDays('house.hours'), tot: comingDays('house.hours') },
  components: { 'vakantie-lift': lift },
}
