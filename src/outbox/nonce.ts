import { createHash } from 'node:crypto'

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'
/** Discord's bound on a nonce. */
const LENGTH = 25

/**
 * The nonce of a message: the same target and generation always give the same, so that Discord itself returns the
 * first message instead of making a second when a post is repeated within minutes.
 *
 * @param targetKey - the key of the target; two targets with one key in two houses must not share a nonce, so the
 *   outbox puts the house in front
 */
export const nonceOf = (targetKey: string, generation: number): string => {
  const hash = createHash('sha256').update(`${targetKey}\n${generation}`).digest()
  // One letter from the low five bits of each byte: 125 bits, enough never to meet.
  return Array.from(hash.subarray(0, LENGTH), (byte) => ALPHABET.charAt(byte & 31)).join('')
}
