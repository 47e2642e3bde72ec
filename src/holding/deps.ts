import type { HouseId } from '../house/id.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { Seal } from '../privacy/sealed.ts'
import type { Db, Tx } from '../storage/db.ts'

/** What the room of held messages is handed. */
export interface HoldingDeps {
  readonly db: Db
  readonly outbox: Pick<Outbox, 'want' | 'announce'>
  readonly seal: Pick<Seal, 'sameWords'>
  readonly now: () => Date
}

/** A held message, named as Discord named it. */
export interface HeldKey {
  readonly house: HouseId
  readonly messageId: string
}

/** One line for each channel, however many messages are held there. */
export const heldLineKey = (channelId: string): string => `held-line:${channelId}`

/** Asks for the line in a channel to be made true. */
export async function wantLine(
  { outbox }: Pick<HoldingDeps, 'outbox'>,
  tx: Tx,
  house: HouseId,
  channelId: string,
): Promise<void> {
  await outbox.want(tx, {
    house,
    targetKey: heldLineKey(channelId),
    kind: 'held-line',
    channelId,
    desired: {},
  })
}

/** Asks for the bot's quote of a message to stand, or to be gone, as its row says. */
export async function wantQuote(
  { outbox }: Pick<HoldingDeps, 'outbox'>,
  tx: Tx,
  { house, messageId }: HeldKey,
  channelId: string,
): Promise<void> {
  await outbox.want(tx, {
    house,
    targetKey: `put-back:${messageId}`,
    kind: 'put-back',
    channelId,
    desired: { messageId },
  })
}
