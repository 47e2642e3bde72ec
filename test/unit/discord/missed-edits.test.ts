import type { APIMessage, REST } from 'discord.js'
import { expect, test } from 'vitest'
import { missedEdits } from '../../../src/discord/missed-edits.ts'
import { snowflakeAt } from '../../../src/storage/snowflake.ts'

const LEFT = new Date('2026-11-25T13:00:00Z')
const MINUTE = 60_000
const at = (minutes: number): Date => new Date(LEFT.getTime() + minutes * MINUTE)
const message = (minutes: number, editedAfter?: number): APIMessage =>
  ({
    id: snowflakeAt(at(minutes)),
    edited_timestamp: editedAfter === undefined ? null : at(editedAfter).toISOString(),
  }) as APIMessage

/** A Discord that has these messages, and remembers what it was asked. */
const discord = (messages: readonly APIMessage[]) => {
  const asked: string[] = []
  const get = (async (_path: string, { query }: { query: URLSearchParams }) => {
    asked.push(query.toString())
    const before = BigInt(query.get('before') ?? '0')
    return messages
      .filter(({ id }) => BigInt(id) < before)
      .toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1))
      .slice(0, Number(query.get('limit')))
  }) as unknown as REST['get']
  return { rest: { get }, asked }
}
const looked = (messages: readonly APIMessage[], upTo: Date) => {
  const { rest, asked } = discord(messages)
  const channel = { channelId: '1', upTo: snowflakeAt(upTo) }
  return missedEdits(channel, snowflakeAt(LEFT), rest).then((found) => ({ ...found, asked }))
}

test('only what was edited after the bot left comes back, oldest first', async () => {
  const messages = [message(-30, 5), message(-20), message(-10, -9), message(-5, 1)]
  const { edited, cutAt } = await looked(messages, at(-5))
  expect(edited.map(({ id }) => id)).toEqual([messages[0]?.id, messages[3]?.id])
  expect(cutAt).toBeUndefined()
})

test('what is newer than what was known is left to whoever reads what was missed', async () => {
  const { edited } = await looked([message(-5, 3), message(2, 3)], at(-5))
  expect(edited).toHaveLength(1)
})

test('a message of more than a day before is not looked at, and a channel that is quiet since costs no request', async () => {
  const old = await looked([message(-25 * 60, 5), message(-60, 5)], at(-60))
  expect(old.edited).toHaveLength(1)
  const quiet = await looked([message(-25 * 60, 5)], at(-25 * 60))
  expect(quiet).toMatchObject({ edited: [], asked: [] })
})

test('no more than a hundred messages are asked for, and where that was too few is told', async () => {
  const messages = Array.from({ length: 150 }, (_, n) => message(-150 + n, 5))
  const { edited, cutAt, asked } = await looked(messages, at(-1))
  expect(edited).toHaveLength(100)
  expect(asked).toHaveLength(1)
  expect(cutAt).toEqual(at(-100))
})
