import type { StaffReport } from '../generated/sqlite/client.ts'
import type { HouseId } from '../house/id.ts'
import { asSealed } from '../privacy/sealed.ts'
import { ChangedMeanwhile, untilUnchanged } from '../queue/deps.ts'
import { planNews } from '../queue/report-news.ts'
import { unpackWords } from '../queue/words.ts'
import { transact } from '../storage/db.ts'
import { type RaisedMatter, type RaiseMatter, raiseMatter } from './matter-raise.ts'
import {
  aboutMatter,
  aboutStaffReport,
  auditMatter,
  daysFrom,
  type Matter,
  type MatterOutcome,
  type MattersDeps,
  type MatterView,
  matterOf,
  viewOf,
  wantMatterCard,
} from './matter-row.ts'

export {
  MATTER_OUTCOMES,
  type MatterOutcome,
  type MattersDeps,
  type MatterView,
  matterKey,
} from './matter-row.ts'
export type { RaisedMatter, RaiseMatter } from './matter-raise.ts'

/** What the integrity contact reads, opened for that one pair of eyes. */
export interface MatterSaid {
  readonly channelId: string
  readonly messageId: string | null
  readonly authorId: string | null
  readonly words: string | undefined
  /** What the message said before it was edited, the newest first. */
  readonly before: readonly string[]
  readonly reports: readonly string[]
}

/** Matters about the team: for the integrity contact and for nobody else (design decision 6, a safeguard). */
export interface Matters {
  raise(input: RaiseMatter): Promise<RaisedMatter>
  /** The picture of the matter. Whoever shows it makes sure that it is shown to its contact alone. */
  view(matterId: string): Promise<(MatterView & { readonly houseId: HouseId }) | undefined>
  /** The words, written down in the audit before they are shown; undefined for anybody but its contact. */
  show(matterId: string, actorId: string): Promise<MatterSaid | undefined>
  /** Closes it. False for anybody but its contact, or when it is closed already as something else. */
  decide(matterId: string, actorId: string, outcome: MatterOutcome): Promise<boolean>
  /** Its reporter says that it is not over. */
  again(house: HouseId, reportId: string, reporterId: string): Promise<boolean>
  /** Its reporter takes the report back. */
  withdraw(
    house: HouseId,
    reportId: string,
    reporterId: string,
  ): Promise<'stays' | 'closed' | 'already' | 'gone'>
}

