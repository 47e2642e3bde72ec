import type { HouseId } from '../house/id.ts'
import { transact } from '../storage/db.ts'
import { type HeldKey, type HoldingDeps, wantLine } from './deps.ts'
import { type HeldLine, isNewsFor, lineFor, type Standing, standingOf } from './standing.ts'

/** A held message as its writer may know it. */
export interface OwnHeldMessage {
  readonly messageId: string
  readonly flagId: string
  readonly channelId: string
  readonly heldAt: Date
  readonly standing: Standing
  /** Whether the writer does not know yet how it stands. */
  readonly isNews: boolean
  readonly ruleIds: readonly string[]
}

/** Nobody comes back after a week to learn of one message; the line would stand there for ever. */
const LINE_LASTS_MS = 7 * 86_400_000

/** What is held (or came back) of one writer: what they do not know yet first, then the newest. */
export async function ofWriter(
  { db }: HoldingDeps,
  house: HouseId,
  authorId: string,
  channelId?: string,
): Promise<readonly OwnHeldMessage[]> {
  const rows = await db.heldMessage.findMany({
    where: { houseId: house, authorId, state: 'held', ...(channelId === undefined ? {} : { channelId }) },
    include: { flag: { select: { state: true, outcome: true, findings: { select: { ruleId: true } } } } },
    orderBy: { heldAt: 'desc' },
    take: 25,
  })
  return rows
    .map((row) => {
      const standing = standingOf(row)
      return {
        messageId: row.messageId,
        flagId: row.flagId,
        channelId: row.channelId,
        heldAt: row.heldAt,
        standing,
        isNews: isNewsFor(standing, row.told),
        ruleIds: [...new Set(row.flag.findings.map(({ ruleId }) => ruleId))],
      }
    })
    .sort((a, b) => Number(b.isNews) - Number(a.isNews))
}

/** The writer knows now; the line goes once nobody has to learn anything any more. */
export async function told(
  deps: HoldingDeps,
  { house, messageId }: HeldKey,
  { channelId, standing }: Pick<OwnHeldMessage, 'channelId' | 'standing'>,
): Promise<void> {
  await transact(deps.db, async (tx) => {
    await tx.heldMessage.updateMany({ where: { messageId, houseId: house }, data: { told: standing } })
    await wantLine(deps, tx, house, channelId)
  })
  deps.outbox.announce()
}

/** What the line in a channel should say now. */
export async function lineIn({ db, now }: HoldingDeps, house: HouseId, channelId: string): Promise<HeldLine> {
  const since = new Date(now().getTime() - LINE_LASTS_MS)
  const rows = await db.heldMessage.findMany({
    where: { houseId: house, channelId, state: 'held', authorId: { not: null }, heldAt: { gte: since } },
    include: { flag: { select: { state: true, outcome: true } } },
  })
  return lineFor(rows.map((row) => ({ standing: standingOf(row), told: row.told })))
}
