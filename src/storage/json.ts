import { z } from 'zod'
import { StorageError } from './errors.ts'

/** What a JSON column may hold: ids, codes and numbers. Words that a person wrote never stand in one. */
export const jsonObject = z.record(z.string(), z.json())
export type JsonObject = z.infer<typeof jsonObject>

/**
 * Reads a JSON column through a schema.
 *
 * @param what - the kind of row, for the error; never a content
 * @throws StorageError `unreadable-row`
 */
export const readJson = <T>(schema: z.ZodType<T>, text: string, what: string): T => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new StorageError('unreadable-row', what)
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new StorageError('unreadable-row', what)
  return parsed.data
}
