import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createKeyFolder, KeyFolderError } from '../../../src/privacy/key-folder.ts'
import { openSeal } from '../../../src/privacy/open-seal.ts'
import { tempFolder } from '../../support/storage/temp-storage.ts'

const here = (): string => join(tempFolder(), 'keys')

test('a key is made when it is first needed, for its owner only, and stays the same', async () => {
  const path = here()
  const key = await createKeyFolder(path).keyOf('2026-03-02')
  expect(key).toHaveLength(32)
  expect(statSync(path).mode & 0o777).toBe(0o700)
  expect(statSync(join(path, '2026-03-02.key')).mode & 0o777).toBe(0o600)
  expect(readdirSync(path)).toEqual(['2026-03-02.key'])
  expect(await createKeyFolder(path).keyOf('2026-03-02')).toEqual(key)
  expect(await createKeyFolder(path).keyOf('2026-03-03')).not.toEqual(key)
})

test('two writers that need the same new key end with one and the same', async () => {
  const path = here()
  const keys = await Promise.all(Array.from({ length: 12 }, () => createKeyFolder(path).keyOf('2026-03-02')))
  expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1)
  expect(readdirSync(path)).toEqual(['2026-03-02.key'])
})

test('looking for a key makes none', async () => {
  const path = here()
  expect(await createKeyFolder(path).find('2026-03-02')).toBeUndefined()
  await createKeyFolder(path).forgetBefore('2026-03-02')
})

test('keys of days that are over are destroyed, also for a process that used them', async () => {
  const path = here()
  const keys = createKeyFolder(path)
  const other = createKeyFolder(path)
  for (const day of ['2026-02-28', '2026-03-01', '2026-03-02']) await keys.keyOf(day)
  await other.keyOf('2026-03-01')
  expect(await keys.forgetBefore('2026-03-02')).toEqual(['2026-02-28', '2026-03-01'])
  expect(readdirSync(path)).toEqual(['2026-03-02.key'])
  expect(await keys.find('2026-03-01')).toBeUndefined()
  expect(await other.forgetBefore('2026-03-02')).toEqual([])
  expect(await other.find('2026-03-01')).toBeUndefined()
  expect(await keys.find('2026-03-02')).toBeDefined()
})

test('a key that was overwritten when its destroyer was killed opens and shuts nothing', async () => {
  const path = here()
  const keys = createKeyFolder(path)
  await keys.prepare()
  writeFileSync(join(path, '2026-03-01.key'), Buffer.alloc(32))
  expect(await keys.find('2026-03-01')).toBeUndefined()
  await expect(keys.keyOf('2026-03-01')).rejects.toThrow(KeyFolderError)
  expect(await keys.forgetBefore('2026-03-02')).toEqual(['2026-03-01'])
})

test('a key cut short is told, not used and not replaced', async () => {
  const path = here()
  const keys = createKeyFolder(path)
  await keys.prepare()
  writeFileSync(join(path, '2026-03-01.key'), 'short')
  await expect(keys.keyOf('2026-03-01')).rejects.toMatchObject({ code: 'damaged-key' })
  expect(readFileSync(join(path, '2026-03-01.key'), 'utf8')).toBe('short')
})

test('what a killed process left half written is cleared, what another is writing is not', async () => {
  const path = here()
  mkdirSync(path)
  const old = join(path, '.2026-03-01.aa.new')
  const young = join(path, '.2026-03-01.bb.new')
  for (const file of [old, young]) writeFileSync(file, 'x')
  utimesSync(old, 1, 1)
  await openSeal(path)
  expect(readdirSync(path)).toEqual(['.2026-03-01.bb.new'])
})

test('a key folder that cannot be written is told at the start', async () => {
  const file = join(tempFolder(), 'file')
  writeFileSync(file, '')
  await expect(openSeal(file)).rejects.toMatchObject({ code: 'cannot-use' })
  await expect(createKeyFolder(file).keyOf('2026-03-02')).rejects.toThrow(KeyFolderError)
})

test('what one process destroyed opens nothing in another one that lets go, and nothing is shut under a day that is over', async () => {
  const path = join(tempFolder(), 'keys')
  const [first, other] = [createKeyFolder(path), createKeyFolder(path)]
  const key = await first.keyOf('2026-03-02')
  expect(await other.keyOf('2026-03-02')).toEqual(key)
  await first.forgetBefore('2026-03-03')
  // Remembered: that is why letting go is needed.
  expect(await other.find('2026-03-02')).toEqual(key)
  other.letGo('2026-03-03')
  expect(await other.find('2026-03-02')).toBeUndefined()
  expect(other.soonest('2026-03-02')).toBe('2026-03-03')
})
