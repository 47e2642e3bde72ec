import { openSqlite } from '../../src/storage/statements.ts'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeBackup } from '../../src/backup/backup.ts'
import { controlSocketOf, startControl } from '../../src/backup/control.ts'
import { restoreBackup } from '../../src/backup/restore.ts'
import { openHouse, type TestHouse } from '../support/house.ts'
import { tempFolder } from '../support/storage/temp-storage.ts'

const INSULT = 'wat zijt gij een kankerlijer'
const CRY = 'ik wil dood'
const BUILD = { version: '0.0.0', commit: undefined }

/** The house, answering at its socket as `npm start` does. */
async function answering(house: TestHouse): Promise<() => Promise<void>> {
  const { copyDatabase } = house.bot()
  if (copyDatabase === undefined) throw new Error('no copy')
  const control = await startControl(controlSocketOf(house.databaseFile), copyDatabase, () => undefined)
  const stop = async (): Promise<void> => control?.stop()
  onTestFinished(stop)
  return stop
}
const backUp = (house: TestHouse, to: string, more: { keep?: number; keysTo?: string; at?: Date } = {}) => {
  const { at = house.bot().desk.now(), ...rest } = more
  return makeBackup({
    databaseUrl: `file:${house.databaseFile}`,
    policyFolder: 'policies',
    keyFolder: join(dirname(house.databaseFile), 'keys'),
    to,
    build: BUILD,
    now: at,
    ...rest,
  })
}
const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 25, hour))
const restore = (house: TestHouse, from: string, replace = true, policyFolder = 'policies') =>
  restoreBackup({
    databaseUrl: `file:${house.databaseFile}`,
    policyFolder,
    from,
    replace,
    policies: policyFolder !== 'policies',
    now: new Date('2026-11-26T10:00:00Z'),
  })
const lines = (house: TestHouse, channel: string): readonly string[] =>
  house.world
    .channel(channel)
    .messages()
    .filter(({ authorId }) => authorId === house.discord.botId)
    .map(({ content }) => content)

test('a backup of a bot that runs is whole, for its owner only, without a key; put back, nothing is lost or stands twice', async () => {
  const house = await openHouse()
  const silent = await answering(house)
  const to = join(tempFolder(), 'backups')
  // Before: one flag with its card, one that is still to be posted, an offer that is to come.
  await house.world.member('milan').says('#algemeen', INSULT)
  await house.settled()
  await house.world.member('lotte').says('#algemeen', CRY)
  await house.settled()
  house.discord.faults.rest({ seed: 1, status5xx: 1 })
  await house.world.member('yara').says('#algemeen', `${INSULT} en uw hond ook`)
  await house.settled()
  expect(house.cards()).toHaveLength(2)
  const made = await backUp(house, to)
  expect(made.running, 'the bot went on').toBe(true)
  // The team talks on in the same channel: what the bot posted since stands many pages further.
  for (let n = 0; n < 110; n++) await house.world.member('sam').says('#wachtrij', `overleg ${n}`)
  house.discord.faults.rest()

  // After it: the card is posted, the offer is said, somebody decides, somebody else says something that is flagged.
  await house.pass(house.policy.house.targetMinutes.rood + 1)
  const offers = lines(house, '#algemeen').length
  expect(offers).toBeGreaterThan(0)
  await house.world.member('ayoub').says('#algemeen', `${INSULT} met uw rare schoenen`)
  await house.settled()
  const cards = house.cards().map(({ id }) => id)
  expect(cards).toHaveLength(4)
  await silent()
  await house.stop()

  const files = readdirSync(made.folder, { recursive: true, withFileTypes: true })
  expect(files.some(({ name }) => name.endsWith('.key'))).toBe(false)
  for (const entry of files)
    expect(statSync(join(entry.parentPath, entry.name)).mode & 0o077, entry.name).toBe(0)
  expect(files.map(({ name }) => name)).toContain('house.yaml')

  const put = await restore(house, to)
  expect(existsSync(put.aside ?? ''), 'the database that was there is kept').toBe(true)
  await house.start()
  await house.pass(1)
  await house.pass(1)
  const { db } = house.bot().desk
  expect(await db.flag.count(), 'every message that is flagged has its flag').toBe(4)
  expect(
    house.cards().map(({ id }) => id),
    'and its one card, the one that stood',
  ).toEqual(cards)
  expect(lines(house, '#algemeen'), 'no line is said twice').toHaveLength(offers)
  expect(await db.outboxTarget.count({ where: { nextTry: { not: null } } })).toBe(0)
  expect(await db.gap.count()).toBe(0)
  // The card that was taken over works: its buttons are those of the new flag.
  const last = house.cards().at(-1)
  if (last === undefined) throw new Error('no card')
  await house.world.member('fatima').presses(last, 'Neem op')
  expect(await db.flag.count({ where: { state: 'claimed' } })).toBe(1)
  expect(lines(house, '#wachtrij').join(' ')).toContain('De bot is teruggezet naar hoe hij was op')
  await house.stop()
  await house.start()
  await house.pass(61)
  await house.pass(61)
  expect(await house.bot().desk.db.channelCursor.count({ where: { channelId: 'restored' } })).toBe(0)
  expect(house.cards()).toHaveLength(4)
})

