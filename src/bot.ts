import { randomUUID } from 'node:crypto'
import { type Client, Events, Status } from 'discord.js'
import { commands } from '../commands/index.ts'
import { choresOf } from './chores.ts'
import { countAnswers, countConnections, createHealth, type Health } from './bot-health.ts'
import type { Bot, BotOptions } from './bot-options.ts'
import { type Clock, clockOf } from './clock.ts'
import { readAgreements } from './agreements.ts'
import { createAfterRestore } from './discord/after-restore.ts'
import { createArrivals } from './discord/arrivals.ts'
import { watchConnection } from './discord/connection.ts'
import { createFilters, type Filters } from './discord/automod/filters.ts'
import { createCatchUp } from './discord/catch-up.ts'
import { createClient } from './discord/client.ts'
import type { House } from './discord/desk.ts'
import { createDirectMessages } from './discord/direct-messages.ts'
import { hearClock } from './discord/discord-clock.ts'
import { createEffectsRest } from './discord/effects-rest.ts'
import { type Ears, listen } from './discord/events.ts'
import { createHouseBook } from './discord/house-book.ts'
import { createHouseWatch } from './discord/house-watch.ts'
import { inTurn } from './discord/identify.ts'
import { login } from './discord/login.ts'
import { wantNotice } from './discord/notice-message.ts'
import { createPlaces } from './discord/place.ts'
import { createPulse } from './discord/pulse.ts'
import { createReconciler } from './discord/reconciler.ts'
import { createTroubleWatch } from './discord/trouble-watch.ts'
import { beginRegistration } from './discord/registration.ts'
import { createRenewal } from './discord/renew.ts'
import { houseId } from './house/id.ts'
import { notesForStaff } from './house/notes.ts'
import { isFirst, isPart, servesOf, WHOLE } from './shards.ts'
import type { HousePolicy } from './policy/schema.ts'
import { StartError } from './start-error.ts'
import { keeping } from './safe-agreements.ts'
import { type Step, stopInOrder } from './stop-in-order.ts'
import { type OpenedDesk, openDesk } from './open-desk.ts'
import type { CountName } from './statistics/counts.ts'
import { createRetention } from './privacy/retention.ts'
import { isPostgresAddress } from './storage/postgres/address.ts'

export type { Bot, BotOptions } from './bot-options.ts'

const SECOND = 1_000
/** An orderly stop takes at most this long, unless it is told otherwise. */
const STOP_MS = 10 * SECOND
const nothing = (): Promise<void> => Promise.resolve()
/** Without the rules of the house nobody knows what its filters should be: as long as that is so they stay as they are. */
const leftAlone = (filters: Filters, provisional: (house: string) => boolean): Filters => ({
  ...filters,
  arrived: (house, guild) => (provisional(guild.id) ? nothing() : filters.arrived(house, guild)),
  changed: (guild) => (provisional(guild.id) ? nothing() : filters.changed(guild)),
  renewed: (house, guild) => (provisional(guild.id) ? nothing() : filters.renewed(house, guild)),
  ruleChanged: (guild) => (provisional(guild.id) ? nothing() : filters.ruleChanged(guild)),
})

/**
 * Starts the bot: agreements, database, connection, houses, in that order, so that a mistake in a file is told before
 * anybody sees the bot come online.
 *
 * @throws StartError, PolicyError or StorageError: one sentence for the person who starts it; nothing is left open
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  const clock = clockOf(options)
  const now = (): Date => clock.now()
  const newId = options.newId ?? randomUUID
  const share = options.share ?? WHOLE
  if (isPart(share) && !isPostgresAddress(options.databaseUrl))
    throw new StartError(
      'shards',
      'Several processes need one database on PostgreSQL (DATABASE_URL=postgresql://…): a file of SQLite lets in one process only. Leave HUISBOT_SHARD out, or see docs/running.md.',
    )
  const health = await createHealth(
    options.health,
    commands.map(({ payload }) => payload.name),
  )
  const opened = await openDesk({ ...options, now, newId, meters: health.meters })
  const { desk, storage } = opened
  if (isFirst(share)) for (const note of notesForStaff(desk.policy, desk.texts(), now())) desk.log.warn(note)
  for (const { language, missing } of desk.policy.languagesOff ?? [])
    desk.log.warn({ language, missing }, 'a language stays off: its texts are missing here')
  const ws = inTurn(storage.processes, options.identifyPlaceMs)
  const ways = opened.inForce.connect()
  const rolesIn = (id: string): HousePolicy['roles'] => desk.of(houseId(id)).policy.house.roles
  const client = createClient(ways, rolesIn, options.api, share, ws)
  try {
    return await run(client, opened, options, { clock, health })
  } catch (error) {
    await client.destroy()
    await storage.close()
    throw error
  }
}

/** What is there before the connection. */
interface Beside {
  readonly clock: Clock
  readonly health: Health
}

