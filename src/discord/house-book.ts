import type { Policy } from '../policy/schema.ts'
import type { Desk, House } from './desk.ts'
import { createWatermark, type Watermark } from './watermark.ts'

/** A house that is open, and how far its channels were handled. */
export interface OpenHouse {
  house: House
  /** The agreements that it was opened with, or follows since. */
  agreed: Policy
  readonly watermark: Watermark
  /**
   * Whether what was missed before is written down. Until then no cursor moves: a live message must not carry it over
   * messages that nobody read.
   */
  gapsNoted: boolean
  /**
   * Whether messages may be read: only once the notice stands, or stood, that says so. Nobody is read without having
   * been told.
   */
  told: boolean
  /** Whether all that was missed was read; until then the bot does not count as having been there. */
  caughtUp: boolean
  /** Whether something that was said could not be stored, or not be read back: it is read again. */
  owes: boolean
}

export interface HouseBook {
  get(guildId: string): OpenHouse | undefined
  /**
   * Opens the house, or takes over what is new when it was open already. A house that owes something forgets its marks:
   * what they wait for is read again, and must not hold them up.
   */
  open(house: House, agreed: Policy): OpenHouse
  /** Something that was said in the house could not be stored. */
  owes(houseId: string): void
  /** The server of an open house changed: what is found there now counts. */
  change(house: House): void
  all(): Iterable<OpenHouse>
  /** Something is being stored or answered; `settled` waits for it, and so does an orderly stop. */
  underWay(job: Promise<void>): void
  settled(): Promise<void>
  /**
   * Writes down that the bot was there until then, where nothing that it heard is still under way.
   *
   * @param hears - whether what is said in a house arrives now; every house is heard when it is left out
   */
  present(at: Date, hears?: (house: House) => boolean): Promise<void>
  /** Writes the marks that moved; marks that could not be written are simply written again after a restart. */
  flush(): Promise<void>
}

/** A connection can be dead for this long before that shows; what was heard twice raises nothing twice. */
export const UNHEARD_MS = 90_000

/** The open houses of this process. */
export function createHouseBook(desk: Pick<Desk, 'cursors' | 'log'>): HouseBook {
  const open = new Map<string, OpenHouse>()
  const jobs = new Set<Promise<void>>()
  return {
    underWay(job) {
      jobs.add(job)
      void job.finally(() => jobs.delete(job))
    },
    async settled() {
      while (jobs.size > 0) await Promise.all(jobs)
    },
    async present(at, hears) {
      if (jobs.size > 0) return
      for (const { house, caughtUp } of open.values())
        if (caughtUp && hears?.(house) !== false) await desk.cursors.present(house.id, at)
    },
    get: (guildId) => open.get(guildId),
    open(house, agreed) {
      const before = open.get(house.id)
      const entry = {
        house,
        agreed,
        watermark: before === undefined || before.owes ? createWatermark() : before.watermark,
        gapsNoted: false,
        caughtUp: false,
        owes: false,
        told: house.tells || before?.told === true,
      }
      open.set(house.id, entry)
      return entry
    },
    owes(houseId) {
      const entry = open.get(houseId)
      if (entry === undefined) return
      entry.owes = true
      entry.caughtUp = false
    },
    change(house) {
      const entry = open.get(house.id)
      if (entry !== undefined) entry.house = house
    },
    all: () => open.values(),
    async flush() {
      for (const { house, watermark, gapsNoted } of open.values()) {
        if (!gapsNoted) continue
        const moved = watermark.take()
        if (moved.size > 0) await desk.cursors.advance(house.id, moved)
      }
    },
  }
}
