import type { InForce, readAgreements } from './agreements.ts'
import { createLimits } from './channels/limits.ts'
import { createDesks } from './desks.ts'
import type { Desk } from './discord/desk.ts'
import { createFleeting } from './discord/fleeting.ts'
import { createLateForms } from './discord/late-forms.ts'
import { createHouseSettings, type HouseSettings } from './house/house-settings.ts'
import type { HouseId } from './house/id.ts'
import type { Log } from './log.ts'
import { createNoticeReads } from './notice/acknowledge.ts'
import { createDuty, type Duty } from './duty/duty.ts'
import { createHouseHours } from './duty/house-hours.ts'
import { endOfNextOpening } from './duty/next-end.ts'
import { createOutbox } from './outbox/outbox.ts'
import type { Meters } from './health/meters.ts'
import type { Policy } from './policy/schema.ts'
import { checkKeys, type ShutWords } from './privacy/check-keys.ts'
import { KeyFolderError } from './privacy/key-folder.ts'
import { type Keys, openKeys } from './privacy/open-seal.ts'
import type { Seal } from './privacy/sealed.ts'
import { openPeople } from './open-people.ts'
import { servesOf, type Share, WHOLE } from './shards.ts'
import { type Started, startAgreements } from './start-agreements.ts'
import { termsFor } from './privacy/terms.ts'
import { createCare } from './queue/care.ts'
import { createDrills } from './queue/drill.ts'
import { createFlags, type FlagsDeps } from './queue/flags.ts'
import { createReportDrafts } from './queue/report-drafts.ts'
import { createHolding } from './holding/holding.ts'
import { type Counts, createCounts } from './statistics/counts.ts'
import { followRounds } from './statistics/rounds.ts'
import { createTrials } from './statistics/trials.ts'
import { createCursors } from './storage/cursors.ts'
import { releaseLeases } from './storage/lease.ts'
import { openStorage, type Storage } from './storage/open.ts'
import { createTimers } from './storage/timers.ts'
import type { Trouble } from './storage/trouble.ts'
import type { TalksDeps } from './talks/deps.ts'
import { createContactTalks } from './talks/contact.ts'
import { createSentLines } from './talks/sent-lines.ts'
import { createTalks } from './talks/talks.ts'

interface DeskOptions {
  readonly databaseUrl: string
  readonly keyFolder: string
  readonly policyFolder: string
  /** Which servers this process serves; every one when it is left out. */
  readonly share?: Share
  /** Where the last agreements that stood are kept, for a start at which the folder cannot be used. */
  readonly lastGoodFolder?: string
  /** Reads and compiles the agreements; handed in by who opens many houses with the same ones. */
  readonly readAgreements?: typeof readAgreements
  readonly refusesExample?: boolean
  /** Go on with a key folder that opens none of the words in the database: they stay shut for ever. */
  readonly keysLost?: boolean
  readonly log: Log
  readonly now: () => Date
  readonly newId: () => string
  /** Counts flags and decisions, for whoever runs the bot. */
  readonly meters?: Pick<Meters, 'flagged' | 'decided'>
}

/** The desk, and what must be put away again or swept. */
export interface OpenedDesk {
  readonly desk: Desk
  readonly storage: Storage
  readonly seal: Seal
  /** What the desk's policy, screening and texts come from. */
  readonly inForce: InForce
  /** What can keep the bot from storing: the database and the key folder. */
  readonly troubles: readonly Trouble[]
  /** Words that should be readable and are not: their key is gone or damaged. */
  readonly shut: readonly ShutWords[]
  /** How the agreements were when it started. */
  readonly started: Started
}

/**
 * Nothing is written under keys that are not those of this database: what somebody restored the wrong folder for, or
 * forgot to mount, is told before the first word is shut under a new key.
 */
async function openChecked(
  { db }: Storage,
  { keyFolder, keysLost, log, now }: DeskOptions,
): Promise<{ readonly keys: Keys; readonly shut: readonly ShutWords[] }> {
  const keys = await openKeys(keyFolder)
  const { fine, shut } = await checkKeys(db, keys.seal, now())
  if (shut.length > 0) {
    if (fine === 0 && keysLost !== true) throw new KeyFolderError('other-keys', keyFolder)
    log.error({ shut }, 'words in the database can no longer be read: their key is gone or damaged')
  }
  if ((await keys.folder.count()) > 0 && (await db.house.count()) === 0)
    log.error(
      'the database is new, but the key folder is not: if this house had a database before, stop and look at DATABASE_URL',
    )
  return { keys, shut }
}

/**
 * What houses set in Discord stands over their folders. What an older or newer version of the bot wrote and this one cannot
 * read is not guessed at: such a house has what its folder says, and reads nothing.
 */
async function takeSettings(inForce: InForce, settings: HouseSettings, log: Log): Promise<void> {
  for (const [house, saved] of await settings.all()) {
    if (saved === 'unreadable')
      log.error({ house }, 'the settings of this house cannot be read; it reads nothing')
    inForce.set(house, saved === 'unreadable' ? { reading: { way: 'reports' } } : saved)
  }
}

