import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Bundle, makeBundle } from './bundle.ts'
import { notesOf, versionIn, whyNot } from './may-release.ts'
import { said, shown } from './run.ts'
import { tryBundle } from './try-bundle.ts'

const here = { cwd: process.cwd() }
const git = (...args: readonly string[]): Promise<string> => said('git', args, here)
const write = (line: string): void => void process.stdout.write(`${line}\n`)
const read = (file: string): Promise<string> => readFile(file, 'utf8')

/** Builds what is committed, in a folder of its own: nothing that only stands on this machine comes along. */
async function fromCommit(commit: string, isTested: boolean): Promise<Bundle> {
  const side = await mkdtemp(join(tmpdir(), 'huisbot-clone-'))
  const run = { cwd: join(side, 'huisbot') }
  try {
    await said('git', ['clone', '--quiet', '.', run.cwd], here)
    await said('git', ['checkout', '--quiet', '--detach', commit], run)
    write('Installing and building…')
    await shown('npm', ['ci', '--silent', '--no-audit', '--no-fund'], run)
    if (isTested) await shown('npm', ['test'], run)
    const at = Number(await git('show', '--no-patch', '--format=%ct', commit))
    return await makeBundle({ from: run.cwd, to: join(here.cwd, 'dist', 'release'), commit, at })
  } finally {
    await rm(side, { recursive: true, force: true })
  }
}

const AFTER = (tag: string, file: string): string => `
${tag} is made, here and nowhere else. Look at it (git show ${tag}), then:
  git push origin HEAD ${tag}
and put ${file} and SHA256SUMS with the release of that tag. To take it back before that: git tag --delete ${tag}`

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { 'bundle-only': { type: 'boolean', default: false } } })
  const isRelease = !values['bundle-only']
  const [packageJson, packageLock, changelog] = await Promise.all(
    ['package.json', 'package-lock.json', 'CHANGELOG.md'].map(read),
  )
  const standing = {
    status: await git('status', '--porcelain'),
    tags: await git('tag', '--list'),
    packageJson: packageJson ?? '',
    packageLock: packageLock ?? '',
    changelog: changelog ?? '',
  }
  const problems = isRelease ? whyNot(standing) : []
  if (problems.length > 0) {
    for (const problem of problems) process.stderr.write(`${problem}\n`)
    process.exitCode = 1
    return
  }
  const commit = await git('rev-parse', 'HEAD')
  const { name, file, sha256 } = await fromCommit(commit, isRelease)
  await writeFile(join('dist', 'release', 'SHA256SUMS'), `${sha256}  ${name}\n`)
  write('Installing and starting the bundle in an empty folder…')
  await tryBundle(file)
  write(`${file}\n${sha256}`)
  if (!isRelease) return write('No tag was made (--bundle-only).')
  const version = versionIn(standing.packageJson)
  const message = `Huisbot ${version}\n\n${notesOf(standing.changelog, version) ?? ''}\n`
  await git('tag', '--annotate', '--cleanup=verbatim', '--message', message, `v${version}`, commit)
  write(AFTER(`v${version}`, name))
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
