import { z } from 'zod'
import { CATEGORIES, KINDS, KINDS_OF } from '../screening/kinds.ts'
import { line, slug } from './schema-parts.ts'

/** Ids that stand in a menu. */
const shortId = slug.max(30)

/** A case that the team practises with: a message that nobody wrote. */
export const drillCaseSchema = z
  .strictObject({
    id: shortId,
    /** For the one who chooses it, in the menu. */
    name: line(100),
    category: z.enum(CATEGORIES),
    kind: z.enum(KINDS),
    /** A drill is never acute: nobody must ever have to wonder. */
    level: z.enum(['groen', 'geel', 'rood']),
    /** What *Toon* shows. In the language of the house, invented, of nobody. */
    text: line(1_000),
  })
  .superRefine(({ category, kind }, ctx) => {
    const allowed: readonly string[] = KINDS_OF[category]
    if (!allowed.includes(kind))
      ctx.addIssue({ code: 'custom', path: ['kind'], params: { allowed }, message: 'kind' })
  })
export type DrillCase = z.infer<typeof drillCaseSchema>

/** policies/drills.yaml: what `/oefening` puts in the queue. */
export const drillsSchema = z.strictObject({
  /** After so many hours a drill goes by itself. */
  hours: z.int().min(1).max(168).default(24),
  cases: z.array(drillCaseSchema).max(25).default([]),
})
export type DrillsPolicy = z.infer<typeof drillsSchema>

/** For a house that has no such file. */
export const NO_DRILLS: DrillsPolicy = { hours: 24, cases: [] }
