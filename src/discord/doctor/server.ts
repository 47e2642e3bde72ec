import { type APIUser, Client, ClientUser, type Guild, PermissionFlagsBits } from 'discord.js'
import { type Finding, finding } from '../../doctor/finding.ts'
import type { Policy } from '../../policy/schema.ts'
import type { Texts } from '../../texts/texts.ts'
import { describeMissing } from '../missing.ts'
import { openToAll } from '../notice-role.ts'
import { openHouse } from '../open-house.ts'
import { isNamed, placeOf } from '../place.ts'
import { volunteersSee } from '../queue/volunteers.ts'
import { talksPlaceOf } from '../talks/place.ts'

const READ = ['ViewChannel', 'ReadMessageHistory'] as const
const REACH = 12

const named = (names: readonly string[]): string =>
  [...names.slice(0, REACH).map((name) => `#${name}`), ...(names.length > REACH ? ['…'] : [])].join(', ')

/** A server as the bot would find it, without connecting: only what Discord answers to questions. */
export async function fetchServer(api: string, token: string, me: APIUser, id: string): Promise<Guild> {
  const client = new Client({ intents: [], rest: { api } })
  client.rest.setToken(token)
  // What discord.js sets when it connects; whose permissions are asked for is known without that.
  client.user = Reflect.construct(ClientUser, [client, me]) as ClientUser
  const guild = await client.guilds.fetch(id)
  await guild.channels.fetch()
  await guild.members.fetchMe()
  return guild
}

/** Channels whose messages the rules should read, and the bot cannot. */
function unreadable(guild: Guild, policy: Policy, permission: (typeof READ)[number]): readonly string[] {
  const { me } = guild.members
  return [...guild.channels.cache.values()].flatMap((channel) => {
    if (channel.isThread() || !placeOf(channel, policy).read) return []
    const may = me !== null && channel.permissionsFor(me).has(PermissionFlagsBits[permission])
    return may ? [] : [channel.name]
  })
}

/** Channels that the agreements know and the server does not. */
const absent = (guild: Guild, policy: Policy): readonly string[] =>
  Object.keys(policy.channels.channels).filter(
    (name) => !guild.channels.cache.some((one) => isNamed(one, name)),
  )

function lookAtReading(guild: Guild, policy: Policy): readonly Finding[] {
  const server = guild.name
  const gone = absent(guild, policy)
  const found: Finding[] = []
  if (gone.length > 0)
    found.push(finding('set-up', 'note', 'doctor.channels.absent', { server, channels: named(gone) }))
  if (policy.house.reading.way !== 'full') return found
  const hidden = unreadable(guild, policy, 'ViewChannel')
  const noHistory = unreadable(guild, policy, 'ReadMessageHistory').filter((name) => !hidden.includes(name))
  if (hidden.length > 0)
    found.push(finding('permissions', 'fault', 'doctor.channels.hidden', { server, channels: named(hidden) }))
  if (noHistory.length > 0)
    found.push(
      finding('permissions', 'note', 'doctor.channels.no-history', { server, channels: named(noHistory) }),
    )
  return found
}

function lookAtPowers(guild: Guild, policy: Policy): readonly Finding[] {
  const server = guild.name
  const mine = guild.members.me?.permissions
  const has = (name: keyof typeof PermissionFlagsBits): boolean =>
    mine?.has(PermissionFlagsBits[name], false) === true
  const found: Finding[] = []
  if (has('Administrator'))
    found.push(finding('permissions', 'note', 'doctor.permissions.administrator', { server }))
  const wanted = [
    ['ManageMessages', policy.rules.some(({ may }) => (may as readonly string[]).includes('hold'))],
    ['ManageGuild', policy.house.channels.automodAlerts !== undefined],
  ] as const
  for (const [permission, uses] of wanted)
    if (uses && !has(permission) && !has('Administrator'))
      found.push(finding('permissions', 'note', 'doctor.permissions.power', { server, permission }))
  return found
}

/** What the agreements ask of one server, and what is there: with the eyes of the bot itself (open-house.ts). */
export function lookAtServer(guild: Guild, policy: Policy, texts: Texts): readonly Finding[] {
  const server = guild.name
  const house = openHouse(guild, policy)
  const missing = describeMissing(house, texts).map((line) =>
    finding('set-up', 'fault', 'doctor.set-up.missing', { server, line }),
  )
  const talks = talksPlaceOf(guild, policy)
  const see = volunteersSee(guild, house)
  const open = house.noticeRole === undefined ? [] : openToAll(guild, policy)
  const found: Finding[] = [
    ...missing,
    ...('off' in talks && talks.off === 'no-channel'
      ? [finding('set-up', 'note', 'doctor.talks.no-channel', { server })]
      : []),
    ...('off' in talks && talks.off === 'permissions'
      ? [
          finding('permissions', 'note', 'doctor.talks.permissions', {
            server,
            missing: talks.missing.join(', '),
          }),
        ]
      : []),
    ...(see === undefined ? [] : [finding('permissions', 'fault', 'doctor.volunteers', { server, ...see })]),
    ...(open.length === 0
      ? []
      : [finding('set-up', 'note', 'doctor.notice-open', { server, channels: named(open) })]),
    ...lookAtReading(guild, policy),
    ...lookAtPowers(guild, policy),
  ]
  return found.length === 0 ? [finding('set-up', 'ok', 'doctor.set-up.ok', { server })] : found
}
