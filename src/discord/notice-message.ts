import { ButtonBuilder } from '@discordjs/builders'
import { type APIMessage, ButtonStyle } from 'discord.js'
import { z } from 'zod'
import { type Notice, renderNotice } from '../notice/render.ts'
import type { Wording } from '../texts/wording.ts'
import { buttonRows } from './button-rows.ts'
import { customId } from './custom-id.ts'
import type { Desk, House } from './desk.ts'
import type { MessageBody } from './effects/post.ts'
import { languageButtons } from './languages.ts'

/** The button under the notice; it is also how the bot recognises its own notice. */
const READ_ALL = customId('info', 'notice')

/** How the bot and the role of the youth workers are called in a house, and where its queue is. */
const namesSchema = z.object({
  bot: z.string(),
  youthWorkerRole: z.string(),
  queueChannelId: z.string(),
  ends: z.object({ day: z.string(), over: z.boolean() }).optional(),
})

/** The wish for a notice: to stand with today's words, or (a channel that the policy no longer names) to be gone. */
export const noticeWishSchema = z.union([
  z.object({ away: z.literal(true) }),
  namesSchema.extend({ digest: z.string() }),
])
type Names = Pick<z.output<typeof namesSchema>, 'bot' | 'youthWorkerRole' | 'ends'>

/** How the notice names a house, and whether that ends. */
export function namesOf(house: House, desk: Pick<Desk, 'duty' | 'now'>): Names {
  const names = { bot: house.botName, youthWorkerRole: house.youthWorkerRoleName }
  const day = desk.duty.hours.lastDay(house.id)
  return day === undefined
    ? names
    : { ...names, ends: { day, over: desk.duty.hours.hasEnded(house.id, desk.now()) } }
}

/** The notice in one language, in the names of a house. */
export function noticeOf(desk: Desk, names: Names, language?: Wording): Notice {
  const texts = desk.texts(language)
  return renderNotice({ policy: desk.policy, texts, language: texts.language, names, ends: names.ends })
}

/** "Ik heb dit gelezen"; carries the version that stands above it, because another may be posted meanwhile. */
export const readButton = (desk: Desk, language?: Wording): ButtonBuilder =>
  new ButtonBuilder()
    .setCustomId(customId('info', 'read', String(desk.policy.notice.version), desk.texts(language).wording))
    .setStyle(ButtonStyle.Success)
    .setLabel(desk.texts(language).t('notice.button.read'))

/** What is posted and pinned: the sentences that hold when the bot is down, and buttons for the rest. */
export function noticeMessage(desk: Desk, names: Names): MessageBody {
  const buttons = [
    new ButtonBuilder()
      .setCustomId(READ_ALL)
      .setStyle(ButtonStyle.Primary)
      .setLabel(desk.texts().t('notice.button.read-all')),
    readButton(desk),
    // Who reads in a channel reads what everybody reads: these open an answer of their own.
    ...languageButtons(
      desk.texts().language,
      desk,
      (wording) => customId('info', 'notice', wording),
      'also simple',
    ),
  ]
  return {
    content: noticeOf(desk, names).pinned,
    components: buttonRows(buttons),
  }
}

/** Whether a message of ours is the notice. */
export function isNotice(message: APIMessage): boolean {
  return JSON.stringify(message.components ?? []).includes(`"${READ_ALL}"`)
}

const rowSchema = z.object({
  components: z.array(z.object({ custom_id: z.string(), label: z.string(), style: z.number() })),
})

/** The buttons of a message, without what Discord adds to what it was sent. */
const buttonsIn = (components: unknown): string | undefined => {
  const rows = z.array(rowSchema).safeParse(components)
  if (!rows.success) return undefined
  return rows.data
    .flatMap((row) => row.components)
    .map(({ custom_id, label, style }) => `${custom_id} ${style} ${label}`)
    .join('\n')
}

/** Whether a notice that stands says what it must, so that it needs no edit that everybody would see as one. */
export function saysTheSame(message: APIMessage, body: MessageBody): boolean {
  const buttons = buttonsIn(message.components)
  return message.content === body.content && buttons !== undefined && buttons === buttonsIn(body.components)
}

/**
 * Asks for the notice to stand in a channel with today's words. The reconciler edits, posts or pins only what differs,
 * so asking once too often changes nothing that people see.
 */
export async function wantNotice(desk: Desk, house: House, channelId: string): Promise<void> {
  const names = namesOf(house, desk)
  await desk.outbox.want(desk.db, {
    house: house.id,
    targetKey: `notice:${channelId}`,
    kind: 'notice',
    channelId,
    desired: {
      bot: names.bot,
      youthWorkerRole: names.youthWorkerRole,
      ...(names.ends === undefined ? {} : { ends: names.ends }),
      queueChannelId: house.queueChannelId,
      digest: noticeOf(desk, names).digest,
    },
  })
}

/** Asks for the notices of a house: to stand where the policy says, and to be gone where it no longer does. */
export async function wantNotices(desk: Desk, house: House): Promise<void> {
  for (const channelId of house.noticeChannelIds) await wantNotice(desk, house, channelId)
  // The old one stays until a new one can stand: a house is never without.
  if (!house.tells) return
  const elsewhere = await desk.db.outboxTarget.findMany({
    where: { houseId: house.id, kind: 'notice', channelId: { notIn: [...house.noticeChannelIds] } },
    select: { targetKey: true, channelId: true, desired: true },
  })
  for (const { targetKey, channelId, desired } of elsewhere) {
    if (desired === JSON.stringify({ away: true })) continue
    await desk.outbox.want(desk.db, {
      house: house.id,
      targetKey,
      kind: 'notice',
      channelId,
      desired: { away: true },
    })
  }
}