async function run(
  client: Client,
  opened: OpenedDesk,
  options: BotOptions,
  { clock, health }: Beside,
): Promise<Bot> {
  const { desk, storage, seal, inForce } = opened
  /** A house works without its rules, and nobody mended them yet. */
  const provisional = (house: string): boolean => inForce.inFolder(houseId(house)).provisional === true
  const { meters } = health
  const places = createPlaces((house) => desk.of(house).policy)
  const houses = createHouseBook(desk)
  const filters = leftAlone(
    createFilters({ desk, rest: client.rest, houses, botId: () => client.user?.id ?? '' }),
    provisional,
  )
  const catchUp = createCatchUp(desk, client.rest, places)
  const watch = createHouseWatch({
    desk,
    houses,
    client,
    written: storage.written,
    reopen: (guild) => arrivals.open(guild, catchUp.snapshot(guild)),
  })
  const restored = createAfterRestore(desk)
  const arrivals = createArrivals(desk, houses, catchUp, filters, watch, restored, provisional, (house) =>
    inForce.isShut(house),
  )
  const counted = { received: 0, heard: 0 }
  const guarded = (job: Promise<unknown>): Promise<void> =>
    job.then(
      () => undefined,
      (error: unknown) =>
        desk.log.error({ err: error }, 'what happened on Discord could not be written down'),
    )
  const share = options.share ?? WHOLE
  const { processes } = storage
  const hears = ({ id }: House): boolean => client.guilds.cache.get(id)?.shard.status === Status.Ready
  const effectsRest = createEffectsRest(options.token, options.api, share)
  const only = (): House | undefined => {
    const [one, another] = [...houses.all()]
    // With others there are houses that this process does not see.
    return isPart(share) || another !== undefined ? undefined : one?.house
  }
  const countDirect = async (name: CountName): Promise<void> => {
    const house = only()
    if (house !== undefined) await desk.counts.add(house.id, name, desk.now())
  }
  const direct = createDirectMessages({
    desk,
    only,
    houses: () => [...houses.all()].map(({ house }) => house),
    rest: effectsRest,
    count: countDirect,
  })
  let commandIds: ReadonlyMap<string, string> = new Map()
  const ears: Ears = {
    desk,
    only,
    commandId: (name) => commandIds.get(name),
    direct: async (message) => {
      if (await processes.first(`message ${message.id}`)) await direct.answer(message)
    },
    first: (interactionId) => processes.first(`interaction ${interactionId}`),
    countDirect,
    answered: (command, how) => meters.command(command, how),
    places,
    houses,
    commands,
    counted,
    filters,
    arrived: (guild) => arrivals.open(guild, catchUp.snapshot(guild)),
    changed: (guild) => watch.look(guild),
    deleted(guildId, messageIds) {
      const house = houses.get(guildId)?.house
      if (house === undefined) return
      for (const messageId of messageIds) houses.underWay(guarded(desk.outbox.missing(house.id, messageId)))
    },
    pinsChanged(guildId, channelId) {
      const house = houses.get(guildId)?.house
      if (house?.noticeChannelIds.includes(channelId) !== true) return
      houses.underWay(guarded(wantNotice(desk.of(house.id), house, channelId)))
    },
  }
  for (const rest of [client.rest, effectsRest]) {
    hearClock(rest, clock)
    countAnswers(rest, meters)
  }
  countConnections(client, meters)
  client.once(Events.ClientReady, () => {
    // In the same turn as the event: what Discord sends after this comes to the listeners, what was before is in the snapshot.
    for (const guild of client.guilds.cache.values()) arrivals.open(guild, catchUp.snapshot(guild))
    listen(client, ears)
    watchConnection(client, desk.log, (why) => {
      desk.log.fatal({ code: why.code }, why.message)
      options.onLost?.(why)
    })
  })
  await login(client, options.token)
  if (client.guilds.cache.size === 0)
    desk.log.warn('the bot is in no server yet: npm run invite prints the link')
  for (const house of inForce.withFolder())
    if (!client.guilds.cache.has(house))
      desk.log.warn({ house }, 'there is a folder with agreements for a server that the bot is not in')

  const registration = isFirst(share)
    ? await beginRegistration(effectsRest, client.application?.id ?? '', commands, desk.log, (ids) => {
        commandIds = ids
      })
    : undefined
  const reconciler = createReconciler(
    {
      rest: effectsRest,
      desk,
      botId: client.user?.id ?? '',
      restoredFrom: (house) => restored.from(house),
    },
    (kind, end) => meters.effect(kind, end),
  )
  desk.outbox.onWanted(() => reconciler.wake())
  desk.outbox.sendsHere(reconciler)
  const retention = createRetention({
    db: desk.db,
    seal,
    outbox: desk.outbox,
    compact: () => storage.checkpoint(),
  })
  const trouble = createTroubleWatch({
    desk,
    houses,
    client,
    rest: effectsRest,
    troubles: opened.troubles,
    readBack: (guild) => arrivals.open(guild, catchUp.snapshot(guild)),
  })
  const renewal = createRenewal({
    desk,
    inForce,
    started: opened.started,
    policyFolder: options.policyFolder,
    read: keeping(options.readAgreements ?? readAgreements, options),
    houses,
    places,
    guildOf: ({ id }) => client.guilds.cache.get(id),
    watch,
    filters,
    arrived: () => arrivals.settled(),
    reopen: (guild) => arrivals.open(guild, catchUp.snapshot(guild)),
    serves: servesOf(share),
  })
  desk.settings.onSettle(async (house) => void (await renewal.settle(house)))
  const pulse = createPulse(
    choresOf({
      opened,
      client,
      clock,
      share,
      houses,
      effectsRest,
      registration,
      hears,
      reconciler,
      trouble,
      watch,
      restored,
      renewal,
      retention,
    }),
    desk.log,
    options.every,
  )
  await pulse.now()
  let stopping: Promise<readonly string[]> | undefined
  const watched = {
    desk,
    client,
    counted,
    pulse,
    agreements: () => renewal.stands(),
    stopping: () => stopping !== undefined,
  }
  const answering = await health.answer(watched).catch(async (error: unknown) => {
    await pulse.stop()
    throw error
  })
  const stepFailed = (step: string, error: unknown): void =>
    desk.log.error({ err: error, step }, 'could not end something in order')
  const steps = (): readonly Step[] => {
    const until = desk.now()
    client.removeAllListeners()
    return [
      { name: 'agreements', run: () => renewal.settled() },
      { name: 'recurring work', run: () => pulse.stop(), left: () => pulse.busy() },
      { name: 'opening houses', run: () => arrivals.settled() },
      { name: 'answers', run: () => houses.settled() },
      { name: 'effects', run: () => reconciler.stop(), left: () => reconciler.busy() },
      { name: 'cursors', run: () => houses.flush(), always: true },
      { name: 'trials', run: () => desk.trials.flush(), always: true },
      { name: 'presence', run: () => houses.present(until, hears), always: true },
      { name: 'connection', run: () => client.destroy(), always: true },
      { name: 'health', run: async () => answering?.stop(), always: true },
      { name: 'database', run: () => storage.close(), always: true },
    ]
  }

  const idle = async (): Promise<void> => {
    await renewal.settled()
    await arrivals.settled()
    await houses.settled()
    await reconciler.idle()
  }
  return {
    desk,
    placeOf(channelId) {
      const channel = client.channels.cache.get(channelId)
      return channel === undefined || channel.isDMBased() ? undefined : places.of(channel)
    },
    received: () => counted.received,
    heard: () => counted.heard,
    idle,
    readAgain: () => renewal.readAgain(),
    settle: (house) => renewal.settle(houseId(house)),
    async tick() {
      await pulse.now()
      await idle()
    },
    copyDatabase: storage.copyTo,
    healthAt: answering?.at,
    stop: () => (stopping ??= stopInOrder(steps(), options.stopMs ?? STOP_MS, stepFailed)),
  }
}
