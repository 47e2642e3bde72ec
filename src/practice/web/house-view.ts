import { has } from '../permissions.ts'
import type { Policy } from '../../policy/schema.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredGuild, StoredMember } from '../state/model.ts'
import { permissionsOf } from '../state/rank.ts'
import { channelsSeen, channelView } from './channel-view.ts'
import { commandsFor } from './command-view.ts'
import type { Eyes } from './eyes.ts'
import { peopleOf } from './people-view.ts'
import type { HouseView, MemberView } from './protocol.ts'

/** Where a view of the house is made from. */
export interface Scene {
  readonly hub: Hub
  readonly guild: StoredGuild
  readonly policy: Policy
  /** What the bot shows under its name. */
  readonly botStatus: () => string | undefined
}

/** The house as one person sees it now: only what Discord would give to their app. */
export function houseFor(scene: Scene, eyes: Eyes): HouseView {
  const { hub, guild } = scene
  const user = hub.users.get(eyes.userId)
  const visible = channelsSeen(hub, guild, eyes)
  // Somebody who was sent away sees nothing of the house any more, but for their talk with the bot.
  const inside = guild.members.has(eyes.userId)
  const status = scene.botStatus()
  return {
    name: guild.name,
    me: eyes.userId,
    people: peopleOf(hub, guild, scene.policy),
    roles: inside
      ? [...guild.roles.values()].map(({ id, name, color, position }) => ({ id, name, color, position }))
      : [],
    members: inside ? [...guild.members.values()].map((one) => memberView(hub, guild, eyes, one)) : [],
    channels: visible.map((one) => channelView(hub, eyes.userId, one)),
    commands: commandsFor(hub, eyes.userId, visible, user?.locale ?? 'nl'),
    bot: { id: hub.app.botId, name: hub.app.name, ...(status === undefined ? {} : { status }) },
  }
}

function memberView(hub: Hub, guild: StoredGuild, eyes: Eyes, member: StoredMember): MemberView {
  const user = hub.users.get(member.userId)
  const name = user?.username ?? ''
  const until = member.timeoutUntil
  // A time-out is shown to who is in it, and to who may give one.
  const told = member.userId === eyes.userId || has(permissionsOf(hub, guild, eyes.userId), 'ModerateMembers')
  return {
    id: member.userId,
    name,
    displayName: member.nick ?? user?.globalName ?? name,
    bot: user?.bot === true,
    roles: member.roles,
    ...(until === undefined || until <= hub.now() || !told
      ? {}
      : { timedOutUntil: new Date(until).toISOString() }),
  }
}

/** What two views differ in that matters: each new message moves `lastMessageId`, and windows hear of those anyway. */
export const sameHouse = (house: HouseView): string =>
  JSON.stringify(house, (key, value: unknown) => (key === 'lastMessageId' ? undefined : value))
