import type { HouseId } from '../house/id.ts'
import { writeAudit } from '../queue/audit.ts'
import { type FlagListener, untilUnchanged } from '../queue/deps.ts'
import { IN_HANDS, moveHands, OF_WHO_LEFT } from '../queue/hands.ts'
import { isDuplicate, type Tx, transact } from '../storage/db.ts'
import type { Timer } from '../storage/timers.ts'
import { moveTalks } from '../talks/hands.ts'
import { type DutyDeps, idsUntil } from './deps.ts'
import { fireLadder, firstStepAt, followFlag, LADDER_TIMER, rearmAll } from './flag-clock.ts'
import { createHandOvers, type HandOvers } from './hand-over.ts'
import { openOffer, withdrawOffer } from './hand-over-rows.ts'
import { type Held, heldBy, holders, holdsAnything, holdsSomething } from './held.ts'
import { type Holiday, holidaysOf, liftHoliday, setHoliday } from './holidays-set.ts'
import { fireEnd, goneBy, liftEnd, setEnd, today } from './house-end.ts'
import { arrive, armUnmanned, fireHouse, hoursChanged, type Rooms, settle } from './house-clock.ts'
import type { HouseHours } from './house-hours.ts'
import { isOpen, nextOpening } from './opening.ts'
import { openingFor } from './open-time.ts'
import { keepQuiet } from './quiet.ts'
import { endShift } from './shift-end.ts'
import { isOpenNow, presentNow, type ShiftEnd } from './shift-rows.ts'

export { type Held, holdsSomething } from './held.ts'

export type Began =
  | { readonly did: 'began' | 'already'; readonly until: Date }
  | { readonly did: 'closed'; readonly next: Date | undefined }
export type Ended =
  | { readonly did: 'ended' | 'not-on-duty' }
  /** Nothing happened: it must first be said what becomes of what they have. */
  | { readonly did: 'holds'; readonly held: Held }

/** Who of the team is there, and what follows from it: when a house is open, and who is told what. */
export interface Duty extends HandOvers {
  readonly hours: HouseHours
  /** Keeps the clock of each flag; one of the listeners of the queue. */
  readonly flagMoved: FlagListener
  /** A house arrived with its channels. */
  arrive(house: HouseId, rooms: Rooms): Promise<void>
  /** The house agreed on other hours: its timers and clocks are set by them, and it closes if it must. */
  hoursRenewed(house: HouseId): Promise<void>
  /** The holidays that the team set and that are not over. */
  holidays(house: HouseId): Promise<readonly (Holiday & { readonly id: string })[]>
  /** Closes the house on some days, over its policy. Both days belong to it. */
  setHoliday(house: HouseId, holiday: Holiday, actorId: string): Promise<void>
  liftHoliday(house: HouseId, id: string, actorId: string): Promise<boolean>
  /** Sets the last day of a house (YYYY-MM-DD, Brussels). */
  setEnd(house: HouseId, lastDay: string, actorId: string): Promise<void>
  liftEnd(house: HouseId, actorId: string): Promise<boolean>
  /** The day by which nothing of anybody is left, when this is the last one. */
  goneBy(house: HouseId, lastDay: string): string
  /** Whether a house is open: its hours say so, and somebody is there (design decision 9). */
  isOpen(house: HouseId, tx?: Tx): Promise<boolean>
  present(house: HouseId): Promise<readonly { readonly memberId: string; readonly since: Date }[]>
  begin(house: HouseId, memberId: string): Promise<Began>
  /** @param release - put back what they have; without it nothing ends while they have something */
  end(house: HouseId, memberId: string, options: { readonly release: boolean }): Promise<Ended>
  held(house: HouseId, memberId: string): Promise<Held>
  /** Whether somebody is on duty, or has something in hands. */
  holdsAnything(house: HouseId, memberId: string): Promise<boolean>
  /** Whether somebody offered what they have, and nobody accepted yet. */
  hasOffer(house: HouseId, memberId: string): Promise<boolean>
  /** Everybody who is on duty, or has something in hands. */
  holders(house: HouseId): Promise<readonly string[]>
  /** Somebody is no longer of the team: nothing stays with them. @returns whether there was anything */
  leave(house: HouseId, memberId: string): Promise<boolean>
  /** The first moment at which a flag has waited for its target time; undefined when nobody can say. */
  firstStepAt(tx: Tx, house: HouseId, flagId: string): Promise<Date | undefined>
  /** Fires a timer of duty. False for one that is not. */
  fire(tx: Tx, timer: Timer): Promise<boolean>
}

const shiftOf = (tx: Tx, house: HouseId, memberId: string) =>
  tx.dutyShift.findUnique({ where: { houseId_openFor: { houseId: house, openFor: memberId } } })

