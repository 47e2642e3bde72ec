import { readRows } from '../../../src/evaluate/read-rows.ts'
import type { Policy } from '../../../src/policy/schema.ts'
import type { createRandom } from '../../chaos/random.ts'

type Random = ReturnType<typeof createRandom>

/** The sentences of files, as `npm run evaluate` reads them. */
export async function sentencesOf(files: readonly string[]): Promise<readonly string[]> {
  const sentences: string[] = []
  for (const file of files) sentences.push(...(await readRows(file)).rows.map(({ text }) => text))
  return sentences
}

/** The first words of one sentence and the last of another: new neighbours for the words, in a natural length. */
function crossed(one: string, other: string, random: Random): string {
  const [head, tail] = [one.split(' '), other.split(' ')]
  return [...head.slice(0, 1 + random.below(head.length)), ...tail.slice(random.below(tail.length))].join(' ')
}

/**
 * Ordinary Dutch chat, made from the sentences that the rules of a policy must leave alone. Not as varied as real talk:
 * give files where there are some.
 */
export function madeSentences(policy: Policy, random: Random, n: number): readonly string[] {
  const from = policy.rules.flatMap(({ mustNotHit }) => mustNotHit)
  return Array.from({ length: n }, () =>
    random.next() < 0.5 ? random.pick(from) : crossed(random.pick(from), random.pick(from), random),
  )
}