/** A figure less is nothing to stop for, or to show somebody an error for who was answered. */
const forgiving = (counts: Counts, log: Log, trouble: Desk['trouble']): Counts => ({
  ...counts,
  add: (...count) =>
    counts.add(...count).catch((error: unknown) => {
      if (trouble() === undefined) log.error({ err: error, name: count[1] }, 'something could not be counted')
    }),
})

/** Puts together everything that knows nothing of Discord, and says how to put it away again. */
export async function openDesk(options: DeskOptions): Promise<OpenedDesk> {
  const { now, newId, log } = options
  const serves = servesOf(options.share ?? WHOLE)
  const started = await startAgreements({ ...options, serves })
  const { inForce } = started
  const policy = (house: HouseId): Policy => inForce.now(house).policy
  const auditIdsDays = (house: HouseId): number => policy(house).house.retention.auditIdsDays
  const storage = await openStorage(options.databaseUrl)
  const { db } = storage
  const worker = newId()
  await storage.processes.live(worker)
  await releaseLeases(db, storage.processes)
  const { keys, shut } = await openChecked(storage, options).catch(async (error: unknown) => {
    await storage.close()
    throw error
  })
  const { seal } = keys
  const troubles = [storage.trouble, keys.trouble]
  const trouble: Desk['trouble'] = () => troubles.map((each) => each.now()).find((kind) => kind !== undefined)
  const outbox = createOutbox({ db, newId, worker, now, serves, written: storage.written })
  const timers = createTimers({
    db,
    newId,
    worker,
    serves,
    written: storage.written,
    onError: (error, timer) =>
      log.error({ err: error, timer: timer.id, kind: timer.kind }, 'a timer could not fire'),
  })
  const holding = createHolding({ db, outbox, seal, now })
  const hours = createHouseHours(db, (house) => policy(house).house.hours)
  const queue: FlagsDeps = {
    db,
    seal,
    outbox,
    timers,
    newId,
    now,
    retention: (house, category) => termsFor(policy(house).house.retention, category),
    secondLookBy: (house, at) => endOfNextOpening(hours.of(house), at),
    listeners: [
      (tx, { before, after }) => holding.decided(tx, after, before),
      (tx, moved) => duty.flagMoved(tx, moved),
      followRounds({
        newId,
        now,
        hours: (house) => hours.of(house),
        targetMinutes: (house) => policy(house).house.targetMinutes,
      }),
      (tx, moved) => talks.flagMoved(tx, moved),
      async (_tx, { before, after }) => {
        // A drill is nobody's. What is rolled back after this is counted all the same: once in a great while.
        if (after.drill) return
        if (before === undefined) options.meters?.flagged(after)
        if (after.state === 'closed' && before?.state !== 'closed') options.meters?.decided(after.outcome)
      },
    ],
  }
  const talking: TalksDeps = {
    db,
    outbox,
    timers,
    newId,
    now,
    agreed: (house) => ({
      hours: hours.of(house),
      waitMinutes: policy(house).house.targetMinutes.acuut,
      workersWanted: policy(house).house.talks.twoWorkers ? 2 : 1,
      deleteAfterDays: policy(house).house.talks.deleteAfterDays,
      auditIdsDays: policy(house).house.retention.auditIdsDays,
    }),
  }
  const talks = createTalks(talking)
  const duty: Duty = createDuty({
    db,
    outbox,
    timers,
    newId,
    now,
    hours,
    agreed: (house) => policy(house).house,
    queue: () => queue,
    talks: () => talking,
  })
  const people = openPeople({ queue, policy })
  const settings = createHouseSettings({ db, now, auditIdsDays })
  await takeSettings(inForce, settings, log)
  return {
    storage,
    seal,
    inForce,
    troubles,
    shut,
    started,
    desk: createDesks(inForce, {
      outbox,
      timers,
      flags: createFlags(queue),
      ...people,
      cursors: createCursors(db, newId),
      counts: forgiving(createCounts(db), log, trouble),
      trials: createTrials({
        db,
        now,
        auditIdsDays,
        ruleIds: (house) => inForce.now(house).onTrial,
      }),
      settings,
      drafts: createReportDrafts({ db, seal, now }),
      holding,
      noticeReads: createNoticeReads({
        db,
        outbox,
        now,
        keepDays: auditIdsDays,
      }),
      talks,
      contactTalks: createContactTalks(talking),
      sentLines: createSentLines({ ...talking, outbox, seal }),
      limits: createLimits({
        db,
        outbox,
        timers,
        newId,
        now,
        auditIdsDays,
      }),
      duty,
      care: createCare({ now }),
      drills: createDrills(queue),
      fleeting: createFleeting({ now, log }),
      lateForms: createLateForms({ now, newId }),
      db,
      trouble,
      log,
      now,
      newId,
    }),
  }
}
