import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'

/** What runs here. */
export interface Build {
  /** That of package.json. */
  readonly version: string
  /** The commit it was built from, where that is known. */
  readonly commit: string | undefined
}

const packageSchema = z.object({
  version: z.string().regex(/^[\w.+-]{1,64}$/),
  /** The commit of a release: it is written there when the bundle is made. */
  gitHead: z.string().optional(),
})
const COMMIT = /^[0-9a-f]{7,64}$/

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}

/** The commit of a checkout, from git's own files: the program git need not be there. */
const checkedOut = (root: string): string | undefined => {
  const head = read(join(root, '.git', 'HEAD'))
  const ref = head?.startsWith('ref: ') === true ? head.slice('ref: '.length) : undefined
  if (ref === undefined) return head
  const packed = read(join(root, '.git', 'packed-refs'))
    ?.split('\n')
    .find((line) => line.endsWith(` ${ref}`))
  return read(join(root, '.git', ref)) ?? packed?.split(' ')[0]
}

/**
 * The version and the commit of this installation.
 *
 * @param given - the commit that whoever built an image noted (HUISBOT_COMMIT)
 */
export function readBuild(given?: string, from: string = import.meta.dirname): Build {
  let root = from
  while (!existsSync(join(root, 'package.json')) && dirname(root) !== root) root = dirname(root)
  const { version, gitHead } = packageSchema.parse(
    JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')),
  )
  const commit = given ?? gitHead ?? checkedOut(root)
  return { version, commit: commit !== undefined && COMMIT.test(commit) ? commit.slice(0, 12) : undefined }
}
