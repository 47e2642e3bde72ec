import { access, constants, readdir, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { liesIn } from '../backup/backup.ts'
import { databaseFile } from '../storage/address.ts'
import { type Finding, finding } from './finding.ts'

const KEY_BYTES = 32
/** What others than the owner may do. */
const OTHERS = 0o077

/** The folder of the keys: whether it is there, whole, and nobody's but the bot's. */
export async function lookAtKeys(keyFolder: string, databaseUrl: string): Promise<readonly Finding[]> {
  const folder = resolve(keyFolder)
  const about = { folder }
  const there = await stat(folder).catch(() => undefined)
  if (there === undefined) return [finding('keys', 'note', 'doctor.keys.none', about)]
  const usable = await access(folder, constants.R_OK | constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  )
  if (!usable || !there.isDirectory()) return [finding('keys', 'fault', 'doctor.keys.cannot-use', about)]
  const names = (await readdir(folder)).filter((name) => name.endsWith('.key'))
  const found: Finding[] = []
  const open: string[] = (there.mode & OTHERS) === 0 ? [] : [folder]
  const short: string[] = []
  for (const name of names) {
    const { mode, size } = await stat(join(folder, name))
    if ((mode & OTHERS) !== 0) open.push(name)
    if (size !== KEY_BYTES) short.push(name)
  }
  // Windows has no such bits.
  if (open.length > 0 && process.platform !== 'win32')
    found.push(finding('keys', 'fault', 'doctor.keys.open', { ...about, count: open.length }))
  if (short.length > 0)
    found.push(finding('keys', 'fault', 'doctor.keys.damaged', { names: short.slice(0, 5).join(', ') }))
  if (databaseUrl.startsWith('file:') && liesIn(folder, dirname(databaseFile(databaseUrl))))
    found.push(finding('keys', 'note', 'doctor.keys.beside', about))
  return found.some(({ state }) => state === 'fault')
    ? found
    : [finding('keys', 'ok', 'doctor.keys.ok', { ...about, count: names.length }), ...found]
}
