import type { ReplayResult } from './replay.ts'

const counts = (of: Readonly<Record<string, number>>): string => {
  const parts = Object.entries(of).map(([name, count]) => `${name} ${count}`)
  return parts.length === 0 ? 'none' : parts.join(', ')
}

/** The outcome of a replay, as lines to read. */
export function describeResult(result: ReplayResult): readonly string[] {
  const flags = Object.values(result.flags).reduce((sum, count) => sum + count, 0)
  const share = result.heard === 0 ? 0 : (100 * flags) / result.heard
  const perSecond = result.seconds === 0 ? 0 : Math.round((result.heard + result.blocked) / result.seconds)
  return [
    '',
    `messages heard     ${result.heard}${result.blocked === 0 ? '' : ` (${result.blocked} more were refused by Discord)`}`,
    `flags              ${flags} (${share.toFixed(2)} % of what was heard)`,
    `  by category      ${counts(result.flags)}`,
    `  by level         ${counts(result.levels)}`,
    `offers of help     ${result.offers}`,
    `cards in the queue ${result.cards}`,
    `time               ${result.seconds.toFixed(1)} s, ${perSecond} messages a second, everything posted`,
  ]
}
