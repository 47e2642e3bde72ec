import { z } from 'zod'
import type { HouseId } from '../house/id.ts'
import type { FlagsDeps } from '../queue/flags.ts'
import { reopen } from '../queue/reopen.ts'
import { REPORT_REASONS, type ReportReason } from '../queue/report-reasons.ts'
import { withdraw } from '../queue/report-withdraw.ts'
import { NOBODY } from './matter-row.ts'
import type { Matters } from './matters.ts'

/** What a reporter hears about a report: received and closed, and never what happened to somebody else. */
export type OwnState = 'received' | 'closed' | 'closed-contact' | 'nobody' | 'withdrawn'

/** A report, as its reporter sees it. */
export interface OwnReport {
  /** Which one: `f_…` is with the team, `s_…` with the integrity contact. */
  readonly ref: string
  readonly at: Date
  readonly reason: ReportReason
  readonly state: OwnState
  /** Whether the reporter asked to hear when it is closed. */
  readonly tells: boolean
  readonly canWithdraw: boolean
  readonly canReopen: boolean
  /** Whether the integrity contact handles it. */
  readonly contact: boolean
}

export interface OwnReports {
  /** The newest first. */
  list(house: HouseId, reporterId: string, limit: number): Promise<readonly OwnReport[]>
  count(house: HouseId, reporterId: string): Promise<number>
  withdraw(house: HouseId, ref: string, reporterId: string): Promise<'stays' | 'closed' | 'already' | 'gone'>
  /** It is not over: opens it again. False when it is open, or not theirs. */
  again(house: HouseId, ref: string, reporterId: string): Promise<boolean>
  /** Asks to hear when it is closed, or no longer. False when it is closed, or not theirs. */
  tell(house: HouseId, ref: string, reporterId: string, on: boolean): Promise<boolean>
}

const REF = /^(f|s)_([A-Za-z0-9-]{1,60})$/
export const refOfReport = (reportId: string): string => `f_${reportId}`
export const refOfStaffReport = (reportId: string): string => `s_${reportId}`

/** Which report a reference names; it came back from Discord, so it is checked. */
const reportIn = (ref: string): { readonly team: boolean; readonly id: string } | undefined => {
  const [, where, id] = REF.exec(ref) ?? []
  return id === undefined ? undefined : { team: where === 'f', id }
}

const reasonSchema = z.enum(REPORT_REASONS).catch('other')

interface Row {
  readonly createdAt: Date
  readonly reason: string
  readonly withdrawnAt: Date | null
  readonly tellWhenClosed: boolean
}

const seen = (ref: string, row: Row, closed: boolean, state: OwnState, contact: boolean): OwnReport => {
  const withdrawn = row.withdrawnAt !== null
  return {
    ref,
    at: row.createdAt,
    reason: reasonSchema.parse(row.reason),
    state: withdrawn ? 'withdrawn' : state,
    tells: row.tellWhenClosed,
    canWithdraw: !withdrawn && !closed,
    canReopen: closed && state !== 'nobody',
    contact,
  }
}

/** What people do with the reports that they made. */
export const createOwnReports = (deps: FlagsDeps, matters: Matters): OwnReports => {
  const { db } = deps
  return {
    async list(house, reporterId, limit) {
      const newest = {
        where: { houseId: house, reporterId },
        orderBy: { createdAt: 'desc' },
        take: limit,
      } as const
      const flags = await db.report.findMany({ ...newest, include: { flag: { select: { state: true } } } })
      const staff = await db.staffReport.findMany({
        ...newest,
        include: { matter: { select: { state: true, outcome: true } } },
      })
      const all = [
        ...flags.map(({ flag, ...row }) => {
          const closed = flag.state === 'closed'
          return seen(refOfReport(row.id), row, closed, closed ? 'closed' : 'received', false)
        }),
        ...staff.map(({ matter, ...row }) => {
          const closed = matter.state === 'closed'
          const how = matter.outcome === NOBODY ? 'nobody' : 'closed-contact'
          return seen(refOfStaffReport(row.id), row, closed, closed ? how : 'received', true)
        }),
      ]
      return all.sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, limit)
    },

    async count(house, reporterId) {
      const where = { houseId: house, reporterId }
      return (await db.report.count({ where })) + (await db.staffReport.count({ where }))
    },

    async withdraw(house, ref, reporterId) {
      const which = reportIn(ref)
      if (which === undefined) return 'gone'
      return which.team
        ? withdraw(deps, { house, reportId: which.id, reporterId })
        : matters.withdraw(house, which.id, reporterId)
    },

    async again(house, ref, reporterId) {
      const which = reportIn(ref)
      if (which === undefined) return false
      if (!which.team) return matters.again(house, which.id, reporterId)
      const report = await db.report.findFirst({ where: { id: which.id, houseId: house, reporterId } })
      if (report === null) return false
      const reopened = await reopen(deps, {
        house,
        flagId: report.flagId,
        actorId: reporterId,
        audit: 'reopened',
        refuse: ({ flag }) => (flag.state === 'closed' ? undefined : 'not-closed'),
        async also(tx) {
          await tx.report.updateMany({ where: { id: report.id }, data: { withdrawnAt: null } })
        },
      })
      return reopened.ok
    },

    async tell(house, ref, reporterId, on) {
      const which = reportIn(ref)
      if (which === undefined) return false
      const mine = { id: which.id, houseId: house, reporterId, withdrawnAt: null }
      const open = { state: { not: 'closed' } }
      const data = { tellWhenClosed: on }
      const { count } = which.team
        ? await db.report.updateMany({ where: { ...mine, flag: open }, data })
        : await db.staffReport.updateMany({ where: { ...mine, matter: open }, data })
      return count === 1
    },
  }
}
