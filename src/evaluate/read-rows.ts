import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Problem } from '../policy/problem.ts'
import { InputError } from './problem.ts'

/** One sentence to score. */
export interface Row {
  /** Counted from 1. */
  readonly line: number
  readonly text: string
  readonly fields: Readonly<Record<string, unknown>>
  /** The JSON object as it was written, so that nothing in it changes on the way out (a Discord id is no number). */
  readonly written?: string
}

export interface Rows {
  /** The file as it was given. */
  readonly file: string
  readonly form: 'json' | 'text'
  readonly rows: readonly Row[]
}

const CANNOT_READ: Readonly<Record<string, string>> = {
  ENOENT: 'Dit bestand is er niet. Kijk na of de naam en de map juist zijn.',
  ENOTDIR: 'Dit bestand is er niet. Kijk na of de naam en de map juist zijn.',
  EISDIR: 'Dit is een map. Geef een bestand op.',
  EACCES: 'Dit bestand mag ik niet lezen.',
  EPERM: 'Dit bestand mag ik niet lezen.',
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

async function contentOf(file: string): Promise<string> {
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch (error) {
    throw new InputError([{ file, message: CANNOT_READ[codeOf(error)] ?? 'Dit bestand kan ik niet lezen.' }])
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new InputError([{ file, message: 'Dit is geen tekst in UTF-8. Bewaar het bestand als UTF-8.' }])
  }
}

/** The name of a file says what it is; where it does not, its first line does. */
function formOf(file: string, first: string): Rows['form'] {
  if (['.jsonl', '.ndjson', '.json'].includes(extname(file).toLowerCase())) return 'json'
  return first.startsWith('{') ? 'json' : 'text'
}

const A_LIST =
  'Hier begint een lijst. Zet elk stuk op een eigen regel, zonder haken errond of komma erachter (JSON-lines).'

/** The row in one line of JSON, or in Dutch why it is none. */
function jsonRow(line: number, written: string): Row | string {
  let value: unknown
  try {
    value = JSON.parse(written)
  } catch {
    return written.startsWith('[')
      ? A_LIST
      : 'Deze regel is geen JSON. Schrijf op elke regel één stuk, zoals {"text": "een zin"}.'
  }
  if (typeof value === 'string') return { line, text: value, fields: { text: value } }
  if (Array.isArray(value)) return A_LIST
  if (typeof value !== 'object' || value === null) {
    return 'Op deze regel staat geen zin. Schrijf: {"text": "een zin"}.'
  }
  const fields = value as Record<string, unknown>
  const { text } = fields as { text?: unknown }
  if (text === undefined || text === null) {
    return 'Op deze regel ontbreekt "text". Schrijf: {"text": "een zin"}.'
  }
  if (typeof text !== 'string') return '"text" moet een tekst zijn, tussen aanhalingstekens.'
  return { line, text, fields, written }
}

/**
 * Reads the sentences of a file: JSON lines with `text`, or one sentence on each line. Blank lines are passed over.
 *
 * @throws {@link InputError} with the file and the line of everything that is wrong, in Dutch.
 */
export async function readRows(file: string): Promise<Rows> {
  const lines = (await contentOf(file)).split(/\r\n|\n|\r/)
  const filled = lines.flatMap((text, index) =>
    text.trim() === '' ? [] : [{ line: index + 1, text: text.trim() }],
  )
  const form = formOf(file, filled[0]?.text ?? '')
  const rows: Row[] = []
  const problems: Problem[] = []
  for (const { line, text } of filled) {
    const row = form === 'text' ? { line, text, fields: { text } } : jsonRow(line, text)
    if (typeof row === 'string') problems.push({ file, line, message: row })
    else rows.push(row)
  }
  if (filled.length === 0) problems.push({ file, message: 'In dit bestand staat geen enkele zin.' })
  if (problems.length > 0) throw new InputError(problems)
  return { file, form, rows }
}
