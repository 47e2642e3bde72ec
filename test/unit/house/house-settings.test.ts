import { expect, test } from 'vitest'
import { z } from 'zod'
import { createHouseSettings } from '../../../src/house/house-settings.ts'
import { houseId } from '../../../src/house/id.ts'
import type { Settings } from '../../../src/house/settings.ts'
import { createRetention } from '../../../src/privacy/retention.ts'
import { HOUSE, openTempHouse } from '../../support/storage/temp-storage.ts'

const OTHER = houseId('900000000000000002')
const BY = '800000000000000001'
const open = async () => {
  const temp = await openTempHouse()
  const { db, clock } = temp
  return { ...temp, settings: createHouseSettings({ db, now: clock.now, auditIdsDays: () => 30 }) }
}
const FRENCH: Settings = { languages: ['fr'], roles: { backUp: null } }

test('a house that set nothing has version 0, and what it saves is read back by it alone', async () => {
  const { settings, clock } = await open()
  expect(await settings.read(HOUSE)).toEqual({ version: 0, settings: {} })
  expect(await settings.save(HOUSE, FRENCH, { by: BY, from: 0 })).toEqual({ done: true, version: 1 })
  expect(await settings.read(HOUSE)).toEqual({ version: 1, settings: FRENCH, updatedAt: clock.now() })
  expect(await settings.read(OTHER)).toEqual({ version: 0, settings: {} })
  expect(await settings.all()).toEqual(new Map([[HOUSE, FRENCH]]))
})

test('of two who began with the same version one is refused, also when they save at once', async () => {
  const { settings } = await open()
  const first = await Promise.all([
    settings.save(HOUSE, FRENCH, { by: BY, from: 0 }),
    settings.save(HOUSE, { languages: ['en'] }, { by: BY, from: 0 }),
  ])
  expect(first.filter(({ done }) => done)).toHaveLength(1)
  expect(await settings.save(HOUSE, { languages: ['nl'] }, { by: BY, from: 0 })).toEqual({ done: false })
  expect(await settings.save(HOUSE, { languages: ['nl'] }, { by: BY, from: 1 })).toMatchObject({ version: 2 })
  expect((await settings.read(HOUSE)).settings).toEqual({ languages: ['nl'] })
})

test('the audit says who changed which blocks, and never what stands in them', async () => {
  const { settings, db, clock } = await open()
  await settings.save(HOUSE, FRENCH, { by: BY, from: 0 })
  await settings.save(HOUSE, { ...FRENCH, languages: undefined, region: '9000' }, { by: BY, from: 1 })
  const lines = await db.auditLine.findMany({ orderBy: { id: 'asc' } })
  expect(lines.map(({ houseId: house, act, actorId, codes }) => [house, act, actorId, codes])).toEqual([
    [HOUSE, 'settings-saved', BY, '{"languages":"set","roles":"set"}'],
    [HOUSE, 'settings-saved', BY, '{"languages":"dropped","region":"set"}'],
  ])
  expect(lines[0]?.idsUntil.getTime()).toBe(clock.now().getTime() + 30 * 86_400_000)
})

test('settings that this version cannot read are told apart from none, and can be replaced', async () => {
  const { settings, db, clock } = await open()
  await db.houseSettings.create({
    data: { houseId: HOUSE, version: 3, settings: '{"later":1}', updatedAt: clock.now() },
  })
  await expect(settings.read(HOUSE)).rejects.toMatchObject({ code: 'unreadable-row' })
  expect(await settings.all()).toEqual(new Map([[HOUSE, 'unreadable']]))
  expect(await settings.save(HOUSE, {}, { by: BY, from: 3 })).toEqual({ done: true, version: 4 })
  expect((await settings.read(HOUSE)).settings).toEqual({})
})

const drafted = z.strictObject({ step: z.string() })

test('a draft is gone on with by whoever saw it last, and is put away', async () => {
  const { settings, clock } = await open()
  expect(await settings.draft(HOUSE, drafted)).toBeUndefined()
  expect(await settings.keepDraft(HOUSE, { step: 'roles' }, 0)).toEqual({ done: true, version: 1 })
  expect(await settings.keepDraft(HOUSE, { step: 'hours' }, 0)).toEqual({ done: false })
  expect(await settings.keepDraft(HOUSE, { step: 'hours' }, 1)).toEqual({ done: true, version: 2 })
  expect(await settings.keepDraft(HOUSE, { step: 'late' }, 1)).toEqual({ done: false })
  expect(await settings.draft(HOUSE, drafted)).toEqual({
    version: 2,
    draft: { step: 'hours' },
    updatedAt: clock.now(),
  })
  expect(await settings.draft(OTHER, drafted)).toBeUndefined()
  await settings.dropDraft(HOUSE)
  expect(await settings.draft(HOUSE, drafted)).toBeUndefined()
})

test('a draft of an older bot is begun anew', async () => {
  const { settings } = await open()
  await settings.keepDraft(HOUSE, { old: true }, 0)
  expect(await settings.draft(HOUSE, drafted)).toBeUndefined()
  expect(await settings.keepDraft(HOUSE, { step: 'roles' }, 0)).toEqual({ done: true, version: 1 })
})

test('a draft with which nobody went on for a month is forgotten', async () => {
  const { settings, db, seal, outbox, clock } = await open()
  const retention = createRetention({ db, seal, outbox })
  await settings.keepDraft(HOUSE, { step: 'roles' }, 0)
  clock.pass(29 * 86_400_000)
  await retention.sweep(clock.now())
  expect(await settings.draft(HOUSE, drafted)).toBeDefined()
  clock.pass(86_400_000)
  expect(await retention.sweep(clock.now())).toMatchObject({ drafts: 1 })
  expect(await settings.draft(HOUSE, drafted)).toBeUndefined()
})
