import { folderOf, housesIn } from '../house/folders.ts'
import type { HouseId } from '../house/id.ts'
import type { Policy } from '../policy/schema.ts'
import { loadPolicy } from '../policy/load.ts'
import { PolicyError, tell } from '../policy/problem.ts'
import { isStale } from '../referral/ways.ts'
import { type Finding, finding } from './finding.ts'

/** More problems than this are told by `npm run policy`. */
const MOST = 10
const NAMED = 8

/** The agreements of the house, and what in them grew old. */
export async function lookAtPolicy(
  folder: string,
  now: Date,
): Promise<{ readonly policy: Policy | undefined; readonly findings: readonly Finding[] }> {
  let policy: Policy
  try {
    policy = await loadPolicy(folder)
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error
    const findings = error.problems
      .slice(0, MOST)
      .map((problem) => finding('policy', 'fault', 'doctor.policy.fault', { problem: tell(problem) }))
    return { policy: undefined, findings }
  }
  const off = (policy.languagesOff ?? []).map(({ language }) =>
    finding('policy', 'note', 'doctor.policy.language-off', { language }),
  )
  const stale = policy.helplines
    .flatMap(({ places = [], ...helpline }) => [helpline, ...places])
    .filter((each) => isStale(each, now))
  const names = [...stale.slice(0, NAMED).map(({ name }) => name), ...(stale.length > NAMED ? ['…'] : [])]
  return {
    policy,
    findings: [
      finding('policy', 'ok', 'doctor.policy.ok', { version: policy.version, rules: policy.rules.length }),
      ...off,
      stale.length === 0
        ? finding('helplines', 'ok', 'doctor.helplines.ok', { count: policy.helplines.length })
        : finding('helplines', 'note', 'doctor.helplines.stale', {
            count: stale.length,
            names: names.join(', '),
          }),
    ],
  }
}

/** The agreements of each house with a folder of its own; a folder that is of no server is a fault. */
export async function lookAtHouses(
  folder: string,
  now: Date,
): Promise<
  readonly {
    readonly house: HouseId | undefined
    readonly policy: Policy | undefined
    readonly findings: readonly Finding[]
  }[]
> {
  const { houses, problems } = await housesIn(folder)
  const strangers = problems.map((problem) => ({
    house: undefined,
    policy: undefined,
    findings: [finding('policy', 'fault', 'doctor.policy.fault', { problem: tell(problem) })],
  }))
  const found = []
  for (const house of houses) found.push({ house, ...(await lookAtPolicy(folderOf(folder, house), now)) })
  return [...strangers, ...found]
}
