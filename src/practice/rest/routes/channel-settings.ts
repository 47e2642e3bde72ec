import { changeChannel, createChannel, deleteChannel } from '../../acts/channels.ts'
import { tellChannel } from '../../acts/tell-channel.ts'
import { deleteOverwrite, putOverwrite } from '../../acts/overwrites.ts'
import type { ChannelChange } from '../../acts/channels.ts'
import { discordError } from '../../errors.ts'
import { canSee, channelOr404, guildOr404 } from '../../state/find.ts'
import type { Hub } from '../../state/hub.ts'
import type { Overwrite, StoredChannel, StoredGuild, StoredTag } from '../../state/model.ts'
import { demandInGuild } from '../../state/rank.ts'
import { renderChannel } from '../../state/render.ts'
import { check, invalidForm } from '../check/form.ts'
import { channelChange, channelPlaces, newChannel, overwriteBody } from '../check/guild.ts'
import type { ChannelBody } from '../check/guild.ts'
import type { RestRequest, Route } from '../request.ts'
import { created, noContent, ok, param } from '../request.ts'
import { byBot } from './by.ts'
import { editThread, removeThreadRoute } from './threads.ts'

/** The channels of a guild: making, changing, moving, removing, and who may what in them. */
export const channelSettingRoutes: Route[] = [
  {
    method: 'POST',
    path: '/guilds/{guild}/channels',
    handle(request) {
      const { hub } = request
      const guild = guildOr404(hub, param(request, 'guild'))
      const body = check(newChannel, request.body)
      const wanted = { ...changeOf(hub, guild, undefined, body), name: body.name, type: body.type ?? 0 }
      return created(renderChannel(hub, createChannel(hub, guild, wanted, byBot(request))))
    },
  },
  { method: 'PATCH', path: '/guilds/{guild}/channels', handle: moveChannels },
  { method: 'PATCH', path: '/channels/{channel}', handle: edit },
  {
    method: 'DELETE',
    path: '/channels/{channel}',
    handle(request) {
      const { hub } = request
      const channel = channelOr404(hub, param(request, 'channel'))
      if (channel.thread !== undefined) return removeThreadRoute(request)
      // Closing a direct message hides it for the bot; its words stay. Source: Discord, Delete/Close Channel.
      if (channel.guildId === undefined) return ok(renderChannel(hub, channel))
      deleteChannel(hub, guildOr404(hub, channel.guildId), channel, byBot(request))
      return ok(renderChannel(hub, channel))
    },
  },
  {
    method: 'PUT',
    path: '/channels/{channel}/permissions/{overwrite}',
    handle(request) {
      const { hub } = request
      const { guild, channel } = guildChannelOf(request)
      const { type, allow, deny } = check(overwriteBody, request.body)
      const id = param(request, 'overwrite')
      const one = settled(hub, guild, { id, type, allow, deny })
      putOverwrite(hub, guild, channel, one, byBot(request))
      return noContent
    },
  },
  {
    method: 'DELETE',
    path: '/channels/{channel}/permissions/{overwrite}',
    handle(request) {
      const { guild, channel } = guildChannelOf(request)
      deleteOverwrite(request.hub, guild, channel, param(request, 'overwrite'), byBot(request))
      return noContent
    },
  },
]

function guildChannelOf(request: RestRequest): { guild: StoredGuild; channel: StoredChannel } {
  const channel = channelOr404(request.hub, param(request, 'channel'))
  if (channel.guildId === undefined) throw discordError(50003)
  if (channel.thread !== undefined) throw discordError(50024)
  return { guild: guildOr404(request.hub, channel.guildId), channel }
}

function edit(request: RestRequest) {
  const { hub } = request
  const channel = channelOr404(hub, param(request, 'channel'))
  if (channel.thread !== undefined) return editThread(request)
  const { guild } = guildChannelOf(request)
  const body = check(channelChange(channel.type === 15), request.body ?? {})
  changeChannel(hub, guild, channel, changeOf(hub, guild, channel, body), byBot(request))
  return ok(renderChannel(hub, channel))
}

/** Null means back to nothing for a topic and a parent; for the rest it changes nothing. */
function changeOf(
  hub: Hub,
  guild: StoredGuild,
  channel: StoredChannel | undefined,
  body: ChannelBody,
): ChannelChange {
  const overwrites = body.permission_overwrites?.map((one) => settled(hub, guild, one))
  return {
    name: body.name,
    topic: body.topic,
    position: body.position ?? undefined,
    parentId: body.parent_id,
    slowmodeSeconds: body.rate_limit_per_user === null ? 0 : body.rate_limit_per_user,
    nsfw: body.nsfw ?? undefined,
    overwrites,
    flags: body.flags ?? undefined,
    availableTags: tagsOf(hub, channel, body),
    defaultAutoArchiveMinutes: body.default_auto_archive_duration ?? undefined,
    defaultThreadSlowmode: body.default_thread_rate_limit_per_user ?? undefined,
  }
}

function tagsOf(hub: Hub, channel: StoredChannel | undefined, body: ChannelBody): StoredTag[] | undefined {
  const names = (body.available_tags ?? []).map((one) => one.name)
  if (new Set(names).size !== names.length) throw discordError(40061)
  return body.available_tags?.map((one) => ({
    id: channel?.availableTags?.find((tag) => tag.id === one.id)?.id ?? hub.newId(),
    name: one.name,
    moderated: one.moderated ?? false,
    emojiId: one.emoji_id ?? null,
    emojiName: one.emoji_name ?? null,
  }))
}

/** An overwrite with what is left out filled in: of a role when it has the id of one, and of a member otherwise. */
function settled(
  hub: Hub,
  guild: StoredGuild,
  one: {
    id: string
    type?: number | null | undefined
    allow?: bigint | null | undefined
    deny?: bigint | null | undefined
  },
): Overwrite {
  const type = one.type ?? (guild.roles.has(one.id) ? 0 : 1)
  if (type === 0 && !guild.roles.has(one.id)) throw discordError(10009)
  if (type === 1 && !hub.users.has(one.id)) throw discordError(10009)
  return {
    id: one.id,
    type: type === 0 ? 'role' : 'member',
    allow: one.allow ?? 0n,
    deny: one.deny ?? 0n,
  }
}

/** Source: Discord, Guild Resource, Modify Guild Channel Positions. */
function moveChannels(request: RestRequest) {
  const { hub } = request
  const guild = guildOr404(hub, param(request, 'guild'))
  const places = check(channelPlaces, request.body)
  if (places.filter((one) => one.parent_id !== undefined).length > 1) throw discordError(40009)
  demandInGuild(hub, guild, hub.app.botId, 'ManageChannels')
  const moved = places.map((one) => {
    const channel = hub.channels.get(one.id)
    if (channel?.guildId !== guild.id) {
      throw invalidForm([{ code: 'CHANNEL_NOT_IN_GUILD', message: `Channel ${one.id} is not here.` }])
    }
    if (one.parent_id !== undefined && !canSee(hub, hub.app.botId, channel)) throw discordError(50001)
    return { channel, one }
  })
  for (const { channel, one } of moved) {
    channel.position = one.position ?? channel.position
    if (one.parent_id !== undefined) channel.parentId = one.parent_id
    tellChannel(hub, 'CHANNEL_UPDATE', channel)
  }
  return noContent
}