export const createDuty = (deps: DutyDeps): Duty => {
  const { db, hours } = deps

  const change = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    const result = await untilUnchanged(() => transact(db, work))
    deps.outbox.announce()
    return result
  }
  /** Changes the hours of a house: written, read anew, and every timer and clock set by them. */
  const withHours = async <T>(house: HouseId, work: (tx: Tx) => Promise<T>): Promise<T> => {
    const result = await change(work)
    await hours.load(house)
    await change((tx) => hoursChanged(deps, tx, house))
    return result
  }

  /** Somebody went: the house may be without anybody, in its opening hours. */
  const gone = async (tx: Tx, house: HouseId): Promise<void> => {
    const open = await settle(deps, tx, house)
    if (!open && isOpen(hours.of(house), deps.now())) await armUnmanned(deps, tx, house, deps.now())
  }
  const endOf = async (tx: Tx, house: HouseId, memberId: string, by: ShiftEnd): Promise<boolean> => {
    const shift = await shiftOf(tx, house, memberId)
    if (shift === null || !(await endShift(deps, tx, shift, deps.now(), by))) return false
    await gone(tx, house)
    return true
  }

  const held = (house: HouseId, memberId: string): Promise<Held> => heldBy(db, house, memberId)

  const begin = async (house: HouseId, memberId: string): Promise<Began> => {
    const now = deps.now()
    const opening = openingFor(hours.of(house), now)
    if (opening === undefined) return { did: 'closed', next: nextOpening(hours.of(house), now) }
    try {
      await change(async (tx) => {
        // A shift that was never ended, of a day before: it ended when the house closed.
        const stale = await shiftOf(tx, house, memberId)
        const over = stale && openingFor(hours.of(house), stale.startedAt)?.until
        if (stale !== null && (over === undefined || over === null || over <= now))
          await endShift(deps, tx, stale, over ?? now, 'closing')
        const ids = idsUntil(deps, house, now)
        await tx.dutyShift.create({
          data: {
            id: deps.newId(),
            houseId: house,
            memberId,
            openFor: memberId,
            startedAt: now,
            idsUntil: ids,
          },
        })
        await writeAudit(tx, {
          house,
          at: now,
          act: 'duty-began',
          actorId: memberId,
          codes: {},
          idsUntil: ids,
        })
        await settle(deps, tx, house)
        await rearmAll(deps, tx, house)
      })
    } catch (error) {
      if (!isDuplicate(error)) throw error
      return { did: 'already', until: opening.until }
    }
    return { did: 'began', until: opening.until }
  }

  const end: Duty['end'] = async (house, memberId, { release }) => {
    const holds = await held(house, memberId)
    if ((await db.dutyShift.count({ where: { houseId: house, openFor: memberId } })) === 0)
      return { did: 'not-on-duty' }
    if (holdsSomething(holds) && !release) return { did: 'holds', held: holds }
    const ended = await change(async (tx) => {
      await withdrawOffer(deps, tx, house, memberId)
      if (release) {
        const hands = {
          house,
          from: memberId,
          states: IN_HANDS,
          why: 'duty-ended',
          actorId: memberId,
        } as const
        await moveHands(deps.queue(), tx, hands)
        await moveTalks(deps.talks(), tx, { house, from: memberId, out: false })
      }
      return endOf(tx, house, memberId, 'self')
    })
    return { did: ended ? 'ended' : 'not-on-duty' }
  }

  const leave: Duty['leave'] = (house, memberId) =>
    change(async (tx) => {
      await withdrawOffer(deps, tx, house, memberId)
      const hands = { house, from: memberId, states: OF_WHO_LEFT, why: 'left' } as const
      const flags = await moveHands(deps.queue(), tx, hands)
      const talks = await moveTalks(deps.talks(), tx, { house, from: memberId, out: true })
      const ended = await endOf(tx, house, memberId, 'left')
      const any = ended || flags.released + talks.released > 0
      if (any) {
        const at = deps.now()
        const audit = { house, at, act: 'left-team', actorId: memberId, codes: {} } as const
        await writeAudit(tx, { ...audit, idsUntil: idsUntil(deps, house, at) })
      }
      return any
    })

  const follow = followFlag(deps)
  const quiet = keepQuiet(deps)
  return {
    ...createHandOvers(deps, { change, held, endOf }),
    hours,
    flagMoved: async (tx, moved) => {
      await follow(tx, moved)
      await quiet(tx, moved)
    },
    arrive: async (house, rooms) => {
      await hours.load(house)
      await change((tx) => arrive(deps, tx, house, rooms))
    },
    hoursRenewed: (house) => withHours(house, async () => undefined),
    holidays: async (house) =>
      (await holidaysOf(db, house, today(deps.now()))).map(({ id, fromDay, untilDay }) => ({
        id,
        from: fromDay,
        until: untilDay,
      })),
    setHoliday: (house, holiday, actorId) =>
      withHours(house, (tx) => setHoliday(deps, tx, house, holiday, actorId)),
    liftHoliday: (house, id, actorId) => withHours(house, (tx) => liftHoliday(deps, tx, house, id, actorId)),
    setEnd: (house, lastDay, actorId) => withHours(house, (tx) => setEnd(deps, tx, house, lastDay, actorId)),
    liftEnd: (house, actorId) => withHours(house, (tx) => liftEnd(deps, tx, house, actorId)),
    goneBy: (house, lastDay) => goneBy(deps, house, lastDay),
    isOpen: (house, tx) => isOpenNow(tx ?? db, house, hours.of(house), deps.now()),
    present: (house) => presentNow(db, house, hours.of(house), deps.now()),
    begin,
    end,
    held,
    hasOffer: async (house, memberId) => (await openOffer(db, house, memberId)) !== null,
    holdsAnything: (house, memberId) => holdsAnything(db, house, memberId),
    holders: (house) => holders(db, house),
    leave,
    firstStepAt: (tx, house, flagId) => firstStepAt(deps, tx, house, flagId),
    fire: async (tx, timer) => {
      if (await fireEnd(deps, tx, timer)) return true
      if (timer.kind !== LADDER_TIMER) return fireHouse(deps, tx, timer)
      await fireLadder(deps, tx, timer)
      return true
    },
  }
}
