import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createKeyFolder } from '../../../src/privacy/key-folder.ts'
import { lastDay, untilOf } from '../../../src/privacy/hold-date.ts'
import { createLegalHolds } from '../../../src/privacy/legal-hold.ts'
import { createRetention } from '../../../src/privacy/retention.ts'
import { asSealed, createSeal } from '../../../src/privacy/sealed.ts'
import { openStorage } from '../../../src/storage/open.ts'
import { closeFlag } from '../../support/storage/presses.ts'
import { audit, cryForHelp, insult, raiseOf, reportOf } from '../../support/storage/raises.ts'
import { HOUSE, openTempHouse, tempFolder, type TempHouse } from '../../support/storage/temp-storage.ts'

const PLANTED = 'ik wil er niet meer zijn, zebrapad'
const NOTE = 'hij zei dit al eens, paraplu'
const UNTIL = new Date('2026-10-01T00:00:00Z')

const desk = (house: TempHouse) => ({
  holds: createLegalHolds({ ...house, now: house.clock.now, auditIdsDays: () => 365 }),
  sweep: (at: string) => {
    house.clock.set(at)
    return createRetention({ ...house, compact: () => house.storage.checkpoint() }).sweep(house.clock.now())
  },
})

/** A closed flag whose words would be forgotten on the first of April. */
const planted = async (house: TempHouse, message = '1000'): Promise<string> => {
  const { flagId } = await house.flags.raise(raiseOf(cryForHelp, { words: PLANTED, message }))
  await house.flags.raise(reportOf('noor', { words: PLANTED, note: NOTE, message }))
  await closeFlag(house, flagId)
  return flagId
}
const hold = (house: TempHouse, flagId: string, until = UNTIL) =>
  desk(house).holds.place({
    house: HOUSE,
    flagId,
    actorId: 'sam',
    name: 'politie Leuven, zonnebril',
    why: 'klacht, kapstok',
    until,
  })

test('what is held outlives its day, with the words of reporters and everybody in it', async () => {
  const house = await openTempHouse()
  const flagId = await planted(house)
  expect(await hold(house, flagId)).toEqual({ words: true })
  const { sweep } = desk(house)
  // Past the day of the words, and past the year of the people.
  await sweep('2026-04-02T00:00:01Z')
  expect(existsSync(join(house.keys, '2026-04-01.key'))).toBe(false)
  expect(await house.flags.said(HOUSE, flagId)).toMatchObject({
    message: { state: 'here', words: PLANTED },
    reports: [NOTE],
  })
  const file = await house.db.flag.findUniqueOrThrow({ where: { id: flagId }, include: { reports: true } })
  expect(file).toMatchObject({ authorId: 'writer', decidedById: 'amira', reports: [{ reporterId: 'noor' }] })
})

test('people and audit of what is held stay too, and go when the hold is over', async () => {
  const house = await openTempHouse()
  const flagId = await planted(house)
  await hold(house, flagId, new Date('2028-01-01T00:00:00Z'))
  const { sweep } = desk(house)
  await sweep('2027-12-01T00:00:00Z')
  expect((await audit(house)).filter((line) => line.flagId === flagId).length).toBeGreaterThan(2)
  expect(await house.db.flag.findUniqueOrThrow({ where: { id: flagId } })).toMatchObject({
    authorId: 'writer',
  })
  expect(await sweep('2028-01-01T00:00:01Z')).toMatchObject({ holds: 1, flagIds: 1, reports: 1 })
  expect(await house.db.flag.findUniqueOrThrow({ where: { id: flagId } })).toMatchObject({
    authorId: null,
    words: null,
  })
})

test('at its end the words are gone, and its key with them', async () => {
  const house = await openTempHouse()
  const flagId = await planted(house)
  await hold(house, flagId)
  const { sweep } = desk(house)
  await sweep('2026-09-30T23:00:00Z')
  expect(await house.flags.words(HOUSE, flagId)).toBe(PLANTED)
  expect(readdirSync(house.keys).filter((name) => name.startsWith('hold-'))).toHaveLength(1)
  expect(await sweep('2026-10-01T00:00:00Z')).toMatchObject({ holds: 1 })
  expect(await house.flags.words(HOUSE, flagId)).toBeUndefined()
  expect(await house.db.flag.findUniqueOrThrow({ where: { id: flagId } })).toMatchObject({ words: null })
  expect(readdirSync(house.keys).filter((name) => name.startsWith('hold-'))).toEqual([])
  expect((await audit(house)).map(({ act }) => act).slice(-2)).toEqual(['held', 'hold-ended'])
})

test('a backup from during the hold is shut once it is over; one from before is shut on its day', async () => {
  const house = await openTempHouse()
  const flagId = await planted(house)
  const copy = async (name: string): Promise<string> => {
    await house.storage.checkpoint()
    const path = join(tempFolder(), name)
    copyFileSync(house.file, path)
    return path
  }
  const before = await copy('before.db')
  await hold(house, flagId)
  const during = await copy('during.db')
  const look = async (path: string) => {
    const old = await openStorage(`file:${path}`)
    const row = await old.db.flag.findUniqueOrThrow({ where: { id: flagId } })
    await old.close()
    const seal = createSeal(createKeyFolder(house.keys))
    return seal.look(asSealed(row.words ?? ''), `flag:${HOUSE}:message:1000`)
  }
  expect(await look(before)).toEqual({ ok: true, words: PLANTED })
  const { sweep } = desk(house)
  await sweep('2026-04-02T00:00:01Z')
  // What is not held in that older copy stays shut, although the same words are held now.
  expect(await look(before)).toEqual({ ok: false, reason: 'forgotten' })
  expect(await look(during)).toEqual({ ok: true, words: PLANTED })
  await sweep('2026-10-01T00:00:00Z')
  expect(await look(during)).toEqual({ ok: false, reason: 'forgotten' })
})

