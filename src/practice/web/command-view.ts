import type { APIApplicationCommandOption } from 'discord-api-types/v10'
import { commandsOffered } from '../people/offered.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredChannel, StoredCommand } from '../state/model.ts'
import type { CommandView } from './protocol.ts'

interface Described {
  readonly description?: string
  readonly description_localizations?: Readonly<Record<string, string | null>> | null
}

/** Channels in which one writes, and so uses commands: no categories, no forums themselves. */
const hasComposer = (channel: StoredChannel): boolean => channel.type !== 4 && channel.type !== 15

/**
 * The commands that one person is offered, and in which of the channels that they see: Discord's own rules (contexts,
 * permissions, what the server's settings say).
 *
 * @param visible - the channels that this person sees
 */
export function commandsFor(
  hub: Hub,
  userId: string,
  visible: readonly StoredChannel[],
  locale: string,
): readonly CommandView[] {
  const places = visible.filter((one) => hasComposer(one) && one.thread?.archived !== true)
  const found = new Map<string, { readonly command: StoredCommand; readonly in: string[] }>()
  for (const channel of places) {
    for (const command of commandsOffered(hub, { userId, channel })) {
      const there = found.get(command.id)
      if (there === undefined) found.set(command.id, { command, in: [channel.id] })
      else there.in.push(channel.id)
    }
  }
  return [...found.values()].map(({ command, in: channels }) => ({
    id: command.id,
    name: command.name,
    type: command.type,
    description: describedIn(command, locale),
    options: optionsIn((command.options ?? []) as readonly APIApplicationCommandOption[], locale),
    channels: channels.length === places.length ? ('all' as const) : channels,
  }))
}

const describedIn = (one: Described, locale: string): string =>
  one.description_localizations?.[locale] ?? one.description ?? ''

/** Options as an app in this language shows them. Names stay: they are what is typed and sent. */
function optionsIn(options: readonly APIApplicationCommandOption[], locale: string): readonly object[] {
  return options.map((option) => {
    const { description_localizations: _, ...rest } = option
    const described = { ...rest, description: describedIn(option, locale) }
    const inner =
      'options' in option ? (option.options as APIApplicationCommandOption[] | undefined) : undefined
    const choices = 'choices' in option ? option.choices : undefined
    return {
      ...described,
      ...(inner === undefined ? {} : { options: optionsIn(inner, locale) }),
      ...(choices === undefined
        ? {}
        : {
            choices: choices.map(({ name, value, name_localizations }) => ({
              name: (name_localizations as Record<string, string> | null | undefined)?.[locale] ?? name,
              value,
            })),
          }),
    }
  })
}
