import type { Client } from 'discord.js'
import type { Clock } from './clock.ts'
import type { AfterRestore } from './discord/after-restore.ts'
import { askClock } from './discord/discord-clock.ts'
import { createHoursCheck, createTeamCheck } from './discord/duty/check-team.ts'
import { aboutChannel } from './discord/effects/channel-limit.ts'
import type { createEffectsRest } from './discord/effects-rest.ts'
import type { House } from './discord/desk.ts'
import { fireTimer } from './discord/fire-timer.ts'
import { type HouseBook, UNHEARD_MS } from './discord/house-book.ts'
import type { createHouseWatch } from './discord/house-watch.ts'
import type { Chore } from './discord/pulse.ts'
import type { createReconciler } from './discord/reconciler.ts'
import type { beginRegistration } from './discord/registration.ts'
import type { createRenewal } from './discord/renew.ts'
import { createStartNotes } from './discord/start-notes.ts'
import { staffTold } from './discord/tell-staff.ts'
import type { createTroubleWatch } from './discord/trouble-watch.ts'
import type { OpenedDesk } from './open-desk.ts'
import type { createRetention } from './privacy/retention.ts'
import { isFirst, type Share } from './shards.ts'
import { startNotesOf } from './start-notes.ts'
import { releaseLeases } from './storage/lease.ts'

const SECOND = 1_000

/** What is done again and again while the bot runs, and by whom. */
export interface ChoreHands {
  readonly opened: OpenedDesk
  readonly client: Client
  readonly clock: Clock
  readonly share: Share
  readonly houses: HouseBook
  readonly effectsRest: ReturnType<typeof createEffectsRest>
  readonly registration: Awaited<ReturnType<typeof beginRegistration>> | undefined
  /** Whether this process hears a house now. */
  readonly hears: (house: House) => boolean
  readonly reconciler: ReturnType<typeof createReconciler>
  readonly trouble: ReturnType<typeof createTroubleWatch>
  readonly watch: ReturnType<typeof createHouseWatch>
  readonly restored: AfterRestore
  readonly renewal: ReturnType<typeof createRenewal>
  readonly retention: ReturnType<typeof createRetention>
}

/** Everything that comes round again: short lists of rows that are due, looked at often, so that nothing waits in memory. */
export function choresOf({
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
}: ChoreHands): readonly Chore[] {
  const { desk, seal, storage } = opened
  const { processes } = storage
  return [
    { name: 'cursors', everyMs: SECOND, run: () => houses.flush() },
    { name: 'commands', everyMs: 30 * SECOND, run: async () => registration?.ensure() },
    { name: 'clock', everyMs: 10 * SECOND, run: askClock(effectsRest, clock) },
    {
      name: 'present',
      everyMs: 30 * SECOND,
      async run() {
        await houses.present(new Date(desk.now().getTime() - UNHEARD_MS), hears)
      },
    },
    {
      name: 'timers',
      everyMs: SECOND,
      async run() {
        const fired = await desk.timers.fireDue(desk.now(), (tx, timer) => fireTimer(desk, tx, timer))
        if (fired > 0) desk.outbox.announce()
      },
    },
    { name: 'outbox', everyMs: SECOND, run: async () => reconciler.wake() },
    {
      name: 'leases',
      everyMs: 5 * SECOND,
      async run() {
        if (processes.shared) await releaseLeases(desk.db, processes)
      },
    },
    { name: 'storing', everyMs: 10 * SECOND, run: () => trouble.look() },
    { name: 'house', everyMs: 10 * SECOND, run: () => watch.all() },
    { name: 'restored', everyMs: 60 * SECOND, run: () => restored.sweep() },
    {
      name: 'start-notes',
      everyMs: 60 * SECOND,
      run: createStartNotes(desk, houses, (house) => startNotesOf(opened, house)),
    },
    { name: 'agreements', everyMs: 10 * SECOND, run: () => renewal.follow() },
    { name: 'trials', everyMs: 5 * SECOND, run: () => desk.trials.flush() },
    {
      name: 'team',
      everyMs: 600 * SECOND,
      run: createTeamCheck(desk, houses, ({ id }) => client.guilds.cache.get(id)),
    },
    { name: 'hours', everyMs: 60 * SECOND, run: createHoursCheck(desk, houses) },
    { name: 'fleeting', everyMs: 5 * SECOND, run: () => desk.fleeting.sweep() },
    {
      name: 'retention',
      everyMs: 600 * SECOND,
      async run() {
        if (!isFirst(share)) return seal.letGo(desk.now())
        await retention.sweep(desk.now())
        await desk.noticeReads.sweep(desk.now())
        await desk.notes.sweep(desk.now())
        for (const { houseId: house, channelId } of await desk.limits.sweep(desk.now()))
          await staffTold(desk, { house, about: aboutChannel(channelId) })
      },
    },
  ]
}
