import type { HouseView } from '../../web/protocol.ts'
import type { Emoji } from './parts.ts'

/** One thing that can be chosen, whatever it is: an option of the bot, a person, a role, a channel. */
export interface Pick {
  readonly value: string
  readonly label: string
  readonly description?: string
  readonly emoji?: Emoji
  /** What kind of thing it is, for its mark; an option of the bot has none. */
  readonly kind?: 'person' | 'role' | 'channel'
  /** The colour of a role, 0xRRGGBB. */
  readonly color?: number
}

export interface Wanted {
  readonly people?: boolean
  readonly roles?: boolean
  readonly channels?: boolean
  /** Discord's numbers of the kinds of channels that can be chosen; all of them when absent. */
  readonly channelTypes?: readonly number[] | undefined
}

/** Direct messages are nobody's channel to choose. */
const DIRECT = 1

/** The people, roles and channels that somebody can choose from: those that they see, by name. */
export function entitiesIn(house: HouseView, wanted: Wanted): readonly Pick[] {
  const by = (a: Pick, b: Pick): number => a.label.localeCompare(b.label, 'nl')
  const people = house.members.map(
    ({ id, name, displayName, bot }): Pick => ({
      value: id,
      label: displayName,
      description: bot ? 'app' : name,
      kind: 'person',
    }),
  )
  const roles = house.roles.map(
    ({ id, name, color }): Pick => ({ value: id, label: name, kind: 'role', color }),
  )
  const channels = house.channels
    .filter(({ type }) => type !== DIRECT && (wanted.channelTypes?.includes(type) ?? true))
    .map(({ id, name }): Pick => ({ value: id, label: name, kind: 'channel' }))
  return [
    ...(wanted.people === true ? people.sort(by) : []),
    ...(wanted.roles === true ? roles.sort(by) : []),
    ...(wanted.channels === true ? channels : []),
  ]
}

/** What each select of people, roles and channels offers, by Discord's number. */
export function wantedBy(type: 5 | 6 | 7 | 8, channelTypes?: readonly number[]): Wanted {
  return {
    people: type === 5 || type === 7,
    roles: type === 6 || type === 7,
    channels: type === 8,
    channelTypes: channelTypes !== undefined && channelTypes.length > 0 ? channelTypes : undefined,
  }
}
