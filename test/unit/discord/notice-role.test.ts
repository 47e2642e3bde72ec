import type { Guild } from 'discord.js'
import { expect, test } from 'vitest'
import { findNoticeRole } from '../../../src/discord/notice-role.ts'
import { loadPolicy } from '../../../src/policy/load.ts'
import { SHIPPED } from '../policy/world.ts'

/** As much of a server as is asked for here: roles in their order, lowest first, and a bot with the highest of its own. */
function serverWith(names: readonly string[], botRole: string): Guild {
  const roles = names.map((name, position) => ({
    id: `id-${name}`,
    name,
    managed: false,
    comparePositionTo: (other: { position: number }) => position - other.position,
    position,
  }))
  const highest = roles.find(({ name }) => name === botRole)
  return {
    name: 'huis',
    roles: { cache: { find: (is: (role: unknown) => boolean) => roles.find(is) }, everyone: roles[0] },
    members: { me: { permissions: { has: () => true }, roles: { highest } } },
  } as unknown as Guild
}

const policy = async () => {
  const shipped = await loadPolicy(SHIPPED)
  return { ...shipped, house: { ...shipped.house, notice: { requireBeforePosting: { role: 'Lid' } } } }
}

test('a role below that of the bot can be given', async () => {
  const guild = serverWith(['@everyone', 'Lid', 'Huisbot'], 'Huisbot')
  expect(findNoticeRole(guild, await policy())).toEqual({ id: 'id-Lid', name: 'Lid' })
})

test('a role above that of the bot cannot be given, which is told', async () => {
  const guild = serverWith(['@everyone', 'Huisbot', 'Lid'], 'Huisbot')
  expect(findNoticeRole(guild, await policy())).toEqual({ what: 'notice-role', name: 'Lid', why: 'order' })
})

test('a house that asks for no role looks for none', async () => {
  expect(findNoticeRole(serverWith(['@everyone'], '@everyone'), await loadPolicy(SHIPPED))).toBeUndefined()
})
