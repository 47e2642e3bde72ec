import { ActionRowBuilder, ButtonBuilder } from '@discordjs/builders'
import { type APIMessage, ButtonStyle, type MessageActionRowComponentBuilder } from 'discord.js'
import { renderNotice } from '../notice/render.ts'
import type { Language } from '../policy/schema.ts'
import { customId } from './custom-id.ts'
import type { Desk, House } from './desk.ts'
import type { MessageBody } from './effects/post.ts'

/** The button under the notice; it is also how the bot recognises its own notice. */
const READ_ALL = customId('info', 'notice')

/** The notice in one language, in the names of this house. */
export function noticeOf(desk: Desk, language?: Language): ReturnType<typeof renderNotice> {
  const texts = desk.texts(language)
  const { house } = desk.policy
  return renderNotice({
    policy: desk.policy,
    texts,
    language: texts.language,
    names: { bot: 'Huisbot', youthWorkerRole: house.roles.youthWorker },
  })
}

/** What is posted and pinned: the sentences that hold when the bot is down, and a button for the rest. */
export function noticeMessage(desk: Desk): MessageBody {
  const button = new ButtonBuilder()
    .setCustomId(READ_ALL)
    .setStyle(ButtonStyle.Primary)
    .setLabel(desk.texts().t('notice.button.read-all'))
  return {
    content: noticeOf(desk).pinned,
    components: [new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(button).toJSON()],
  }
}

/** Whether a message of ours is the notice. */
export function isNotice(message: APIMessage): boolean {
  return JSON.stringify(message.components ?? []).includes(`"${READ_ALL}"`)
}

/**
 * Asks for the notice to stand in a channel with today's words. The reconciler edits, posts or pins only what differs,
 * so asking once too often changes nothing that people see.
 */
export async function wantNotice(desk: Desk, house: House, channelId: string): Promise<void> {
  await desk.outbox.want(desk.db, {
    house: house.id,
    targetKey: `notice:${channelId}`,
    kind: 'notice',
    channelId,
    desired: { digest: noticeOf(desk).digest },
  })
  desk.outbox.announce()
}
