import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeBundle, packageOfRelease } from '../../.tools/release/bundle.ts'
import { notesOf, type Standing, whyNot } from '../../.tools/release/may-release.ts'
import { firstWords, unpack } from '../../.tools/release/try-bundle.ts'
import { readBuild } from '../../src/health/build.ts'

const COMMIT = '0123456789abcdef0123456789abcdef01234567'

const ready: Standing = {
  status: '',
  tags: 'v0.0.9\nv0.0.8',
  packageJson: '{"version":"0.1.0"}',
  packageLock: '{"version":"0.1.0"}',
  changelog: '# Changelog\n\n## 0.1.0 (2026-11-24)\n\n- The house opens.\n\n## 0.0.9 (2026-11-01)\n\n- x\n',
}
const why = (change: Partial<Standing>): string => whyNot({ ...ready, ...change }).join(' ')

test('a release is made of a clean tree whose version has no tag yet and stands on top of the changelog, or it is refused with what to do', () => {
  expect(whyNot(ready)).toEqual([])
  expect(why({ changelog: `# Changelog\n\n## Unreleased\n${ready.changelog.slice(11)}` })).toBe('')
  expect(why({ status: ' M src/bot.ts' })).toMatch(/not committed/)
  expect(why({ tags: 'v0.1.0' })).toMatch(/The tag v0\.1\.0 is there already/)
  expect(why({ packageLock: '{"version":"0.0.9"}' })).toMatch(/package-lock\.json says another version/)
  expect(why({ packageJson: '{"version":"0.2.0"}', packageLock: '{"version":"0.2.0"}' })).toBe(
    'The newest heading of CHANGELOG.md must be: ## 0.2.0 (YYYY-MM-DD).',
  )
  expect(why({ changelog: ready.changelog.replace(' (2026-11-24)', '') })).toMatch(/must be: ## 0\.1\.0/)
  expect(why({ changelog: ready.changelog.replace('- The house opens.', '') })).toMatch(/says nothing/)
  const more = ready.changelog.replace('# Changelog\n', '# Changelog\n\n## Unreleased\n\n- Something.\n')
  expect(why({ changelog: more })).toMatch(/move them under 0\.1\.0/)
  expect(notesOf(ready.changelog, '0.1.0')).toBe('- The house opens.')
})

test('the scripts of a release run what is built: nothing in them builds, tests or needs what is not there', async () => {
  const own = await readFile('package.json', 'utf8')
  const { scripts, gitHead } = JSON.parse(packageOfRelease(own, COMMIT)) as {
    scripts: Record<string, string>
    gitHead: string
  }
  expect(gitHead).toBe(COMMIT)
  expect(scripts['start']).toBe('node dist/src/main.js')
  expect(Object.keys(scripts)).toEqual(
    expect.arrayContaining(['practice', 'policy', 'backup', 'restore', 'doctor', 'invite', 'move']),
  )
  for (const [name, script] of Object.entries(scripts)) {
    expect(name).not.toMatch(/^pre|test|build|dev|release/)
    expect(script).toMatch(/^node (?:--\S+ )?dist\/src\/\S+\.js$/)
  }
})

/** As `npm ci --omit=dev` leaves them: only the packages that the lock does not keep for developers. */
async function linkProduction(root: string): Promise<void> {
  const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8')) as {
    packages: Record<string, { dev?: boolean; devOptional?: boolean }>
  }
  const needed = Object.entries(packages)
    .filter(([path, one]) => /^node_modules\/(?:@[^/]+\/)?[^/]+$/.test(path) && one.dev !== true)
    .map(([path]) => path)
  const there = new Set(await readdir('node_modules'))
  for (const path of needed) {
    if (!there.has(path.split('/')[1] ?? '')) continue
    await mkdir(dirname(join(root, path)), { recursive: true })
    await symlink(resolve(path), join(root, path), 'junction')
  }
}

const started = (root: string, script: string, ...args: readonly string[]): Promise<number | null> =>
  new Promise((done, reject) => {
    const child = spawn('npm', ['run', '--silent', script, '--', ...args], { cwd: root, stdio: 'ignore' })
    child.once('error', reject)
    child.once('close', done)
  })

test('the bundle is the same whenever it is made, tells its commit, and runs in an empty folder with what a house installs', {
  timeout: 240_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'huisbot-bundle-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const make = (to: string) =>
    makeBundle({ from: resolve('.'), to: join(folder, to), commit: COMMIT, at: 1_795_000_000 })
  const [first, second] = await Promise.all([make('one'), make('two')])
  expect(first.sha256).toBe(second.sha256)
  expect(first.name).toMatch(/^huisbot-\d+\.\d+\.\d+\.tar\.gz$/)

  await mkdir(join(folder, 'empty'))
  const root = await unpack(first.file, join(folder, 'empty'))
  const files = await readdir(root, { recursive: true })
  expect(files).toEqual(
    expect.arrayContaining(['LICENSE', 'policies', 'docs', join('dist', 'src', 'main.js')]),
  )
  expect(
    files.filter((file) => /(?:^|[/\\])(?:test|\.tools|\.git|node_modules)(?:$|[/\\])/.test(file)),
  ).toEqual([])
  expect(readBuild(undefined, join(root, 'dist', 'src')).commit).toBe(COMMIT.slice(0, 12))

  await linkProduction(root)
  const [words, policy, practice] = await Promise.all([
    firstWords(root),
    started(root, 'policy'),
    started(root, 'practice', '--help'),
  ])
  expect(words).toMatch(/^There is no DISCORD_TOKEN: copy \.env\.example to \.env/)
  expect(policy).toBe(0)
  expect(practice).toBe(0)
})
