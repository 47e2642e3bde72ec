import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10'
import { lengthOf } from './length.ts'
import { type FieldPart, type FormPart, partsOfForm } from './parts.ts'

export type FieldValue = string | boolean | readonly string[]
export type FormValues = Readonly<Record<string, FieldValue>>

/** A field with the words above it. */
export interface Field {
  readonly part: FieldPart
  readonly label: string
  readonly description?: string
}

/** What one part of a form asks: nothing, where it only says something. */
export function fieldsIn(one: FormPart): readonly Field[] {
  if (one.type === 10) return []
  if (one.type === 1) return one.components.map((part) => ({ part, label: part.label ?? '' }))
  const { component: part, label, description } = one
  return [{ part, label, ...(description === undefined ? {} : { description }) }]
}

/** Everything in a form that can be filled in, from top to bottom. */
export const fieldsOf = (form: APIModalInteractionResponseCallbackData): readonly Field[] =>
  partsOfForm(form).flatMap(fieldsIn)

/** What a field holds before anybody touched it. */
export function presetOf(part: FieldPart): FieldValue {
  switch (part.type) {
    case 4:
      return part.value ?? ''
    case 23:
      return part.default === true
    case 19:
      return []
    case 3:
    case 21:
    case 22:
      return part.options.filter((one) => one.default === true).map(({ value }) => value)
    default:
      return (part.default_values ?? []).map(({ id }) => id)
  }
}

/** In a form everything is required until it says otherwise; a single checkbox never is. Source: Discord, Components. */
export const isRequired = (part: FieldPart): boolean => part.type !== 23 && part.required !== false

/** How many choices a field takes, from least to most. */
export function countsOf(part: FieldPart): { readonly least: number; readonly most: number } {
  if (part.type === 4 || part.type === 23 || part.type === 19) return { least: 0, most: 0 }
  if (part.type === 21) return { least: isRequired(part) ? 1 : 0, most: 1 }
  const most = part.max_values ?? (part.type === 22 ? part.options.length : 1)
  return { least: Math.max(part.min_values ?? 1, isRequired(part) ? 1 : 0), most }
}

export type FieldFault =
  | { readonly why: 'required' | 'upload' }
  | { readonly why: 'short' | 'long' | 'few' | 'many'; readonly bound: number }

/** What is wrong with a field, as Discord's app would say before it sends anything. */
export function faultIn(part: FieldPart, value: FieldValue): FieldFault | undefined {
  if (part.type === 19) return isRequired(part) ? { why: 'upload' } : undefined
  if (part.type === 23) return undefined
  if (part.type === 4) {
    const length = lengthOf(typeof value === 'string' ? value : '')
    if (length === 0) return isRequired(part) ? { why: 'required' } : undefined
    if (length < (part.min_length ?? 0)) return { why: 'short', bound: part.min_length ?? 0 }
    const longest = part.max_length ?? 4_000
    return length > longest ? { why: 'long', bound: longest } : undefined
  }
  const chosen = Array.isArray(value) ? value.length : 0
  if (chosen === 0) return isRequired(part) ? { why: 'required' } : undefined
  const { least, most } = countsOf(part)
  if (chosen < least) return { why: 'few', bound: least }
  return chosen > most ? { why: 'many', bound: most } : undefined
}

/** What is wrong in a form, by the custom id of each field; empty when it can be sent. */
export function faultsIn(fields: readonly Field[], values: FormValues): ReadonlyMap<string, FieldFault> {
  const faults = new Map<string, FieldFault>()
  for (const { part } of fields) {
    const fault = faultIn(part, values[part.custom_id] ?? presetOf(part))
    if (fault !== undefined) faults.set(part.custom_id, fault)
  }
  return faults
}

/**
 * What goes over the line: every field that can be filled in, also what was left as it was. A file is left out, since
 * none can be sent here.
 */
export function handedIn(
  fields: readonly Field[],
  values: FormValues,
): Readonly<Record<string, string | boolean | string[]>> {
  return Object.fromEntries(
    fields
      .filter(({ part }) => part.type !== 19)
      .map(({ part }) => {
        const value = values[part.custom_id] ?? presetOf(part)
        return [part.custom_id, typeof value === 'string' || typeof value === 'boolean' ? value : [...value]]
      }),
  )
}
