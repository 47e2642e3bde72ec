import type { StartNote } from './discord/start-notes.ts'
import type { HouseId } from './house/id.ts'
import type { OpenedDesk } from './open-desk.ts'

/** As much of the problems as one message holds; the log has them all. */
const MOST = 10

/** What a start found that the team of a house must know. */
export function startNotesOf(
  { shut, started: all }: Pick<OpenedDesk, 'shut' | 'started'>,
  house: HouseId,
): readonly StartNote[] {
  const started = all.of(house)
  const unreadable = shut.reduce((sum, each) => sum + (each.house === house ? each.flags : 0), 0)
  const problems = started.problems.slice(0, MOST).map((problem) => `- ${problem.slice(0, 140)}`)
  return [
    {
      about: 'words-unreadable',
      ...(unreadable === 0
        ? {}
        : { says: { sentence: 'staff.words-unreadable', values: { count: String(unreadable) } } }),
    },
    {
      about: 'agreements-reports',
      ...(started.from === 'reports'
        ? { says: { sentence: 'staff.agreements-reports', values: { problems: problems.join('\n') } } }
        : {}),
    },
  ]
}
