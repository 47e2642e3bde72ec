import { ActionRowBuilder, ButtonBuilder } from '@discordjs/builders'
import type { ButtonStyle, MessageActionRowComponentBuilder } from 'discord.js'
import { customId } from '../custom-id.ts'

/** A row of a message about the queue. */
export const row = (...parts: readonly MessageActionRowComponentBuilder[]) =>
  new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(...parts).toJSON()

/** A button of `/wachtrij`. */
export const button = (
  label: string,
  style: ButtonStyle.Primary | ButtonStyle.Secondary | ButtonStyle.Success | ButtonStyle.Danger,
  action: string,
  ...args: readonly string[]
): ButtonBuilder =>
  new ButtonBuilder()
    .setCustomId(customId('wachtrij', action, ...args))
    .setStyle(style)
    .setLabel(label)
