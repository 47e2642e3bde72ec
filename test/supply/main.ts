import { readFile, writeFile } from 'node:fs/promises'
import { licencesPage, problems } from './licences.ts'
import { readLock } from './lock.ts'

/** Writes docs/licences.md anew: `npm run licences`, after a dependency changed. */
const { dependencies } = JSON.parse(await readFile('package.json', 'utf8')) as {
  dependencies: Record<string, string>
}
const packages = readLock()
await writeFile('docs/licences.md', licencesPage(packages, new Set(Object.keys(dependencies))))
for (const problem of problems(packages)) {
  process.stderr.write(`${problem}\n`)
  process.exitCode = 1
}