test('words whose day is over stay shut in an older backup that is put back', async () => {
  const house = await openHouse()
  const silent = await answering(house)
  const to = join(tempFolder(), 'backups')
  await house.world.member('lotte').says('#algemeen', CRY)
  await house.settled()
  // The cursor passes the message, or it would be read again on Discord itself.
  await house.pass(1)
  const { folder } = await backUp(house, to)
  const open = await house
    .bot()
    .desk.flags.words(
      (await house.bot().desk.db.flag.findFirstOrThrow()).houseId as never,
      (await house.bot().desk.db.flag.findFirstOrThrow()).id,
    )
  expect(open).toBe(CRY)
  await house.pass((house.policy.house.retention.openFlagDays + 2) * 24 * 60)
  expect(readdirSync(join(dirname(house.databaseFile), 'keys'))).toEqual([])
  await silent()
  await house.stop()
  await restore(house, folder)
  await house.start()
  const flag = await house.bot().desk.db.flag.findFirstOrThrow()
  expect(await house.bot().desk.flags.words(flag.houseId as never, flag.id)).toBeUndefined()
})

test('putting back is refused over a database that lives, while a bot runs, and from what is not whole', async () => {
  const house = await openHouse()
  const silent = await answering(house)
  const to = join(tempFolder(), 'backups')
  const { folder } = await backUp(house, to)
  await expect(restore(house, to)).rejects.toMatchObject({ code: 'running' })
  await silent()
  await house.stop()
  const before = readFileSync(house.databaseFile)
  await expect(restore(house, to, false)).rejects.toMatchObject({ code: 'exists' })
  const database = join(folder, 'huisbot.db')
  const bytes = readFileSync(database)
  writeFileSync(database, Buffer.concat([bytes.subarray(0, -4_096), Buffer.alloc(4_096, 1)]))
  await expect(restore(house, to)).rejects.toMatchObject({ code: 'backup-damaged' })
  rmSync(join(folder, 'backup.json'))
  await expect(restore(house, to)).rejects.toMatchObject({ code: 'no-backup' })
  expect(readFileSync(house.databaseFile).equals(before), 'nothing was changed').toBe(true)
})

test('without a bot a backup is made too; the oldest go; keys go elsewhere, and only when asked', async () => {
  const house = await openHouse()
  await house.world.member('lotte').says('#algemeen', CRY)
  await house.settled()
  const folder = tempFolder()
  const to = join(folder, 'backups')
  // It runs and does not answer, as under another user.
  await expect(backUp(house, to)).rejects.toMatchObject({ code: 'in-use' })
  expect(readdirSync(to), 'nothing half done is left').toEqual([])
  await house.stop()
  const backUpStopped = (more: { keep?: number; keysTo?: string; at: Date }) =>
    makeBackup({
      databaseUrl: `file:${house.databaseFile}`,
      policyFolder: 'policies',
      keyFolder: join(dirname(house.databaseFile), 'keys'),
      to,
      build: BUILD,
      now: more.at,
      ...(more.keep === undefined ? {} : { keep: more.keep }),
      ...(more.keysTo === undefined ? {} : { keysTo: more.keysTo }),
    })
  for (const hour of [1, 2, 3]) await backUpStopped({ at: at(hour) })
  const keysTo = join(folder, 'keys-apart')
  mkdirSync(keysTo)
  writeFileSync(join(keysTo, '2020-01-01.key'), Buffer.alloc(32, 1))
  const done = await backUpStopped({ at: at(4), keep: 2, keysTo })
  expect(readdirSync(to).sort()).toEqual(['huisbot-20261125T030000.000Z', 'huisbot-20261125T040000.000Z'])
  expect(done.pruned).toHaveLength(2)
  expect(readdirSync(keysTo), 'what was destroyed since goes there too').toEqual(
    readdirSync(join(dirname(house.databaseFile), 'keys')),
  )
  expect(statSync(join(keysTo, readdirSync(keysTo)[0] ?? '')).mode & 0o777).toBe(0o600)
  const intoKeys = {
    databaseUrl: `file:${house.databaseFile}`,
    policyFolder: 'policies',
    build: BUILD,
    now: at(5),
  }
  const keyFolder = join(dirname(house.databaseFile), 'keys')
  for (const into of [keyFolder, join(keyFolder, 'backups'), dirname(house.databaseFile)])
    await expect(makeBackup({ ...intoKeys, keyFolder, to: into })).rejects.toMatchObject({
      code: 'same-disk-place',
    })
  await expect(backUpStopped({ at: at(5), keysTo: join(to, 'keys') })).rejects.toMatchObject({
    code: 'same-disk-place',
  })
  const copy = openSqlite(join(done.folder, 'huisbot.db'), { readonly: true })
  onTestFinished(() => void copy.close())
  expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
})
