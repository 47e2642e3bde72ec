import { hearing } from '../gateway/intents.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredChannel } from '../state/model.ts'
import { renderMember } from '../state/render.ts'

/** Shows that somebody is writing. Source: Discord, Gateway Events, Typing Start. */
export function startTyping(hub: Hub, channel: StoredChannel, userId: string): void {
  const member = hub.guilds.get(channel.guildId ?? '')?.members.get(userId)
  hub.publish({
    t: 'TYPING_START',
    intents: hearing.typing(channel.guildId),
    guildId: channel.guildId,
    channelId: channel.id,
    hidesContent: false,
    data: () => ({
      channel_id: channel.id,
      user_id: userId,
      timestamp: Math.floor(hub.now() / 1000),
      ...(channel.guildId === undefined ? {} : { guild_id: channel.guildId }),
      ...(member === undefined ? {} : { member: renderMember(hub, member) }),
    }),
  })
}
