import { type Guild, type GuildBasedChannel, PermissionFlagsBits } from 'discord.js'
import type { Policy } from '../../policy/schema.ts'
import type { Texts } from '../../texts/texts.ts'
import { isTextKey } from '../../texts/texts.ts'
import { alertChannelOf } from '../automod/place.ts'
import type { Missing } from '../missing.ts'
import { openHouse } from '../open-house.ts'
import { isNamed } from '../place.ts'
import { volunteersSee } from '../queue/volunteers.ts'
import { talksPlaceOf } from '../talks/place.ts'

/** What a permission is for. */
export type Purpose = 'notice' | 'queue' | 'closing' | 'talks' | 'alerts' | 'filters' | 'make'

/** How Discord calls a permission, in the language of the house. */
function nameOf(permission: string, texts: Texts): string {
  const key = `setup.permission.${permission}`
  return isTextKey(key) ? texts.t(key) : permission
}

/** Which permissions are missing, and what they are for. */
export function lackLine(
  permissions: readonly string[],
  purpose: Purpose,
  texts: Texts,
  channel?: string,
): string {
  const values = {
    permissions: permissions.map((permission) => nameOf(permission, texts)).join(', '),
    purpose: texts.t(`setup.purpose.${purpose}`),
  }
  return channel === undefined
    ? texts.t('setup.lacks.server', values)
    : texts.t('setup.lacks', { ...values, channel })
}

const seenByAll = (guild: Guild, channel: GuildBasedChannel): boolean =>
  channel.permissionsFor(guild.roles.everyone).has(PermissionFlagsBits.ViewChannel)

const named = (guild: Guild, nameOrId: string | undefined): GuildBasedChannel | undefined =>
  nameOrId === undefined ? undefined : guild.channels.cache.find((one) => isNamed(one, nameOrId))

/** What the bot lacks in the channels that it was told of, with the eyes of the bot itself. */
const lacksIn = (missing: readonly Missing[], texts: Texts): readonly string[] =>
  missing.flatMap((each) =>
    each.what === 'permissions' ? [lackLine(each.permissions, each.for, texts, `#${each.name}`)] : [],
  )

function talksLines(guild: Guild, policy: Policy, texts: Texts): readonly string[] {
  const channel = named(guild, policy.house.channels.talks)
  if (channel === undefined) return []
  const place = talksPlaceOf(guild, policy)
  const name = `#${channel.name}`
  return [
    ...('off' in place && place.off === 'permissions' ? [lackLine(place.missing, 'talks', texts, name)] : []),
    ...(seenByAll(guild, channel) ? [] : [texts.t('setup.talks.hidden', { channel: name })]),
  ]
}

function alertLines(guild: Guild, policy: Policy, texts: Texts): readonly string[] {
  const channel = named(guild, policy.house.channels.automodAlerts)
  if (channel === undefined) return []
  const place = alertChannelOf(guild, policy)
  const name = `#${channel.name}`
  const filters =
    guild.members.me?.permissions.has(PermissionFlagsBits.ManageGuild) === true
      ? []
      : [lackLine(['ManageGuild'], 'filters', texts)]
  if (!('off' in place)) return filters
  if (place.off === 'seen-by-others') return [texts.t('setup.alerts.seen', { channel: name }), ...filters]
  return [lackLine(['ViewChannel', 'ManageMessages'], 'alerts', texts, name), ...filters]
}

/** What is wrong with the channels that were chosen: permissions with what they are for, and who sees too much. */
export function channelLines(guild: Guild, policy: Policy, texts: Texts): readonly string[] {
  const house = openHouse(guild, policy)
  const queue = guild.channels.cache.get(house.queueChannelId)
  const see = volunteersSee(guild, house)
  return [
    ...lacksIn(house.missing, texts),
    ...(queue !== undefined && seenByAll(guild, queue)
      ? [texts.t('setup.queue.open', { channel: `#${queue.name}` })]
      : []),
    ...(see === undefined ? [] : [texts.t('setup.role.volunteers-see', see)]),
    ...talksLines(guild, policy, texts),
    ...alertLines(guild, policy, texts),
  ]
}

/** Roles that should hear something and that nobody can mention. */
export function alarmLines(guild: Guild, { house }: Policy, texts: Texts): readonly string[] {
  const { me } = guild.members
  if (me?.permissions.has(PermissionFlagsBits.MentionEveryone) === true) return []
  return [house.roles.backUp, house.roles.onCall].flatMap((name) => {
    const role = name === undefined ? undefined : guild.roles.cache.find((one) => isNamed(one, name))
    return role === undefined || role.mentionable
      ? []
      : [texts.t('setup.role.not-mentionable', { role: role.name })]
  })
}
