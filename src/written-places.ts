import { readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** A line of a stack: what stands before the file, the file, its line and column, and what stands after. */
const FRAME = /^(\s*at .*?\(?)((?:file:\/\/)?\/[^()]*\.js):(\d+):(\d+)(\)?)$/

function mapOf(file: string): SourceMap | undefined {
  try {
    const path = file.startsWith('file:') ? fileURLToPath(file) : file
    return new SourceMap(
      JSON.parse(readFileSync(`${path}.map`, 'utf8')) as ConstructorParameters<typeof SourceMap>[0],
    )
  } catch {
    // Of a library there is no map, or the file is gone; the line says the rest as it stands.
    return undefined
  }
}

function asWritten(lines: readonly string[]): readonly string[] {
  const maps = new Map<string, SourceMap | undefined>()
  return lines.map((line) => {
    const [, before = '', file, row, column, after = ''] = FRAME.exec(line) ?? []
    if (file === undefined) return line
    if (!maps.has(file)) maps.set(file, mapOf(file))
    const found = maps.get(file)?.findEntry(Number(row) - 1, Number(column) - 1)
    if (found === undefined || !('originalSource' in found)) return line
    const written = new URL(found.originalSource, file.startsWith('file:') ? file : pathToFileURL(file))
    return `${before}${fileURLToPath(written)}:${found.originalLine + 1}:${found.originalColumn + 1}${after}`
  })
}

/**
 * Where an error comes from: the first lines of its stack without its message, with the places in the files that people
 * wrote instead of those that were built of them. `node --enable-source-maps` does the same, but then Node reads the maps
 * of all files when it starts, which takes an eighth of a start, for an error that seldom comes.
 */
export function placesOf({ stack = '' }: Error, most: number): readonly string[] {
  const lines = stack.split('\n').filter((line) => line.startsWith('    at '))
  return asWritten(lines.slice(0, most))
}
