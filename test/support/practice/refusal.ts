import { DiscordAPIError } from 'discord.js'
import { Refused } from '../../../src/practice/world.ts'

/** Does what Discord must refuse to a bot, and gives its code. */
export async function codeOf(doing: Promise<unknown>): Promise<number | string> {
  const error = await doing.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof DiscordAPIError) return error.code
  throw new Error(`Discord was expected to refuse, not: ${error instanceof Error ? error.message : 'done'}`)
}

/** Does what Discord must refuse to a person, and gives the refusal. */
export async function refusedTo(doing: () => unknown): Promise<Refused> {
  try {
    await doing()
  } catch (error) {
    if (error instanceof Refused) return error
    throw error
  }
  throw new Error('The person was expected to be refused.')
}
