import type { HouseId } from '../house/id.ts'
import { addCount } from '../statistics/counts.ts'
import { type Tx, transact } from '../storage/db.ts'
import { type HoldingDeps, wantLine, wantQuote } from './deps.ts'

/** How a message comes back: its writer posts it, or the bot posts it as a quote. */
export type WayBack = 'give' | 'quote'

/** What of a flag this room looks at when a person decided. */
export interface DecidedFlag {
  readonly id: string
  readonly houseId: HouseId
  readonly channelId: string
  readonly state: string
  readonly outcome: string | null
}

/**
 * A person decided about a flag, or took a decision back: the line in the channel and the bot's quote follow from the
 * row. Called in the transaction of the decision, for every flag; does nothing for one that was never held.
 *
 * @param before - what the flag was before, so that a message counts as put back once
 * @param way - how it comes back; as its writer chooses when left out
 */
export async function decided(
  deps: HoldingDeps,
  tx: Tx,
  flag: DecidedFlag,
  before: Pick<DecidedFlag, 'state' | 'outcome'>,
  way: WayBack = 'give',
): Promise<void> {
  const held = await tx.heldMessage.findUnique({ where: { flagId: flag.id } })
  if (held === null || held.state !== 'held') return
  const isBack = (one: Pick<DecidedFlag, 'state' | 'outcome'>): boolean =>
    one.state === 'closed' && one.outcome === 'put-back'
  if (isBack(flag) && !isBack(before)) {
    await tx.heldMessage.update({
      where: { flagId: flag.id },
      data: { wayBack: way },
      select: { flagId: true },
    })
    await addCount(tx, flag.houseId, 'put-back', deps.now())
  }
  if (isBack(before) && !isBack(flag)) {
    await tx.heldMessage.update({
      where: { flagId: flag.id },
      data: { wayBack: null },
      select: { flagId: true },
    })
    await addCount(tx, flag.houseId, 'put-back', deps.now(), -1)
  }
  if (isBack(flag) || isBack(before)) await wantQuote(deps, tx, flag.houseId, flag)
  await wantLine(deps, tx, flag.houseId, flag.channelId)
}

/** Whose message it is, and which. */
export interface OwnHeld {
  readonly house: HouseId
  readonly flagId: string
  readonly authorId: string
}

/** Its writer lets the bot post it. False when it is not theirs, not put back, or over already. */
export async function letBotPost(deps: HoldingDeps, { house, flagId, authorId }: OwnHeld): Promise<boolean> {
  const done = await transact(deps.db, async (tx) => {
    const { count } = await tx.heldMessage.updateMany({
      where: {
        flagId,
        houseId: house,
        state: 'held',
        wayBack: 'give',
        repostId: null,
        withdrawnAt: null,
        flag: { authorId, state: 'closed', outcome: 'put-back' },
      },
      data: { wayBack: 'quote' },
    })
    if (count !== 1) return false
    const flag = await tx.flag.findUniqueOrThrow({
      where: { id: flagId },
      select: { id: true, channelId: true },
    })
    await wantQuote(deps, tx, house, flag)
    await wantLine(deps, tx, house, flag.channelId)
    return true
  })
  if (done) deps.outbox.announce()
  return done
}

/** Its writer takes the bot's quote away. False for anybody else. */
export async function withdraw(deps: HoldingDeps, { house, flagId, authorId }: OwnHeld): Promise<boolean> {
  const done = await transact(deps.db, async (tx) => {
    const { count } = await tx.heldMessage.updateMany({
      where: { flagId, houseId: house, wayBack: 'quote', flag: { authorId } },
      data: { withdrawnAt: deps.now() },
    })
    if (count !== 1) return false
    const flag = await tx.flag.findUniqueOrThrow({
      where: { id: flagId },
      select: { id: true, channelId: true },
    })
    await wantQuote(deps, tx, house, flag)
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
 * the same channel, once. It was looked at; a rule does not hold or flag it a second time.
 */
export async function isGivenBack({ db, seal, outbox }: HoldingDeps, posted: Posted): Promise<boolean> {
  const { house, channelId, messageId, authorId, text } = posted
  const given = await db.heldMessage.findMany({
    where: {
      houseId: house,
      state: 'held',
      wayBack: 'give',
      withdrawnAt: null,
      OR: [{ repostId: null }, { repostId: messageId }],
      flag: { authorId, channelId, state: 'closed', outcome: 'put-back', wordsMark: { not: null } },
    },
    include: { flag: { select: { wordsMark: true } } },
    take: 20,
  })
  for (const { flagId, flag, repostId } of given) {
    if ((await seal.sameWords(flag.wordsMark ?? '', text)) !== true) continue
    if (repostId === messageId) return true
    const done = await transact(db, async (tx) => {
      const { count } = await tx.heldMessage.updateMany({
        where: { flagId, repostId: null },
        data: { repostId: messageId },
      })
      if (count === 1) await wantLine({ outbox }, tx, house, channelId)
      return count === 1
    })
    if (!done) continue
    outbox.announce()
    return true
  }
  return false
}
