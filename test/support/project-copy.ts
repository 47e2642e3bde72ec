import { cp, mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { onTestFinished } from 'vitest'

/** What the project is built from, and the pages that its tests hold beside it. */
const FOLDERS = ['src', 'commands', 'policies', 'prisma', 'test', '.tools', 'docs']
const FILES = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'vitest.config.ts',
]

export interface ProjectCopy {
  readonly root: string
  read(file: string): Promise<string>
  write(file: string, text: string): Promise<void>
  /** Writes a file that may not be there yet, nor its folder. */
  make(file: string, text: string): Promise<void>
  /** Changes a file as somebody who works on it does. */
  change(file: string, from: string, to: string): Promise<void>
}

/**
 * What tsc built names each file that it read by where it really is, and the packages are not in the copy. Told where they
 * are, it builds what changed; else everything, which takes half a minute.
 */
async function keepBuilt(root: string): Promise<void> {
  const file = join(root, 'dist', 'build.tsbuildinfo')
  const packages = relative(dirname(file), await realpath('node_modules')).replaceAll(sep, '/')
  const built = await readFile(file, 'utf8')
  await writeFile(
    file,
    built.replaceAll('"../node_modules/', () => `"${packages}/`),
  )
}

/**
 * The project as it stands, in a folder that goes after the test: what is done to it is done to the copy.
 *
 * @param options.built - with what was built; without it for what runs from the source alone
 */
export async function copyProject({ built = true } = {}): Promise<ProjectCopy> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'huisbot-project-')))
  onTestFinished(() => rm(root, { recursive: true, force: true, maxRetries: 3 }))
  // Times are kept: what is built tells by them, and by hashes, what it need not build again.
  const copy = { recursive: true, preserveTimestamps: true }
  const parts = [...FOLDERS, ...FILES, ...(built ? ['dist'] : [])]
  await Promise.all(parts.map((part) => cp(part, join(root, part), copy)))
  await symlink(resolve('node_modules'), join(root, 'node_modules'), 'junction')
  if (built) await keepBuilt(root)
  const read = (file: string): Promise<string> => readFile(join(root, file), 'utf8')
  const write = (file: string, text: string): Promise<void> => writeFile(join(root, file), text)
  return {
    root,
    read,
    write,
    async make(file, text) {
      await mkdir(dirname(join(root, file)), { recursive: true })
      await write(file, text)
    },
    async change(file, from, to) {
      const before = await read(file)
      if (!before.includes(from)) throw new Error(`${file} does not hold: ${from}`)
      await write(
        file,
        before.replace(from, () => to),
      )
    },
  }
}
