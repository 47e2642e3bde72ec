import type { HouseId } from '../house/id.ts'
import type { Tx } from '../storage/db.ts'
import { type DutyDeps, PRIORITY } from './deps.ts'
import type { Step } from './ladder.ts'

type Wanting = Pick<DutyDeps, 'outbox'>

/** Who is told of a flag: a step of the ladder, or the on-call role. */
export type ToldOf = Step | 'on-call'

const reminderKey = (flagId: string, round: number, who: ToldOf): string =>
  `reminder:${flagId}:${round}:${who}`

/** Reminds somebody of a flag that nobody took: the one effect that may mention (design decision 14). */
export const wantReminder = (
  { outbox }: Wanting,
  tx: Tx,
  flag: { readonly id: string; readonly houseId: HouseId; readonly queueChannelId: string },
  round: number,
  who: ToldOf,
): Promise<unknown> =>
  outbox.want(tx, {
    house: flag.houseId,
    targetKey: reminderKey(flag.id, round, who),
    kind: 'reminder',
    channelId: flag.queueChannelId,
    desired: { about: 'flag', flagId: flag.id, round, who },
    priority: PRIORITY,
  })

/** Somebody took it, or it is closed: what was said about it goes away, so that the channel shows what still waits. */
export const takeReminderBack = async (
  { outbox }: Wanting,
  tx: Tx,
  house: HouseId,
  flagId: string,
): Promise<void> => {
  const stand = await tx.outboxTarget.findMany({
    where: { houseId: house, kind: 'reminder', targetKey: { startsWith: `reminder:${flagId}:` } },
    select: { targetKey: true, channelId: true },
  })
  for (const { targetKey, channelId } of stand) {
    await outbox.want(tx, { house, targetKey, kind: 'reminder', channelId, desired: { about: 'over' } })
  }
}

/** Tells the back-up that the house should be open and that nobody is there. */
export const wantUnmanned = (
  { outbox }: Wanting,
  tx: Tx,
  house: HouseId,
  channelId: string,
  since: Date,
): Promise<unknown> =>
  outbox.want(tx, {
    house,
    targetKey: `reminder:unmanned:${since.toISOString()}`,
    kind: 'reminder',
    channelId,
    desired: { about: 'unmanned', since: since.toISOString() },
    priority: PRIORITY,
  })

/** The line that says that nobody is there: it stands while that is so (design decision 4). */
export const wantClosingLine = async (
  { outbox }: Wanting,
  tx: Tx,
  house: HouseId,
  channelIds: readonly string[],
  line: { readonly at: Date; readonly next: Date | undefined } | 'over',
): Promise<void> => {
  for (const channelId of channelIds) {
    const targetKey = `closing:${channelId}`
    if (line === 'over' && (await neverStood(tx, house, targetKey))) continue
    await outbox.want(tx, {
      house,
      targetKey,
      kind: 'closing-line',
      channelId,
      desired:
        line === 'over'
          ? { over: true }
          : { at: line.at.toISOString(), next: line.next?.toISOString() ?? null },
    })
  }
}

const neverStood = async (tx: Tx, houseId: HouseId, targetKey: string): Promise<boolean> =>
  (await tx.outboxTarget.findUnique({
    where: { houseId_targetKey: { houseId, targetKey } },
    select: { id: true },
  })) === null

/** As many as one follows; the list shows the others. */
export const LINKED = 10

/** What came in while nobody was there, in numbers and links. */
export interface CameIn {
  readonly opening: Date
  readonly since: Date
  readonly levels: Readonly<Record<string, number>>
  /** What waits for somebody, also from before: ids, the heaviest first. */
  readonly flagIds: readonly string[]
  /** Somebody wants to talk and nobody came yet. */
  readonly talks: number
}

export const wantSummary = (
  { outbox }: Wanting,
  tx: Tx,
  house: HouseId,
  channelId: string,
  { opening, since, levels, flagIds, talks }: CameIn,
): Promise<unknown> =>
  outbox.want(tx, {
    house,
    targetKey: `summary:${opening.toISOString()}`,
    kind: 'summary',
    channelId,
    desired: { what: 'opening', since: since.toISOString(), levels, flagIds: [...flagIds], talks },
    priority: PRIORITY,
  })

/** What somebody still had when the house closed. */
export const wantLeftOver = (
  { outbox }: Wanting,
  tx: Tx,
  house: HouseId,
  channelId: string,
  at: Date,
  left: { readonly flags: number; readonly talks: number },
): Promise<unknown> =>
  outbox.want(tx, {
    house,
    targetKey: `summary:closing:${at.toISOString()}`,
    kind: 'summary',
    channelId,
    desired: { what: 'closing', ...left },
    priority: PRIORITY,
  })

export const wantHandOver = (
  { outbox }: Wanting,
  tx: Tx,
  offer: {
    readonly id: string
    readonly houseId: string
    readonly channelId: string
    readonly version: number
  },
): Promise<unknown> =>
  outbox.want(tx, {
    house: offer.houseId as HouseId,
    targetKey: `hand-over:${offer.id}`,
    kind: 'hand-over',
    channelId: offer.channelId,
    desired: { handOverId: offer.id, version: offer.version },
    priority: PRIORITY,
  })
