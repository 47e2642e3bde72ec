import type { z } from 'zod'
import { keysAt } from './keys.ts'
import type { Problem } from './problem.ts'
import { type Here, type Issue, sentenceOf, unknownKey } from './sentences.ts'
import type { Path, Source } from './source.ts'

function valueAt(data: unknown, path: Path): unknown {
  let at = data
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined
    at = (at as Record<PropertyKey, unknown>)[step]
  }
  return at
}

/** A problem at a place of a file. */
export function problemAt(source: Source, path: Path, message: string): Problem {
  const line = source.lineOf(path)
  return { file: source.file, ...(line === undefined ? {} : { line }), message }
}

/**
 * Of a thing that may be written in several ways, the way that was meant: the one whose shape fits, so that the
 * person reads what is wrong inside it.
 */
function meantBranch(errors: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  return errors.find((branch) => branch.length > 0 && branch.every(({ path }) => path.length > 0))
}

function tellIssue(issue: Issue, source: Source, schema: z.core.$ZodType, around: Path): readonly Problem[] {
  const path = [...around, ...issue.path]
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path, source.data)
    // A key of another kind of the same thing does not belong here; that is another slip than a word that nobody knows.
    const elsewhere = keysAt(schema, path)
    return issue.keys.map((key) =>
      problemAt(source, [...path, key], unknownKey(key, elsewhere.includes(key) ? elsewhere : known)),
    )
  }
  if (issue.code === 'invalid_union') {
    const meant = meantBranch(issue.errors)
    if (meant !== undefined) return meant.flatMap((inner) => tellIssue(inner, source, schema, path))
  }
  const here: Here = { path, value: valueAt(source.data, path), known: keysAt(schema, path, source.data) }
  return [problemAt(source, path, sentenceOf(issue, here))]
}

/** Checks what a file says against its schema; every problem with its line. */
export function validate<S extends z.ZodType>(
  source: Source,
  schema: S,
): { readonly value: z.output<S> } | { readonly problems: readonly Problem[] } {
  const checked = schema.safeParse(source.data)
  if (checked.success) return { value: checked.data }
  return { problems: checked.error.issues.flatMap((issue) => tellIssue(issue, source, schema, [])) }
}
