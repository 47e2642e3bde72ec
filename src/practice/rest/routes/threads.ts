import { z } from 'zod'
import { openThread, publishThread, removeThread } from '../../acts/open-thread.ts'
import { changeThreadMember } from '../../acts/thread-members.ts'
import { discordError } from '../../errors.ts'
import { has } from '../../permissions.ts'
import { canSee, channelOr404, demand, guildOr404, messageOr404, permissionsIn } from '../../state/find.ts'
import type { Hub } from '../../state/hub.ts'
import type { StoredChannel } from '../../state/model.ts'
import { renderChannel, renderThreadMember } from '../../state/render.ts'
import { check, integer, text } from '../check/form.ts'
import type { RestRequest, Route } from '../request.ts'
import { created, noContent, ok, param } from '../request.ts'

const archiveAfter = z.union([z.literal(60), z.literal(1440), z.literal(4320), z.literal(10080)])
const slowmode = integer.pipe(z.number().min(0).max(21_600))
const fields = {
  name: text(1, 100),
  auto_archive_duration: archiveAfter.nullish(),
  rate_limit_per_user: slowmode.nullish(),
}
const fromMessage = z.object(fields)
const withoutMessage = z.object({
  ...fields,
  type: z.union([z.literal(11), z.literal(12)]).nullish(),
  invitable: z.boolean().nullish(),
})
const change = z.object({
  name: text(1, 100).nullish(),
  archived: z.boolean().nullish(),
  locked: z.boolean().nullish(),
  invitable: z.boolean().nullish(),
  auto_archive_duration: archiveAfter.nullish(),
  rate_limit_per_user: slowmode.nullish(),
})

const channelOf = (request: RestRequest) => channelOr404(request.hub, param(request, 'channel'))

/** The thread of the request that the bot can see; 50024 for a channel that is none. */
function threadOf(request: RestRequest): StoredChannel & { thread: NonNullable<StoredChannel['thread']> } {
  const channel = channelOf(request)
  if (channel.thread === undefined) throw discordError(50024)
  if (!canSee(request.hub, request.hub.app.botId, channel)) throw discordError(50001)
  return channel as StoredChannel & { thread: NonNullable<StoredChannel['thread']> }
}

const keeps = (hub: Hub, channel: StoredChannel): boolean =>
  has(permissionsIn(hub, hub.app.botId, channel), 'ManageThreads')

/** Threads, private ones too. Source: Discord, Channel; Discord, Threads. */
export const threadRoutes: Route[] = [
  { method: 'POST', path: '/channels/{channel}/threads', handle: start },
  { method: 'POST', path: '/channels/{channel}/messages/{message}/threads', handle: startFromMessage },
  { method: 'PATCH', path: '/channels/{channel}', handle: edit },
  {
    method: 'DELETE',
    path: '/channels/{channel}',
    handle(request) {
      const thread = threadOf(request)
      if (!keeps(request.hub, thread)) throw discordError(50013)
      const last = renderChannel(request.hub, thread)
      removeThread(request.hub, thread)
      return ok(last)
    },
  },
  {
    method: 'GET',
    path: '/channels/{channel}/thread-members',
    handle(request) {
      if (!request.hub.app.privilegedIntents.has('GuildMembers')) throw discordError(50001)
      const thread = threadOf(request)
      return ok([...thread.thread.memberIds.keys()].map((id) => renderThreadMember(thread, id)))
    },
  },
  {
    method: 'GET',
    path: '/channels/{channel}/thread-members/{user}',
    handle(request) {
      const thread = threadOf(request)
      const id = meOr(request)
      if (!thread.thread.memberIds.has(id)) throw discordError(10007)
      return ok(renderThreadMember(thread, id))
    },
  },
  { method: 'PUT', path: '/channels/{channel}/thread-members/{user}', handle: addMember },
  { method: 'DELETE', path: '/channels/{channel}/thread-members/{user}', handle: removeMember },
  {
    method: 'GET',
    path: '/guilds/{guild}/threads/active',
    handle(request) {
      const { hub } = request
      const guild = guildOr404(hub, param(request, 'guild'))
      const threads = [...hub.channels.values()].filter(
        (one) =>
          one.guildId === guild.id && one.thread?.archived === false && canSee(hub, hub.app.botId, one),
      )
      const own = threads.filter((one) => one.thread?.memberIds.has(hub.app.botId))
      return ok({
        threads: threads.map((one) => renderChannel(hub, one)),
        members: own.map((one) => renderThreadMember(one, hub.app.botId)),
        has_more: false,
      })
    },
  },
]

