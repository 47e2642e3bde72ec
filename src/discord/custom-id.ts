import { z } from 'zod'

/**
 * Ids of buttons, selects and forms: `command:action:argument…`. The first part is the file in commands/ that
 * answers it. Discord hands back whatever we wrote, also from a card of years ago, so they are checked like any input.
 */
const part = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const customIdSchema = z
  .string()
  .max(100)
  .transform((id) => id.split(':'))
  .pipe(z.tuple([part, part], part))

export interface CustomId {
  readonly command: string
  readonly action: string
  readonly args: readonly string[]
}

/**
 * An id that cannot be written. Parts come from our own code, or from an id that was handed in: then that one was not
 * ours, or it lacked a part.
 */
export class UnwritableId extends Error {
  override readonly name = 'UnwritableId'

  constructor() {
    super('A custom id has a part that no id can have.')
  }
}

/**
 * Writes an id; at most 100 characters, as Discord asks.
 *
 * @throws UnwritableId
 */
export function customId(command: string, action: string, ...args: readonly string[]): string {
  const id = [command, action, ...args].join(':')
  if (!customIdSchema.safeParse(id).success) throw new UnwritableId()
  return id
}

/** Reads an id that Discord handed back; undefined for one that we never wrote. */
export function readCustomId(id: string): CustomId | undefined {
  const parsed = customIdSchema.safeParse(id)
  if (!parsed.success) return undefined
  const [command, action, ...args] = parsed.data
  return { command, action, args }
}
