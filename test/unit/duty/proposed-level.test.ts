import { expect, test } from 'vitest'
import { proposedLevel } from '../../../src/duty/proposed-level.ts'
import { LEVELS } from '../../../src/screening/kinds.ts'

const roles = { youthWorker: 'Jeugdwerker', moderator: 'Moderator' }

test('a rule proposes rood at most while the house is closed, unless somebody is on call', () => {
  const closed = LEVELS.map((level) => proposedLevel(level, false, { roles }))
  expect(closed).toEqual(['groen', 'geel', 'rood', 'rood'])
  expect(LEVELS.map((level) => proposedLevel(level, true, { roles }))).toEqual([...LEVELS])
  expect(
    LEVELS.map((level) => proposedLevel(level, false, { roles: { ...roles, onCall: 'Oproep' } })),
  ).toEqual([...LEVELS])
})
