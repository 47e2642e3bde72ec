import { commands } from '../../commands/index.ts'
import { renderInteraction, renderResolved } from '../../src/practice/interactions/payload.ts'
import type { StoredInteraction } from '../../src/practice/interactions/model.ts'
import { startInteraction } from '../../src/practice/interactions/start.ts'
import type { Hub } from '../../src/practice/state/hub.ts'
import type { StoredChannel, StoredCommand, StoredMessage } from '../../src/practice/state/model.ts'
import { forgedId, type Random, trick } from './forge.ts'

/** Who sends it, from where, about which message. */
export interface From {
  readonly userId: string
  readonly channel: StoredChannel
  readonly message: StoredMessage | undefined
}

/** Discord's numbers of the kinds of options. */
const Kind = {
  Subcommand: 1,
  SubcommandGroup: 2,
  Integer: 4,
  Boolean: 5,
  User: 6,
  Channel: 7,
  Number: 10,
} as const
/** What was sent, and a name for it in which no word of anybody stands. */
export interface Forged {
  readonly interaction: StoredInteraction
  readonly what: string
}

const LOCALES = ['nl', 'en-GB', 'fr', 'de', 'zz'] as const
/** The fields of all forms, and some that no form has. */
const FIELDS = [
  'words',
  'reason',
  'about',
  'at',
  'name',
  'postcode',
  'until',
  'why',
  'contact',
  'ground',
  'told',
  'leeg',
] as const

function begin(
  hub: Hub,
  from: From,
  type: number,
  command: StoredCommand | undefined,
  data: object,
  random: Random,
): Forged {
  const { channel, message, userId } = from
  const shown = type === 3 || type === 5 ? message : undefined
  const id = 'custom_id' in data ? String(data.custom_id).split(':', 2).join(':') : ''
  const interaction = startInteraction(
    hub,
    {
      type,
      commandType: command?.type,
      commandName: command?.name,
      userId,
      guildId: channel.guildId,
      channelId: channel.id,
      sourceMessageId: shown?.id,
      targetMessageId: undefined,
    },
    (begun) => renderInteraction(hub, begun, { data, locale: random.pick(LOCALES), message: shown }),
  )
  return { interaction, what: `${type} ${command?.name ?? id} in a channel of type ${channel.type}` }
}

/**
 * A press or a choice with any id, on any message: also one that somebody else was shown, or that is long gone. Discord
 * sends the message with it in every case.
 */
export function forgedPress(
  hub: Hub,
  from: From,
  ids: readonly string[],
  random: Random,
): Forged | undefined {
  if (from.message === undefined) return undefined
  const type = random.pick([2, 2, 2, 3, 5])
  const values = Array.from({ length: 1 + random.below(3) }, () =>
    random.pick([
      random.pick(random.pick(ids).split(':')),
      'rood',
      'no-problem',
      'removed',
      from.userId,
      trick(random).slice(0, 100),
    ]),
  )
  const resolved = type === 5 ? renderResolved(hub, from.channel, { users: [from.userId] }) : undefined
  const data = {
    component_type: type,
    custom_id: forgedId(ids, random),
    id: 1,
    ...(type === 2 ? {} : { values: type === 5 ? [from.userId] : values }),
    ...(resolved === undefined ? {} : { resolved }),
  }
  return begin(hub, from, 3, undefined, data, random)
}

/** A form with any id, filled in with anything, fields left out or too many. */
export function forgedForm(hub: Hub, from: From, ids: readonly string[], random: Random): Forged {
  const components = FIELDS.filter(() => random.next() < 0.7).map((custom_id, at) => {
    const field =
      custom_id === 'reason' || custom_id === 'about' || random.next() < 0.2
        ? {
            type: 3,
            id: at,
            custom_id,
            values: [random.pick(['bullying', 'worried', 'ernstig-gevaar', trick(random)])],
          }
        : { type: 4, id: at, custom_id, value: trick(random) }
    return random.next() < 0.5 && field.type === 4
      ? { type: 1, id: 50 + at, components: [field] }
      : { type: 18, id: 50 + at, component: field }
  })
  return begin(hub, from, 5, undefined, { custom_id: forgedId(ids, random), components }, random)
}

const registered = (hub: Hub): readonly StoredCommand[] => [...hub.commands.values()].flat()

type Option = {
  readonly name: string
  readonly type: number
  readonly options?: readonly Option[]
  readonly required?: boolean
  readonly choices?: readonly { readonly value: unknown }[]
}

function filled(option: Option, from: From, random: Random): object[] {
  if (option.type === Kind.Subcommand || option.type === Kind.SubcommandGroup)
    return [
      {
        name: option.name,
        type: option.type,
        options: (option.options ?? []).flatMap((one) => filled(one, from, random)),
      },
    ]
  if (option.required !== true && random.next() < 0.5) return []
  const value = ((): unknown => {
    if (option.choices !== undefined && option.choices.length > 0) return random.pick(option.choices).value
    if (option.type === Kind.Integer || option.type === Kind.Number) return random.below(100_000)
    if (option.type === Kind.Boolean) return random.next() < 0.5
    if (option.type === Kind.User) return from.userId
    if (option.type === Kind.Channel) return from.channel.id
    return trick(random)
  })()
  return [{ name: option.name, type: option.type, value }]
}

/** Any command, from anywhere, by anybody, with anything filled in; on any message where it is one of the menu. */
export function forgedCommand(hub: Hub, from: From, random: Random): Forged | undefined {
  const command = random.pick(registered(hub))
  if (command.type === 3) {
    if (from.message === undefined) return undefined
    const resolved = renderResolved(hub, from.channel, { messages: [from.message] })
    const data = { id: command.id, name: command.name, type: 3, target_id: from.message.id, resolved }
    return begin(hub, from, 2, command, data, random)
  }
  const options = (command.options ?? []) as readonly Option[]
  const nested = options.filter(({ type }) => type === Kind.Subcommand || type === Kind.SubcommandGroup)
  const chosen = nested.length > 0 ? [random.pick(nested)] : options
  const data = {
    id: command.id,
    name: command.name,
    type: 1,
    options: chosen.flatMap((one) => filled(one, from, random)),
    resolved: renderResolved(hub, from.channel, { users: [from.userId], channels: [from.channel.id] }),
  }
  return begin(hub, from, 2, command, data, random)
}

/** What somebody types while the bot completes, in any option. */
export function forgedTyping(hub: Hub, from: From, random: Random): Forged {
  const slash = registered(hub).filter(({ type }) => type === 1)
  const command = random.pick(slash)
  const names = commands.map(({ payload }) => payload.name)
  const option = {
    name: random.pick(['nummer', 'dag', 'tot', 'wie', ...names]),
    type: 3,
    value: trick(random),
    focused: true,
  }
  return begin(
    hub,
    from,
    4,
    command,
    { id: command.id, name: command.name, type: 1, options: [option] },
    random,
  )
}
