import { DiscordAPIError, type REST, Routes } from 'discord.js'
import type { Log } from '../log.ts'
import type { Command } from './command.ts'

/**
 * Registers all commands, replacing what was there: what Discord offers is always what the bot answers.
 *
 * @param rest - logged in as the bot
 * @param applicationId - of the bot
 */
async function registerCommands(
  rest: REST,
  applicationId: string,
  commands: readonly Command[],
): Promise<void> {
  await rest.put(Routes.applicationCommands(applicationId), {
    body: commands.map((command) => command.payload),
  })
}

/** Registering, until Discord took it. */
export interface Registration {
  /** Registers what is not registered yet. @throws when that did not work */
  ensure(): Promise<void>
}

/**
 * Registers the commands at the start. Where Discord does not answer that (an outage, a lost answer) the bot goes on all
 * the same: it hears and flags, people still have the commands of last time, and `ensure` is asked again later. What
 * Discord refuses is a mistake in the bot, and stops it.
 *
 * @throws DiscordAPIError when Discord refuses the commands
 */
export async function beginRegistration(
  rest: REST,
  applicationId: string,
  commands: readonly Command[],
  log: Log,
): Promise<Registration> {
  let done = false
  const ensure = async (): Promise<void> => {
    if (done) return
    await registerCommands(rest, applicationId, commands)
    done = true
  }
  try {
    await ensure()
  } catch (error) {
    if (error instanceof DiscordAPIError) throw error
    log.warn({ err: error }, 'the commands could not be registered yet; the bot goes on and tries again')
  }
  return { ensure }
}
