import { readFile, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { z } from 'zod'
import type { Curve, Figure, Plot } from './measure.ts'
import { TARGETS } from './targets.ts'

/** Where the last results are kept. */
export const RESULTS = 'docs/performance/results.json'

const under = z.strictObject({
  /** The day on which it was measured. */
  on: z.iso.date(),
  node: z.string(),
  cores: z.number().int(),
  rounds: z.number().int(),
})
const figure = under.extend({
  id: z.enum(TARGETS.map(({ id }) => id)),
  ours: z.number(),
  bare: z.number().nullable(),
  ratio: z.number().nullable(),
  each: z.array(z.number()),
  note: z.string().optional(),
})
const curve = z.strictObject({
  name: z.string(),
  points: z.array(z.strictObject({ x: z.number(), y: z.number() })),
})
const plot = under.extend({ curves: z.array(curve) })
const resultsSchema = z.strictObject({
  full: z.array(figure),
  quick: z.array(figure),
  plots: z.strictObject({ terms: plot.optional(), rows: plot.optional(), houses: plot.optional() }),
})
export type Recorded = z.infer<typeof figure>
export type Results = z.infer<typeof resultsSchema>
export const NOTHING: Results = { full: [], quick: [], plots: {} }

/** What is recorded; nothing where nothing is. */
export async function readResults(file: string): Promise<Results> {
  try {
    return resultsSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return NOTHING
    throw error
  }
}

const precise = (value: number): number => Number(value.toPrecision(5))
const preciseOrNull = (value: number | null): number | null => (value === null ? null : precise(value))

interface Run {
  readonly quick: boolean
  readonly rounds: number
  readonly figures: readonly Figure[]
  readonly curves: Readonly<Partial<Record<Plot, readonly Curve[]>>>
}

/** Puts what a run measured in the place of what was recorded of the same; all else stays. */
export function recorded(before: Results, run: Run, on: string): Results {
  const how = { on, node: process.versions.node, cores: availableParallelism(), rounds: run.rounds }
  const fresh = run.figures.map(
    ({ id, ours, bare, ratio, rounds, note }): Recorded => ({
      ...how,
      id,
      ours: precise(ours),
      bare: preciseOrNull(bare),
      ratio: preciseOrNull(ratio),
      each: rounds.map(precise),
      ...(note === undefined ? {} : { note }),
    }),
  )
  const merged = (old: readonly Recorded[]): Recorded[] =>
    TARGETS.flatMap(({ id }) =>
      [fresh, old].flatMap((list) => list.filter((one) => one.id === id)).slice(0, 1),
    )
  const plots = Object.fromEntries(
    Object.entries(run.curves).map(([name, curves]) => [
      name,
      {
        ...how,
        curves: curves.map((one) => ({
          name: one.name,
          points: one.points.map(({ x, y }) => ({ x, y: precise(y) })),
        })),
      },
    ]),
  )
  return {
    full: run.quick ? before.full : merged(before.full),
    quick: run.quick ? merged(before.quick) : before.quick,
    plots: { ...before.plots, ...plots },
  }
}

/** Writes what a run measured into the file of the last results. */
export async function record(file: string, run: Run): Promise<void> {
  const today = new Date().toISOString().slice(0, 10)
  const results = resultsSchema.parse(recorded(await readResults(file), run, today))
  await writeFile(file, `${JSON.stringify(results, undefined, 2)}\n`)
}
