import { chmod, copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'

const KEY = /^(?:\d{4}-\d{2}-\d{2}|hold-[\w-]+)\.key$/

const keysIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder)).filter((name) => KEY.test(name))

/**
 * Makes a folder hold the keys that are there now and no others: what was destroyed since the last time goes there too.
 * A copy that keeps old keys would open what should be forgotten.
 *
 * @returns how many keys stand there
 */
export async function mirrorKeys(from: string, to: string): Promise<number> {
  const folder = resolve(to)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  const now = await keysIn(from)
  for (const name of now) {
    const draft = join(folder, `.${name}.new`)
    await copyFile(join(from, name), draft)
    await chmod(draft, 0o600)
    await rename(draft, join(folder, name))
  }
  for (const name of await keysIn(folder))
    if (!now.includes(name)) await rm(join(folder, name), { force: true })
  return now.length
}