export const createMatters = (deps: MattersDeps): Matters => {
  const { db, seal, outbox, now } = deps

  const find = async (matterId: string) => {
    const row = await db.staffMatter.findUnique({ where: { id: matterId }, include: { reports: true } })
    if (row === null) return undefined
    const { reports, ...matter } = row
    return { matter: matterOf(matter), reports }
  }
  const ofReport = async (house: HouseId, reportId: string, reporterId: string) => {
    const report = await db.staffReport.findFirst({ where: { id: reportId, houseId: house, reporterId } })
    const found = report === null ? undefined : await find(report.matterId)
    return report === null || found === undefined ? undefined : { report, ...found }
  }
  /** The terms of what is closed: what was said is shut again under a nearer day. */
  const shorter = async (matter: Matter, reports: readonly StaffReport[]) => {
    const at = now()
    const { houseId, subjectKey } = matter
    const { closedFlagDays, auditIdsDays } = deps.terms(houseId)
    const until = daysFrom(at, closedFlagDays)
    const again = async (row: { words: string | null; deleteAfter: Date }, about: string) => {
      const deleteAfter = row.deleteAfter < until ? row.deleteAfter : until
      const words =
        row.words === null ? undefined : await seal.reseal(asSealed(row.words), about, deleteAfter)
      return { words: words ?? null, deleteAfter }
    }
    const said: { readonly id: string; readonly data: Awaited<ReturnType<typeof again>> }[] = []
    for (const row of reports)
      said.push({ id: row.id, data: await again(row, aboutStaffReport(houseId, subjectKey, row.reporterId)) })
    return {
      said,
      matter: {
        ...(await again(matter, aboutMatter(houseId, subjectKey))),
        closedAt: at,
        idsUntil: daysFrom(at, auditIdsDays),
      },
    }
  }

  return {
    raise: (input) => raiseMatter(deps, input),

    async view(matterId) {
      const found = await find(matterId)
      if (found === undefined) return undefined
      return { ...viewOf(found.matter, found.reports), houseId: found.matter.houseId }
    },

    async show(matterId, actorId) {
      const found = await find(matterId)
      if (found === undefined || found.matter.contactId !== actorId) return undefined
      const { matter, reports } = found
      const { houseId, subjectKey, channelId, messageId, authorId } = matter
      await auditMatter(deps, db, matter, 'matter-shown', actorId)
      const notes: string[] = []
      for (const { words, reporterId } of reports) {
        const about = aboutStaffReport(houseId, subjectKey, reporterId)
        const note = words === null ? undefined : await seal.open(asSealed(words), about)
        if (note !== undefined) notes.push(note)
      }
      const packed =
        matter.words === null
          ? undefined
          : await seal.open(asSealed(matter.words), aboutMatter(houseId, subjectKey))
      const [words, ...before] = packed === undefined ? [] : unpackWords(packed)
      return { channelId, messageId, authorId, words, before, reports: notes }
    },

    decide: (matterId, actorId, outcome) =>
      untilUnchanged(async () => {
        const found = await find(matterId)
        if (found === undefined || found.matter.contactId !== actorId) return false
        const { matter, reports } = found
        if (matter.state === 'closed') return matter.outcome === outcome
        const shut = await shorter(matter, reports)
        const version = matter.version + 1
        await transact(db, async (tx) => {
          const { count } = await tx.staffMatter.updateMany({
            where: { id: matter.id, version: matter.version },
            data: { ...shut.matter, state: 'closed', outcome, version, changedAt: now() },
          })
          if (count !== 1) throw new ChangedMeanwhile()
          for (const { id, data } of shut.said) await tx.staffReport.updateMany({ where: { id }, data })
          await auditMatter(deps, tx, matter, 'matter-closed', actorId, { codes: { outcome } })
          await wantMatterCard(deps, tx, { ...matter, version })
          await planNews(deps, tx, matter)
        })
        outbox.announce()
        return true
      }),

    again: (house, reportId, reporterId) =>
      untilUnchanged(async () => {
        const found = await ofReport(house, reportId, reporterId)
        if (found === undefined || found.matter.state !== 'closed' || found.matter.contactId === null)
          return false
        const { matter, report } = found
        const version = matter.version + 1
        await transact(db, async (tx) => {
          const { count } = await tx.staffMatter.updateMany({
            where: { id: matter.id, version: matter.version },
            data: {
              state: 'open',
              outcome: null,
              closedAt: null,
              idsUntil: null,
              version,
              changedAt: now(),
            },
          })
          if (count !== 1) throw new ChangedMeanwhile()
          await tx.staffReport.updateMany({ where: { id: report.id }, data: { withdrawnAt: null } })
          await auditMatter(deps, tx, matter, 'matter-reopened', reporterId)
          await wantMatterCard(deps, tx, { ...matter, version })
        })
        outbox.announce()
        return true
      }),

    withdraw: (house, reportId, reporterId) =>
      untilUnchanged(async () => {
        const found = await ofReport(house, reportId, reporterId)
        if (found === undefined) return 'gone'
        const { matter, report, reports } = found
        if (report.withdrawnAt !== null) return 'already'
        const looked = await db.auditLine.count({
          where: { houseId: house, flagId: matter.id, act: { in: ['matter-shown', 'matter-closed'] } },
        })
        const others = reports.some((other) => other.id !== report.id && other.withdrawnAt === null)
        const closes = matter.state === 'open' && looked === 0 && !others
        const shut = closes ? await shorter(matter, reports) : undefined
        const version = matter.version + 1
        await transact(db, async (tx) => {
          const { count } = await tx.staffMatter.updateMany({
            where: { id: matter.id, version: matter.version },
            data: { ...shut?.matter, ...(closes ? { state: 'closed' } : {}), version, changedAt: now() },
          })
          if (count !== 1) throw new ChangedMeanwhile()
          for (const { id, data } of shut?.said ?? [])
            await tx.staffReport.updateMany({ where: { id }, data })
          await tx.staffReport.updateMany({
            where: { id: report.id, withdrawnAt: null },
            data: {
              withdrawnAt: now(),
              tellWhenClosed: false,
              ...(looked === 0 ? { words: null } : {}),
            },
          })
          await auditMatter(deps, tx, matter, 'matter-withdrawn', reporterId)
          await wantMatterCard(deps, tx, { ...matter, version })
        })
        outbox.announce()
        return closes ? 'closed' : 'stays'
      }),
  }
}
