import type { APIUser } from 'discord-api-types/v10'
import type { HouseView, MemberView, PersonView, RoleView } from '../web/protocol.ts'
import { cssColour, readable } from './colour.ts'

/** Somebody as the page shows them: a member, or who wrote a message and is not a member. */
export interface Shown {
  readonly id: string
  readonly name: string
  readonly bot: boolean
  readonly member: MemberView | undefined
}

export function shownUser(house: HouseView | undefined, user: APIUser, webhook = false): Shown {
  const member = webhook ? undefined : house?.members.find((one) => one.id === user.id)
  return {
    id: user.id,
    name: member?.displayName ?? user.global_name ?? user.username,
    bot: user.bot === true || member?.bot === true,
    member,
  }
}

/** A role that everybody has is none. */
export const rolesOf = (house: HouseView, member: MemberView): readonly RoleView[] =>
  house.roles
    .filter((role) => member.roles.includes(role.id) && role.name !== '@everyone')
    .sort((one, other) => other.position - one.position)

/** The role under which somebody stands in the list: the highest with a colour. */
export const topRole = (house: HouseView, member: MemberView): RoleView | undefined =>
  rolesOf(house, member).find((role) => role.color !== 0)

/** The backgrounds on which names stand: `--back`, `--back-side`, `--hover`, `--mentioned`, `--for-you` of look/colours.css. */
const BACKGROUNDS = {
  dark: [0x31_33_38, 0x2b_2d_31, 0x35_37_3c, 0x3b_39_36, 0x34_36_46],
  light: [0xff_ff_ff, 0xf2_f3_f5, 0xe4_e5_e9, 0xfd_f3_dc, 0xef_f0_fe],
} as const

export const roleColour = (role: RoleView, dark: boolean): string =>
  cssColour(readable(role.color, BACKGROUNDS[dark ? 'dark' : 'light'], dark))

export function nameColour(
  house: HouseView | undefined,
  member: MemberView | undefined,
  dark: boolean,
): string | undefined {
  if (house === undefined || member === undefined) return undefined
  const role = topRole(house, member)
  return role === undefined ? undefined : roleColour(role, dark)
}

/** Whom one can be, as their picture wants them. */
export const personOf = (house: HouseView, person: PersonView): Pick<Shown, 'id' | 'name' | 'bot'> => ({
  id: house.members.find((one) => one.name === person.name)?.id ?? '0',
  name: person.displayName,
  bot: false,
})

const DISCS = ['#3b5fc0', '#2f7d4f', '#a3532b', '#8a3ea3', '#b03060', '#26738a', '#6b5b1f', '#5a5f6b']

/** A disc with an initial: nobody here has a face. A picture of our own, so that none is fetched from anywhere. */
export function avatarOf(shown: Pick<Shown, 'id' | 'name' | 'bot'>): string {
  const disc = shown.bot ? '#5865f2' : (DISCS[Number(BigInt(shown.id) % BigInt(DISCS.length))] ?? DISCS[0])
  const initial = escapeXml(String.fromCodePoint(shown.name.codePointAt(0) ?? 63).toUpperCase())
  const inside = shown.bot
    ? '<path fill="#fff" d="M20 8 9 17v14h7v-8h8v8h7V17z"/>'
    : `<text x="20" y="27" text-anchor="middle" font-family="sans-serif" font-size="19" font-weight="600" fill="#fff">${initial}</text>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${disc}"/>${inside}</svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}

const escapeXml = (text: string): string =>
  text.replace(/[<>&"']/g, (char) => `&#${char.codePointAt(0) ?? 63};`)
