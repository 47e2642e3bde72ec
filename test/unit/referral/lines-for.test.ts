import { expect, test } from 'vitest'
import { lineText } from '../../../src/referral/describe.ts'
import { linesFor, refer } from '../../../src/referral/refer.ts'
import { loadPolicy } from '../../../src/policy/load.ts'
import { createTexts } from '../../../src/texts/texts.ts'
import { SHIPPED } from '../policy/world.ts'

const HOURS = ['2026-11-25T02:00:00Z', '2026-11-25T13:00:00Z', '2026-11-28T20:30:00Z']

test('somebody of the team chooses from all lines of a subject, in the order of /praat, each one once', async () => {
  const { subjects, helplines } = await loadPolicy(SHIPPED)
  for (const subject of subjects) {
    for (const language of ['nl', 'en', 'fr'] as const) {
      for (const at of HOURS.map((hour) => new Date(hour))) {
        const input = { subject, helplines, language, at }
        const { first, beside, others } = refer(input)
        const lines = linesFor(input)
        const named = [first, ...(beside ? [beside] : []), ...others]
        expect(lines.slice(0, named.length)).toEqual(named)
        const ids = lines.map(({ helpline }) => helpline.id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(lines.length).toBeLessThanOrEqual(25)
      }
    }
  }
})

test('one line by itself: what it is, how to reach it, and what is known of its hours', async () => {
  const { subjects, helplines } = await loadPolicy(SHIPPED)
  const texts = createTexts('nl')
  const now = new Date('2026-11-25T13:00:00Z')
  const known = new Set<string>()
  for (const subject of subjects) {
    for (const step of linesFor({ subject, helplines, language: 'nl', at: now })) {
      const [head = '', ...ways] = lineText(step, { texts, now })
      expect(head).toContain(`**${step.helpline.name}.**`)
      expect(ways.length, step.helpline.id).toBeGreaterThan(0)
      const saysOpen = /Nu open/.test(ways.join())
      expect(saysOpen && step.now === 'unknown', step.helpline.id).toBe(false)
      known.add(step.now)
    }
  }
  expect([...known].sort()).toEqual(['closed', 'open', 'unknown'])
})
