import { type Guild, type GuildBasedChannel, PermissionFlagsBits, PermissionsBitField } from 'discord.js'
import { isExampleHouse } from '../house/example.ts'
import { houseId } from '../house/id.ts'
import type { Policy } from '../policy/schema.ts'
import type { House } from './desk.ts'
import { BASE } from './invite.ts'
import { type Missing, NO_CHANNEL } from './missing.ts'
import { findNoticeRole } from './notice-role.ts'
import { isNamed } from './place.ts'

const SPEAK = BASE.filter((name) => name !== 'PinMessages')
/** What the bot needs where, and what for; the invite link asks for the same. */
const NEEDED = { queue: SPEAK, notice: BASE, closing: SPEAK } as const
type Use = keyof typeof NEEDED

/** A channel by its name or id, and what is not as the bot needs it there. */
interface Found {
  readonly channel: GuildBasedChannel | undefined
  /** Whether the bot can say something there. */
  readonly speaks: boolean
  readonly missing: readonly Missing[]
}

const lacking = (
  guild: Guild,
  channel: GuildBasedChannel,
  needed: readonly (keyof typeof PermissionFlagsBits)[],
): readonly string[] => {
  const mine = guild.members.me === null ? null : channel.permissionsFor(guild.members.me)
  return (mine ?? new PermissionsBitField()).missing(needed.map((name) => PermissionFlagsBits[name]))
}

function findChannel(guild: Guild, nameOrId: string, use: Use): Found {
  const channel = guild.channels.cache.find(
    (candidate) => isNamed(candidate, nameOrId) && candidate.isTextBased(),
  )
  if (channel === undefined)
    return { channel, speaks: false, missing: [{ what: 'channel', name: nameOrId, for: use }] }
  const permissions = lacking(guild, channel, NEEDED[use])
  return {
    channel,
    speaks: lacking(guild, channel, SPEAK).length === 0,
    missing:
      permissions.length === 0 ? [] : [{ what: 'permissions', name: channel.name, for: use, permissions }],
  }
}

const idsOf = (found: readonly Found[]): string[] =>
  found.flatMap(({ channel }) => (channel === undefined ? [] : [channel.id]))

interface FoundRole {
  readonly role: { readonly id: string; readonly name: string } | undefined
  readonly missing: readonly Missing[]
}

function findRole(guild: Guild, nameOrId: string | undefined, use: 'sight' | 'told'): FoundRole {
  if (nameOrId === undefined) return { role: undefined, missing: [] }
  const role = guild.roles.cache.find((candidate) => isNamed(candidate, nameOrId))
  return { role, missing: role === undefined ? [{ what: 'role', name: nameOrId, for: use }] : [] }
}

const hoursMissing = ({ house }: Policy): readonly Missing[] =>
  Object.values(house.hours.week).some((spans) => spans.length > 0) ? [] : [{ what: 'hours' }]

/** On real Discord nobody is told what the example says: who it names are nobody's, and it reads in `full`. */
const isUnset = ({ house, refusesExample }: Policy): boolean =>
  refusesExample === true && isExampleHouse(house)

/**
 * Finds the channels and roles that the policy names, and what the bot lacks there. A house opens whatever is missing:
 * its rules, its hours and `/praat` need none of it. What nobody could follow up is off until it is there (missing.ts).
 */
export function openHouse(guild: Guild, policy: Policy): House {
  const { channels, roles } = policy.house
  const queue = findChannel(guild, channels.queue, 'queue')
  const notice = channels.notice.map((name) => findChannel(guild, name, 'notice'))
  const closing = (channels.closing ?? []).map((name) => findChannel(guild, name, 'closing'))
  const youthWorker = findRole(guild, roles.youthWorker, 'sight')
  const moderator = findRole(guild, roles.moderator, 'sight')
  const volunteer = findRole(guild, roles.volunteer, 'sight')
  const backUp = findRole(guild, roles.backUp, 'told')
  const onCall = findRole(guild, roles.onCall, 'told')
  const noticeRole = findNoticeRole(guild, policy)
  const unset = isUnset(policy)
  return {
    id: houseId(guild.id),
    queueChannelId: queue.channel?.id ?? NO_CHANNEL,
    noticeChannelIds: unset ? [] : idsOf(notice),
    tells: !unset && notice.some(({ speaks }) => speaks),
    staffRoleIds: [youthWorker, moderator].flatMap(({ role }) => (role === undefined ? [] : [role.id])),
    roleIds: {
      youthWorker: youthWorker.role?.id,
      moderator: moderator.role?.id,
      volunteer: volunteer.role?.id,
    },
    toldRoleIds: { backUp: backUp.role?.id, onCall: onCall.role?.id },
    closingChannelIds: unset ? [] : idsOf(closing),
    youthWorkerRoleName: youthWorker.role?.name ?? roles.youthWorker,
    botName: guild.members.me?.displayName ?? guild.client.user.displayName,
    noticeRole: noticeRole !== undefined && 'id' in noticeRole ? noticeRole : undefined,
    missing: [
      ...[queue, ...notice, ...closing, youthWorker, moderator, volunteer, backUp, onCall].flatMap(
        ({ missing }) => missing,
      ),
      ...(noticeRole !== undefined && 'what' in noticeRole ? [noticeRole] : []),
      ...hoursMissing(policy),
      ...(unset ? [{ what: 'own-agreements' } as const] : []),
    ],
  }
}
