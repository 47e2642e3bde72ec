import { messageLink } from 'discord.js'
import type { HouseId } from '../../house/id.ts'
import type { CardView } from '../../queue/flags.ts'
import type { Desk } from '../desk.ts'

/** Where to read about a flag: its card, else the message itself; undefined when neither stands on Discord. */
export async function linkTo(
  desk: Pick<Desk, 'outbox' | 'texts'>,
  view: CardView,
): Promise<string | undefined> {
  const card = await desk.outbox.target(view.houseId, `card:${view.flagId}`)
  const at =
    card?.messageId === undefined || card.messageId === null
      ? view.messageId && { channelId: view.channelId, messageId: view.messageId }
      : { channelId: card.channelId, messageId: card.messageId }
  if (!at) return undefined
  const link = `[${view.code}](${messageLink(at.channelId, at.messageId, view.houseId)})`
  return view.drill ? `${desk.texts().t('drill.mark')} ${link}` : link
}

/** A line of links to flags; those that are not there any more are left out. */
export async function linksTo(
  desk: Pick<Desk, 'outbox' | 'flags' | 'texts'>,
  house: HouseId,
  flagIds: readonly string[],
): Promise<readonly string[]> {
  const links: string[] = []
  for (const flagId of flagIds) {
    const view = await desk.flags.card(house, flagId)
    if (view === undefined) continue
    links.push((await linkTo(desk, view)) ?? view.code)
  }
  return links
}
