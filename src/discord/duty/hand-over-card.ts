import { ActionRowBuilder, ButtonBuilder, EmbedBuilder } from '@discordjs/builders'
import { type APIMessage, ButtonStyle, type MessageActionRowComponentBuilder, userMention } from 'discord.js'
import { listOf } from '../../duty/clock.ts'
import type { Held } from '../../duty/duty.ts'
import type { HandOver } from '../../generated/sqlite/client.ts'
import type { HouseId } from '../../house/id.ts'
import type { Texts } from '../../texts/texts.ts'
import { customId } from '../custom-id.ts'
import type { Desk } from '../desk.ts'
import type { MessageBody } from '../effects/post.ts'
import { linksTo } from './flag-links.ts'

const COLOUR = 0x2e_86_ab
/** More than this no one follows; all of it moves at once. */
const LINKED = 15

const buttonOf = (handOverId: string): string => customId('dienst', 'accept', handOverId)

/** What somebody has in hands, in words: "2 meldingen en 1 privégesprek". */
export const heldText = ({ flagIds, talks, followUps }: Held, texts: Texts): string =>
  listOf(
    [
      ...(flagIds.length === 0 ? [] : [texts.t('duty.what.flags', { count: flagIds.length })]),
      ...(talks === 0 ? [] : [texts.t('duty.what.talks', { count: talks })]),
      ...(followUps === 0 ? [] : [texts.t('duty.what.follow-ups', { count: followUps })]),
    ],
    texts.language,
  )

async function linesOf(offer: HandOver, desk: Desk, texts: Texts): Promise<readonly string[]> {
  const house = offer.houseId as HouseId
  if (offer.state === 'withdrawn') return [texts.t('duty.over.withdrawn')]
  if (offer.state === 'accepted')
    return [texts.t('duty.over.accepted', { to: offer.toId === null ? '…' : userMention(offer.toId) })]
  const from = offer.fromId ?? ''
  const held = await desk.duty.held(house, from)
  const giver = userMention(from)
  return [
    texts.t('duty.over.text', { from: giver, what: heldText(held, texts) }),
    (await linksTo(desk, house, held.flagIds.slice(0, LINKED))).join(' · '),
    ...(offer.ending ? [texts.t('duty.over.ending', { from: giver })] : []),
  ].filter((line) => line !== '')
}

/** "Wie neemt dit over?": counts and links, no words, nobody pinged. */
export async function drawHandOver(offer: HandOver, desk: Desk): Promise<MessageBody> {
  const texts = desk.texts()
  const accept = new ButtonBuilder()
    .setCustomId(buttonOf(offer.id))
    .setStyle(ButtonStyle.Primary)
    .setLabel(texts.t('duty.button.accept'))
    .setDisabled(offer.state !== 'offered')
  return {
    embeds: [
      new EmbedBuilder()
        .setColor(COLOUR)
        .setTitle(texts.t('duty.over.title'))
        .setDescription((await linesOf(offer, desk, texts)).join('\n'))
        .toJSON(),
    ],
    components: [new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(accept).toJSON()],
  }
}

export const isHandOver = (message: APIMessage, handOverId: string): boolean =>
  JSON.stringify(message.components ?? []).includes(`"${buttonOf(handOverId)}"`)
