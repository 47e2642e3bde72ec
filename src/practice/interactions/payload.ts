import { renderMessage } from '../state/render-message.ts'
import { permissionsIn } from '../state/find.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredChannel, StoredMessage } from '../state/model.ts'
import {
  renderChannel,
  renderMember,
  renderPartialMember,
  renderRole,
  renderUser,
  userOf,
} from '../state/render.ts'
import type { StoredInteraction } from './model.ts'

/** What a person handed over: ids by kind, of what the payload must show in full. */
export interface Handed {
  readonly users?: readonly string[]
  readonly roles?: readonly string[]
  readonly channels?: readonly string[]
  readonly messages?: readonly StoredMessage[]
}

/** INTERACTION_CREATE. Source: Discord, Receiving and Responding, Interaction Structure. */
export function renderInteraction(
  hub: Hub,
  interaction: StoredInteraction,
  parts: { data: object; locale: string; message?: StoredMessage | undefined },
): object {
  const channel = hub.channels.get(interaction.channelId)
  if (channel === undefined) throw new Error('An interaction without its channel.')
  const guild = interaction.guildId === undefined ? undefined : hub.guilds.get(interaction.guildId)
  const member = guild?.members.get(interaction.userId)
  const own = permissionsIn(hub, interaction.userId, channel).toString()
  const who =
    member === undefined
      ? { user: renderUser(userOf(hub, interaction.userId)) }
      : { member: { ...renderMember(hub, member), permissions: own } }
  return {
    id: interaction.id,
    application_id: hub.app.id,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data: parts.data,
    channel_id: channel.id,
    channel: { ...renderChannel(hub, channel), permissions: own },
    ...who,
    ...(guild === undefined
      ? {}
      : {
          guild_id: guild.id,
          guild: { id: guild.id, locale: guild.locale, features: [] },
          guild_locale: guild.locale,
        }),
    ...(parts.message === undefined ? {} : { message: renderMessage(hub, parts.message, true) }),
    app_permissions: permissionsIn(hub, hub.app.botId, channel).toString(),
    locale: parts.locale,
    entitlements: [],
    authorizing_integration_owners: { 0: guild?.id ?? '0' },
    context: guild === undefined ? 1 : 0,
    attachment_size_limit: 10 * 1024 * 1024,
  }
}

/** The `resolved` part: what the ids in the data stand for. The target of a menu is shown with its text. */
export function renderResolved(hub: Hub, channel: StoredChannel, handed: Handed): object | undefined {
  const guild = channel.guildId === undefined ? undefined : hub.guilds.get(channel.guildId)
  const resolved = {
    users: table(handed.users, (id) => (hub.users.has(id) ? renderUser(userOf(hub, id)) : undefined)),
    members: table(handed.users, (id) => {
      const member = guild?.members.get(id)
      if (member === undefined) return undefined
      return { ...renderPartialMember(member), permissions: permissionsIn(hub, id, channel).toString() }
    }),
    roles: table(handed.roles, (id) => {
      const role = guild?.roles.get(id)
      return role === undefined ? undefined : renderRole(role)
    }),
    channels: table(handed.channels, (id) => {
      const one = hub.channels.get(id)
      return one === undefined ? undefined : { ...renderChannel(hub, one), permissions: '0' }
    }),
    messages: table(
      handed.messages?.map((one) => one.id),
      (id) => {
        const one = handed.messages?.find((message) => message.id === id)
        return one === undefined ? undefined : renderMessage(hub, one, true)
      },
    ),
  }
  const kept = Object.entries(resolved).filter(([, value]) => value !== undefined)
  return kept.length === 0 ? undefined : Object.fromEntries(kept)
}

/** What is made of each id, by id; nothing when there is none. */
function table(
  ids: readonly string[] | undefined,
  make: (id: string) => object | undefined,
): object | undefined {
  const entries = (ids ?? []).flatMap((id) => {
    const made = make(id)
    return made === undefined ? [] : [[id, made] as const]
  })
  return entries.length === 0 ? undefined : Object.fromEntries(entries)
}
