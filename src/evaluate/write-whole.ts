import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { InputError } from './problem.ts'

export interface ToWrite {
  readonly path: string
  readonly text: string
}

const besides = (path: string): string => join(dirname(path), `.${basename(path)}.${process.pid}.part`)

/** Where it truly goes: through a link to what it names. `straight` for a device or a pipe, which keeps its place. */
async function placeOf(path: string): Promise<{ path: string; straight: boolean }> {
  const there = await stat(path).catch(() => undefined)
  if (there === undefined) return { path, straight: false }
  if (there.isDirectory()) throw new Error('a folder')
  return { path: await realpath(path), straight: !there.isFile() }
}

/**
 * Writes files so that each is there whole or not at all: beside its place first, then moved onto it.
 *
 * @throws {@link InputError} in Dutch when a file cannot be written; then none of them has changed.
 */
export async function writeWhole(files: readonly ToWrite[]): Promise<void> {
  let named = ''
  const parts: { readonly part: string; readonly path: string; readonly named: string }[] = []
  try {
    for (const file of files) {
      named = file.path
      const { path, straight } = await placeOf(file.path)
      if (straight) {
        await writeFile(path, file.text)
        continue
      }
      parts.push({ part: besides(path), path, named })
      await writeFile(besides(path), file.text)
    }
    for (const one of parts) {
      named = one.named
      await rename(one.part, one.path)
    }
  } catch {
    const message = 'Hier kan ik niet schrijven. Kijk na of de map er is en of je erin mag schrijven.'
    throw new InputError([{ file: named, message }])
  } finally {
    for (const { part } of parts) await rm(part, { force: true })
  }
}