test('what is not held is forgotten on its day, beside what is', async () => {
  const house = await openTempHouse()
  const held = await planted(house)
  const free = await planted(house, '2000')
  await hold(house, held)
  await desk(house).sweep('2026-04-02T00:00:01Z')
  expect(await house.flags.words(HOUSE, held)).toBe(PLANTED)
  expect(await house.flags.words(HOUSE, free)).toBeUndefined()
})

test('words that are shut under a day again while they are held are wrapped before that day is over', async () => {
  const house = await openTempHouse()
  const { flagId } = await house.flags.raise(raiseOf(insult, { words: PLANTED }))
  await hold(house, flagId)
  // Held while open, then an edit, then closed: each shuts the words under a day of its own.
  await house.flags.raise(raiseOf(insult, { words: `${PLANTED} bewerkt` }))
  await closeFlag(house, flagId)
  const row = await house.db.flag.findUniqueOrThrow({ where: { id: flagId } })
  expect(row.words).toMatch(/^h1\.2026-/)
  // The bot was away until long after that day: the first thing it does is keep what must be kept.
  await desk(house).sweep('2026-09-01T00:00:00Z')
  expect(await house.flags.words(HOUSE, flagId)).toBe(`${PLANTED} bewerkt`)
})

test('a hold that is stopped gives the words back to their day', async () => {
  const house = await openTempHouse()
  const flagId = await planted(house)
  await hold(house, flagId)
  const { holds, sweep } = desk(house)
  const [placed] = await holds.list(HOUSE)
  expect(placed?.said).toEqual({ name: 'politie Leuven, zonnebril', why: 'klacht, kapstok' })
  expect(await holds.lift(HOUSE, placed?.holdId ?? '', 'sam')).toBe(true)
  expect(await holds.lift(HOUSE, placed?.holdId ?? '', 'sam')).toBe(false)
  expect(await holds.list(HOUSE)).toEqual([])
  expect(await house.flags.words(HOUSE, flagId)).toBe(PLANTED)
  expect((await house.db.flag.findUniqueOrThrow({ where: { id: flagId } })).words).toMatch(
    /^h1\.2026-04-01\./,
  )
  await sweep('2026-04-02T00:00:01Z')
  expect(await house.flags.words(HOUSE, flagId)).toBeUndefined()
})

test('of two holds the longer one keeps, when either is over', async () => {
  const house = await openTempHouse()
  const flagId = await planted(house)
  await hold(house, flagId, new Date('2026-08-01T00:00:00Z'))
  await hold(house, flagId, UNTIL)
  const { sweep } = desk(house)
  await sweep('2026-08-01T00:00:01Z')
  expect(await house.flags.words(HOUSE, flagId)).toBe(PLANTED)
  await sweep('2026-10-01T00:00:01Z')
  expect(await house.flags.words(HOUSE, flagId)).toBeUndefined()
})

test('a sweep that was killed while a hold ended is finished by the next', async () => {
  const house = await openTempHouse()
  const flagId = await planted(house)
  await hold(house, flagId)
  const { holds, sweep } = desk(house)
  const [placed] = await holds.list(HOUSE)
  house.clock.set('2026-10-01T00:00:00Z')
  const killed = createRetention({
    ...house,
    seal: { ...house.seal, dropHold: () => Promise.reject(new Error('killed')) },
  })
  await expect(killed.sweep(house.clock.now())).rejects.toThrow('killed')
  expect(await sweep('2026-10-01T00:10:00Z')).toMatchObject({ holds: 1 })
  expect(existsSync(join(house.keys, `hold-${placed?.holdId ?? ''}.key`))).toBe(false)
  expect(await house.flags.words(HOUSE, flagId)).toBeUndefined()
})

test('who asked and why is sealed, and forgotten at the end', async () => {
  const house = await openTempHouse()
  const flagId = await planted(house)
  await hold(house, flagId)
  const rows = JSON.stringify([await house.db.legalHold.findMany(), await audit(house)])
  for (const word of ['zonnebril', 'kapstok']) expect(rows).not.toContain(word)
  await desk(house).sweep('2026-10-01T00:00:00Z')
  expect(await house.db.legalHold.findMany()).toMatchObject([{ words: null }])
})

test('a hold is for a flag of this house', async () => {
  const house = await openTempHouse()
  expect(await hold(house, 'nothing')).toBeUndefined()
})

test('an end date is a real day, after today, and at most a year away', () => {
  const now = new Date('2026-11-24T10:00:00Z')
  expect(untilOf('2027-03-31', now)).toEqual(new Date('2027-04-01T00:00:00Z'))
  expect(untilOf(' 2026-11-25 ', now)).toEqual(new Date('2026-11-26T00:00:00Z'))
  for (const wrong of ['2026-11-24', '2026-02-30', '2027-13-01', '2028-01-01', '31-03-2027', 'morgen', ''])
    expect(untilOf(wrong, now), wrong).toBeUndefined()
  expect(lastDay(new Date('2027-04-01T00:00:00Z'))).toBe('2027-03-31')
})
