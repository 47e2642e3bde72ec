import {
  ActionRowBuilder,
  ButtonBuilder,
  LabelBuilder,
  ModalBuilder,
  TextInputBuilder,
} from '@discordjs/builders'
import {
  ApplicationCommandOptionType,
  ButtonStyle,
  type MessageActionRowComponentBuilder,
  MessageFlags,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js'
import { z } from 'zod'
import { dateOf } from '../../duty/clock.ts'
import { today } from '../../duty/house-end.ts'
import { type ComponentInteraction, localised, type Visit } from '../command.ts'
import { customId } from '../custom-id.ts'
import { isOver } from '../duty/takes-in.ts'
import { wantNotices } from '../notice-message.ts'
import { comingDays } from './days.ts'
import type { Subcommand } from './subcommand.ts'

const day = z.iso.date()

const button = (id: string, label: string, style: ButtonStyle.Danger | ButtonStyle.Secondary) =>
  new ActionRowBuilder<MessageActionRowComponentBuilder>()
    .addComponents(new ButtonBuilder().setCustomId(id).setLabel(label).setStyle(style))
    .toJSON()

/** Why this person cannot end the house; undefined for the one whom the agreements name. */
function refusal(memberId: string, { desk }: Visit): string | undefined {
  const { responsible } = desk.policy.house.contacts
  if (responsible === undefined) return desk.texts().t('huis.sluiten.nobody')
  if (responsible.discordId === memberId) return undefined
  return desk.texts().t('huis.sluiten.who', { name: responsible.name })
}

/** A day on which the house can end: a real one, today or later. */
const canEndOn = (lastDay: string, { desk }: Visit): boolean =>
  day.safeParse(lastDay).success && lastDay >= today(desk.now())

/** How it stands: the last day that was set, and the way back. */
function standing({ desk, house }: Visit) {
  const texts = desk.texts()
  const last = desk.duty.hours.lastDay(house.id)
  if (last === undefined) return undefined
  if (isOver(desk, house)) return { content: texts.t('huis.sluiten.over'), components: [] }
  return {
    content: texts.t('huis.sluiten.stands', { day: dateOf(last, texts.language) }),
    components: [
      button(customId('huis', 'sluiten-lift'), texts.t('huis.sluiten.button.lift'), ButtonStyle.Secondary),
    ],
  }
}

/** The first step: what it means, with the days. */
function sure(lastDay: string, { desk, house }: Visit) {
  const texts = desk.texts()
  const gone = desk.duty.goneBy(house.id, lastDay)
  return {
    content: texts.t('huis.sluiten.sure', {
      day: dateOf(lastDay, texts.language),
      gone: dateOf(gone, texts.language),
    }),
    components: [
      button(
        customId('huis', 'sluiten-sure', lastDay),
        texts.t('huis.sluiten.button.sure'),
        ButtonStyle.Danger,
      ),
    ],
  }
}

/** The second step: the name of the house, typed. */
async function askName(
  interaction: ComponentInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const why = refusal(interaction.user.id, visit)
  if (why !== undefined) return void (await interaction.update({ content: why, components: [] }))
  const texts = visit.desk.texts()
  const name = new TextInputBuilder().setCustomId('name').setStyle(TextInputStyle.Short).setMaxLength(100)
  await interaction.showModal(
    new ModalBuilder()
      .setCustomId(customId('huis', 'sluiten-name', args[0] ?? ''))
      .setTitle(texts.t('huis.sluiten.title'))
      .addLabelComponents(
        new LabelBuilder().setLabel(texts.t('huis.sluiten.name.label')).setTextInputComponent(name),
      ),
  )
}

async function end(
  interaction: ModalSubmitInteraction,
  args: readonly string[],
  visit: Visit,
): Promise<void> {
  const { desk, house } = visit
  const texts = desk.texts()
  const say = (content: string) => interaction.reply({ content, flags: MessageFlags.Ephemeral })
  const [lastDay = ''] = args
  const why = refusal(interaction.user.id, visit)
  if (why !== undefined) return void (await say(why))
  if (!canEndOn(lastDay, visit)) return void (await say(texts.t('huis.vakantie.wrong')))
  if (isOver(desk, house)) return void (await say(texts.t('huis.sluiten.over')))
  const typed = interaction.fields.getTextInputValue('name').trim().toLowerCase()
  if (typed !== desk.policy.house.name.toLowerCase())
    return void (await say(texts.t('huis.sluiten.name-wrong')))
  await desk.duty.setEnd(house.id, lastDay, interaction.user.id)
  await wantNotices(desk, house)
  await say(texts.t('huis.sluiten.set', { day: dateOf(lastDay, texts.language) }))
}

async function lift(
  interaction: ComponentInteraction,
  _args: readonly string[],
  visit: Visit,
): Promise<void> {
  const { desk, house } = visit
  const texts = desk.texts()
  const why = refusal(interaction.user.id, visit)
  if (why !== undefined) return void (await interaction.update({ content: why, components: [] }))
  const lifted = await desk.duty.liftEnd(house.id, interaction.user.id)
  if (lifted) await wantNotices(desk, house)
  const content = texts.t(lifted ? 'huis.sluiten.lifted' : 'huis.sluiten.over')
  await interaction.update({ content, components: [] })
}

/** `/huis sluiten`: the end of a project, by the one whom the agreements name as responsible, in two steps. */
export const sluiten: Subcommand = {
  option: {
    type: ApplicationCommandOptionType.Subcommand,
    name: 'sluiten',
    ...localised('huis.sluiten.description'),
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'dag',
        ...localised('huis.sluiten.day.description'),
        autocomplete: true,
        required: true,
        min_length: 10,
        max_length: 10,
      },
    ],
  },
  act: 'house.end',
  async run(interaction, visit) {
    const lastDay = interaction.options.getString('dag', true)
    const why = refusal(interaction.user.id, visit)
    const texts = visit.desk.texts()
    const answer =
      why !== undefined
        ? { content: why, components: [] }
        : (standing(visit) ??
          (canEndOn(lastDay, visit)
            ? sure(lastDay, visit)
            : { content: texts.t('huis.vakantie.wrong'), components: [] }))
    await interaction.reply({ ...answer, flags: MessageFlags.Ephemeral })
  },
  complete: { dag: comingDays('house.end') },
  components: { 'sluiten-sure': askName, 'sluiten-lift': lift },
  forms: { 'sluiten-name': end },
}
