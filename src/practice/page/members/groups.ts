import type { HouseView, MemberView, RoleView } from '../../web/protocol.ts'
import { topRole } from '../people.ts'

export interface Group {
  readonly key: string
  readonly role: RoleView | undefined
  readonly bots: boolean
  readonly members: readonly MemberView[]
}

/** Members under their highest role with a colour, as Discord does; then the others, and the bots apart. */
export function groupsOf(house: HouseView): readonly Group[] {
  const byName = [...house.members].sort((a, b) => a.displayName.localeCompare(b.displayName, 'nl'))
  const people = byName.filter((one) => !one.bot)
  const top = new Map(people.map((one) => [one.id, topRole(house, one)]))
  const roles = [...house.roles].sort((a, b) => b.position - a.position)
  return [
    ...roles.map((role) => ({
      key: role.id,
      role,
      bots: false,
      members: people.filter((one) => top.get(one.id)?.id === role.id),
    })),
    {
      key: 'others',
      role: undefined,
      bots: false,
      members: people.filter((one) => top.get(one.id) === undefined),
    },
    { key: 'bots', role: undefined, bots: true, members: byName.filter((one) => one.bot) },
  ].filter((group) => group.members.length > 0)
}
