import { z } from 'zod'
import { discordError } from '../../errors.ts'
import type { DiscordError, FormErrors } from '../../errors.ts'

/** A rule that zod has no name for: Discord's own code travels in `params`. */
export interface Fault {
  readonly code: string
  readonly message: string
  readonly path?: readonly (string | number)[]
}

interface Context {
  addIssue(issue: {
    code: 'custom'
    message: string
    params: { discord: string }
    path: (string | number)[]
  }): void
}

/** Reports a broken rule inside a `superRefine`. */
export function fault(context: Context, { code, message, path = [] }: Fault): void {
  context.addIssue({ code: 'custom', message, params: { discord: code }, path: [...path] })
}

/** The length of a text as Discord counts it: code points. */
export function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length += 1
  return length
}

/** A text with between `min` and `max` characters. */
export const text = (min: number, max: number) =>
  z.string().superRefine((value, context) => {
    const length = lengthOf(value)
    if (length >= min && length <= max) return
    if (min === 0)
      fault(context, { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${max} or fewer in length.` })
    else if (length === 0) fault(context, { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' })
    else
      fault(context, {
        code: 'BASE_TYPE_BAD_LENGTH',
        message: `Must be between ${min} and ${max} in length.`,
      })
  })

/** A list with between `min` and `max` items. */
export const listOf = <T extends z.ZodType>(item: T, min: number, max: number) =>
  z.array(item).min(min).max(max)

export const snowflake = z
  .union([z.string(), z.number().int().transform(String)])
  .refine((value) => /^\d{1,20}$/.test(value), {
    params: { discord: 'NUMBER_TYPE_COERCE' },
    error: 'Value is not snowflake.',
  })

/** A field that Discord knows and the local Discord does not: refused in so many words, for a person who wonders. */
export const notHere = (sentence: string) =>
  z.unknown().superRefine((value, context) => {
    if (value === null || value === undefined) return
    fault(context, { code: 'BASE_TYPE_INVALID', message: `The local Discord ${sentence}.` })
  })

/** Discord takes whole numbers written as text, too. */
export const integer = z.union([
  z.number().int(),
  z
    .string()
    .regex(/^-?\d+$/)
    .transform(Number),
])

/** Checks a body; throws Discord's 50035 with the path of each fault. */
export function check<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw invalidForm(parsed.error.issues.map(faultOf))
}

/** The answer to a form with these faults. */
export function invalidForm(faults: readonly Fault[]): DiscordError {
  const errors: FormErrors = {}
  for (const one of faults) put(errors, one)
  return discordError(50035, errors)
}

function put(errors: FormErrors, { code, message, path = [] }: Fault): void {
  let at = errors
  for (const step of path) {
    const key = String(step)
    const there = at[key]
    const next: FormErrors = there === undefined || Array.isArray(there) ? {} : there
    at[key] = next
    at = next
  }
  const said = at['_errors']
  at['_errors'] = [...(Array.isArray(said) ? said : []), { code, message }]
}

function faultOf(issue: z.core.$ZodIssue): Fault {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
  const named = issue.code === 'custom' ? issue.params?.['discord'] : undefined
  if (typeof named === 'string') return { code: named, message: issue.message, path }
  if (issue.code === 'invalid_union') return unionFault(issue, path)
  return { ...plainFault(issue), path }
}

const depth = (branch: readonly z.core.$ZodIssue[]): number =>
  Math.max(0, ...branch.map((one) => one.path.length))

/** Of a union the branch that came furthest tells best what is wrong. */
function unionFault(issue: z.core.$ZodIssueInvalidUnion, path: (string | number)[]): Fault {
  if (issue.discriminator !== undefined || issue.errors.length === 0) {
    return { code: 'BASE_TYPE_CHOICES', message: 'Value must be one of the allowed types.', path }
  }
  const best = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0]?.[0]
  if (best === undefined) return { code: 'BASE_TYPE_CHOICES', message: 'Value is not allowed.', path }
  const inner = faultOf(best)
  return { ...inner, path: [...path, ...(inner.path ?? [])] }
}

function plainFault(issue: z.core.$ZodIssue): Fault {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }
        : { code: typeCode(issue.expected), message: `Value is not ${issue.expected}.` }
    case 'invalid_value':
      return issue.input === undefined
        ? { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }
        : {
            code: 'BASE_TYPE_CHOICES',
            message: `Value must be one of (${issue.values.map(String).join(', ')}).`,
          }
    case 'too_big':
      return issue.origin === 'array'
        ? { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` }
        : { code: 'NUMBER_TYPE_MAX', message: `Value must be less than or equal to ${issue.maximum}.` }
    case 'too_small':
      return issue.origin === 'array'
        ? { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${issue.minimum} or more in length.` }
        : { code: 'NUMBER_TYPE_MIN', message: `Value must be greater than or equal to ${issue.minimum}.` }
    default:
      return { code: 'BASE_TYPE_INVALID', message: 'Value is not valid.' }
  }
}

function typeCode(expected: string): string {
  if (expected === 'array') return 'LIST_TYPE_CONVERT'
  if (expected === 'object') return 'DICT_TYPE_CONVERT'
  if (expected === 'int' || expected === 'number') return 'NUMBER_TYPE_COERCE'
  if (expected === 'boolean') return 'BOOLEAN_TYPE_CONVERT'
  return 'STRING_TYPE_CONVERT'
}
