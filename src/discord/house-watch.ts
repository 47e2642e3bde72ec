import { isDeepStrictEqual } from 'node:util'
import { type Client, type Guild, PermissionFlagsBits } from 'discord.js'
import type { Desk, Desks, House } from './desk.ts'
import type { Written } from '../storage/still.ts'
import type { HouseBook, OpenHouse } from './house-book.ts'
import { canFollowUp, describeMissing } from './missing.ts'
import { wantNotices } from './notice-message.ts'
import { openHouse } from './open-house.ts'
import { isNamed } from './place.ts'
import { moveCards } from './queue/move-cards.ts'
import { volunteersSee } from './queue/volunteers.ts'
import { type TalksPlace, talksPlaceOf } from './talks/place.ts'
import { keyOf, staffTold, tellStaff } from './tell-staff.ts'

const NEEDED = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages]

/** Looks whether what the agreements name still stands on the server, and takes over what changed. */
export interface HouseWatch {
  look(guild: Guild): Promise<void>
  /** The same for every open house. */
  all(): Promise<void>
}

interface WatchDeps {
  readonly desk: Desks
  readonly houses: HouseBook
  readonly client: Pick<Client, 'guilds'>
  /** Left out, the rows of a house are read each time. */
  readonly written?: Written | undefined
  /** The notice can stand now for the first time: the house opens as if it just arrived. */
  readonly reopen: (guild: Guild) => void
}

/**
 * Where the bot can say something to the team: where it said it before, in the queue, else in another of its channels; in
 * a house that nobody set up yet, where Discord itself tells the moderators of a community what is new.
 */
export function staffChannel(
  guild: Guild,
  { policy }: Pick<Desk, 'policy'>,
  { queueChannelId }: House,
  before: string | undefined,
): string | undefined {
  const me = guild.members.me
  const named = Object.entries(policy.channels.channels).filter(([, channel]) => channel.staff)
  const speaks = guild.channels.cache.filter(
    (channel) => channel.isTextBased() && me !== null && (channel.permissionsFor(me)?.has(NEEDED) ?? false),
  )
  return (
    speaks.get(before ?? '') ??
    speaks.get(queueChannelId) ??
    speaks.find((channel) => named.some(([name]) => isNamed(channel, name))) ??
    speaks.get(guild.publicUpdatesChannelId ?? '')
  )?.id
}

/** A house that wants private talks, and has no place for them: a young person who asks is not offered one. */
function talksOff(talks: TalksPlace, { house }: Desk['policy']): Trouble['values'] {
  if (!('off' in talks) || talks.off === 'not-wanted') return undefined
  const missing = talks.off === 'permissions' ? talks.missing.join(', ') : ''
  return { channel: `#${house.channels.talks ?? ''}`, why: talks.off, missing }
}

/** A house in which nothing was wrong, and on what that rests. */
interface Calm {
  readonly written: number
  readonly policy: Desk['policy']
  readonly stands: Readonly<Record<string, unknown>>
}

/** What is told to the team while it lasts, and what in it differs from house to house. */
interface Trouble {
  readonly about: 'queue-channel' | 'not-set-up' | 'volunteers' | 'talks-off'
  readonly says: 'staff.queue-channel' | 'staff.not-set-up' | 'staff.volunteers-see-queue' | 'staff.talks-off'
  /** Undefined when nothing is wrong. */
  readonly values: Readonly<Record<string, string>> | undefined
}

const tell = async (
  desk: Desk,
  house: House,
  guild: Guild,
  { about, says, values }: Trouble,
): Promise<void> => {
  if (values === undefined) return staffTold(desk, { house: house.id, about })
  const stands = await desk.outbox.target(house.id, keyOf(about))
  const before = stands === undefined || 'over' in stands.desired ? undefined : stands.channelId
  const channelId = staffChannel(guild, desk, house, before)
  if (channelId === undefined) return
  await tellStaff(desk, { house: house.id, queueChannelId: channelId, about, says, values })
}

