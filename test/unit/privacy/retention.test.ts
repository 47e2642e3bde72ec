import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createKeyFolder } from '../../../src/privacy/key-folder.ts'
import { createRetention } from '../../../src/privacy/retention.ts'
import { createSeal } from '../../../src/privacy/sealed.ts'
import { transact } from '../../../src/storage/db.ts'
import { openStorage } from '../../../src/storage/open.ts'
import { audit, cryForHelp, insult, raiseOf, reportOf } from '../../support/storage/raises.ts'
import { HOUSE, openTempHouse, tempFolder, type TempHouse } from '../../support/storage/temp-storage.ts'

const PLANTED = 'ik wil er niet meer zijn, zebrapad'
const NOTE = 'hij zei dit al eens, zebrapad'
const retentionOf = (house: TempHouse) =>
  createRetention({
    db: house.db,
    seal: house.seal,
    outbox: house.outbox,
    compact: () => house.storage.checkpoint(),
  })
const NOTHING = {
  flagWords: 0,
  reportWords: 0,
  otherWords: 0,
  drafts: 0,
  auditIds: 0,
  flagIds: 0,
  reports: 0,
  matters: 0,
  holds: 0,
  duty: 0,
  firedTimers: 0,
  sent: 0,
  trialSamples: 0,
  keys: [],
}

/** Every byte of the database and what SQLite keeps beside it. */
const bytesOf = (house: TempHouse): string =>
  readdirSync(house.folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => readFileSync(join(house.folder, name)).toString('latin1'))
    .join('\n')

const planted = async (house: TempHouse): Promise<string> => {
  const { flagId } = await house.flags.raise(raiseOf(cryForHelp, { words: PLANTED }))
  await house.flags.raise(reportOf('noor', { words: PLANTED, note: NOTE }))
  return flagId
}
const close = (house: TempHouse, flagId: string) =>
  house.flags.act({ house: HOUSE, flagId, actorId: 'amira', act: { type: 'decide', outcome: 'talked' } })

test('no planted word stands in any byte of the database or its log', async () => {
  const house = await openTempHouse()
  const flagId = await planted(house)
  await house.flags.act({ house: HOUSE, flagId, actorId: 'amira', act: { type: 'show' } })
  await close(house, flagId)
  expect(await house.flags.words(HOUSE, flagId)).toBe(PLANTED)
  const inTheLog = bytesOf(house)
  await house.storage.checkpoint()
  const inTheFile = bytesOf(house)
  for (const bytes of [inTheLog, inTheFile]) {
    expect(bytes).toContain(flagId)
    for (const word of ['zebrapad', 'niet meer zijn', 'al eens']) expect(bytes).not.toContain(word)
    expect(bytes).not.toContain(Buffer.from(PLANTED).toString('base64url').slice(0, 20))
  }
})

test('words are forgotten when their time is over, and not before', async () => {
  const house = await openTempHouse()
  const { clock, flags } = house
  const flagId = await planted(house)
  const sweep = (now: Date) => retentionOf(house).sweep(now)
  clock.set('2026-06-01T11:59:59Z')
  expect(await sweep(clock.now())).toEqual(NOTHING)
  expect(await flags.words(HOUSE, flagId)).toBe(PLANTED)
  clock.set('2026-06-01T12:00:00Z')
  expect(await sweep(clock.now())).toEqual({ ...NOTHING, flagWords: 1, reportWords: 1 })
  expect(await flags.said(HOUSE, flagId)).toMatchObject({ message: { state: 'gone' }, reports: [] })
  clock.set('2026-06-02T00:00:00Z')
  expect(await sweep(clock.now())).toEqual({ ...NOTHING, keys: ['2026-06-01'] })
  // The flag is still there, still open and still one: somebody has to look at it.
  expect(await flags.list(HOUSE, { limit: 9 })).toMatchObject([{ flagId, state: 'open', hasWords: false }])
})

