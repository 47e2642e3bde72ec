import { EventEmitter } from 'node:events'
import type { Client } from 'discord.js'
import { expect, test } from 'vitest'
import { watchJoined } from '../../../src/discord/joined.ts'

const packet = (id: string, said: object = {}) => ({
  t: 'MESSAGE_CREATE',
  d: { id, member: { joined_at: '2026-11-25T13:00:00.123000+00:00' }, ...said },
})

test('when the writer joined is told once, for the message that it came with', () => {
  const client = new EventEmitter()
  const joinedAt = watchJoined(client as unknown as Client)
  client.emit('raw', packet('1'))
  expect(joinedAt('2')).toBeUndefined()
  expect(joinedAt('1')).toBe(Date.parse('2026-11-25T13:00:00.123Z'))
  expect(joinedAt('1')).toBeUndefined()
})

test('nothing is kept of messages that nobody asks about, and what is no message of a member passes by', () => {
  const client = new EventEmitter()
  const joinedAt = watchJoined(client as unknown as Client)
  for (let id = 1; id <= 500; id++) client.emit('raw', packet(String(id)))
  expect(joinedAt('400')).toBeUndefined()
  expect(joinedAt('500')).toBeDefined()
  for (const other of [
    undefined,
    null,
    'x',
    { t: 'MESSAGE_CREATE' },
    packet('9', { member: null }),
    { t: 'READY' },
  ])
    client.emit('raw', other)
  expect(joinedAt('9')).toBeUndefined()
})