/**
 * Watches over the server of each house. When a channel or role is taken away, the house stays open, what nobody could
 * follow up is off and says so, the queue goes on with `/wachtrij`, and the team is told in a channel of its own (or in
 * the log when there is none). When it is there again, all of it is on again and the cards that wait are posted.
 */
export function createHouseWatch({ desk: desks, houses, client, written, reopen }: WatchDeps): HouseWatch {
  /** What was logged last for a house, so that the log says it once. */
  const logged = new Map<string, string>()
  const calm = new Map<string, Calm>()

  const log = (desk: Desk, house: House, stuck: number): void => {
    const missing = describeMissing(house, desk.texts())
    const said = JSON.stringify([missing, stuck > 0])
    if (logged.get(house.id) === said) return
    logged.set(house.id, said)
    if (missing.length > 0) desk.log.error({ house: house.id, missing }, 'this house is not set up')
    if (stuck > 0)
      desk.log.error(
        { house: house.id, channel: house.queueChannelId, cards: stuck },
        'the cards of the queue cannot stand in their channel; the queue goes on with /wachtrij',
      )
  }

  const takeOver = async (desk: Desk, entry: OpenHouse, now: House, guild: Guild): Promise<void> => {
    const before = entry.house
    if (isDeepStrictEqual(before, now)) return
    houses.change(now)
    await desk.duty.arrive(now.id, now)
    if (canFollowUp(now) !== canFollowUp(before))
      desk.log.warn({ house: now.id, on: canFollowUp(now) }, 'reporting and "met ons"')
    if (now.tells && !entry.told) reopen(guild)
    else await wantNotices(desk, now)
  }

  const look = async (guild: Guild): Promise<void> => {
    const entry = houses.get(guild.id)
    if (entry === undefined) return
    const desk = desks.of(entry.house.id)
    const house = openHouse(guild, desk.policy)
    await takeOver(desk, entry, house, guild)
    const see = volunteersSee(guild, house)
    const talks = talksPlaceOf(guild, desk.policy)
    const now = { written: written?.() ?? Number.NaN, policy: desk.policy, stands: { house, see, talks } }
    const before = calm.get(house.id)
    // Where Discord, the agreements and the rows are the same as when nothing was wrong, nothing is.
    if (before?.written === now.written && before.policy === now.policy)
      if (isDeepStrictEqual(before.stands, now.stands)) return
    await moveCards(desk, house)
    const stuck = await desk.outbox.stuck(house.id, house.queueChannelId)
    log(desk, house, stuck)
    const missing = describeMissing(house, desk.texts())
    const begin = desk.texts().t('setup.begin')
    const known = house.missing.some((each) => 'for' in each && each.for === 'queue')
    const troubles: readonly Trouble[] = [
      {
        about: 'queue-channel',
        says: 'staff.queue-channel',
        values: stuck > 0 && !known ? { channel: `#${desk.policy.house.channels.queue}` } : undefined,
      },
      {
        about: 'not-set-up',
        says: 'staff.not-set-up',
        values:
          missing.length > 0
            ? { missing: [...missing.map((line) => `- ${line}`), begin].join('\n') }
            : undefined,
      },
      {
        about: 'volunteers',
        says: 'staff.volunteers-see-queue',
        values: see === undefined ? undefined : { role: see.role, channel: see.channel },
      },
      { about: 'talks-off', says: 'staff.talks-off', values: talksOff(talks, desk.policy) },
    ]
    for (const trouble of troubles) await tell(desk, house, guild, trouble)
    if (stuck === 0 && troubles.every(({ values }) => values === undefined)) calm.set(house.id, now)
    else calm.delete(house.id)
  }

  return {
    look,
    async all() {
      for (const { house } of houses.all()) {
        const guild = client.guilds.cache.get(house.id)
        if (guild !== undefined) await look(guild)
      }
    },
  }
}
