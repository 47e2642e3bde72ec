import { BackupError } from './backup/backup-error.ts'
import { PolicyError } from './policy/problem.ts'
import { KeyFolderError } from './privacy/key-folder.ts'
import { StartError } from './start-error.ts'
import { StorageError } from './storage/errors.ts'
import { placesOf } from './written-places.ts'

/** Failures whose message is a sentence for the person who starts the bot. */
const KNOWN = [StartError, PolicyError, StorageError, KeyFolderError, BackupError] as const

/**
 * What the person who starts the bot reads when it does not start. Failures that we know speak for themselves;
 * anything else is a bug, told by its kind and place (never its message, which could quote a row).
 */
export function explainFailure(error: unknown): string {
  const known = KNOWN.find((kind) => error instanceof kind)
  if (known !== undefined) return (error as Error).message
  const kind = error instanceof Error ? error.name : typeof error
  return [
    `The bot stopped by a fault of its own (${kind}); nothing that was stored is lost. Please report this:`,
    ...(error instanceof Error ? placesOf(error, 6) : []),
  ].join('\n')
}
