import { expect, test } from 'vitest'
import { problemsOf, settingsSchema, type Settings, withSettings } from '../../../src/house/settings.ts'
import { loadPolicy } from '../../../src/policy/load.ts'
import { policyWith } from '../../support/policy.ts'

const shipped = await loadPolicy('policies')
const said = (settings: Settings): readonly string[] =>
  problemsOf(shipped, settings).map(({ message }) => message)

test('nothing set is the folder itself', () => {
  expect(withSettings(shipped, {})).toBe(shipped)
  expect(problemsOf(shipped, {})).toEqual([])
})

test('what a house set stands over its file, key by key, and null takes away', () => {
  const { house, version } = withSettings(shipped, {
    languages: ['fr', 'nl'],
    reading: { way: 'reports' },
    roles: { moderator: '900000000000000777', backUp: null },
    channels: { talks: null, queue: 'wachtrij' },
    contacts: { outside: { name: 'Iemand buiten', contact: 'buiten@voorbeeld.be' } },
    retention: { closedFlagDays: 7 },
    region: '9000',
  })
  expect(version).not.toBe(shipped.version)
  expect(house.languages).toEqual(['fr', 'nl'])
  expect(house.reading).toEqual({ way: 'reports' })
  expect(house.roles).toEqual({ youthWorker: 'Jeugdwerker', moderator: '900000000000000777' })
  expect(house.channels).toEqual({ notice: ['welkom'], queue: 'wachtrij', closing: ['algemeen'] })
  expect(house.contacts).toEqual({
    ...shipped.house.contacts,
    outside: { name: 'Iemand buiten', contact: 'buiten@voorbeeld.be' },
  })
  expect(house.retention).toEqual({ ...shipped.house.retention, closedFlagDays: 7 })
  expect(house.region).toBe('9000')
  expect(house.hours).toBe(shipped.house.hours)
})

test('settings mean what the same words in house.yaml mean, down to the version', async () => {
  const folder = await policyWith(
    { file: 'house.yaml', from: 'languages: [nl, en, fr]', to: 'languages: [nl, fr]' },
    { file: 'house.yaml', from: 'onCall', to: 'onCall' },
    { file: 'house.yaml', from: '  backUp: Achterwacht\n', to: '' },
  )
  const set = withSettings(shipped, { languages: ['nl', 'fr'], roles: { backUp: null } })
  expect(set.version).toBe((await loadPolicy(folder)).version)
})

test('a language whose texts are missing stays off, and cannot be the language of the house', async () => {
  const folder = await policyWith({ file: 'house.yaml', from: '  fr: Pas sans', to: '  #fr: Pas sans' })
  const policy = await loadPolicy(folder)
  expect(policy.house.languages).toEqual(['nl', 'en'])
  const set = withSettings(policy, { languages: ['en', 'fr'] })
  expect(set.house.languages).toEqual(['en'])
  expect(set.languagesOff).toEqual([{ language: 'fr', missing: ['house.yaml'] }])
  expect(problemsOf(policy, { languages: ['en', 'fr'] })).toEqual([])
  expect(problemsOf(policy, { languages: ['fr'] })).toHaveLength(1)
  // Another setting leaves what is off as the files say it, with their lines.
  expect(withSettings(policy, { region: '9000' }).languagesOff).toEqual(policy.languagesOff)
})

test('settings are held to the checks of the files', () => {
  expect(said({ channels: { queue: 'welkom' } })).toEqual([
    expect.stringContaining('De wachtrij toont berichten van jongeren'),
  ])
  expect(said({ channels: { automodAlerts: 'wachtrij' } })).toEqual([
    expect.stringContaining('In dit kanaal toont Discord namen'),
  ])
  expect(said({ channels: { notice: ['wlkom'] } })).toEqual([
    expect.stringContaining('Bedoelde je "welkom"?'),
  ])
  // The id of a channel needs no place in channels.yaml.
  expect(said({ channels: { notice: ['900000000000000777'], queue: '900000000000000778' } })).toEqual([])
  expect(
    said({ hours: { week: { maandag: ['14:00-18:00', '17:00-19:00'] }, holidays: 'closed', closed: [] } }),
  ).toEqual([expect.stringContaining('loopt door elkaar')])
})

test('a key that nobody reads, a full reading that nobody signed and a wrong postcode are refused', () => {
  for (const wrong of [
    { nam: 'x' },
    { reading: { way: 'full' } },
    { roles: { boss: 'x' } },
    { region: 'Gent' },
    { languages: [] },
    { retention: { auditIdsDays: 1 } },
  ])
    expect(settingsSchema.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false)
})
