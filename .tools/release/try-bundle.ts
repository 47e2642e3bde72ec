import { spawn } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { output } from './run.ts'

/** Unpacks a bundle in a folder, and answers where it then stands. */
export async function unpack(file: string, to: string): Promise<string> {
  await output('tar', ['-xzf', file, '-C', to], { cwd: to })
  const [only = ''] = await readdir(to)
  return join(to, only)
}

/**
 * What the bot says when it is started without a token in an unpacked bundle: that it needs one. Anything else means that
 * something is missing.
 */
export function firstWords(root: string): Promise<string> {
  const { DISCORD_TOKEN: _none, ...env } = process.env
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['start', '--silent'], { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] })
    let words = ''
    child.stderr.on('data', (part: Buffer) => (words += part.toString('utf8')))
    child.once('error', reject)
    child.once('close', () => resolve(words.trim()))
  })
}

/**
 * Installs a bundle as a house does, in an empty folder, and starts it.
 *
 * @throws Error when it does not say that it needs a token
 */
export async function tryBundle(file: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'huisbot-try-'))
  try {
    const root = await unpack(file, folder)
    await output('npm', ['ci', '--omit=dev', '--silent', '--no-audit', '--no-fund'], { cwd: root })
    const words = await firstWords(root)
    if (!words.startsWith('There is no DISCORD_TOKEN')) throw new Error(`The bundle does not start: ${words}`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
