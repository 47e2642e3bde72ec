import { z } from 'zod'

type Schema = z.core.$ZodType

/** What stands at a key of something that was written; undefined where there is no such key. */
const valueIn = (data: unknown, key: PropertyKey): unknown =>
  typeof data === 'object' && data !== null && Object.hasOwn(data, key) ? Reflect.get(data, key) : undefined

/** Of things that are told apart by one key, the one that was written; all of them when that says nothing. */
function written(union: z.ZodDiscriminatedUnion, data: unknown): readonly Schema[] {
  const options: readonly Schema[] = union.options
  const { discriminator } = union.def
  const fits = options.filter(
    (option) =>
      option instanceof z.ZodObject &&
      (option.shape[discriminator] as z.ZodType | undefined)?.safeParse(valueIn(data, discriminator))
        .success === true,
  )
  return fits.length === 0 ? options : fits
}

/** What a schema that only wraps others stands for. */
function unwrapped(schema: Schema, data: unknown): readonly Schema[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return [schema.unwrap()]
  if (schema instanceof z.ZodDiscriminatedUnion) return written(schema, data)
  if (schema instanceof z.ZodUnion) return schema.options
  return []
}

/** The schemas that may describe what stands at the next step of a path. */
function inside(schema: Schema, step: PropertyKey, data: unknown): readonly Schema[] {
  if (schema instanceof z.ZodObject) {
    const next: Schema | undefined = schema.shape[String(step)]
    return next === undefined ? [] : [next]
  }
  if (schema instanceof z.ZodArray) return [schema.element]
  if (schema instanceof z.ZodRecord) return [schema.valueType]
  return unwrapped(schema, data).flatMap((inner) => inside(inner, step, data))
}

function ownKeys(schema: Schema, data: unknown): readonly string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape)
  if (schema instanceof z.ZodRecord) {
    return schema.keyType instanceof z.ZodEnum ? schema.keyType.options.map(String) : []
  }
  return unwrapped(schema, data).flatMap((inner) => ownKeys(inner, data))
}

/**
 * The keys that a schema knows at a path: what somebody can have meant with a key that it does not know.
 *
 * @param data - what was written, for things that are told apart by one of their keys
 */
export function keysAt(schema: Schema, path: readonly PropertyKey[], data?: unknown): readonly string[] {
  let here: readonly Schema[] = [schema]
  let at = data
  for (const step of path) {
    here = here.flatMap((candidate) => inside(candidate, step, at))
    at = valueIn(at, step)
  }
  return [...new Set(here.flatMap((candidate) => ownKeys(candidate, at)))]
}
