import { type REST, Routes } from 'discord.js'
import { commands } from '../../commands/index.ts'

/**
 * Registers all commands, replacing what was there: what Discord offers is always what the bot answers.
 *
 * @param rest - logged in as the bot
 * @param applicationId - of the bot
 */
export async function registerCommands(rest: REST, applicationId: string): Promise<void> {
  await rest.put(Routes.applicationCommands(applicationId), {
    body: commands.map((command) => command.payload),
  })
}
