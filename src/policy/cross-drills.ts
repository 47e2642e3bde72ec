import type { Parts } from './parts.ts'
import type { Problem } from './problem.ts'
import { problemAt } from './validate.ts'

/** What is wrong in drills.yaml beyond its shape: an id twice. */
export function crossDrills({ drills }: Parts): readonly Problem[] {
  if (drills === undefined) return []
  const { value, source } = drills
  return value.cases.flatMap(({ id }, index) =>
    value.cases.findIndex((one) => one.id === id) === index
      ? []
      : [
          problemAt(
            source,
            ['cases', index, 'id'],
            `De id "${id}" staat er twee keer. Geef dit een andere id.`,
          ),
        ],
  )
}
