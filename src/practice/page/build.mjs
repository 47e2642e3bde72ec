// Builds the page of the practice house into dist/practice-page. `npm run build` runs before nearly everything, and the
// page changes seldom: when nothing that goes into it changed, it is left as it is. What goes into it is this folder and
// the exact versions in package-lock.json; from the rest of the source it takes types alone, which leave no trace.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = fileURLToPath(new URL('../../..', import.meta.url))
const page = join(root, 'dist', 'practice-page')

function stampOf() {
  const hash = createHash('sha256')
  const files = readdirSync(here, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  for (const file of [...files, join(root, 'package-lock.json')]) {
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function stampThatStands() {
  try {
    return readFileSync(join(page, 'stamp.txt'), 'utf8')
  } catch {
    return undefined
  }
}

const stamp = stampOf()
if (stampThatStands() !== stamp) {
  // In a folder of its own and then moved: two builds at once cannot leave half a page.
  const { build } = await import('vite')
  const beside = `${page}-${process.pid}`
  try {
    await build({
      configFile: join(here, 'vite.config.ts'),
      build: { outDir: beside },
      logLevel: 'error',
      clearScreen: false,
    })
    writeFileSync(join(beside, 'stamp.txt'), stamp)
    rmSync(page, { recursive: true, force: true })
    renameSync(beside, page)
  } finally {
    rmSync(beside, { recursive: true, force: true })
  }
}