test('an older copy of the database, put back after the day, finds the words shut', async () => {
  const house = await openTempHouse()
  const flagId = await planted(house)
  await house.storage.checkpoint()
  const restored = join(tempFolder(), 'restored.db')
  copyFileSync(house.file, restored)
  house.clock.set('2026-06-02T00:00:01Z')
  await retentionOf(house).sweep(house.clock.now())

  const old = await openStorage(`file:${restored}`)
  const row = await old.db.flag.findUniqueOrThrow({ where: { id: flagId } })
  await old.close()
  expect(row.words).toMatch(/^h1\.2026-06-01\./) // the copy does hold them, shut
  const seal = createSeal(createKeyFolder(house.keys))
  const about = `flag:${HOUSE}:message:1000`
  expect(await seal.look(row.words as never, about)).toEqual({ ok: false, reason: 'forgotten' })
  expect(await seal.sameWords(row.wordsMark ?? '', PLANTED)).toBeUndefined()
  expect(await seal.sameWords(row.alikeMark ?? '', PLANTED)).toBeUndefined()
})

test('sealed words are gone from the file after the sweep, not only from its rows', async () => {
  const house = await openTempHouse()
  const flagId = await planted(house)
  const { words } = await house.db.flag.findUniqueOrThrow({ where: { id: flagId } })
  expect(bytesOf(house)).toContain(words)
  house.clock.set('2026-06-02T00:00:01Z')
  await retentionOf(house).sweep(house.clock.now())
  expect(bytesOf(house)).not.toContain(words)
})

test('closing brings the day of forgetting nearer, for the message, its mark and the reports', async () => {
  const house = await openTempHouse()
  const flagId = await planted(house)
  await close(house, flagId)
  const flag = await house.db.flag.findUniqueOrThrow({ where: { id: flagId }, include: { reports: true } })
  const until = new Date('2026-04-01T18:00:00Z') // thirty days after the second of March
  expect(flag.deleteAfter).toEqual(until)
  expect(flag.words).toMatch(/^h1\.2026-04-01\./)
  expect(flag.wordsMark).toMatch(/^m1\.2026-04-01\./)
  expect(flag.alikeMark).toMatch(/^m1\.2026-04-01\./)
  expect(flag.reports).toMatchObject([{ deleteAfter: until }])
  expect(flag.reports[0]?.words).toMatch(/^h1\.2026-04-01\./)
  expect(await house.flags.said(HOUSE, flagId)).toMatchObject({
    message: { state: 'here', words: PLANTED, before: [] },
    reports: [NOTE],
  })
  house.clock.set('2026-04-02T00:00:00Z')
  expect(await retentionOf(house).sweep(house.clock.now())).toMatchObject({
    flagWords: 1,
    reportWords: 1,
    keys: ['2026-04-01'],
  })
  expect(await house.flags.words(HOUSE, flagId)).toBeUndefined()
})

test('closing never makes words live longer than was promised', async () => {
  const house = await openTempHouse()
  const keepUntil = new Date('2026-03-05T00:00:00Z')
  const { flagId } = await house.flags.raise(raiseOf(insult, { keepUntil }))
  await close(house, flagId)
  expect(await house.flags.card(HOUSE, flagId)).toMatchObject({ deleteAfter: keepUntil })
})

test('a flag that opens again keeps its words as long as an open flag does', async () => {
  const house = await openTempHouse()
  const flagId = await planted(house)
  await close(house, flagId)
  const keepUntil = new Date('2026-07-01T00:00:00Z')
  const { words: _without, ...again } = reportOf('sam', { keepUntil })
  expect(await house.flags.raise(again)).toEqual({ flagId, result: 'reopened' })
  const flag = await house.db.flag.findUniqueOrThrow({ where: { id: flagId } })
  expect(flag).toMatchObject({ state: 'open', deleteAfter: keepUntil, closedAt: null, idsUntil: null })
  expect(await house.seal.sameWords(flag.wordsMark ?? '', PLANTED)).toBe(true)
  house.clock.set('2026-06-30T00:00:00Z')
  await retentionOf(house).sweep(house.clock.now())
  expect(await house.flags.words(HOUSE, flagId)).toBe(PLANTED)
})

