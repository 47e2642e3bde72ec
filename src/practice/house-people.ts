import type { Policy } from '../policy/schema.ts'
import type { MemberSeed } from './seed.ts'

/** The people of the practice house. None of them exists. */
export const PEOPLE = {
  youthWorkers: ['sam'],
  moderators: ['fatima', 'jonas', 'lena'],
  young: ['noor', 'ayoub', 'lotte', 'milan', 'yara', 'amir'],
} as const

const OWNER = 'eigenaar'
const taken: ReadonlySet<string> = new Set([
  ...PEOPLE.youthWorkers,
  ...PEOPLE.moderators,
  ...PEOPLE.young,
  OWNER,
])

/**
 * The integrity contact: whom the agreements name, somebody outside the team and without a role. The account is called
 * by the first name.
 */
export function contactIn(policy: Policy): { readonly name: string; readonly displayName: string } {
  const displayName = policy.house.contacts.integrity.name
  const first = displayName.split(/\s+/)[0]?.toLowerCase() ?? ''
  const name = /^[a-z]{2,20}$/.test(first) ? first : 'contact'
  return { name: taken.has(name) ? 'contact' : name, displayName }
}

/** Everybody in the practice house, with the roles that the agreements name, and those of `extra` that are new. */
export function membersFor(policy: Policy, extra: readonly string[] = []): MemberSeed[] {
  const { roles } = policy.house
  const people: MemberSeed[] = [
    { name: OWNER, owner: true },
    ...PEOPLE.youthWorkers.map((name) => ({ name, roles: [roles.youthWorker] })),
    ...PEOPLE.moderators.map((name) => ({ name, roles: [roles.moderator] })),
    ...PEOPLE.young.map((name) => ({ name })),
    contactIn(policy),
  ]
  const known = new Set(people.map((person) => person.name))
  return [...people, ...extra.filter((name) => !known.has(name)).map((name) => ({ name }))]
}

/** The agreements with the account of the practice house's own contact: an id of another server means nobody here. */
export const withContact = (policy: Policy, discordId: string): Policy => {
  const { house } = policy
  const integrity = { ...house.contacts.integrity, discordId }
  return { ...policy, house: { ...house, contacts: { ...house.contacts, integrity } } }
}
