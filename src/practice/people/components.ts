import { renderInteraction, renderResolved } from '../interactions/payload.ts'
import { startInteraction } from '../interactions/start.ts'
import type { StoredInteraction } from '../interactions/model.ts'
import { bare } from '../seed.ts'
import { channelOr404 } from '../state/find.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredChannel, StoredMessage } from '../state/model.ts'
import { channelNamed, memberNamed } from './lookup.ts'
import { Refused } from './refused.ts'

/** What somebody looks for: the words on it, those before its colon, or its custom id. */
export type Wanted = string | { readonly customId: string }

/** A component that can be used, as loose data: its kind decides which fields it has. */
export interface Usable {
  readonly type: number
  readonly id?: number
  readonly custom_id?: string
  readonly label?: string
  readonly url?: string
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly emoji?: { readonly name?: string }
  readonly min_values?: number
  readonly max_values?: number
  readonly options?: readonly { readonly label: string; readonly value: string; readonly default?: boolean }[]
}

/** Every button and select of a message, from top to bottom. */
export function usableIn(components: readonly unknown[]): Usable[] {
  return components.flatMap((component) => {
    const one = component as Usable & { components?: unknown[]; accessory?: unknown; component?: unknown }
    const inner = [...(one.components ?? []), one.accessory, one.component].filter(
      (each) => each !== undefined,
    )
    return [...(one.custom_id === undefined && one.url === undefined ? [] : [one]), ...usableIn(inner)]
  })
}

/** Presses a button: the answer comes as with any interaction. */
export function press(
  hub: Hub,
  userId: string,
  locale: string,
  message: StoredMessage,
  wanted: Wanted,
): StoredInteraction {
  const button = find(
    message,
    wanted,
    (one) => one.type === 2,
    (one) => one.label ?? one.emoji?.name,
  )
  if (button.custom_id === undefined)
    throw new Refused(`"${button.label ?? ''}" is a link: the bot does not hear of it.`)
  const data = { component_type: 2, custom_id: button.custom_id, id: button.id ?? 0 }
  return use(hub, userId, locale, message, data)
}

/** Chooses in a select, by the words or the values of its options, or by names of people, roles, channels. */
export function choose(
  hub: Hub,
  user: { id: string; locale: string },
  message: StoredMessage,
  wanted: Wanted,
  values: readonly string[],
): StoredInteraction {
  const select = find(
    message,
    wanted,
    (one) => one.type !== 2,
    (one) => one.placeholder,
  )
  const channel = channelOr404(hub, message.channelId)
  const handed = { users: [] as string[], roles: [] as string[], channels: [] as string[] }
  const chosen = values.map((value) => valueIn(hub, channel, select, value, handed))
  checkCount(select, chosen.length)
  const resolved = renderResolved(hub, channel, handed)
  const data = {
    component_type: select.type,
    custom_id: select.custom_id,
    id: select.id ?? 0,
    values: chosen,
    ...(resolved === undefined ? {} : { resolved }),
  }
  return use(hub, user.id, user.locale, message, data)
}

/** Throws when more or fewer are chosen than the select takes. */
export function checkCount(select: Usable, count: number): void {
  const least = select.min_values ?? 1
  const most = select.max_values ?? 1
  if (count < least || count > most)
    throw new Refused(`This takes between ${least} and ${most} choices, not ${count}.`)
}

/** The value that stands for what somebody chose. */
export function valueIn(
  hub: Hub,
  channel: StoredChannel,
  select: Usable,
  value: string,
  handed: { users: string[]; roles: string[]; channels: string[] },
): string {
  if (select.options !== undefined) {
    const option = select.options.find((one) => one.value === value || one.label === value)
    if (option !== undefined) return option.value
    throw new Refused(
      `There is no "${value}"; there is: ${select.options.map((one) => one.label).join(', ')}.`,
    )
  }
  const guild = channel.guildId === undefined ? undefined : hub.guilds.get(channel.guildId)
  if (guild === undefined) throw new Refused('People, roles and channels are chosen in a server.')
  const role = [...guild.roles.values()].find((one) => one.id === value || one.name === bare(value))
  if (select.type === 8) return add(handed.channels, channelNamed(hub, guild, value).id)
  if (role !== undefined && (select.type === 6 || select.type === 7)) return add(handed.roles, role.id)
  if (select.type === 6) throw new Refused(`There is no role "${value}".`)
  return add(handed.users, memberNamed(hub, guild, value).user.id)
}

function add(list: string[], id: string): string {
  list.push(id)
  return id
}

function find(
  message: StoredMessage,
  wanted: Wanted,
  fits: (one: Usable) => boolean,
  words: (one: Usable) => string | undefined,
): Usable {
  const all = usableIn(message.components).filter(fits)
  const exact = all.filter((one) =>
    typeof wanted === 'string'
      ? words(one) === wanted || one.custom_id === wanted
      : one.custom_id === wanted.customId,
  )
  // "Toon: bedreiging" is found as "Toon", as people call it.
  const called = all.filter((one) => words(one)?.split(/\s*:/)[0] === wanted)
  const matches = exact.length > 0 ? exact : called
  const [only, another] = matches
  const shown = typeof wanted === 'string' ? `"${wanted}"` : `custom id "${wanted.customId}"`
  if (only === undefined) {
    const there = all.map((one) => words(one) ?? one.custom_id).join(', ')
    throw new Refused(`There is no ${shown} on this message; there is: ${there === '' ? 'nothing' : there}.`)
  }
  if (another !== undefined)
    throw new Refused(`There is more than one ${shown} on this message: name its custom id.`)
  if (only.disabled === true) throw new Refused(`${shown} is switched off.`)
  return only
}

function use(
  hub: Hub,
  userId: string,
  locale: string,
  message: StoredMessage,
  data: object,
): StoredInteraction {
  return startInteraction(
    hub,
    {
      type: 3,
      commandType: undefined,
      commandName: undefined,
      userId,
      guildId: message.guildId,
      channelId: message.channelId,
      sourceMessageId: message.id,
      targetMessageId: undefined,
    },
    (interaction) => renderInteraction(hub, interaction, { data, locale, message }),
  )
}
