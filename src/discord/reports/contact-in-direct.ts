import { ActionRowBuilder, ButtonBuilder } from '@discordjs/builders'
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  ButtonStyle,
  type MessageActionRowComponentBuilder,
} from 'discord.js'
import { type HouseId, houseId } from '../../house/id.ts'
import type { ComponentInteraction, DirectVisit } from '../command.ts'
import { customId } from '../custom-id.ts'
import type { Desks, House } from '../desk.ts'
import { spoken } from '../spoken.ts'

/** Whether the agreements of a house name somebody as its integrity contact. */
const isContactOf = (desks: Desks, house: HouseId, userId: string): boolean =>
  desks.of(house).policy.house.contacts.integrity.discordId === userId

/** Discord's longest row of buttons. */
const MOST = 5
const LONGEST_LABEL = 80

/**
 * What whoever is named as integrity contact, and did not say yes yet, reads below the answer to a direct message that
 * they wrote (design decision 6): a button for each house. Nothing for anybody else.
 *
 * @param houses - those that are open
 */
export async function contactIsAsked(
  desks: Desks,
  houses: Iterable<House>,
  userId: string,
): Promise<{
  readonly lines: readonly string[]
  readonly rows: APIActionRowComponent<APIButtonComponent>[]
}> {
  const buttons: ButtonBuilder[] = []
  const lines: string[] = []
  for (const { id } of houses) {
    if (buttons.length === MOST || !isContactOf(desks, id, userId)) continue
    if ((await desks.consents.since(id, userId)) !== undefined) continue
    const desk = desks.of(id)
    const texts = desk.texts()
    const { name } = desk.policy.house
    if (lines.length === 0) lines.push('', texts.t('integrity.ask'))
    buttons.push(
      new ButtonBuilder()
        .setCustomId(customId('integriteit', 'accept-here', id))
        .setStyle(ButtonStyle.Primary)
        .setLabel(texts.t('integrity.button.accept-here', { house: name }).slice(0, LONGEST_LABEL)),
    )
  }
  if (buttons.length === 0) return { lines: [], rows: [] }
  const row = new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(...buttons)
  return { lines, rows: [row.toJSON() as APIActionRowComponent<APIButtonComponent>] }
}

/** The contact says yes in the direct message. The id in the button is anybody's to make up: only who is named may. */
export async function acceptHere(
  interaction: ComponentInteraction,
  args: readonly string[],
  { desk: desks }: DirectVisit,
): Promise<void> {
  const id = houseId(args[0] ?? '')
  const known = (await desks.db.house.count({ where: { id } })) > 0
  const may = known && isContactOf(desks, id, interaction.user.id)
  if (may) await desks.consents.give(id, interaction.user.id)
  const desk = may ? desks.of(id) : desks
  const key = may ? 'integrity.accepted' : 'integrity.not-you'
  const { content } = spoken(desk, desk.texts().language, key)
  await interaction.update({ content, components: [] })
}
