import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KINDS } from '../../../src/screening/kinds.ts'
import { OUTCOMES } from '../../../src/queue/outcomes.ts'
import type { FlagAct } from '../../../src/queue/flags.ts'
import { closed, comesTo, facts, taken } from '../../support/storage/flag-facts.ts'
import { act, cardOf } from '../../support/storage/presses.ts'
import { insult, raiseOf, threat } from '../../support/storage/raises.ts'
import { HOUSE, openTempHouse, RETENTION } from '../../support/storage/temp-storage.ts'

const TELL: FlagAct = { type: 'tell', how: 'thread' }
const ANSWER: FlagAct = { type: 'answer', answers: [{ questionId: 'beschermt', words: 'een zus' }] }
const CALLED: FlagAct = {
  type: 'decide',
  outcome: 'passed-on',
  reason: 'danger',
  passedOn: { contact: '112', at: new Date('2026-03-02T17:59:00Z'), ground: 'danger' },
}
const removed = closed({ kind: 'conduct', outcome: 'removed', messageId: '1' })

describe('telling the writer', () => {
  test('never of a worry, and of nothing but a removal or a measure', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.constantFrom(...OUTCOMES), (kind, outcome) => {
        const possible = kind !== 'worry' && (outcome === 'removed' || outcome === 'made-safe')
        expect(comesTo(closed({ kind, outcome }), 'bert', TELL)).toBe(
          possible ? 'closed' : 'outcome-not-allowed',
        )
      }),
    )
    expect(comesTo(taken({ kind: 'harm' }), 'amira', TELL)).toBe('outcome-not-allowed')
  })
  test('not by the writer, not by who reported it, not twice, and not before the measure is there', () => {
    expect(comesTo(removed, 'writer', TELL)).toBe('own-flag')
    expect(comesTo({ ...removed, reporterIds: ['bert'] }, 'bert', TELL)).toBe('own-report')
    expect(comesTo({ ...removed, told: 'wanted' }, 'bert', TELL)).toBe('already-told')
    expect(comesTo({ ...removed, told: 'told' }, 'bert', TELL)).toBe('already-told')
    expect(comesTo({ ...removed, told: 'left' }, 'bert', TELL)).toBe('closed')
    expect(comesTo({ ...removed, authorId: null }, 'bert', TELL)).toBe('nobody-known')
    const paused = closed({ outcome: 'made-safe', measure: 'pause', measureState: 'wanted' })
    expect(comesTo(paused, 'bert', TELL)).toBe('not-yet')
    expect(comesTo({ ...paused, measureState: 'refused' }, 'bert', TELL)).toBe('not-yet')
    expect(comesTo({ ...paused, measureState: 'done' }, 'bert', TELL)).toBe('closed')
  })
})

describe('questions', () => {
  test('answering what nobody has takes it; what a colleague has is left to the colleague', () => {
    expect(comesTo(facts(), 'amira', ANSWER)).toBe('claimed')
    expect(comesTo(taken(), 'amira', ANSWER)).toBe('noted')
    expect(comesTo(taken(), 'bert', ANSWER)).toBe('not-owner')
    expect(comesTo(facts({ reporterIds: ['amira'] }), 'amira', ANSWER)).toBe('own-report')
    expect(comesTo(taken({ reporterIds: ['amira'] }), 'amira', ANSWER)).toBe('own-report')
    expect(comesTo(facts({ barredId: 'amira' }), 'amira', ANSWER)).toBe('barred')
    expect(comesTo(closed(), 'amira', ANSWER)).toBe('closed')
  })
  test('an answer is sealed, gone on with, taken away when it is emptied, and kept no longer than the closed flag', async () => {
    const house = await openTempHouse()
    const { flagId } = await house.flags.raise(raiseOf(threat))
    await act(house, flagId, 'amira', ANSWER)
    expect(await house.db.flag.findFirstOrThrow()).toMatchObject({ state: 'claimed', ownerId: 'amira' })
    const [note] = await house.db.flagNote.findMany()
    expect(note?.words).toMatch(/^h1\./)
    expect(note?.deleteAfter).toEqual((await house.db.flag.findFirstOrThrow()).deleteAfter)
    const again = { type: 'answer', answers: [{ questionId: 'beschermt', words: 'een club' }] } as const
    await act(house, flagId, 'amira', again)
    const written = await house.flags.written(HOUSE, flagId)
    expect([...written.answers]).toEqual([['beschermt', 'een club']])
    expect(written.notes).toEqual([])

    await act(house, flagId, 'amira', { type: 'decide', outcome: 'talked', words: 'goed gesprek' })
    const closedUntil = house.clock.now().getTime() + RETENTION.closedFlagDays * 86_400_000
    for (const { deleteAfter } of await house.db.flagNote.findMany())
      expect(deleteAfter.getTime()).toBe(closedUntil)
    // Shut again under the sooner day, and still to be read.
    const after = await house.flags.written(HOUSE, flagId)
    expect([...after.answers]).toEqual([['beschermt', 'een club']])
    expect(after.notes).toEqual(['goed gesprek'])
    expect(await act(house, flagId, 'amira', again)).toMatchObject({ ok: false, refusal: 'closed' })
  })
  test('emptied means gone', async () => {
    const house = await openTempHouse()
    const { flagId } = await house.flags.raise(raiseOf(threat))
    await act(house, flagId, 'amira', ANSWER)
    await act(house, flagId, 'amira', { type: 'answer', answers: [{ questionId: 'beschermt', words: ' ' }] })
    expect(await house.db.flagNote.count()).toBe(0)
  })
})

