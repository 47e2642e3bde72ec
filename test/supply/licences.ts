import type { Locked } from './lock.ts'
import { ORDINARY, RUNS_AT_INSTALL, TOLD } from './reasons.ts'

const needsTelling = ({ licence }: Locked): boolean => licence === undefined || !ORDINARY.includes(licence)
const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const names = (list: readonly Locked[]): ReadonlySet<string> => new Set(list.map(({ name }) => name))
const gone = (told: Readonly<Record<string, string>>, there: ReadonlySet<string>): readonly string[] =>
  Object.keys(told).filter((name) => !there.has(name))

/** What is not right with what is installed: each a sentence. */
export function problems(packages: readonly Locked[]): readonly string[] {
  const installs = packages.filter(({ hasInstallScript }) => hasInstallScript)
  const unusual = packages.filter((one) => !one.forBuilding && needsTelling(one))
  return [
    ...packages
      .filter(({ deprecated }) => deprecated !== undefined)
      .map(({ name, version }) => `${name} ${version} is deprecated by its author`),
    ...installs
      .filter(({ name }) => RUNS_AT_INSTALL[name] === undefined)
      .map(({ name }) => `${name} runs a program when it is installed, and nobody said why that is let`),
    ...unusual
      .filter(({ name }) => TOLD[name] === undefined)
      .map(
        ({ name, licence }) =>
          `${name} is under ${licence ?? 'no licence that it tells'}: say what that asks`,
      ),
    ...gone(RUNS_AT_INSTALL, names(installs)).map((name) => `${name} runs nothing any more: take it out`),
    ...gone(TOLD, names(unusual)).map((name) => `nothing is to be told of ${name} any more: take it out`),
  ]
}

/**
 * The page docs/licences.md.
 *
 * @param direct - what `dependencies` of package.json names
 */
export function licencesPage(packages: readonly Locked[], direct: ReadonlySet<string>): string {
  const runtime = packages.filter(({ forBuilding }) => !forBuilding)
  const counts = new Map<string, number>()
  for (const { licence = 'not declared' } of runtime) counts.set(licence, (counts.get(licence) ?? 0) + 1)
  const installs = packages.filter(({ hasInstallScript }) => hasInstallScript)
  return [
    '# Licences, and what runs while it is installed',
    '',
    'Made from `package-lock.json` by `npm run licences`; a test keeps it true. Huisbot itself is under the EUPL-1.2 (LICENSE).',
    '',
    '## Licences',
    '',
    'Everything that `npm ci --omit=dev` can bring: what Huisbot asks for (in bold), what that asks for, and what only',
    'belongs to it for building, such as the screens of Prisma, which a running bot does not load.',
    '',
    row('licence', 'packages'),
    row('---', '---'),
    ...[...counts]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([name, n]) => row(name, String(n))),
    '',
    '### Dual, rare, mixed or not declared',
    '',
    row('package', 'declared', 'what to know'),
    row('---', '---', '---'),
    ...runtime
      .filter(needsTelling)
      .map(({ name, licence }) => row(name, licence ?? 'nothing', TOLD[name] ?? '')),
    '',
    '### Each',
    '',
    row('package', 'version', 'licence'),
    row('---', '---', '---'),
    ...runtime.map(({ name, version, licence }) =>
      row(direct.has(name) ? `**${name}**` : name, version, licence ?? 'not declared'),
    ),
    '',
    '## What runs while it is installed',
    '',
    'A package can run a program of its own during `npm ci`, with all that the user who installs may do. These do, and a test',
    'fails when the lock has another.',
    '',
    row('package', 'installed for', 'why it is let'),
    row('---', '---', '---'),
    ...installs
      .toSorted((a, b) => Number(a.forBuilding) - Number(b.forBuilding))
      .map(({ name, forBuilding }) =>
        row(name, forBuilding ? 'tests' : 'running', RUNS_AT_INSTALL[name] ?? ''),
      ),
    '',
  ].join('\n')
}
