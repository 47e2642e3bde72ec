import { type APIMessage, MessageType, type REST, Routes } from 'discord.js'
import type { HouseId } from '../../house/id.ts'
import { snowflakeAt } from '../../storage/snowflake.ts'
import type { Desk } from '../desk.ts'

/** Alerts younger than this may still be on their way to becoming a flag. */
const MINUTE = 60_000

/** Takes an alert of Discord away: it shows a name and words in clear. Called once its flag is stored, never before. */
export async function takeAlertAway(
  desk: Pick<Desk, 'outbox' | 'db'>,
  house: HouseId,
  { channelId, messageId }: { readonly channelId: string; readonly messageId: string },
): Promise<void> {
  await desk.outbox.want(desk.db, {
    house,
    targetKey: `removal:${channelId}:${messageId}`,
    kind: 'removal',
    channelId,
    desired: { messageId },
  })
}

/** The alerts that still stand from before: those of a kill between a flag and the wish, or from while the bot was away. */
export async function oldAlerts(desk: Pick<Desk, 'now'>, rest: REST, channelId: string): Promise<string[]> {
  const before = snowflakeAt(new Date(desk.now().getTime() - MINUTE))
  const query = new URLSearchParams({ before, limit: '100' })
  const messages = (await rest.get(Routes.channelMessages(channelId), { query })) as APIMessage[]
  return messages.filter(({ type }) => type === MessageType.AutoModerationAction).map(({ id }) => id)
}
