import { describe, expect, test } from 'vitest'
import type { FlagAct } from '../../../src/queue/flags.ts'
import { act, cardOf, closeFlag } from '../../support/storage/presses.ts'
import { audit, cryForHelp, insult, raiseOf, reportOf, threat } from '../../support/storage/raises.ts'
import { HOUSE, openTempHouse } from '../../support/storage/temp-storage.ts'

describe('raising', () => {
  test('a message that breaks a rule has one flag, one card to post and one audit line', async () => {
    const house = await openTempHouse()
    const { flagId, result } = await house.flags.raise(raiseOf(insult))
    expect(result).toBe('raised')
    expect(await house.flags.words(HOUSE, flagId)).toBe('the planted words')
    const claims = await house.outbox.claim(10)
    expect(claims).toMatchObject([
      { targetKey: `card:${flagId}`, kind: 'card', channelId: '600', desired: { flagId, flagVersion: 1 } },
    ])
    const lines = await audit(house)
    expect(lines).toMatchObject([{ act: 'raised', flagId, actorId: null, fromState: null, toState: 'open' }])
    expect(JSON.parse(lines[0]?.codes ?? '')).toEqual({
      source: 'screening',
      kind: 'conduct',
      category: 'harassment',
      level: 'groen',
    })
  })

  test('the same words under the same policy do nothing, on an open flag and on a closed one', async () => {
    const house = await openTempHouse()
    const { flagId } = await house.flags.raise(raiseOf(insult))
    const snapshot = async () =>
      JSON.stringify([
        await house.db.flag.findMany(),
        await audit(house),
        await house.db.outboxTarget.findMany(),
      ])
    const before = await snapshot()
    expect(await house.flags.raise(raiseOf(insult))).toEqual({ flagId, result: 'unchanged' })
    expect(await snapshot()).toBe(before)
    await closeFlag(house, flagId)
    const closed = await snapshot()
    expect(await house.flags.raise(raiseOf(insult))).toEqual({ flagId, result: 'unchanged' })
    // A person judged these words: other rules reading them again do not undo that.
    expect(await house.flags.raise(raiseOf(threat, { policyVersion: 'p2' }))).toMatchObject({
      result: 'unchanged',
    })
    expect(await snapshot()).toBe(closed)
  })

  test('a flag that is still open learns what a newer policy finds in the same words', async () => {
    const house = await openTempHouse()
    const { flagId } = await house.flags.raise(raiseOf(insult))
    expect(await house.flags.raise(raiseOf(insult, { policyVersion: 'p2' }))).toMatchObject({
      result: 'unchanged', // the same rule in the same place
    })
    expect(await house.flags.raise(raiseOf(threat, { policyVersion: 'p2' }))).toEqual({
      flagId,
      result: 'joined',
    })
    expect(await cardOf(house, flagId)).toMatchObject({
      kind: 'harm',
      category: 'threat',
      level: 'rood',
      ruleIds: ['insults', 'threats'],
      version: 2,
    })
  })

  test('changed words open a closed flag again, the same one, and what it said before is kept', async () => {
    const house = await openTempHouse()
    const { flagId } = await house.flags.raise(raiseOf(insult, { words: 'first' }))
    await closeFlag(house, flagId)
    expect(await house.flags.raise(raiseOf(insult, { words: 'second' }))).toEqual({
      flagId,
      result: 'reopened',
    })
    expect(await cardOf(house, flagId)).toMatchObject({
      state: 'open',
      ownerId: null,
      outcome: null,
      decidedById: null,
      closedAt: null,
    })
    await house.flags.raise(raiseOf(insult, { words: 'third' }))
    await house.flags.raise(raiseOf(insult, { words: 'first' }))
    expect(await house.flags.said(HOUSE, flagId)).toMatchObject({
      message: { state: 'here', words: 'first', before: ['third', 'second'] },
    })
    expect(await house.db.flag.count()).toBe(1)
  })

  test('a report of a closed message opens its flag again, also by the same person', async () => {
    const house = await openTempHouse()
    const { flagId } = await house.flags.raise(reportOf('noor'))
    for (const reporter of ['sam', 'noor']) {
      await closeFlag(house, flagId)
      expect(await house.flags.raise(reportOf(reporter))).toEqual({ flagId, result: 'reopened' })
    }
    expect(await cardOf(house, flagId)).toMatchObject({ state: 'open', reporters: 2 })
  })

  test('the same report twice is one report; one that says more is told', async () => {
    const house = await openTempHouse()
    const { flagId } = await house.flags.raise(reportOf('noor'))
    expect(await house.flags.raise(reportOf('noor'))).toEqual({ flagId, result: 'unchanged' })
    expect(await house.flags.raise(reportOf('noor', { note: 'more' }))).toEqual({ flagId, result: 'joined' })
    expect(await house.flags.said(HOUSE, flagId)).toMatchObject({ reports: ['more'] })
    expect(await cardOf(house, flagId)).toMatchObject({ reporters: 1, reportReasons: ['worried'] })
  })

  test('worry wins over what was found before, and is not taken away by what is found later', async () => {
    const house = await openTempHouse()
    const { flagId } = await house.flags.raise(raiseOf(threat))
    await house.flags.raise(reportOf('noor'))
    expect(await cardOf(house, flagId)).toMatchObject({ kind: 'worry', category: 'distress', level: 'rood' })
    await house.flags.raise(raiseOf(threat, { policyVersion: 'p2', level: 'acuut' }))
    expect(await cardOf(house, flagId)).toMatchObject({ kind: 'worry', category: 'distress', level: 'acuut' })
    const removed = await act(house, flagId, 'amira', { type: 'decide', outcome: 'removed' })
    expect(removed).toMatchObject({ ok: false, refusal: 'outcome-not-allowed' })
  })

  test('rules and reports only raise the level; a person may set any', async () => {
    const house = await openTempHouse()
    const { flagId } = await house.flags.raise(raiseOf(threat))
    expect(await act(house, flagId, 'amira', { type: 'level', level: 'groen' })).toMatchObject({
      ok: true,
      flag: { level: 'groen', rank: 0 },
    })
    await house.flags.raise(reportOf('noor', { level: 'geel' }))
    expect(await cardOf(house, flagId)).toMatchObject({ level: 'geel' })
    await house.flags.raise(reportOf('sam', { level: 'groen' }))
    expect(await cardOf(house, flagId)).toMatchObject({ level: 'geel' })
  })

  test('a report that comes while a closing waits for its second person makes it fall', async () => {
    const house = await openTempHouse()
    const { flagId } = await house.flags.raise(raiseOf(cryForHelp))
    const nothing: FlagAct = { type: 'decide', outcome: 'no-problem' }
    expect(await act(house, flagId, 'amira', nothing)).toMatchObject({
      ok: true,
      flag: { state: 'awaiting' },
    })
    await house.flags.raise(reportOf('noor'))
    expect(await cardOf(house, flagId)).toMatchObject({
      state: 'claimed',
      ownerId: 'amira',
      proposedById: null,
    })
    expect(await act(house, flagId, 'bert', nothing)).toMatchObject({ ok: false, refusal: 'not-owner' })
  })

  test('a message without text, as in a house that only hears reports, is a flag all the same', async () => {
    const house = await openTempHouse()
    const { words: _none, ...blocked } = raiseOf(threat, { source: 'automod' })
    const { messageId: _no, ...withoutId } = blocked
    const { flagId } = await house.flags.raise(withoutId)
    expect(await house.flags.raise(withoutId)).toEqual({ flagId, result: 'unchanged' })
    expect(await house.flags.said(HOUSE, flagId)).toMatchObject({ message: { state: 'none' }, reports: [] })
    const view = await cardOf(house, flagId)
    expect(view).toMatchObject({ hasWords: false, messageId: null })
    expect(view.acts.decide).not.toContain('removed')
    // The text that comes later is new.
    expect(await house.flags.raise(raiseOf(threat))).toEqual({ flagId, result: 'joined' })
    expect(await cardOf(house, flagId)).toMatchObject({ hasWords: true, messageId: '1000' })
  })

  test('two findings of one rule in one place are one reason', async () => {
    const house = await openTempHouse()
    const { flagId } = await house.flags.raise(
      raiseOf(insult, { findings: [insult, insult, { ...insult, start: 9 }] }),
    )
    expect(await house.db.finding.count({ where: { flagId } })).toBe(2)
    expect((await cardOf(house, flagId)).ruleIds).toEqual(['insults'])
  })

  test('nothing is stored of a message that cannot be stored whole', async () => {
    const house = await openTempHouse()
    const bad = raiseOf({ ...insult, category: 'not a code' as 'spam' })
    await expect(house.flags.raise(bad)).rejects.toThrow('Invalid string')
    expect(await house.db.flag.count()).toBe(0)
    expect(await house.db.finding.count()).toBe(0)
    expect(await house.outbox.pending()).toBe(0)
  })
})