describe('passing on', () => {
  test('112 is one act, recorded at once with its time, and a second person looks at it when it is acute', async () => {
    const house = await openTempHouse()
    const { flagId } = await house.flags.raise(raiseOf({ ...threat, level: 'acuut' }))
    await act(house, flagId, 'bert', { type: 'level', level: 'acuut' })
    expect((await cardOf(house, flagId)).acts.called).toBe(true)
    expect(await act(house, flagId, 'amira', CALLED)).toMatchObject({
      ok: true,
      flag: { state: 'closed', outcome: 'passed-on', firstById: 'amira' },
    })
    expect((await house.flags.written(HOUSE, flagId)).passedOn).toMatchObject([
      { contact: '112', ground: 'danger' },
    ])
    const line = await house.db.auditLine.findFirstOrThrow({ where: { act: 'closed' } })
    expect(JSON.parse(line.codes)).toMatchObject({ contact: '112', ground: 'danger' })
  })
  test('what is filled in later takes the place of the first record, by the one who passed it on alone', async () => {
    const house = await openTempHouse()
    const { flagId } = await house.flags.raise(raiseOf(threat))
    await act(house, flagId, 'amira', CALLED)
    const record: FlagAct = {
      type: 'record',
      passedOn: {
        contact: '112',
        at: house.clock.now(),
        ground: 'danger',
        toldFirst: 'urgent',
        words: 'dienst 3',
      },
    }
    expect(await act(house, flagId, 'bert', record)).toMatchObject({ ok: false, refusal: 'not-decider' })
    expect(await act(house, flagId, 'amira', record)).toMatchObject({ ok: true })
    expect((await house.flags.written(HOUSE, flagId)).passedOn).toMatchObject([{ words: 'dienst 3' }])
    expect(await act(house, flagId, 'amira', { type: 'print' })).toMatchObject({ ok: true })
    const acts = (await house.db.auditLine.findMany({ orderBy: { id: 'asc' } })).map((line) => line.act)
    expect(acts).toEqual(['raised', 'closed', 'recorded', 'printed'])
  })
  test('what was passed on is forgotten with the flag', async () => {
    const house = await openTempHouse()
    const { flagId } = await house.flags.raise(raiseOf(threat))
    await act(house, flagId, 'amira', CALLED)
    house.clock.pass((RETENTION.closedFlagDays + 2) * 86_400_000)
    await house.seal.forget(house.clock.now())
    expect((await house.flags.written(HOUSE, flagId)).passedOn).toEqual([])
  })
})

describe('the writer knows', () => {
  test('what became of telling is written once, and a taken-back decision is told to nobody', async () => {
    const house = await openTempHouse()
    const { flagId } = await house.flags.raise(raiseOf(insult))
    await act(house, flagId, 'amira', { type: 'decide', outcome: 'removed' })
    await act(house, flagId, 'amira', TELL)
    await house.flags.told(HOUSE, flagId, 'told')
    await house.flags.told(HOUSE, flagId, 'left')
    expect((await cardOf(house, flagId)).told).toBe('told')
    expect((await cardOf(house, flagId)).acts.tell).toBe(false)
    await act(house, flagId, 'amira', { type: 'undo' })
    expect((await cardOf(house, flagId)).told).toBeNull()
    await house.flags.told(HOUSE, flagId, 'told')
    expect((await cardOf(house, flagId)).told).toBeNull()
  })
})
