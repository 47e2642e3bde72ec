import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commands } from '../../../commands/index.ts'
import { describePermissions } from '../../../src/permissions/describe.ts'
import {
  type About,
  ACTS,
  type Act,
  isTeam,
  may,
  ROLES,
  type Role,
  visibleTo,
} from '../../../src/permissions/table.ts'
import { CATEGORIES, KINDS, KINDS_OF } from '../../../src/screening/kinds.ts'

const acts = Object.keys(ACTS) as Act[]
const queueActs = acts.filter((act) => act.startsWith('queue.'))
const everyAbout: readonly About[] = CATEGORIES.flatMap((category) =>
  KINDS.map((kind) => ({ category, kind })),
)
const anyRoles = fc.subarray([...ROLES])
const anyAct = fc.constantFrom(...acts)

describe('who may what', () => {
  test('a volunteer never sees or touches a worry or harm, whatever the act and whatever other role but youth worker', () => {
    fc.assert(
      fc.property(anyRoles, anyAct, fc.constantFrom(...everyAbout), (others, act, about) => {
        fc.pre(about.kind !== 'conduct' && act.startsWith('queue.'))
        const roles: readonly Role[] = ['volunteer', ...others.filter((role) => role !== 'youthWorker')]
        expect(may(roles, act, about)).toBe(false)
      }),
    )
  })

  test('a moderator under 18, who has both roles, sees what a volunteer sees', () => {
    expect(visibleTo(['moderator', 'volunteer', 'member'])).toEqual(visibleTo(['volunteer', 'member']))
    expect(visibleTo(['volunteer']).map(({ category, kind }) => `${category} ${kind}`)).toEqual([
      'harassment conduct',
      'drugs conduct',
      'spam conduct',
    ])
  })

  test('a member does nothing in the queue', () => {
    for (const act of queueActs) expect(may(['member'], act)).toBe(false)
    expect(isTeam(['member'])).toBe(false)
    expect(isTeam([])).toBe(false)
  })

  test('youth workers and moderators see every category and kind, so that nothing is shown to nobody', () => {
    for (const about of everyAbout) {
      expect(may(['youthWorker'], 'queue.show', about)).toBe(true)
      expect(may(['moderator'], 'queue.show', about)).toBe(true)
    }
    const possible = CATEGORIES.flatMap((category) => KINDS_OF[category].map((kind) => ({ category, kind })))
    expect(visibleTo(['moderator'])).toEqual(possible)
  })

  test('measures against a person are for adults of the team alone', () => {
    for (const act of ['queue.pause', 'queue.kick', 'queue.ban', 'queue.pass-on'] as const) {
      expect(may(['volunteer', 'moderator', 'member'], act, { category: 'spam', kind: 'conduct' })).toBe(
        false,
      )
      expect(may(['moderator', 'member'], act, { category: 'spam', kind: 'conduct' })).toBe(true)
    }
  })

  test('somebody without any role may nothing at all', () => {
    for (const act of acts) expect(may([], act)).toBe(false)
  })
})

describe('the table is what is built', () => {
  test('every command, and every button, select and form of it, names an act of the table', () => {
    for (const command of commands) {
      expect(acts).toContain(command.act)
      const actions = [...Object.keys(command.components ?? {}), ...Object.keys(command.forms ?? {})]
      for (const [action, act] of Object.entries(command.acts ?? {})) {
        expect(actions).toContain(action)
        expect(acts).toContain(act)
      }
    }
  })

  test('docs/who-may-what.md says what the table says', async () => {
    await expect(describePermissions()).toMatchFileSnapshot('../../../docs/who-may-what.md')
  })
})
