import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { StartError } from '../start-error.ts'

/** One line of a chat log. */
export interface ChatLine {
  readonly text: string
  readonly author?: string
  readonly channel?: string
}

const lineSchema = z.object({
  text: z.string(),
  author: z.string().trim().min(1).max(32).optional(),
  channel: z.string().trim().min(1).max(100).optional(),
})

const LARGEST_FILE = 256 * 1024 * 1024

async function readText(file: string): Promise<string> {
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch (error) {
    const gone = (error as NodeJS.ErrnoException).code === 'ENOENT'
    throw new StartError(
      'replay-file',
      gone
        ? `There is no file ${file}: check the path after --replay.`
        : `The file ${file} cannot be read: choose a text file that you may open.`,
    )
  }
  if (bytes.length > LARGEST_FILE)
    throw new StartError('replay-file', `The file ${file} is larger than 256 MB: replay a part of it.`)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (!text.includes('\0')) return text
  } catch {
    // Not UTF-8: said below.
  }
  throw new StartError(
    'replay-file',
    `The file ${file} is not text (UTF-8): save the chat log as plain text or as JSON lines.`,
  )
}

/** A JSON line, or undefined; the line number is told, the words never. */
function readLine(raw: string, number: number, file: string): ChatLine {
  let value: unknown
  try {
    value = JSON.parse(raw)
  } catch {
    value = undefined
  }
  const parsed = lineSchema.safeParse(value)
  if (parsed.success) return parsed.data as ChatLine
  throw new StartError(
    'replay-line',
    `Line ${number} of ${file} is not {"text": "…", "author"?: "…", "channel"?: "…"}: mend it, or give the whole log as plain text with one message a line.`,
  )
}

/**
 * Reads a chat log: JSON lines `{text, author?, channel?}` when its first line is one, else plain text with one message
 * a line. Empty lines are no messages.
 *
 * @throws StartError for a file that is not there or not text, or a line that is not a message
 */
export async function readChatLog(file: string): Promise<readonly ChatLine[]> {
  const lines = (await readText(file))
    .split(/\r?\n/)
    .map((raw, index) => ({ raw, number: index + 1 }))
    .filter(({ raw }) => raw.trim() !== '')
  if (lines[0]?.raw.trimStart().startsWith('{') !== true) return lines.map(({ raw }) => ({ text: raw }))
  return lines.map(({ raw, number }) => readLine(raw, number, file))
}
