import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { understand } from '../../../src/evaluate/judged.ts'
import type { Rows } from '../../../src/evaluate/read-rows.ts'
import { runEvaluate } from '../../../src/evaluate/run.ts'
import type { ScoredFile } from '../../../src/evaluate/score.ts'
import { loadPolicy } from '../../../src/policy/load.ts'
import type { Finding } from '../../../src/screening/finding.ts'
import { CATEGORIES, type Category } from '../../../src/screening/kinds.ts'

/** One sentence of a made set: its fields, and the categories that a bot found in it. */
export interface Made {
  readonly gold?: unknown
  readonly label?: unknown
  readonly functionality?: string
  readonly found?: readonly Category[]
}

const finding = (category: Category): Finding => ({
  ruleId: `${category}-rule`,
  category,
  kind: 'harm',
  level: 'geel',
  start: 0,
  end: 1,
  consequences: ['flag'],
})

/** A made set as it is after screening. */
export function scored(made: readonly Made[], category: Category = 'hate', file = 'set.jsonl'): ScoredFile {
  const rows: Rows = {
    file,
    form: 'json',
    rows: made.map((fields, index) => ({ line: index + 1, text: `zin ${index}`, fields: { ...fields } })),
  }
  const judged = understand(rows, { category, by: 'functionality' })
  return {
    ...judged,
    rows: judged.rows.map((row, index) => ({ ...row, findings: (made[index]?.found ?? []).map(finding) })),
  }
}

/** So many sentences that are the same. */
export const times = (n: number, made: Made): readonly Made[] => Array.from({ length: n }, () => made)

/** A folder that goes after the test. */
export async function folder() {
  const path = await mkdtemp(join(tmpdir(), 'huisbot-evaluate-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return {
    path,
    at: (name: string) => join(path, name),
    names: async () => (await readdir(path)).sort(),
    read: (name: string) => readFile(join(path, name), 'utf8'),
    async write(name: string, content: string | readonly unknown[]): Promise<string> {
      const text =
        typeof content === 'string' ? content : content.map((one) => `${JSON.stringify(one)}\n`).join('')
      await writeFile(join(path, name), text)
      return join(path, name)
    },
  }
}

export async function run(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await runEvaluate(args, { out: (text) => out.push(text), err: (text) => err.push(text) })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

export const policy = await loadPolicy('policies')

/** Sentences of the shipped policy: what it promises to find, and one that it leaves alone. */
export function promised(category: Category): readonly string[] {
  const found = policy.rules.filter((rule) => rule.category === category && rule.from !== 'strict')
  return found.flatMap(({ mustHit }) => mustHit)
}
export const ORDINARY = 'Morgen eten we samen frietjes in het jeugdhuis.'
export const ALL = CATEGORIES
