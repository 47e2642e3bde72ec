import { z } from 'zod'
import type { HouseId } from '../house/id.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { Tx } from '../storage/db.ts'
import type { Timer, Timers } from '../storage/timers.ts'

/**
 * Telling reporters that their report is closed: only those who asked for it there and then, with a line that says
 * nothing but that there is news (design decision 4, a safeguard).
 */
export const NEWS_TIMER = 'report-news'

/** A closing can be undone for a minute; nobody is told of one that was. */
const AFTER_MS = 61_000

export const newsKey = (flagId: string): string => `news:${flagId}`

interface NewsDeps {
  readonly timers: Pick<Timers, 'schedule'>
  readonly now: () => Date
}

/** Called in the transaction that closes a flag (or a matter of the team). */
export const planNews = async (
  { timers, now }: NewsDeps,
  tx: Tx,
  closed: { readonly houseId: HouseId; readonly id: string },
): Promise<void> => {
  const where = { tellWhenClosed: true, withdrawnAt: null }
  const asked =
    (await tx.report.count({ where: { flagId: closed.id, ...where } })) +
    (await tx.staffReport.count({ where: { matterId: closed.id, ...where } }))
  if (asked === 0) return
  await timers.schedule(tx, {
    house: closed.houseId,
    key: newsKey(closed.id),
    kind: NEWS_TIMER,
    payload: { subjectId: closed.id },
    dueAt: new Date(now().getTime() + AFTER_MS),
  })
}

const payload = z.object({ subjectId: z.string() })

/**
 * The minute is over: everybody who asked is told, once, if it is closed still. Runs in the transaction that marks the
 * timer as fired.
 */
export const fireNews = async (
  { outbox }: { readonly outbox: Pick<Outbox, 'want'> },
  tx: Tx,
  timer: Timer,
): Promise<void> => {
  const { subjectId } = payload.parse(timer.payload)
  const asked = { tellWhenClosed: true, withdrawnAt: null }
  const ofFlag = await tx.report.findMany({
    where: { ...asked, flag: { id: subjectId, houseId: timer.houseId, state: 'closed' } },
    select: { id: true, reporterId: true, flag: { select: { version: true } } },
  })
  const ofMatter = await tx.staffReport.findMany({
    where: { ...asked, matter: { id: subjectId, houseId: timer.houseId, state: 'closed' } },
    select: { id: true, reporterId: true, matter: { select: { version: true } } },
  })
  const told = [
    ...ofFlag.map(({ flag, ...report }) => ({ ...report, version: flag.version })),
    ...ofMatter.map(({ matter, ...report }) => ({ ...report, version: matter.version })),
  ]
  for (const { id, reporterId, version } of told) {
    await outbox.want(tx, {
      house: timer.houseId,
      // The version makes each closing its own message: an edit of an older one would reach nobody.
      targetKey: `news:${id}:${version}`,
      kind: 'news',
      channelId: 'dm',
      desired: { userId: reporterId, says: 'report.news' },
    })
  }
  const ids = { in: told.map(({ id }) => id) }
  // Asked once is told once: whoever wants to hear it again asks again.
  await tx.report.updateMany({ where: { id: ids }, data: { tellWhenClosed: false } })
  await tx.staffReport.updateMany({ where: { id: ids }, data: { tellWhenClosed: false } })
}