test('the audit keeps what happened and forgets who, each line when its time is over', async () => {
  const house = await openTempHouse()
  const flagId = await planted(house)
  house.clock.set('2026-03-10T18:00:00Z')
  await close(house, flagId)
  const before = await audit(house)
  house.clock.set('2027-03-02T18:00:00Z') // a year after the raising, not yet after the closing
  expect(await retentionOf(house).sweep(house.clock.now())).toMatchObject({ auditIds: 2, flagIds: 0 })
  const after = await audit(house)
  expect(after.map(({ flagId: id }) => id)).toEqual([null, null, flagId])
  const facts = (lines: typeof before) =>
    lines.map(({ id, at, act, fromState, toState, codes }) => ({ id, at, act, fromState, toState, codes }))
  expect(facts(after)).toEqual(facts(before))
})

test('a closed flag forgets who wrote, reported and decided when the audit does; an open one never', async () => {
  const house = await openTempHouse()
  const closed = await planted(house)
  await close(house, closed)
  const { flagId: open } = await house.flags.raise(raiseOf(insult, { message: '2000' }))
  house.clock.set('2029-01-01T00:00:00Z')
  expect(await retentionOf(house).sweep(house.clock.now())).toMatchObject({ flagIds: 1, reports: 1 })
  expect(await house.flags.card(HOUSE, closed)).toMatchObject({
    state: 'closed',
    outcome: 'talked',
    authorId: null,
    ownerId: null,
    decidedById: null,
    reporters: 0,
  })
  expect(await house.flags.card(HOUSE, open)).toMatchObject({ state: 'open', authorId: 'writer' })
  expect(await retentionOf(house).sweep(house.clock.now())).toEqual(NOTHING)
  const bytes = bytesOf(house)
  expect(bytes).not.toContain('noor')
  expect(bytes).not.toContain('amira')
})

test('unsent reports and fired timers are removed, waiting ones are not', async () => {
  const house = await openTempHouse()
  const { db, clock, timers } = house
  const draft = (id: string, deleteAfter: string) => ({
    id,
    houseId: HOUSE,
    channelId: 'c',
    messageId: 'm',
    authorId: 'a',
    reporterId: 'r',
    createdAt: clock.now(),
    deleteAfter: new Date(deleteAfter),
  })
  await db.reportDraft.createMany({
    data: [draft('old', '2026-03-02T18:30:00Z'), draft('young', '2026-03-20T00:00:00Z')],
  })
  const set = (key: string, dueAt: string) =>
    transact(db, (tx) =>
      timers.schedule(tx, { house: HOUSE, key, kind: 'offer', payload: {}, dueAt: new Date(dueAt) }),
    )
  await set('fired', '2026-03-02T18:00:00Z')
  await set('waiting', '2026-12-24T18:00:00Z')
  await timers.fireDue(clock.now(), () => Promise.resolve())
  clock.set('2026-03-10T18:00:00Z')
  expect(await retentionOf(house).sweep(clock.now())).toEqual({ ...NOTHING, drafts: 1, firedTimers: 1 })
  expect((await db.reportDraft.findMany()).map(({ id }) => id)).toEqual(['young'])
  expect((await db.timer.findMany()).map(({ key }) => key)).toEqual(['waiting'])
})

test('the keys lie beside the database file, not in it', async () => {
  const house = await openTempHouse()
  await planted(house)
  expect(existsSync(join(house.keys, '2026-06-01.key'))).toBe(true)
  const key = readFileSync(join(house.keys, '2026-06-01.key')).toString('latin1')
  expect(bytesOf(house)).not.toContain(key)
})
