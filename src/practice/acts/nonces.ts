import type { Hub } from '../state/hub.ts'
import type { StoredMessage } from '../state/model.ts'

/** "The past few minutes" of the documentation. */
const remembered = 5 * 60_000

const keyOf = (authorId: string, nonce: string | number): string => `${authorId} ${String(nonce)}`

/**
 * The message that this author made with this nonce a moment ago, in whatever channel, also when it has been deleted
 * since: the documentation speaks of a message that was created by the same author, and of nothing else.
 * Source: Discord, Message, Create Message.
 */
export function enforcedNonce(
  hub: Hub,
  authorId: string,
  nonce: string | number | null | undefined,
): StoredMessage | undefined {
  if (nonce === null || nonce === undefined) return undefined
  const there = hub.nonces.get(keyOf(authorId, nonce))
  if (there === undefined || hub.now() - there.at > remembered) return undefined
  return there.message
}

/** Remembers the nonce of a new message, and forgets those that are too old. */
export function rememberNonce(hub: Hub, message: StoredMessage): void {
  if (message.nonce === undefined) return
  for (const [key, one] of hub.nonces) {
    // In the order of their making: the first that is young enough ends the search.
    if (hub.now() - one.at <= remembered) break
    hub.nonces.delete(key)
  }
  const key = keyOf(message.authorId, message.nonce)
  hub.nonces.delete(key)
  hub.nonces.set(key, { message, at: hub.now() })
}
