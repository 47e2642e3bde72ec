import type { Bot } from './bot.ts'
import type { Log } from './log.ts'
import { watchPolicyFolder } from './policy/watch-folder.ts'

/** What a bot that runs follows its agreements with. */
export interface FollowOptions {
  readonly bot: Pick<Bot, 'readAgain'>
  readonly policyFolder: string
  readonly log: Log
  readonly watch?: typeof watchPolicyFolder
}

/**
 * Lets a bot that runs read its agreements again when somebody changed a file, and when it is asked to. What is wrong
 * with them is told by the bot itself, with file and line.
 */
export function followAgreements({ bot, policyFolder, log, watch = watchPolicyFolder }: FollowOptions): {
  readAgain(): void
  stop(): void
} {
  const readAgain = (): void => {
    bot
      .readAgain()
      .catch((error: unknown) => log.error({ err: error }, 'the agreements could not be read again'))
  }
  const watching = watch(policyFolder, { changed: readAgain })
  // What was changed while the bot started was told to nobody.
  readAgain()
  return { readAgain, stop: () => watching.stop() }
}
