import { ActionRowBuilder, ButtonBuilder, StringSelectMenuBuilder } from '@discordjs/builders'
import { ButtonStyle, type MessageActionRowComponentBuilder } from 'discord.js'
import type { Visit } from '../command.ts'
import { customId } from '../custom-id.ts'

const row = (part: MessageActionRowComponentBuilder) =>
  new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(part).toJSON()

/** A line of a menu holds a hundred characters (Discord, Select Option). */
const OPTION_FITS = 100

/** `/oefening`: the cases of the policy to choose from, and how many stand in the queue. */
export async function drillPage({ desk, house }: Visit, said?: string) {
  const texts = desk.texts()
  const { cases, hours } = desk.policy.drills
  const count = await desk.drills.count(house.id)
  const menu = new StringSelectMenuBuilder()
    .setCustomId(customId('oefening', 'start'))
    .setPlaceholder(texts.t('drill.placeholder'))
    .setMinValues(1)
    .setMaxValues(Math.max(1, cases.length))
    .addOptions(
      cases.map(({ id, name, category, level }) => ({
        value: id,
        label: name.slice(0, OPTION_FITS),
        description: `${texts.t(`queue.level.${level}`)} · ${texts.t(`category.${category}`)}`,
      })),
    )
  const clear = new ButtonBuilder()
    .setCustomId(customId('oefening', 'clear'))
    .setStyle(ButtonStyle.Danger)
    .setLabel(texts.t('drill.button.clear'))
  return {
    content: [
      `**${texts.t('drill.mark')}**`,
      ...(said === undefined ? [] : [said]),
      cases.length === 0 ? texts.t('drill.none') : texts.t('drill.about', { hours }),
      texts.t('drill.standing', { count }),
    ].join('\n'),
    components: [...(cases.length === 0 ? [] : [row(menu)]), ...(count === 0 ? [] : [row(clear)])],
    allowedMentions: { parse: [] },
  }
}
