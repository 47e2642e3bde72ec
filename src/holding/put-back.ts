import type { HouseId } from '../house/id.ts'
import { addCount } from '../statistics/counts.ts'
import { type Tx, transact } from '../storage/db.ts'
import { type HeldKey, type HoldingDeps, wantLine, wantQuote } from './deps.ts'
import { BACK_OUTCOMES, isBack } from './standing.ts'

/** How a message comes back: its writer posts it, or the bot posts it as a quote. */
export type WayBack = 'give' | 'quote'

/** What of a flag this room looks at. */
export interface DecidedFlag {
  readonly id: string
  readonly houseId: HouseId
  readonly state: string
  readonly outcome: string | null
}

/**
 * A person decided about a flag, or a decision was taken back: the lines and the bot's quotes follow from the rows.
 * Called in the transaction of every transition; does nothing where nothing is held.
 *
 * A message that is put back is given to its writer, who posts it or lets the bot do it: nobody's words come back into
 * a channel without their will.
 *
 * @param before - what the flag was before, so that a message counts as put back once; undefined for a new flag
 */
export async function decided(
  deps: HoldingDeps,
  tx: Tx,
  flag: DecidedFlag,
  before: Pick<DecidedFlag, 'state' | 'outcome'> | undefined,
): Promise<void> {
  if (before === undefined || (before.state === flag.state && before.outcome === flag.outcome)) return
  if (before.state !== 'closed' && flag.state !== 'closed') return
  const { houseId: house } = flag
  const rows = await tx.heldMessage.findMany({ where: { flagId: flag.id, state: 'held' } })
  for (const { messageId, channelId, wayBack } of rows) {
    if (isBack(flag) !== isBack(before)) {
      const data = { wayBack: isBack(flag) ? 'give' : null }
      await tx.heldMessage.updateMany({ where: { messageId }, data })
      await addCount(tx, house, 'put-back', deps.now(), isBack(flag) ? 1 : -1)
    }
    if (wayBack === 'quote') await wantQuote(deps, tx, { house, messageId }, channelId)
  }
  for (const channelId of new Set(rows.map((row) => row.channelId)))
    await wantLine(deps, tx, house, channelId)
}

/** A held message, and who says that it is theirs. */
export interface OwnHeld extends HeldKey {
  readonly authorId: string
}

const BACK = { state: 'closed', outcome: { in: [...BACK_OUTCOMES] } }

/** Its writer lets the bot post it. False when it is not theirs, not put back, or over already. */
export async function letBotPost(deps: HoldingDeps, own: OwnHeld): Promise<boolean> {
  const { house, messageId, authorId } = own
  const where = { messageId, houseId: house, authorId, state: 'held', repostId: null, withdrawnAt: null }
  const done = await transact(deps.db, async (tx) => {
    const { count } = await tx.heldMessage.updateMany({
      where: { ...where, wayBack: 'give', flag: BACK },
      data: { wayBack: 'quote' },
    })
    if (count !== 1) return false
    const { channelId } = await tx.heldMessage.findUniqueOrThrow({ where: { messageId } })
    await wantQuote(deps, tx, own, channelId)
    await wantLine(deps, tx, house, channelId)
    return true
  })
  if (done) deps.outbox.announce()
  return done
}

/** Its writer takes the bot's quote away. False for anybody else. */
export async function withdraw(deps: HoldingDeps, own: OwnHeld): Promise<boolean> {
  const { house, messageId, authorId } = own
  const done = await transact(deps.db, async (tx) => {
    const { count } = await tx.heldMessage.updateMany({
      where: { messageId, houseId: house, authorId, wayBack: 'quote' },
      data: { withdrawnAt: deps.now() },
    })
    if (count !== 1) return false
    const { channelId } = await tx.heldMessage.findUniqueOrThrow({ where: { messageId } })
    await wantQuote(deps, tx, own, channelId)
    return true
  })
  if (done) deps.outbox.announce()
  return done
}

/** A message as it comes in. */
export interface Posted {
  readonly house: HouseId
  readonly channelId: string
  readonly messageId: string
  readonly authorId: string
  readonly text: string
}

/**
 * Whether this is the message that a person gave back to its writer, posted again: the same words by the same writer in
 * the same channel, once. A person looked at it; a rule does not hold or flag it a second time.
 */
export async function isGivenBack({ db, seal, outbox }: HoldingDeps, posted: Posted): Promise<boolean> {
  const { house, channelId, messageId: repostId, authorId, text } = posted
  const given = await db.heldMessage.findMany({
    where: {
      houseId: house,
      channelId,
      authorId,
      state: 'held',
      wayBack: 'give',
      OR: [{ repostId: null }, { repostId }],
      flag: { ...BACK, wordsMark: { not: null } },
    },
    include: { flag: { select: { wordsMark: true } } },
    take: 20,
  })
  for (const { messageId, flag, repostId: known } of given) {
    if ((await seal.sameWords(flag.wordsMark ?? '', text)) !== true) continue
    if (known !== null) return true
    const done = await transact(db, async (tx) => {
      const where = { messageId, repostId: null, wayBack: 'give' }
      const { count } = await tx.heldMessage.updateMany({ where, data: { repostId } })
      if (count === 1) await wantLine({ outbox }, tx, house, channelId)
      return count === 1
    })
    if (!done) continue
    outbox.announce()
    return true
  }
  return false
}
