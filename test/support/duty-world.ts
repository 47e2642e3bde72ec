import { createDuty, type Duty } from '../../src/duty/duty.ts'
import { createHouseHours } from '../../src/duty/house-hours.ts'
import { type HouseId, houseId } from '../../src/house/id.ts'
import type { Outbox, Wish } from '../../src/outbox/outbox.ts'
import type { HousePolicy, OpeningHours } from '../../src/policy/schema.ts'
import type { FlagsDeps } from '../../src/queue/deps.ts'
import { createDrills, type Drills } from '../../src/queue/drill.ts'
import { createFlags, type Flags } from '../../src/queue/flags.ts'
import type { Category, Kind, Level } from '../../src/screening/kinds.ts'
import { followRounds } from '../../src/statistics/rounds.ts'
import type { TalksDeps } from '../../src/talks/deps.ts'
import { createTalks, type Talks } from '../../src/talks/talks.ts'
import { RETENTION, type TempHouse } from './storage/temp-storage.ts'

/** What a team of four agreed: Wednesday to Friday from 16 to 20 hours, and a Saturday night. */
export const TEAM_HOURS: OpeningHours = {
  week: {
    woensdag: ['16:00-20:00'],
    donderdag: ['16:00-20:00'],
    vrijdag: ['16:00-20:00'],
    zaterdag: ['20:00-01:00'],
  },
  holidays: 'closed',
  closed: [],
}
type Agreed = Pick<HousePolicy, 'duty' | 'queue' | 'roles' | 'contacts' | 'targetMinutes' | 'retention'>
export const AGREED: Agreed = {
  duty: { unmannedMinutes: 10, ladder: { backUp: 2, responsible: 3 }, tellWho: false },
  queue: { quiet: 'off' },
  roles: { youthWorker: 'Jeugdwerker', moderator: 'Moderator', backUp: 'Achterwacht', onCall: 'Oproep' },
  contacts: {
    integrity: { name: 'Samira', contact: 'samira@voorbeeld.be' },
    responsible: { name: 'Mieke' },
  },
  targetMinutes: { groen: 240, geel: 120, rood: 30, acuut: 5 },
  retention: { openFlagDays: 60, closedFlagDays: 14, auditIdsDays: 365 },
}

/** Something that was wanted on Discord, and when. */
export interface Wanted extends Wish {
  readonly at: Date
}

export interface DutyWorld {
  readonly house: HouseId
  readonly duty: Duty
  readonly flags: Flags
  readonly talks: Talks
  readonly drills: Drills
  readonly hours: (house: HouseId) => OpeningHours
  /** All that was wanted, in order. */
  readonly wanted: readonly Wanted[]
  readonly raise: (
    messageId: string,
    level: Level,
    about?: { kind: Kind; category: Category; seenLate?: boolean; words?: string; authorId?: string },
  ) => Promise<string>
  /** Sets the clock, and lets what fell due happen. */
  readonly at: (iso: string) => Promise<void>
  /** Lets time pass in steps of five minutes, and what falls due happen. */
  readonly pass: (minutes: number) => Promise<void>
  /** What was wanted of one kind, in short. */
  readonly wishes: (kind: Wish['kind']) => readonly Wanted[]
}

let houses = 0

/** The core of a house on a real database: queue, talks and duty, with what they want written down. */
export const openDutyWorld = async (
  temp: TempHouse,
  { hours = TEAM_HOURS, agreed = AGREED }: { hours?: OpeningHours; agreed?: Agreed } = {},
): Promise<DutyWorld> => {
  const house = houseId(`9000000000000${String((houses += 1)).padStart(5, '0')}`)
  const { db, seal, timers, newId, clock } = temp
  const wanted: Wanted[] = []
  const outbox: Outbox = {
    ...temp.outbox,
    want: (tx, wish) => {
      wanted.push({ ...wish, at: clock.now() })
      return temp.outbox.want(tx, wish)
    },
  }
  const houseHours = createHouseHours(db, () => hours)
  const queue: FlagsDeps = {
    db,
    seal,
    outbox,
    timers,
    newId,
    now: clock.now,
    retention: () => RETENTION,
    secondLookBy: (_house, at) => new Date(at.getTime() + 24 * 60 * 60_000),
    listeners: [
      (tx, moved) => duty.flagMoved(tx, moved),
      followRounds({
        newId,
        now: clock.now,
        hours: (id) => houseHours.of(id),
        targetMinutes: () => agreed.targetMinutes,
      }),
    ],
  }
  const talking: TalksDeps = {
    db,
    outbox,
    timers,
    newId,
    now: clock.now,
    agreed: () => ({
      hours: houseHours.of(house),
      waitMinutes: 5,
      workersWanted: 1,
      deleteAfterDays: 14,
      auditIdsDays: 365,
    }),
  }
  const duty: Duty = createDuty({
    db,
    outbox,
    timers,
    newId,
    now: clock.now,
    hours: houseHours,
    agreed: () => agreed,
    queue: () => queue,
    talks: () => talking,
  })
  const flags = createFlags(queue)
  const talks = createTalks(talking)
  const drills = createDrills(queue)
  await duty.arrive(house, { queueChannelId: '700', closingChannelIds: ['800'] })
  const fire = (): Promise<number> =>
    timers.fireDue(clock.now(), async (tx, timer) => {
      if (timer.kind.startsWith('talk-')) await talks.fire(tx, timer)
      else if (!(await duty.fire(tx, timer)) && !(await drills.fire(tx, timer))) await flags.fire(tx, timer)
    })
  return {
    house,
    duty,
    flags,
    talks,
    drills,
    hours: (id) => houseHours.of(id),
    wanted,
    wishes: (kind) => wanted.filter((wish) => wish.kind === kind),
    raise: async (messageId, level, about = { kind: 'harm', category: 'threat' }) => {
      const { seenLate = false, words, authorId = '1', ...judged } = about
      const raised = await flags.raise({
        house,
        subjectKey: `message:${messageId}`,
        channelId: '600',
        messageId,
        authorId,
        ...(words === undefined ? {} : { words }),
        source: 'screening',
        ...judged,
        level,
        findings: [],
        policyVersion: 'v1',
        seenLate,
        keepUntil: new Date(clock.now().getTime() + 60 * 24 * 60 * 60_000),
        queueChannelId: '700',
      })
      return raised.flagId
    },
    at: async (iso) => {
      clock.set(iso)
      await fire()
    },
    pass: async (minutes) => {
      for (let left = minutes; left > 0; left -= 5) {
        clock.pass(Math.min(5, left) * 60_000)
        await fire()
      }
    },
  }
}
