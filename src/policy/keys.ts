import { z } from 'zod'

type Schema = z.core.$ZodType

/** What a schema that only wraps others stands for. */
function unwrapped(schema: Schema): readonly Schema[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return [schema.unwrap()]
  if (schema instanceof z.ZodUnion) return schema.options
  return []
}

/** The schemas that may describe what stands at the next step of a path. */
function inside(schema: Schema, step: PropertyKey): readonly Schema[] {
  if (schema instanceof z.ZodObject) {
    const next: Schema | undefined = schema.shape[String(step)]
    return next === undefined ? [] : [next]
  }
  if (schema instanceof z.ZodArray) return [schema.element]
  if (schema instanceof z.ZodRecord) return [schema.valueType]
  return unwrapped(schema).flatMap((inner) => inside(inner, step))
}

function ownKeys(schema: Schema): readonly string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape)
  if (schema instanceof z.ZodRecord) {
    return schema.keyType instanceof z.ZodEnum ? schema.keyType.options.map(String) : []
  }
  return unwrapped(schema).flatMap(ownKeys)
}

/** The keys that a schema knows at a path: what somebody can have meant with a key that it does not know. */
export function keysAt(schema: Schema, path: readonly PropertyKey[]): readonly string[] {
  let here: readonly Schema[] = [schema]
  for (const step of path) here = here.flatMap((candidate) => inside(candidate, step))
  return [...new Set(here.flatMap(ownKeys))]
}
