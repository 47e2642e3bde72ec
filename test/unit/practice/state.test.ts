import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { manualClock } from '../../../src/practice/clock.ts'
import {
  allPermissions,
  channelPermissions,
  guildPermissions,
  permissionBits,
} from '../../../src/practice/permissions.ts'
import { createRouter } from '../../../src/practice/rest/router.ts'
import type { Route } from '../../../src/practice/rest/request.ts'
import { compareIds, createIds, msOf } from '../../../src/practice/snowflake.ts'
import { createMessageLog } from '../../../src/practice/state/message-log.ts'
import type {
  StoredChannel,
  StoredGuild,
  StoredMember,
  StoredMessage,
} from '../../../src/practice/state/model.ts'

it('ids only rise, whatever the clock does, and tell when they were made', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5_000, max: 5_000 }), { maxLength: 50 }), (steps) => {
      let at = Date.parse('2026-11-23T12:00:00Z')
      const newId = createIds(() => new Date(at))
      const ids = steps.map((step) => {
        at += step
        return newId()
      })
      expect(ids.toSorted(compareIds)).toEqual(ids)
      expect(new Set(ids).size).toBe(ids.length)
      expect(msOf(newId())).toBeGreaterThanOrEqual(Date.parse('2026-11-23T12:00:00Z') - 5_000 * 51)
    }),
  )
})

it('more than 4096 ids of one moment stay apart and in order', () => {
  const newId = createIds(() => new Date('2026-11-23T12:00:00Z'))
  const ids = Array.from({ length: 10_000 }, newId)
  expect(new Set(ids).size).toBe(10_000)
  expect(ids.toSorted(compareIds)).toEqual(ids)
})

const message = (n: number) => ({ id: String(n) }) as StoredMessage
const numbersOf = (list: readonly StoredMessage[]) => list.map((one) => Number(one.id))

it('the log of a channel pages as a plain list would, also after deletions', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 2_000 }), { maxLength: 60 }),
      fc.array(fc.integer({ min: 1, max: 2_000 }), { maxLength: 20 }),
      fc.integer({ min: 0, max: 2_001 }),
      fc.integer({ min: 1, max: 30 }),
      (numbers, gone, at, limit) => {
        const log = createMessageLog()
        for (const n of numbers.toSorted((a, b) => a - b)) log.add(message(n))
        for (const n of gone) log.remove(String(n))
        const left = numbers.filter((n) => !gone.includes(n)).toSorted((a, b) => b - a)
        expect(numbersOf(log.before(String(at), limit))).toEqual(left.filter((n) => n < at).slice(0, limit))
        const newer = left.filter((n) => n > at)
        expect(numbersOf(log.after(String(at), limit))).toEqual(
          newer.slice(Math.max(0, newer.length - limit)),
        )
        expect(numbersOf(log.before(undefined, limit))).toEqual(left.slice(0, limit))
        expect(log.size).toBe(left.length)
      },
    ),
  )
})

const bits = fc.bigInt({ min: 0n, max: allPermissions })
const guildOf = (everyone: bigint, own: bigint): StoredGuild => ({
  id: '1',
  name: 'Huis',
  ownerId: '99',
  locale: 'nl',
  joinedAt: 0,
  members: new Map(),
  channelIds: [],
  roles: new Map(
    [
      { id: '1', permissions: everyone },
      { id: '2', permissions: own },
    ].map((role) => [role.id, { ...role, name: role.id, color: 0, position: 0 }]),
  ),
})
const memberOf = (userId: string, timeoutUntil?: number): StoredMember => ({
  userId,
  nick: null,
  roles: ['2'],
  joinedAt: 0,
  timeoutUntil,
})
const channelOf = (overwrites: StoredChannel['overwrites']) => ({ overwrites }) as StoredChannel

