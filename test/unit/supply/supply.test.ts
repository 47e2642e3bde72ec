import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { licencesPage, problems } from '../../supply/licences.ts'
import { readLock } from '../../supply/lock.ts'

const direct = (): ReadonlySet<string> =>
  new Set(
    Object.keys(
      (JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> })
        .dependencies,
    ),
  )

test('nothing that is installed is deprecated, runs a program that nobody let, or is under a licence that nobody told', () => {
  expect(problems(readLock())).toEqual([])
})

test('a package that is deprecated, runs something or has a rare licence is named until somebody says why', () => {
  const locked = readLock()
  const [some] = locked
  if (some === undefined) throw new Error('an empty lock')
  const plain = {
    ...some,
    name: 'nieuw',
    licence: 'MIT',
    forBuilding: false,
    deprecated: undefined,
    hasInstallScript: false,
  }
  expect(problems([...locked, plain])).toEqual([])
  expect(problems([...locked, { ...plain, deprecated: 'gone' }])).toEqual([
    `nieuw ${some.version} is deprecated by its author`,
  ])
  expect(problems([...locked, { ...plain, hasInstallScript: true, forBuilding: true }])).toHaveLength(1)
  expect(problems([...locked, { ...plain, licence: 'AGPL-3.0' }])).toHaveLength(1)
  expect(problems([...locked, { ...plain, licence: undefined }])).toHaveLength(1)
  expect(problems([])).toContain('better-sqlite3 runs nothing any more: take it out')
})

test('docs/licences.md tells every package that a bot is run with; `npm run licences` makes it anew', () => {
  const page = licencesPage(readLock(), direct())
  expect(readFileSync('docs/licences.md', 'utf8')).toBe(page)
  for (const name of direct()) expect(page).toContain(`| **${name}** |`)
})

/** What .ci/audit.mjs makes of an answer. */
const judge = (answer: string) => {
  const { status, stdout } = spawnSync(process.execPath, ['.ci/audit.mjs'], {
    input: answer,
    encoding: 'utf8',
  })
  return { status, lines: stdout.trim().split('\n') }
}
const found = (high: number, critical: number, low = 0) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities:
      high + critical > 0
        ? { ws: { name: 'ws', severity: 'high' }, pg: { name: 'pg', severity: 'low' } }
        : {},
    metadata: {
      vulnerabilities: { info: 0, low, moderate: 0, high, critical, total: high + critical + low },
    },
  })

test('npm audit: what is high or critical fails, what is less is told, and a registry without that service too', () => {
  expect(judge(found(0, 0))).toEqual({ status: 0, lines: ['== npm audit: nothing known'] })
  expect(judge(found(0, 0, 3))).toEqual({
    status: 0,
    lines: ['== npm audit: 3 known, none of them high or critical'],
  })
  expect(judge(found(1, 0))).toEqual({ status: 1, lines: ['== npm audit: high or critical: ws'] })
  expect(judge(found(0, 1)).status).toBe(1)
  const no = { status: 0, lines: ['== npm audit: this registry does not answer it, so nothing is known'] }
  expect(judge(JSON.stringify({ message: '405 Method Not Allowed', statusCode: 405 }))).toEqual(no)
  expect(judge('')).toEqual(no)
})
