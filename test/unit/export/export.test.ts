import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportHouse } from '../../../src/export/export.ts'
import { folderOf, housesIn } from '../../../src/house/folders.ts'
import { houseId } from '../../../src/house/id.ts'
import { type Settings, withSettings } from '../../../src/house/settings.ts'
import { loadPolicy } from '../../../src/policy/load.ts'
import { runPolicy } from '../../../src/policy/run.ts'
import { policyWith } from '../../support/policy.ts'
import { tempFolder } from '../../support/storage/temp-storage.ts'

const HOUSE = houseId('900000000000000001')
const SET: Settings = {
  languages: ['fr', 'nl'],
  organisation: {
    kind: 'vzw',
    name: 'Stad',
    signedOff: { by: 'Iemand: met "tekens"', on: '2026-11-24' },
  },
  reading: { way: 'reports' },
  hours: { week: { maandag: ['14:00-18:00'] }, holidays: 'open', closed: [] },
  region: '9000',
  roles: { moderator: '900000000000000777', backUp: null, onCall: 'Bereikbaar' },
  channels: { talks: null, notice: ['welkom', 'algemeen'] },
  contacts: {
    outside: { name: 'Iemand buiten', contact: 'buiten@voorbeeld.be' },
    integrity: { name: 'Samira', contact: 's@voorbeeld.be', discordId: '900000000000000778' },
    responsible: null,
  },
  retention: { closedFlagDays: 7 },
}

test('what a house set is written into its files, which then mean the same and pass the check, with their comments', async () => {
  const to = join(tempFolder(), 'ours')
  const { version } = await exportHouse('policies', HOUSE, SET, to)
  const policy = await loadPolicy(to)
  expect(policy.house).toEqual(withSettings(await loadPolicy('policies'), SET).house)
  expect(version).toBe(policy.version)
  const text = await readFile(join(to, 'house.yaml'), 'utf8')
  expect(text).toContain('# Hoe leest de bot mee?')
  expect(text).toContain('# Binnen hoeveel minuten kijkt er iemand')
  const said: string[] = []
  const output = { out: (one: string) => void said.push(one), err: (one: string) => void said.push(one) }
  expect(await runPolicy(['--policies', to], output)).toBe(0)
})

test('a house that set nothing is its folder, to the letter', async () => {
  const to = join(tempFolder(), 'ours')
  expect((await exportHouse('policies', HOUSE, {}, to)).version).toBe((await loadPolicy('policies')).version)
  expect(await readFile(join(to, 'house.yaml'), 'utf8')).toBe(await readFile('policies/house.yaml', 'utf8'))
})

test('it can become the folder of that house, within the one that it comes from', async () => {
  const folder = await policyWith()
  const to = folderOf(folder, HOUSE)
  await exportHouse(folder, HOUSE, { region: '9000' }, to)
  expect((await housesIn(folder)).houses).toEqual([HOUSE])
  expect((await housesIn(to)).houses).toEqual([])
  expect((await loadPolicy(to)).house.region).toBe('9000')
})

test('nothing is ever written over', async () => {
  await expect(exportHouse('policies', HOUSE, {}, tempFolder())).rejects.toMatchObject({ code: 'usage' })
})
