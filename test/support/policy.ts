import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** One thing that a house agreed differently: in a file of policies/, this text and what stands there instead. */
export interface Change {
  readonly file: string
  readonly from: string
  readonly to: string
}

/** The shipped policy with some things changed, in a folder that goes after the test. */
export async function policyWith(...changes: readonly Change[]): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'huisbot-policy-'))
  onTestFinished(() => rm(root, { recursive: true, force: true }))
  const folder = join(root, 'policies')
  await cp('policies', folder, { recursive: true })
  for (const { file, from, to } of changes) {
    const path = join(folder, file)
    const before = await readFile(path, 'utf8')
    if (!before.includes(from)) throw new Error(`${file} does not hold: ${from}`)
    await writeFile(
      path,
      before.replace(from, () => to),
    )
  }
  return folder
}

/** A house in which insults are held until a person looked. */
export const HOLDS_INSULTS: Change = {
  file: 'rules/harassment.yaml',
  from: 'may: [flag, remind]',
  to: 'may: [flag, remind, hold]',
}
/** A house that does so day and night. */
export const ALWAYS: Change = {
  file: 'house.yaml',
  from: 'hold: { when: open, byDiscord: false }',
  to: 'hold: { when: always, byDiscord: false }',
}
/** A house that works with reports. */
export const REPORTS: Change = {
  file: 'house.yaml',
  from: 'way: full\n  decided: { by: Mieke Vandevoorbeeld, on: 2026-11-16 }',
  to: 'way: reports',
}
