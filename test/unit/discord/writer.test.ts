import { EventEmitter } from 'node:events'
import type { Client } from 'discord.js'
import { expect, test } from 'vitest'
import { watchWriters } from '../../../src/discord/writer.ts'

const packet = (id: string, said: object = {}) => ({
  t: 'MESSAGE_CREATE',
  d: { id, member: { joined_at: '2026-11-25T13:00:00.123000+00:00', roles: ['7'] }, ...said },
})
const joinedAt = Date.parse('2026-11-25T13:00:00.123Z')

test('who wrote a message is told once, for the message that it came with', () => {
  const client = new EventEmitter()
  const writerOf = watchWriters(client as unknown as Client)
  client.emit('raw', packet('1'))
  expect(writerOf('2')).toBeUndefined()
  expect(writerOf('1')).toEqual({ joinedAt, roleIds: ['7'] })
  expect(writerOf('1')).toBeUndefined()
})

test('of messages that wait while the bot connects again, each is still known by its writer', () => {
  const client = new EventEmitter()
  const writerOf = watchWriters(client as unknown as Client)
  for (const id of ['1', '2', '3']) client.emit('raw', packet(id, { member: { roles: [id] } }))
  for (const id of ['1', '2', '3']) expect(writerOf(id)).toEqual({ roleIds: [id] })
})

test('somebody of whom Discord does not say when they joined still has their roles', () => {
  const client = new EventEmitter()
  const writerOf = watchWriters(client as unknown as Client)
  client.emit('raw', packet('1', { member: { joined_at: null, roles: ['7'] } }))
  expect(writerOf('1')).toEqual({ roleIds: ['7'] })
})

test('nothing is kept of messages that nobody asks about, and what is no message of a member passes by', () => {
  const client = new EventEmitter()
  const writerOf = watchWriters(client as unknown as Client)
  for (let id = 1; id <= 500; id++) client.emit('raw', packet(String(id)))
  expect(writerOf('400')).toBeUndefined()
  expect(writerOf('401')).toBeDefined()
  expect(writerOf('500')).toBeDefined()
  for (const other of [
    undefined,
    null,
    'x',
    { t: 'MESSAGE_CREATE' },
    packet('9', { member: null }),
    { t: 'READY' },
  ])
    client.emit('raw', other)
  expect(writerOf('9')).toBeUndefined()
})
