import type { Place } from '../../discord/place.ts'
import { houseId } from '../../house/id.ts'
import type { PracticeHouse } from '../house.ts'
import { seenBy as messageSeenBy } from '../people/lookup.ts'
import type { StoredMessage } from '../state/model.ts'
import { flagBehind, lifeOf } from './flag.ts'
import { readableOf, screeningOf } from './screening.ts'
import { storedOf } from './stored.ts'
import type { WallView } from './view.ts'
import { viewerOf } from './viewer.ts'
import { outboxOf, timersOf } from './waits.ts'

const NEVER: Readonly<Record<Exclude<Place, { read: true }>['why'], string>> = {
  'private talk': 'Dit is een privégesprek. Dat leest de bot nooit.',
  staff: 'Dit is een kanaal van de ploeg. Dat leest de bot nooit.',
  hidden: 'Niet iedereen ziet dit kanaal, en het staat niet in de afspraken. Dan leest de bot het niet.',
  'no text': 'Hier staat geen tekst die de bot leest.',
}
const DIRECT = 'Dit is een privébericht met de bot. Dat screent hij nooit: hij antwoordt met wegen naar hulp.'
const OF_A_BOT = 'Berichten van bots leest de bot nooit. Ook niet die van hemzelf.'
const REPORTS =
  'Dit huis werkt met meldingen: de bot leest niets zelf. Hieronder staat wat de regels zouden zeggen.'

/** Types of message in which somebody says something: an ordinary one, an answer, a thread that begins. */
const SAID: ReadonlySet<number> = new Set([0, 18, 19, 20, 21])

function whyNever(house: LookedAt, message: StoredMessage, place: Place | undefined): string | undefined {
  if (message.guildId === undefined) return DIRECT
  if (message.webhook !== undefined || house.discord.hub.users.get(message.authorId)?.bot === true)
    return OF_A_BOT
  if (message.onlyFor !== undefined || !SAID.has(message.type) || place === undefined) return NEVER['no text']
  return place.read ? undefined : NEVER[place.why]
}

/** What is looked behind: the running bot and its local Discord. */
export type LookedAt = Pick<PracticeHouse, 'bot' | 'discord'>

/**
 * Everything that the house knows about one message, as far as this person may know it. Reads, and changes nothing: the
 * bot does not know that it is looked at. On real Discord nobody sees this.
 *
 * @param message - the id of a message that this person sees
 * @param seenBy - the id of the person
 * @throws Refused for a message that is not there or that this person does not see
 */
export async function lookBehind(
  house: LookedAt,
  { message: messageId, seenBy }: { readonly message: string; readonly seenBy: string },
): Promise<WallView> {
  const { bot, discord } = house
  const desk = bot.desk.of(houseId(discord.guildId))
  const message = messageSeenBy(discord.hub, seenBy, messageId)
  const id = houseId(discord.guildId)
  const viewer = viewerOf(discord, desk.policy, seenBy)
  const place = bot.placeOf(message.channelId)
  const never = whyNever(house, message, place)
  const notRead = never ?? (desk.policy.house.reading.way === 'full' ? undefined : REPORTS)
  const byStaff = viewer.teamName(message.authorId) !== undefined
  const flag = await flagBehind(desk, id, messageId, viewer)
  const raised =
    flag === undefined
      ? undefined
      : {
          late: flag.seenLate,
          held: (await desk.db.heldMessage.count({ where: { houseId: id, flagId: flag.id } })) > 0,
        }
  const screening =
    never === undefined && place?.read === true
      ? screeningOf(message, readableOf(discord.hub, message, place.name, byStaff), raised, desk)
      : undefined
  const about = { messageId, channelId: message.channelId, flag }
  return {
    message: messageId,
    seenAs: viewer.as,
    ...(screening === undefined ? {} : { screening }),
    ...(notRead === undefined ? {} : { notRead }),
    ...(flag === undefined ? {} : { flag: await lifeOf(desk, flag, viewer) }),
    timers: await timersOf(desk, id, flag, viewer),
    stored: await storedOf(desk, id, about, viewer),
    outbox: flag === undefined ? [] : await outboxOf(desk, id, { ...about, flag }, viewer),
  }
}
