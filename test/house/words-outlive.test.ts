import { openSqlite } from '../../src/storage/statements.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeBackup } from '../../src/backup/backup.ts'
import { controlSocketOf, startControl } from '../../src/backup/control.ts'
import { restoreBackup } from '../../src/backup/restore.ts'
import { openHouse, type TestHouse } from '../support/house.ts'
import { CRY, decide, THREAT } from '../support/queue.ts'
import { report } from '../support/reports.ts'
import { tempFolder } from '../support/storage/temp-storage.ts'
import { sealedIn } from '../words/look.ts'

const DAY = 24 * 60
const HELD_UNTIL = '2027-06-30'
/** What somebody changes in a backup who wants to keep it from being forgotten. */
const LATER = ['Flag', 'FlagNote', 'Report', 'ReportDraft', 'Objection'].map(
  (table) => `UPDATE "${table}" SET deleteAfter = ?`,
)
const HOLD_LATER = 'UPDATE "LegalHold" SET "until" = ?'
const TABLES = ['Flag', 'FlagNote', 'Report', 'ReportDraft', 'Objection'] as const

/** Every file of the database and beside it, as bytes. */
const bytesIn = (folder: string): Buffer =>
  Buffer.concat(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('keys'))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name))),
  )
const keysOf = (house: TestHouse): string => join(dirname(house.databaseFile), 'keys')

async function backUp(house: TestHouse): Promise<string> {
  const { copyDatabase, desk } = house.bot()
  if (copyDatabase === undefined) throw new Error('no copy')
  const control = await startControl(controlSocketOf(house.databaseFile), copyDatabase, () => undefined)
  onTestFinished(() => control?.stop())
  const { folder } = await makeBackup({
    databaseUrl: `file:${house.databaseFile}`,
    policyFolder: 'policies',
    keyFolder: keysOf(house),
    to: join(tempFolder(), 'backups'),
    build: { version: '0.0.0', commit: undefined },
    now: desk.now(),
  })
  await control?.stop()
  return folder
}

/**
 * Puts a backup back with the keys of today, as somebody would who wants to read what is gone: the dates in it are
 * moved as well, so that nothing but the keys stands between them and the words.
 */
async function putBack(house: TestHouse, from: string, moved: readonly string[]): Promise<void> {
  await house.stop()
  await restoreBackup({
    databaseUrl: `file:${house.databaseFile}`,
    policyFolder: 'policies',
    from,
    replace: true,
    policies: false,
    now: new Date(Date.now() + Math.floor(1e6 * Math.random())),
  })
  const db = openSqlite(house.databaseFile)
  for (const update of moved) db.prepare(update).run('2031-01-01T00:00:00.000+00:00')
  db.close()
  // Else it refuses to start where nothing in the database opens any more.
  await house.start({ keysLost: true })
  await house.pass(1)
}

test('once their day is over words are in no file, no free page and no log, and no older backup gives them back; what the law wants kept opens until its end', async () => {
  const house = await openHouse()
  const { world } = house
  const cry = await world.member('lotte').says('#algemeen', `${CRY} geplantezebra`)
  await house.settled()
  await report(house, 'noor', cry, 'worried', 'een geplante luifel')
  const threat = await world.member('milan').says('#algemeen', `${THREAT} geplanteknor`)
  await house.settled()
  const [card, held] = house.cards()
  if (card === undefined || held === undefined) throw new Error('no cards')
  const [sam, fatima] = [world.member('sam'), world.member('fatima')]
  const wat = `https://discord.com/channels/${house.discord.guildId}/${threat.channelId}/${threat.id}`
  await sam.submits(await sam.runs('/bewaring', { wat }), {
    name: 'politie',
    why: 'klacht',
    until: HELD_UNTIL,
  })
  await house.settled()
  // The cursor passes the messages: what stands on Discord itself would be read again.
  await house.pass(1)
  const toon = async (on: typeof card): Promise<string> =>
    (await fatima.presses(on, 'Toon')).message?.words ?? ''
  expect(await toon(card)).toMatch(/geplantezebra[^]*een geplante luifel/)
  const backup = await backUp(house)

  // No key is in it, nor beside the words in the database, in any form.
  const keys = readdirSync(keysOf(house)).map((name) => readFileSync(join(keysOf(house), name)))
  expect(keys.length).toBeGreaterThan(1)
  const inBackup = bytesIn(backup)
  const beside = bytesIn(dirname(house.databaseFile))
  for (const key of keys)
    for (const form of [
      key,
      ...(['hex', 'base64', 'base64url'] as const).map((as) => Buffer.from(key.toString(as))),
    ])
      expect([inBackup.includes(form), beside.includes(form)]).toEqual([false, false])
  const db = openSqlite(join(backup, 'huisbot.db'), { readonly: true })
  const shut = TABLES.flatMap((table) =>
    db
      .prepare(`SELECT words FROM "${table}" WHERE words IS NOT NULL`)
      .all()
      .map((row) => String((row as { words: unknown }).words)),
  )
  db.close()
  expect(sealedIn(join(backup, 'huisbot.db')).counts).toMatchObject({ Flag: 2, Report: 1, LegalHold: 1 })
  expect(
    shut.filter((words) => beside.includes(words)),
    'they lie there now',
  ).toEqual(shut)

  // An answer of the team goes with what it was about.
  await decide(house, 'fatima', 'talked', { card, words: 'geplantewip' })
  await house.pass((house.policy.house.retention.openFlagDays + 2) * DAY)
  const after = bytesIn(dirname(house.databaseFile))
  const still = shut.filter((words) => after.includes(words))
  expect(
    still.every((words) => words.startsWith('h1.hold-')),
    'of what is not held nothing lies there',
  ).toBe(true)
  expect(still.length).toBeLessThan(shut.length)
  expect(await toon(card)).not.toContain('geplant')
  expect(await toon(held)).toContain('geplanteknor')

  await putBack(house, backup, LATER)
  const gone = await toon(card)
  expect(gone).not.toContain('geplant')
  expect(gone).toContain('De tekst is niet meer leesbaar: de sleutel van die dag is er niet.')
  expect(await toon(held), 'what the law wants kept').toContain('geplanteknor')

  // The hold ends: its key goes, and then the same backup holds nothing that opens.
  await house.pass(200 * DAY)
  expect(readdirSync(keysOf(house)).filter((name) => name.startsWith('hold-'))).toEqual([])
  await putBack(house, backup, [...LATER, HOLD_LATER])
  // What stands around it is read from Discord at that moment, and stands there for everybody.
  expect(await toon(held)).not.toContain('geplanteknor')
  expect(await toon(held)).toContain('De tekst is niet meer leesbaar: de sleutel van die dag is er niet.')
  expect(await toon(card)).not.toContain('geplant')
  const row = await house.bot().desk.db.flag.findFirstOrThrow({ where: { messageId: threat.id } })
  expect(row.words, 'they are there, shut').toMatch(/^h1\.hold-/)
}, 60_000)
