import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file of the page, ready to be sent. */
export interface PageFile {
  readonly type: string
  readonly bytes: Buffer
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.txt': 'text/plain; charset=utf-8',
}

/** Where the built page stands: beside this module in dist/, or in dist/ from the source. */
export function builtPageFolder(): string {
  const [built, fromSource] = ['../../../practice-page', '../../../dist/practice-page'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  )
  return built !== undefined && existsSync(join(built, 'index.html')) ? built : (fromSource ?? '')
}

/**
 * Reads the built page into memory, by the path of each file in the address: what is not in this list does not exist,
 * whatever a request asks for. Empty when the page has not been built. Of a kind that is not known, or hidden, nothing
 * is taken up.
 */
export async function readPageFiles(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const files = new Map<string, PageFile>()
  if (!existsSync(join(folder, 'index.html'))) return files
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    const type = TYPES[extname(entry.name)]
    if (!entry.isFile() || entry.name.startsWith('.') || type === undefined) continue
    const path = join(entry.parentPath, entry.name)
    const address = `/${path.slice(folder.length).split(sep).filter(Boolean).join('/')}`
    files.set(address, { type, bytes: await readFile(path) })
  }
  const index = files.get('/index.html')
  if (index !== undefined) files.set('/', index)
  return files
}
