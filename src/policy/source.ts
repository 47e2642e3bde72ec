import { readFile, stat } from 'node:fs/promises'
import { CORE_SCHEMA, load } from 'js-yaml'
import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml'
import type { Problem } from './problem.ts'
import { YAML_SENTENCES } from './yaml-sentences.ts'

export type Path = readonly PropertyKey[]

/** One policy file, read as YAML, that still knows where everything stands. */
export interface Source {
  readonly file: string
  readonly data: unknown
  /** The line (from 1) of what stands at a path, or of the nearest thing around it. */
  lineOf(path: Path): number | undefined
}
export type SourceResult = { readonly source: Source } | { readonly problems: readonly Problem[] }

/** Some ten thousand lines. More is a slip, and looking for keys that stand twice would take minutes. */
const MAX_BYTES = 250_000
/** Enough to say a thing once and point to it; a bomb of pointers to pointers needs far more. */
const MAX_ALIASES = 20

/** Reads one policy file. `file` is its name for people. */
export async function readSource(path: string, file: string): Promise<SourceResult> {
  const read = await readText(path)
  if ('message' in read) return { problems: [{ file, message: read.message }] }
  return parseSource(read.text, file)
}

async function readText(path: string): Promise<{ text: string } | { message: string }> {
  try {
    // Looked at before it is opened: opening a pipe would wait for ever.
    const stats = await stat(path)
    if (!stats.isFile()) return { message: 'Dit is geen bestand. Zet hier een tekstbestand met deze naam.' }
    if (stats.size > MAX_BYTES) {
      return { message: 'Dit bestand is groter dan 250 kB. Deel het op in kleinere bestanden.' }
    }
    return decode(await readFile(path))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') return { message: 'Dit bestand is er niet. Zet het terug uit de voorbeeldmap.' }
    return { message: 'Ik kan dit bestand niet openen. Kijk na of de bot het mag lezen.' }
  }
}

function decode(bytes: Buffer): { text: string } | { message: string } {
  // Windows editors write "Unicode" as UTF-16, which decodes to letters with NUL between.
  if (bytes.includes(0)) {
    return { message: 'Dit is geen gewone tekst. Bewaar het bestand opnieuw als tekst, met codering UTF-8.' }
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { message: 'Dit bestand is niet in UTF-8 bewaard. Bewaar het opnieuw, met codering UTF-8.' }
  }
}

/**
 * Files that were read before, by their text: agreements are read again when one file of many changes, and taking YAML
 * apart is most of the work.
 */
const known = new Map<string, Source>()
const MAX_KNOWN = 200

/** Reads the text of a policy file: plain YAML only, without tags of its own, and without pointer bombs. */
export function parseSource(text: string, file: string): SourceResult {
  const before = known.get(text)
  if (before !== undefined) return { source: { ...before, file } }
  const result = parseAnew(text, file)
  if (!('source' in result)) return result
  if (known.size >= MAX_KNOWN) known.clear()
  known.set(text, result.source)
  return result
}

/** A file taken apart, with where everything in it stands. */
interface TakenApart {
  readonly document: ReturnType<typeof parseDocument>
  readonly counter: LineCounter
}

function takeApart(text: string): TakenApart {
  const counter = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: counter,
    version: '1.2',
    schema: 'core',
    uniqueKeys: true,
    prettyErrors: false,
  })
  return { document, counter }
}

/**
 * Tells the lines of a file. A file taken apart is many times as large as its text, and its lines are only asked for
 * where something is wrong: it is taken apart again then, and kept for as long as there is room.
 */
function linesOf(text: string): Source['lineOf'] {
  let kept: WeakRef<TakenApart> | undefined
  return (path) => {
    let apart = kept?.deref()
    if (apart === undefined) {
      apart = takeApart(text)
      kept = new WeakRef(apart)
    }
    return lineIn(apart.document.contents, path, apart.document, apart.counter)
  }
}

/**
 * What the two readers of YAML may see differently: a tab, so many digits that they may be more than a number holds, a
 * line that begins or ends a document, a key that is left out, and a name to point to.
 */
const NEEDS_A_LOOK = /\t|\d{16}|^ *(?:---|\.\.\.)|^[ ?-]*:|[[{,] *:|(?:^|[\s[{,])&\S/m

/**
 * What a file says, when nothing in it needs a second look. js-yaml reads five times as fast as the library that knows
 * where everything stands, and a third of a start was that. What it refuses, and what the two might read differently, is
 * left to the other, which also tells what is wrong.
 */
function readPlain(text: string): { readonly data: unknown } | undefined {
  if (NEEDS_A_LOOK.test(text)) return undefined
  try {
    return { data: load(text, { schema: CORE_SCHEMA, maxAliases: 0 }) }
  } catch {
    return undefined
  }
}

function parseAnew(text: string, file: string): SourceResult {
  const plain = readPlain(text)
  if (plain !== undefined) return { source: { file, data: plain.data, lineOf: linesOf(text) } }
  const problems: Problem[] = []
  try {
    const { document, counter } = takeApart(text)
    for (const { code, pos } of [...document.errors, ...document.warnings]) {
      const { line, col } = counter.linePos(pos[0])
      problems.push({ file, line, column: col, message: YAML_SENTENCES[code] })
    }
    if (problems.length > 0) return { problems }
    visit(document, {
      Pair(_, { key }) {
        if (isScalar(key) || isAlias(key)) return
        const { line } = counter.linePos((key as Node | null)?.range?.[0] ?? 0)
        const message =
          'Hier staat een lijst of een tabel waar een naam hoort. Zet tekst met accolades of haken tussen aanhalingstekens: "{groep}".'
        problems.push({ file, line, message })
      },
      Scalar(_, { value, source, range }) {
        if (typeof value !== 'number' || Number.isSafeInteger(value) || !/^[-+]?\d+$/.test(source ?? ''))
          return
        const { line } = counter.linePos(range?.[0] ?? 0)
        const message = `Dit getal is te lang om een getal te zijn. Zet het tussen aanhalingstekens: "${source}".`
        problems.push({ file, line, message })
      },
    })
    if (problems.length > 0) return { problems }
    const data: unknown = document.toJS({ maxAliasCount: MAX_ALIASES })
    return { source: { file, data, lineOf: linesOf(text) } }
  } catch (error) {
    // The parser throws on pointer bombs (ReferenceError) and runs out of stack on endless nesting (RangeError).
    const message =
      error instanceof ReferenceError
        ? 'Dit bestand verwijst te vaak naar zichzelf (met & en *). Schrijf de teksten voluit.'
        : YAML_SENTENCES.RESOURCE_EXHAUSTION
    return { problems: [{ file, message }] }
  }
}

function lineIn(
  contents: Node | null,
  path: Path,
  document: ReturnType<typeof parseDocument>,
  counter: LineCounter,
): number | undefined {
  let at: unknown = contents
  let offset = contents?.range?.[0]
  for (const step of path) {
    if (isAlias(at)) at = at.resolve(document)
    if (isMap(at)) {
      const pair = at.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      if (pair === undefined) break
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset
      at = pair.value
    } else if (isSeq(at)) {
      const item = at.items[Number(step)]
      if (item === undefined) break
      at = item
      offset = (item as Node).range?.[0] ?? offset
    } else break
  }
  return offset === undefined ? undefined : counter.linePos(offset).line
}
