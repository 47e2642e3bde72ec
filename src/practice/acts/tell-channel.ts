import { hearing } from '../gateway/intents.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredChannel } from '../state/model.ts'
import { renderChannel } from '../state/render.ts'

/** Tells of a channel. Bots are told of every channel of a guild, also of one that they cannot read. */
export function tellChannel(hub: Hub, t: string, channel: StoredChannel): void {
  hub.publish({
    t,
    intents: hearing.guilds,
    guildId: channel.guildId,
    hidesContent: false,
    data: () => renderChannel(hub, channel),
  })
  hub.changed()
}
