import { ActionRowBuilder, type ButtonBuilder } from '@discordjs/builders'
import type { MessageActionRowComponentBuilder } from 'discord.js'

/** A row of Discord holds five buttons. */
const ROW = 5

/** Buttons in as many rows as they need. */
export const buttonRows = (buttons: readonly ButtonBuilder[]) =>
  Array.from({ length: Math.ceil(buttons.length / ROW) }, (_, row) =>
    new ActionRowBuilder<MessageActionRowComponentBuilder>()
      .addComponents(...buttons.slice(row * ROW, (row + 1) * ROW))
      .toJSON(),
  )
