import { setTimeout as wait } from 'node:timers/promises'
import { OverwriteType, PermissionFlagsBits, PermissionsBitField } from 'discord.js'
import { NEEDED_FOR_TALKS } from '../talks/place.ts'
import { foundOn, houseIn, type SetUp } from './set-up.ts'

/** The channels that the bot can make: private ones, whose overwrites are easily set wrong by hand. */
export const MADE = ['queue', 'automodAlerts', 'talks'] as const
export type Made = (typeof MADE)[number]

type Names = readonly (keyof typeof PermissionFlagsBits)[]
interface Grant {
  readonly id: string
  readonly type: OverwriteType
  readonly allow: Names
  readonly deny: Names
}

const ROLE = OverwriteType.Role
const SPEAKS: Names = ['ViewChannel', 'SendMessages', 'EmbedLinks', 'ReadMessageHistory', 'PinMessages']

/** Those that are not there yet. What somebody expressly left out is not made. */
export function toMake(setUp: SetUp): readonly Made[] {
  const { channels } = houseIn(setUp)
  const left = setUp.draft.answers.channels
  const { channel } = foundOn(setUp.guild)
  return MADE.filter(
    (use) => left?.[use] !== null && (channels[use] === undefined || channel(channels[use]) === undefined),
  )
}

/** Who may what in a channel that is made. Nobody gets what the bot does not have: Discord would refuse all of it. */
function grantsFor(use: Made, { guild }: SetUp, teamIds: readonly string[]): readonly Grant[] {
  const everyone = guild.roles.everyone.id
  const bot = { id: guild.client.user.id, type: OverwriteType.Member, deny: [] }
  switch (use) {
    case 'queue':
      return [
        { id: everyone, type: ROLE, allow: [], deny: ['ViewChannel'] },
        { ...bot, allow: SPEAKS },
        ...teamIds.map(
          (id): Grant => ({
            id,
            type: ROLE,
            allow: ['ViewChannel', 'SendMessages', 'ReadMessageHistory'],
            deny: [],
          }),
        ),
      ]
    case 'automodAlerts':
      return [
        { id: everyone, type: ROLE, allow: [], deny: ['ViewChannel'] },
        { ...bot, allow: ['ViewChannel', 'ManageMessages', 'ReadMessageHistory'] },
      ]
    case 'talks':
      return [
        {
          id: everyone,
          type: ROLE,
          allow: ['ViewChannel'],
          deny: ['SendMessages', 'CreatePublicThreads', 'CreatePrivateThreads'],
        },
        { ...bot, allow: NEEDED_FOR_TALKS },
      ]
  }
}

const bitsOf = (names: Names, mine: Readonly<PermissionsBitField>): string =>
  String(
    names
      .filter((name) => mine.has(PermissionFlagsBits[name]))
      .reduce((sum, name) => sum | PermissionFlagsBits[name], 0n),
  )

/** The roles that see the queue: adults of the team, never the volunteers. */
const teamOf = (setUp: SetUp): readonly string[] => {
  const { roles } = houseIn(setUp)
  const found = [roles.youthWorker, roles.moderator].flatMap((name) => foundOn(setUp.guild).role(name) ?? [])
  return [...new Set(found)]
}

export type MakeRefusal = 'setup.make.nothing' | 'setup.make.roles' | 'permission'

/** Why none can be made now; undefined when the bot can. */
export function whyNotMake(setUp: SetUp): MakeRefusal | undefined {
  const missing = toMake(setUp)
  if (missing.length === 0) return 'setup.make.nothing'
  if (setUp.guild.members.me?.permissions.has(PermissionFlagsBits.ManageChannels) !== true)
    return 'permission'
  return missing.includes('queue') && teamOf(setUp).length === 0 ? 'setup.make.roles' : undefined
}

const keyOf = (use: Made): string => `house-channel:${use}`
/** As long as somebody waits for it; it goes on all the same, and never twice. */
const PATIENCE_MS = 5_000
const LOOK_MS = 50

/** @returns the channels that stand now, by what they are for */
async function made(
  { desk, house, guild }: SetUp,
  wanted: ReadonlyMap<Made, number>,
): Promise<{ readonly ids: Partial<Record<Made, string>>; readonly busy: boolean }> {
  const ids: Partial<Record<Made, string>> = {}
  let busy = false
  for (const [use, version] of wanted) {
    const target = await desk.outbox.target(house.id, keyOf(use))
    if (target === undefined || target.doneVersion < version) busy = true
    // One that was deleted since is no channel; one that was just made is known from here on.
    else if (
      target.messageId !== null &&
      (await guild.channels.fetch(target.messageId).catch(() => null)) !== null
    )
      ids[use] = target.messageId
  }
  return { ids, busy }
}

/**
 * Makes the channels that are missing. They are wanted in the outbox, as all that the bot does on Discord: pressed twice,
 * or killed in between, there is one of each (effects/house-channel.ts).
 */
export async function makeChannels(
  setUp: SetUp,
): Promise<{ readonly ids: Partial<Record<Made, string>>; readonly busy: boolean }> {
  const { desk, house, guild, texts } = setUp
  const mine = guild.members.me?.permissions ?? new PermissionsBitField()
  const wanted = new Map<Made, number>()
  for (const use of toMake(setUp)) {
    const grants = grantsFor(use, setUp, teamOf(setUp))
    const version = await desk.outbox.want(desk.db, {
      house: house.id,
      targetKey: keyOf(use),
      kind: 'house-channel',
      channelId: guild.id,
      desired: {
        use,
        name: texts.t(`setup.made.${use}`),
        topic: texts.t(`setup.made.${use}.topic`),
        overwrites: grants.map(({ id, type, allow, deny }) => ({
          id,
          type,
          allow: bitsOf(allow, mine),
          deny: bitsOf(deny, mine),
        })),
      },
      priority: 1,
    })
    wanted.set(use, version)
  }
  let now = await made(setUp, wanted)
  for (let waited = 0; now.busy && waited < PATIENCE_MS; waited += LOOK_MS) {
    await wait(LOOK_MS)
    now = await made(setUp, wanted)
  }
  return now
}