const meOr = (request: RestRequest): string => {
  const user = param(request, 'user')
  return user === '@me' ? request.hub.app.botId : user
}

function start(request: RestRequest) {
  const { hub } = request
  const parent = channelOf(request)
  if (parent.type !== 0) throw discordError(50024)
  const wanted = check(withoutMessage, request.body)
  // PRIVATE_THREAD is the default, for the sake of old bots.
  const isPrivate = (wanted.type ?? 12) === 12
  demand(hub, hub.app.botId, parent, isPrivate ? 'CreatePrivateThreads' : 'CreatePublicThreads')
  const thread = openThread(hub, {
    parent,
    name: wanted.name,
    ownerId: hub.app.botId,
    isPrivate,
    invitable: wanted.invitable ?? true,
    autoArchiveMinutes: wanted.auto_archive_duration ?? 4320,
    slowmodeSeconds: wanted.rate_limit_per_user ?? 0,
  })
  return created(renderChannel(hub, thread))
}

function startFromMessage(request: RestRequest) {
  const { hub } = request
  const parent = channelOf(request)
  if (parent.type !== 0) throw discordError(50024)
  demand(hub, hub.app.botId, parent, 'CreatePublicThreads', 'ReadMessageHistory')
  const from = messageOr404(parent, param(request, 'message'))
  if (hub.channels.has(from.id)) throw discordError(160004)
  const wanted = check(fromMessage, request.body)
  const thread = openThread(hub, {
    parent,
    name: wanted.name,
    ownerId: hub.app.botId,
    isPrivate: false,
    invitable: true,
    autoArchiveMinutes: wanted.auto_archive_duration ?? 4320,
    slowmodeSeconds: wanted.rate_limit_per_user ?? 0,
    from,
  })
  return created(renderChannel(hub, thread))
}

function edit(request: RestRequest) {
  const { hub } = request
  const channel = threadOf(request)
  const wanted = check(change, request.body)
  const keeper = keeps(hub, channel)
  const own = channel.thread.ownerId === hub.app.botId
  const onlyKeeper = wanted.locked != null || wanted.rate_limit_per_user != null
  if (!keeper && (onlyKeeper || !own)) throw discordError(50013)
  if (channel.thread.locked && wanted.archived === false && !keeper) throw discordError(160005)
  if (wanted.archived != null && wanted.archived !== channel.thread.archived)
    channel.thread.archivedAt = hub.now()
  channel.name = wanted.name ?? channel.name
  channel.slowmodeSeconds = wanted.rate_limit_per_user ?? channel.slowmodeSeconds
  channel.thread.archived = wanted.archived ?? channel.thread.archived
  channel.thread.locked = wanted.locked ?? channel.thread.locked
  channel.thread.invitable = wanted.invitable ?? channel.thread.invitable
  channel.thread.autoArchiveMinutes = wanted.auto_archive_duration ?? channel.thread.autoArchiveMinutes
  publishThread(hub, 'THREAD_UPDATE', channel)
  hub.changed()
  return ok(renderChannel(hub, channel))
}

function addMember(request: RestRequest) {
  const { hub } = request
  const thread = threadOf(request)
  if (thread.thread.archived) throw discordError(50083)
  const id = meOr(request)
  if (id !== hub.app.botId) demand(hub, hub.app.botId, thread, 'SendMessages')
  const guild = guildOr404(hub, thread.guildId ?? '')
  if (!guild.members.has(id)) throw discordError(10007)
  const parent = channelOr404(hub, thread.parentId ?? '')
  // Whoever cannot see the channel cannot see its threads, so cannot be put into one.
  if (!canSee(hub, id, parent)) throw discordError(50001)
  changeThreadMember(hub, thread, id, true)
  return noContent
}

function removeMember(request: RestRequest) {
  const { hub } = request
  const thread = threadOf(request)
  if (thread.thread.archived) throw discordError(50083)
  const id = meOr(request)
  const ownPrivate = thread.type === 12 && thread.thread.ownerId === hub.app.botId
  if (id !== hub.app.botId && !keeps(hub, thread) && !ownPrivate) throw discordError(50013)
  changeThreadMember(hub, thread, id, false)
  return noContent
}
