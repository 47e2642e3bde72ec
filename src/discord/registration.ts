import { type REST, Routes } from 'discord.js'
import type { Command } from './command.ts'

/**
 * Registers all commands, replacing what was there: what Discord offers is always what the bot answers.
 *
 * @param rest - logged in as the bot
 * @param applicationId - of the bot
 */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  commands: readonly Command[],
): Promise<void> {
  await rest.put(Routes.applicationCommands(applicationId), {
    body: commands.map((command) => command.payload),
  })
}
