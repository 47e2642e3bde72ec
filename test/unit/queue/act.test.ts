import { describe, expect, test } from 'vitest'
import { houseId } from '../../../src/house/id.ts'
import type { FlagAct } from '../../../src/queue/flags.ts'
import { act, closeFlag, CLAIM, TALKED } from '../../support/storage/presses.ts'
import { audit, insult, raiseOf, reportOf, threat } from '../../support/storage/raises.ts'
import { HOUSE, openTempHouse } from '../../support/storage/temp-storage.ts'

describe('acting', () => {
  test('a flag that two people take has one owner, and the other one hears who', async () => {
    const house = await openTempHouse()
    const { flagId } = await house.flags.raise(raiseOf(insult))
    const results = await Promise.all(['amira', 'bert'].map((actor) => act(house, flagId, actor, CLAIM)))
    const winner = results.find((result) => result.ok)
    const loser = results.find((result) => !result.ok)
    expect(winner?.flag?.ownerId).toMatch(/amira|bert/)
    expect(loser).toMatchObject({ refusal: 'already-claimed', flag: { ownerId: winner?.flag?.ownerId } })
  })

  test('an act tells the row as it now is, without the words', async () => {
    const house = await openTempHouse()
    const { flagId } = await house.flags.raise(raiseOf(insult))
    house.clock.pass(5_000)
    const result = await act(house, flagId, 'amira', CLAIM)
    expect(result).toMatchObject({
      ok: true,
      flag: { id: flagId, state: 'claimed', ownerId: 'amira', version: 2, changedAt: house.clock.now() },
    })
    expect(Object.keys(result.flag ?? {})).not.toContain('words')
    expect(Object.keys(result.flag ?? {})).not.toContain('wordsMark')
    expect(Object.keys(result.flag ?? {})).not.toContain('alikeMark')
    const {
      words: _w,
      wordsMark: _m,
      alikeMark: _a,
      ...row
    } = await house.db.flag.findUniqueOrThrow({ where: { id: flagId } })
    expect(result.flag).toEqual(row)
  })

  test('the same press twice changes nothing the second time', async () => {
    const house = await openTempHouse()
    const { flagId } = await house.flags.raise(raiseOf(insult))
    await act(house, flagId, 'amira', CLAIM)
    expect(await act(house, flagId, 'amira', CLAIM)).toMatchObject({ ok: true, flag: { version: 2 } })
    await closeFlag(house, flagId)
    expect(await act(house, flagId, 'amira', TALKED)).toMatchObject({ ok: true, flag: { version: 3 } })
    expect((await audit(house)).map(({ act: name }) => name)).toEqual(['raised', 'claimed', 'closed'])
  })

  test('a press on a card that shows something old is refused with what it is now', async () => {
    const house = await openTempHouse()
    const { flagId } = await house.flags.raise(raiseOf(insult))
    await house.flags.raise(reportOf('noor'))
    expect(await act(house, flagId, 'amira', TALKED, 1)).toMatchObject({
      ok: false,
      refusal: 'stale',
      flag: { version: 2, kind: 'worry' },
    })
    expect(await act(house, flagId, 'amira', { type: 'decide', outcome: 'passed-on' }, 1)).toMatchObject({
      ok: true,
    })
  })

  test('an act of a house on the flag of another, or on none, finds nothing', async () => {
    const house = await openTempHouse()
    const { flagId } = await house.flags.raise(raiseOf(insult))
    const other = houseId('another')
    expect(await house.flags.act({ house: other, flagId, actorId: 'amira', act: CLAIM })).toEqual({
      ok: false,
      refusal: 'gone',
    })
    expect(await house.flags.card(other, flagId)).toBeUndefined()
    expect(await house.flags.words(other, flagId)).toBeUndefined()
    expect(await house.flags.said(HOUSE, 'none')).toBeUndefined()
    expect(await act(house, 'none', 'amira', CLAIM)).toEqual({ ok: false, refusal: 'gone' })
    await house.flags.redraw(HOUSE, 'none')
  })

  test('removing also asks for the message to be deleted, once', async () => {
    const house = await openTempHouse()
    const { flagId } = await house.flags.raise(raiseOf(threat))
    const remove: FlagAct = { type: 'decide', outcome: 'removed', evidenceKept: true }
    await act(house, flagId, 'amira', remove)
    await act(house, flagId, 'amira', remove)
    expect(await house.outbox.target(HOUSE, 'removal:500:1000')).toMatchObject({
      kind: 'removal',
      channelId: '500',
      desired: { messageId: '1000', flagId },
      desiredVersion: 1,
    })
  })

  test('showing is written down with who and changes nothing', async () => {
    const house = await openTempHouse()
    const { flagId } = await house.flags.raise(raiseOf(insult))
    expect(await act(house, flagId, 'amira', { type: 'show' })).toMatchObject({
      ok: true,
      flag: { version: 1 },
    })
    expect(await audit(house)).toMatchObject([{ act: 'raised' }, { act: 'shown', actorId: 'amira', flagId }])
    expect(await act(house, flagId, 'writer', { type: 'show' })).toMatchObject({ refusal: 'own-flag' })
    expect(await audit(house)).toHaveLength(2)
  })

  test('no code of the audit can hold a sentence', async () => {
    const house = await openTempHouse()
    const { flagId } = await house.flags.raise(reportOf('noor', { note: 'zebrapad' }))
    await closeFlag(house, flagId)
    for (const { codes } of await audit(house)) {
      for (const code of Object.values(JSON.parse(codes) as Record<string, string>)) {
        expect(code).toMatch(/^[a-z0-9:_-]{1,60}$/)
      }
    }
  })
})