it('the owner and an administrator may everything, whatever a channel says', () => {
  fc.assert(
    fc.property(bits, bits, (everyone, deny) => {
      const channel = channelOf([{ id: '1', type: 'role', allow: 0n, deny }])
      const plain = guildOf(everyone, 0n)
      expect(channelPermissions(plain, memberOf('99'), channel, 0)).toBe(allPermissions)
      const admin = guildOf(everyone, permissionBits(['Administrator']))
      expect(channelPermissions(admin, memberOf('5'), channel, 0)).toBe(allPermissions)
    }),
  )
})

it('the overwrite for a member has the last word, after roles and everyone', () => {
  const send = permissionBits(['SendMessages'])
  const base = permissionBits(['ViewChannel'])
  const deny = { allow: 0n, deny: send }
  const allow = { allow: send, deny: 0n }
  const may = (...overwrites: StoredChannel['overwrites']) =>
    (channelPermissions(guildOf(base | send, 0n), memberOf('5'), channelOf(overwrites), 0) & send) !== 0n
  expect(may()).toBe(true)
  expect(may({ id: '1', type: 'role', ...deny })).toBe(false)
  expect(may({ id: '1', type: 'role', ...deny }, { id: '2', type: 'role', ...allow })).toBe(true)
  expect(may({ id: '2', type: 'role', ...allow }, { id: '5', type: 'member', ...deny })).toBe(false)
  expect(may({ id: '2', type: 'role', ...deny }, { id: '5', type: 'member', ...allow })).toBe(true)
  expect(may({ id: '3', type: 'role', ...deny })).toBe(true)
})

it('who cannot see a channel may nothing in it, and in time-out one may only read', () => {
  fc.assert(
    fc.property(bits, (everyone) => {
      const blind = guildOf(everyone & ~permissionBits(['ViewChannel', 'Administrator']), 0n)
      expect(channelPermissions(blind, memberOf('5'), channelOf([]), 0)).toBe(0n)
      const open = guildOf(everyone & ~permissionBits(['Administrator']), 0n)
      const left = guildPermissions(open, memberOf('5', 1_000), 500)
      expect(left & ~permissionBits(['ViewChannel', 'ReadMessageHistory'])).toBe(0n)
      expect(guildPermissions(open, memberOf('5', 1_000), 1_000)).toBe(
        everyone & ~permissionBits(['Administrator']),
      )
    }),
  )
})

const route = (method: Route['method'], path: string): Route => ({
  method,
  path,
  handle: () => ({ status: 204 }),
})

it('a literal part of a path goes before a named one, and a wrong method is told from a wrong path', () => {
  const find = createRouter([
    route('GET', '/channels/{channel}/messages/{message}'),
    route('GET', '/channels/{channel}/messages/pins'),
    route('DELETE', '/channels/{channel}/messages/{message}'),
  ])
  expect(find('GET', '/channels/1/messages/pins')).toMatchObject({ found: 'route', params: { channel: '1' } })
  expect(find('GET', '/channels/1/messages/2')).toMatchObject({ params: { channel: '1', message: '2' } })
  expect(find('GET', '/channels/1/messages/%40original')).toMatchObject({ params: { message: '@original' } })
  expect(find('PUT', '/channels/1/messages/2')).toEqual({ found: 'path' })
  expect(find('GET', '/channels')).toEqual({ found: 'nothing' })
})

it('a clock that is moved keeps its appointments in order, and those that are taken back not at all', () => {
  const clock = manualClock(new Date(0))
  const kept: string[] = []
  clock.after(200, () => kept.push(`b ${clock.now().getTime()}`))
  clock.after(100, () => {
    kept.push(`a ${clock.now().getTime()}`)
    clock.after(50, () => kept.push(`a2 ${clock.now().getTime()}`))
  })
  const back = clock.after(120, () => kept.push('never'))
  back()
  clock.advance(300)
  expect(kept).toEqual(['a 100', 'a2 150', 'b 200'])
  expect(clock.now().getTime()).toBe(300)
})
