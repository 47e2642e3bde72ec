import { ApplicationCommandType, DiscordAPIError, type REST, Routes } from 'discord.js'
import { z } from 'zod'
import type { Log } from '../log.ts'
import type { Command } from './command.ts'

/** What Discord says of each command that it took, as far as it is used here. */
const takenSchema = z.array(
  z.object({ id: z.string(), name: z.string(), type: z.enum(ApplicationCommandType) }),
)

/**
 * Registers all commands, replacing what was there: what Discord offers is always what the bot answers.
 *
 * @param rest - logged in as the bot
 * @param applicationId - of the bot
 * @returns the ids by which a text can name the slash commands so that one can press them
 */
async function registerCommands(
  rest: REST,
  applicationId: string,
  commands: readonly Command[],
): Promise<ReadonlyMap<string, string>> {
  const taken = await rest.put(Routes.applicationCommands(applicationId), {
    body: commands.map((command) => command.payload),
  })
  // They are registered all the same; without their ids texts name them in plain words.
  const { data = [] } = takenSchema.safeParse(taken)
  return new Map(
    data
      .filter(({ type }) => type === ApplicationCommandType.ChatInput)
      .map(({ id, name }) => [name, id] as const),
  )
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
 * @param named - hears the ids of the slash commands, by their names
 * @throws DiscordAPIError when Discord refuses the commands
 */
export async function beginRegistration(
  rest: REST,
  applicationId: string,
  commands: readonly Command[],
  log: Log,
  named: (ids: ReadonlyMap<string, string>) => void,
): Promise<Registration> {
  let done = false
  const ensure = async (): Promise<void> => {
    if (done) return
    named(await registerCommands(rest, applicationId, commands))
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
