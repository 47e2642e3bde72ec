import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Change,
  mayOpen,
  maySlow,
  maySpeed,
  mayShut,
  type Overwrite,
  planShut,
} from '../../../src/channels/plan.ts'

const SPEAK = 0b11n
const WRITE = 0b1111n
const bits = fc.nat({ max: 255 })
/** Bits of one thing are never both given and refused. */
const overwriteOf = (id: string) =>
  fc.tuple(bits, bits).map(
    ([allow, deny]): Overwrite => ({
      id,
      type: id === 'bot' ? 1 : 0,
      allow: String(allow),
      deny: String(deny & ~allow),
    }),
  )
const channel = fc
  .subarray(['everyone', 'worker', 'moderator', 'read', 'other', 'bot'])
  .chain((ids) => fc.tuple(...ids.map(overwriteOf)))
const planOf = (overwrites: readonly Overwrite[]): readonly Change[] =>
  planShut({
    overwrites,
    everyoneId: 'everyone',
    teamRoleIds: ['worker', 'moderator'],
    botId: 'bot',
    speak: SPEAK,
    write: WRITE,
  })

/** A channel as Discord keeps it; each change is one request. */
const world = (overwrites: readonly Overwrite[]) => {
  const now = new Map(overwrites.map((one) => [one.id, one]))
  const put = (id: string, wanted: Overwrite | null): void => {
    if (wanted === null) now.delete(id)
    else now.set(id, wanted)
  }
  return {
    put,
    at: (id: string) => now.get(id),
    all: () => [...now.values()].sort((a, b) => a.id.localeCompare(b.id)),
  }
}
/** What somebody may who has nothing by a role of the whole server but `WRITE` (Discord, Permission Overwrites). */
const mayWrite = (at: (id: string) => Overwrite | undefined, roles: readonly string[]): boolean => {
  const everyone = at('everyone')
  let may = WRITE & ~BigInt(everyone?.deny ?? 0)
  may |= BigInt(everyone?.allow ?? 0)
  const own = roles.map(at)
  may &= ~own.reduce((sum, one) => sum | BigInt(one?.deny ?? 0), 0n)
  may |= own.reduce((sum, one) => sum | BigInt(one?.allow ?? 0), 0n)
  return (may & WRITE) !== 0n
}
const maySpeak = (at: (id: string) => Overwrite | undefined, role: string): boolean =>
  (BigInt(at(role)?.allow ?? 0) & SPEAK) === SPEAK

test('shut, nobody writes but the team and the bot, whatever stood there before', () => {
  fc.assert(
    fc.property(channel, (before) => {
      const { put, at } = world(before)
      for (const { set } of planOf(before)) put(set.id, set)
      for (const roles of [[], ['read'], ['other'], ['read', 'other']])
        expect(mayWrite(at, roles), roles.join()).toBe(false)
      for (const role of ['worker', 'moderator', 'bot']) expect(maySpeak(at, role), role).toBe(true)
    }),
  )
})

test('put back, everything is exactly as it was, killed and repeated at any point of either way', () => {
  fc.assert(
    fc.property(channel, fc.nat({ max: 6 }), fc.nat({ max: 6 }), (before, shutUntil, openUntil) => {
      const plan = planOf(before)
      const { put, at, all } = world(before)
      const shut = (most: number): void => {
        for (const change of plan.slice(0, most)) {
          const verdict = mayShut(change, at(change.set.id))
          expect(verdict).not.toBe('foreign')
          if (verdict === 'act') put(change.set.id, change.set)
        }
      }
      const open = (most: number): void => {
        for (const change of plan.toReversed().slice(0, most)) {
          const verdict = mayOpen(change, at(change.set.id))
          expect(verdict).not.toBe('foreign')
          if (verdict === 'act') put(change.set.id, change.before)
        }
      }
      shut(shutUntil)
      shut(plan.length)
      open(openUntil)
      open(plan.length)
      expect(all()).toEqual([...before].sort((a, b) => a.id.localeCompare(b.id)))
    }),
  )
})

test('what somebody changed meanwhile is theirs', () => {
  const [change] = planOf([])
  if (change === undefined) throw new Error('nothing was planned')
  const theirs: Overwrite = { ...change.set, deny: '128' }
  expect(mayOpen(change, theirs)).toBe('foreign')
  expect(mayShut(change, theirs)).toBe('foreign')
  expect(mayOpen(change, undefined)).toBe('stands')
  expect(mayShut(change, undefined)).toBe('act')
})

test('the time between messages: set once however often, put back only where it is still ours', () => {
  const slow = { before: 5, set: [10, 30] }
  expect(maySlow(slow, 30, 5)).toBe('act')
  expect(maySlow(slow, 30, 10)).toBe('act')
  expect(maySlow(slow, 30, 30)).toBe('stands')
  expect(maySlow(slow, 30, 120)).toBe('foreign')
  expect(maySpeed(slow, 30)).toBe('act')
  expect(maySpeed(slow, 5)).toBe('stands')
  expect(maySpeed(slow, 120)).toBe('foreign')
})
