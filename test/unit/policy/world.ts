import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { loadPolicy } from '../../../src/policy/load.ts'
import { PolicyError, type Problem } from '../../../src/policy/problem.ts'

/** The folder that the project ships. */
export const SHIPPED = join(import.meta.dirname, '../../../policies')

/** A copy of the shipped policy that a test may spoil; gone after the test. */
export async function copyOfPolicy(): Promise<{
  folder: string
  write(file: string, content: string | Uint8Array): Promise<void>
  /** Replaces a piece of text that must be there; tells the line (from 1) on which it stood. */
  change(file: string, from: string, to: string): Promise<number>
  remove(file: string): Promise<void>
}> {
  const root = await mkdtemp(join(tmpdir(), 'policy-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const folder = join(root, 'policies')
  await cp(SHIPPED, folder, { recursive: true })
  return {
    folder,
    write: (file, content) => writeFile(join(folder, file), content),
    async change(file, from, to) {
      const path = join(folder, file)
      const before = await readFile(path, 'utf8')
      const at = before.indexOf(from)
      if (at === -1) throw new Error(`${file} does not hold: ${from}`)
      await writeFile(
        path,
        before.replace(from, () => to),
      )
      return before.slice(0, at).split('\n').length
    },
    remove: (file) => rm(join(folder, file), { recursive: true }),
  }
}

/** The problems of a policy that must be refused. */
export async function problemsOf(folder: string): Promise<readonly Problem[]> {
  try {
    await loadPolicy(folder)
  } catch (error) {
    if (error instanceof PolicyError) return error.problems
    throw error
  }
  throw new Error('this policy was accepted')
}
