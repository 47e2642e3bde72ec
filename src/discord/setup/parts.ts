import {
  ButtonBuilder,
  ChannelSelectMenuBuilder,
  RoleSelectMenuBuilder,
  StringSelectMenuBuilder,
  UserSelectMenuBuilder,
} from '@discordjs/builders'
import { ButtonStyle, ChannelType, type MessageActionRowComponentBuilder } from 'discord.js'
import type { TextKey } from '../../texts/texts.ts'
import type { Field } from './fields.ts'
import type { FormName } from './forms.ts'
import { foundOn, type SetUp, setUpId } from './set-up.ts'

/** A part of a step: a menu or a button, in the language of the house. */
export type Part = MessageActionRowComponentBuilder

/** More notices than this nobody keeps apart. */
const MOST_NOTICES = 5
const PLACES = [ChannelType.GuildText, ChannelType.GuildAnnouncement]

const setId = (setUp: SetUp, field: Field): string => setUpId(setUp, 'set', field)

/** A menu of channels; one that may stay empty takes no choice too. */
export function channelMenu(
  setUp: SetUp,
  field: 'notice' | 'queue' | 'automodAlerts' | 'talks',
  chosen: readonly (string | undefined)[],
): Part {
  const { channel } = foundOn(setUp.guild)
  const ids = chosen.flatMap((name) => (name === undefined ? [] : (channel(name) ?? [])))
  const most = field === 'notice' ? MOST_NOTICES : 1
  const menu = new ChannelSelectMenuBuilder()
    .setCustomId(setId(setUp, field))
    .setPlaceholder(setUp.texts.t(`setup.${field}.placeholder`))
    .setChannelTypes(field === 'notice' ? PLACES : [ChannelType.GuildText])
    .setMinValues(field === 'automodAlerts' || field === 'talks' ? 0 : 1)
    .setMaxValues(most)
  return ids.length === 0 ? menu : menu.setDefaultChannels(ids.slice(0, most))
}

export function roleMenu(
  setUp: SetUp,
  field: 'youthWorker' | 'moderator' | 'volunteer' | 'backUp' | 'onCall',
  chosen: string | undefined,
): Part {
  const id = chosen === undefined ? undefined : foundOn(setUp.guild).role(chosen)
  const menu = new RoleSelectMenuBuilder()
    .setCustomId(setId(setUp, field))
    .setPlaceholder(setUp.texts.t(`setup.${field}.placeholder`))
    .setMinValues(field === 'youthWorker' || field === 'moderator' ? 1 : 0)
    .setMaxValues(1)
  return id === undefined ? menu : menu.setDefaultRoles(id)
}

export function personMenu(setUp: SetUp, field: 'integrity' | 'responsible', id: string | undefined): Part {
  const menu = new UserSelectMenuBuilder()
    .setCustomId(setId(setUp, field))
    .setPlaceholder(setUp.texts.t(`setup.${field}.placeholder`))
    .setMinValues(0)
    .setMaxValues(1)
  return id === undefined ? menu : menu.setDefaultUsers(id)
}

interface Choice {
  readonly value: string
  readonly label: string
  readonly description?: string
  readonly default: boolean
}

export const choiceMenu = (
  setUp: SetUp,
  field: Field,
  placeholder: TextKey | undefined,
  choices: readonly Choice[],
  several = false,
): Part => {
  const menu = new StringSelectMenuBuilder()
    .setCustomId(setId(setUp, field))
    .setMinValues(several ? 0 : 1)
    .setMaxValues(several ? choices.length : 1)
    .addOptions([...choices])
  return placeholder === undefined ? menu : menu.setPlaceholder(setUp.texts.t(placeholder))
}

export const pressId = (
  setUp: SetUp,
  action: string,
  label: TextKey,
  style: Style,
  ...args: string[]
): Part =>
  new ButtonBuilder()
    .setCustomId(setUpId(setUp, action, ...args))
    .setStyle(style)
    .setLabel(setUp.texts.t(label))
type Style = ButtonStyle.Primary | ButtonStyle.Secondary | ButtonStyle.Success | ButtonStyle.Danger

/** A button that opens a form. */
export const formButton = (setUp: SetUp, form: FormName, label: TextKey): Part =>
  pressId(setUp, 'form', label, ButtonStyle.Secondary, form)
