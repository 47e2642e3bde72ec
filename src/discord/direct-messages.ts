import {
  ChannelType,
  type Message,
  type PartialMessage,
  PermissionFlagsBits,
  type APIMessage,
  type RESTPostAPIChannelMessageJSONBody,
  type REST,
  Routes,
} from 'discord.js'
import { describeMoment } from '../duty/describe.ts'
import { isOpen, nextOpening } from '../duty/opening.ts'
import { nonceOf } from '../outbox/nonce.ts'
import type { CountName } from '../statistics/counts.ts'
import type { Texts } from '../texts/texts.ts'
import { customId } from './custom-id.ts'
import type { Desk, Desks, House } from './desk.ts'
import type { Line } from './lines.ts'
import type { createPlaces } from './place.ts'
import { startRows } from './praat/answer.ts'
import { contactIsAsked } from './reports/contact-in-direct.ts'
import { linesNow } from './talks/say.ts'

/** Somebody who writes five messages in a row reads the same answer once. */
const ANSWER_AGAIN_MS = 10 * 60_000
/** How far back our own answer is looked for. */
const LOOK_BACK = 20
const HOUR_MS = 60 * 60_000

export interface DirectMessagesDeps {
  readonly desk: Desks
  /** The only house that there is: then it is the one that answers. */
  readonly only: () => House | undefined
  /** The houses that are open: one of them may name whoever writes as its integrity contact. */
  readonly houses: () => Iterable<House>
  /** Repeats nothing by itself. */
  readonly rest: REST
  readonly count: (name: CountName) => Promise<void>
}

/** When the team is there: the bot cannot bring anybody from here to a house, so it says where they are. */
function hoursLine(desk: Desk, texts: Texts): string {
  const { hours } = desk.policy.house
  const now = desk.now()
  if (isOpen(hours, now)) return ''
  const next = nextOpening(hours, now)
  if (next === undefined) return ` ${texts.t('hours.closed-no-next')}`
  return ` ${texts.t('hours.closed-now', { next: describeMoment(next, texts.language, now, texts) })}`
}

/** What a direct message is answered with, whatever stands in it: it is not read. */
export function directAnswer(desk: Desk): Pick<RESTPostAPIChannelMessageJSONBody, 'content' | 'components'> {
  const texts = desk.texts()
  const { name } = desk.policy.house
  return {
    content: [
      `**${texts.t('direct.answer')}**`,
      texts.t('direct.lines'),
      ...linesNow(desk, texts),
      `${texts.t('praat.with-us-house', { house: name })}${hoursLine(desk, texts)}`,
      texts.t('direct.choose'),
      texts.t('direct.visible'),
    ].join('\n'),
    components: startRows({ language: texts.language }, { in: 'direct' }, desk),
  }
}

/** Whether a message of ours is an answer in a direct message: by the button that wipes it. */
const isAnswer = ({ components }: APIMessage): boolean =>
  JSON.stringify(components ?? []).includes(`"${customId('praat', 'wipe')}`)

/**
 * Answers direct messages. This is the one thing that the bot does on Discord by itself without the outbox: a row there
 * would write down who asked for help. Nothing of it is kept; killed in between, the bot answers the next message. It
 * never writes first: an answer is all that it sends.
 */
export function createDirectMessages({ desk, only, houses, rest, count }: DirectMessagesDeps): {
  answer(message: Message | PartialMessage): Promise<void>
} {
  /** Channels in which an answer is under way; nothing is remembered once it is sent. */
  const underWay = new Set<string>()

  const answeredJustNow = async (channelId: string, botId: string): Promise<boolean> => {
    const query = new URLSearchParams({ limit: String(LOOK_BACK) })
    const messages = (await rest.get(Routes.channelMessages(channelId), { query })) as APIMessage[]
    const since = desk.now().getTime() - ANSWER_AGAIN_MS
    return messages.some(
      (one) => one.author.id === botId && isAnswer(one) && Date.parse(one.timestamp) > since,
    )
  }
  const send = async (message: Message | PartialMessage): Promise<void> => {
    if (await answeredJustNow(message.channelId, message.client.user.id)) return
    const answer = directAnswer(desk.of(only()?.id))
    const asked = await contactIsAsked(desk, houses(), message.author?.id ?? '')
    await rest.post(Routes.channelMessages(message.channelId), {
      body: {
        content: [answer.content, ...asked.lines].join('\n'),
        components: [...(answer.components ?? []), ...asked.rows],
        allowed_mentions: { parse: [] },
        nonce: nonceOf(`direct/${message.id}`, 1),
        enforce_nonce: true,
      } satisfies RESTPostAPIChannelMessageJSONBody,
    })
    await count('direct')
  }

  return {
    async answer(message) {
      if (message.author?.bot !== false || underWay.has(message.channelId)) return
      underWay.add(message.channelId)
      try {
        await send(message)
      } catch (error) {
        // The error names the request, and the request the person: only its kind is written down.
        const { code, status } = error as { code?: unknown; status?: unknown }
        desk.log.warn({ code, status }, 'a direct message could not be answered')
      } finally {
        underWay.delete(message.channelId)
      }
    },
  }
}

/** Whether a message is a direct message with the bot. */
export const isDirect = (message: Message | PartialMessage): boolean =>
  message.guildId === null && message.channel.type === ChannelType.DM

/** Whether somebody addressed the bot in a channel of all members, where it may answer. */
export function isMention(message: Message, places: ReturnType<typeof createPlaces>): boolean {
  if (!message.inGuild() || message.author.bot || message.webhookId !== null) return false
  if (!message.mentions.users.has(message.client.user.id)) return false
  const { channel } = message
  // Private talks, staff channels and hidden channels are never answered in.
  if (!places.of(channel).read || channel.guild.members.me === null) return false
  const speak = channel.isThread()
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages
  return channel.permissionsFor(channel.guild.members.me).has([PermissionFlagsBits.ViewChannel, speak])
}

/**
 * Somebody addressed the bot in a channel: the general line for that, the same words whatever was said, no reply and no
 * name, at most once an hour in a channel (design decision 4). It is no reaction to what a message says, so it is said
 * when the house is closed too: help asked where nobody reads must not stay without an address (seed:966).
 */
export async function answerMention(desk: Desk, house: House, channelId: string): Promise<void> {
  const prefix = `line:channel.mention:${channelId}:`
  const now = desk.now()
  const recent = await desk.db.outboxTarget.findFirst({
    where: {
      houseId: house.id,
      targetKey: { startsWith: prefix },
      createdAt: { gt: new Date(now.getTime() - HOUR_MS) },
    },
    select: { id: true },
  })
  if (recent !== null) return
  const version = await desk.outbox.want(desk.db, {
    house: house.id,
    // Two at once ask for the same target, which is said and counted once.
    targetKey: `${prefix}${Math.floor(now.getTime() / HOUR_MS)}`,
    kind: 'line',
    channelId,
    desired: { says: 'channel.mention' } satisfies Line,
  })
  if (version === 1) await desk.counts.add(house.id, 'mention', now)
}
