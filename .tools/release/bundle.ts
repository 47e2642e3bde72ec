import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'
import { output } from './run.ts'

/** All that the bot and the practice house need, built, and what people read. Tests, tools and sources stay behind. */
const PARTS = [
  'dist/src',
  'dist/commands',
  'dist/practice-page',
  'policies',
  'prisma/sqlite/migrations',
  'prisma/postgresql/migrations',
  'docs',
  'package-lock.json',
  '.env.example',
  '.dockerignore',
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'LICENSE',
] as const

const packageSchema = z.looseObject({
  name: z.string(),
  version: z.string(),
  scripts: z.record(z.string(), z.string()),
})

const BUILDS = 'npm run --silent build && '

/**
 * package.json as a release has it: only what runs the program, which is built already, and the commit that it is. npm
 * compares the dependencies with package-lock.json, so those stay, also the ones that `--omit=dev` leaves out.
 */
export function packageOfRelease(packageJson: string, commit: string): string {
  const { scripts, ...rest } = packageSchema.parse(JSON.parse(packageJson))
  const kept = Object.entries(scripts)
    .map(([name, script]) => [name, script.replace(BUILDS, '')] as const)
    .filter(([, script]) => /^node [^&]*\bdist\/src\/\S+\.js$/.test(script))
  return `${JSON.stringify({ ...rest, gitHead: commit, scripts: Object.fromEntries(kept) }, null, 2)}\n`
}

export interface BundleOptions {
  /** The project, built. */
  readonly from: string
  /** The folder in which the bundle is put. */
  readonly to: string
  /** The commit that was built, and its time: seconds since 1970. */
  readonly commit: string
  readonly at: number
}

export interface Bundle {
  readonly name: string
  readonly file: string
  readonly sha256: string
}

/** A tar of a folder that depends on what is in it alone: sorted, of nobody, everything with the time of the commit. */
async function tarOf(folder: string, prefix: string, at: number): Promise<Buffer> {
  const when = `${at} +0000`
  const who = { GIT_AUTHOR_NAME: 'release', GIT_AUTHOR_EMAIL: '-' }
  const run = {
    cwd: folder,
    env: {
      ...who,
      GIT_COMMITTER_NAME: who.GIT_AUTHOR_NAME,
      GIT_COMMITTER_EMAIL: who.GIT_AUTHOR_EMAIL,
      GIT_AUTHOR_DATE: when,
      GIT_COMMITTER_DATE: when,
      // The settings of whoever makes the release leave no trace in it.
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
    },
  }
  await output('git', ['init', '--quiet'], run)
  await output('git', ['add', '--all', '--force', '.'], run)
  await output('git', ['commit', '--quiet', '--no-verify', '--message', 'release'], run)
  return output('git', ['-c', 'tar.umask=022', 'archive', '--format=tar', `--prefix=${prefix}/`, 'HEAD'], run)
}

/** The tenth byte of a gzip file names the system it was made on; 255 is "unknown". */
function packed(tar: Buffer): Buffer {
  const bytes = gzipSync(tar, { level: 9 })
  bytes[9] = 255
  return bytes
}

/** Makes the bundle of a release: the same bytes for the same commit, whenever and wherever it is made. */
export async function makeBundle({ from, to, commit, at }: BundleOptions): Promise<Bundle> {
  const packageJson = await readFile(join(from, 'package.json'), 'utf8')
  const { name, version } = packageSchema.parse(JSON.parse(packageJson))
  const prefix = `${name}-${version}`
  const stage = await mkdtemp(join(tmpdir(), 'huisbot-release-'))
  try {
    for (const part of PARTS) await cp(join(from, part), join(stage, part), { recursive: true })
    await writeFile(join(stage, 'package.json'), packageOfRelease(packageJson, commit))
    const bytes = packed(await tarOf(stage, prefix, at))
    await mkdir(to, { recursive: true })
    const file = join(to, `${prefix}.tar.gz`)
    await writeFile(file, bytes)
    return {
      name: `${prefix}.tar.gz`,
      file,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }
  } finally {
    await rm(stage, { recursive: true, force: true })
  }
}
