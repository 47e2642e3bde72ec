import type { Reading } from '../../reading/rules.ts'

export const reading: Reading = {
  hard: [],
  forms: [],
  clauses: /$^/,
  syllables: () => 1,
  score: { name: '', of: () => 100, least: 0, leastEasy: 0 },
}
