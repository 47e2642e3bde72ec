import { OPTION, type OptionView } from './commands.ts'
import { lengthOf } from './length.ts'

/** What somebody filled in at an option: what they typed, or what they chose. */
export type Filled = string | number | boolean | undefined

/** Why a value cannot be sent, with what the sentence needs. */
export type Fault =
  | { readonly why: 'required' | 'whole' | 'number' | 'attachment' | 'choice' }
  | { readonly why: 'least' | 'most' | 'short' | 'long'; readonly bound: number }

export type Checked = { readonly value: Filled } | { readonly fault: Fault }

/** The longest text that an option takes when it says nothing itself. Source: Discord, Option Structure. */
const LONGEST = 6_000

function checkNumber(option: OptionView, filled: string | number): Checked {
  const text = String(filled).trim().replace(',', '.')
  const value = text === '' ? Number.NaN : Number(text)
  if (!Number.isFinite(value)) return { fault: { why: 'number' } }
  if (option.type === OPTION.integer && !Number.isSafeInteger(value)) return { fault: { why: 'whole' } }
  if (option.min_value !== undefined && value < option.min_value)
    return { fault: { why: 'least', bound: option.min_value } }
  if (option.max_value !== undefined && value > option.max_value)
    return { fault: { why: 'most', bound: option.max_value } }
  return { value }
}

function checkText(option: OptionView, filled: string): Checked {
  const length = lengthOf(filled)
  if (length < (option.min_length ?? 0)) return { fault: { why: 'short', bound: option.min_length ?? 0 } }
  const longest = option.max_length ?? LONGEST
  return length > longest ? { fault: { why: 'long', bound: longest } } : { value: filled }
}

/**
 * Checks an option before it is sent, as Discord's app does: required, among the choices, within its bounds. Left open is
 * `undefined`, and that is well where it is not required.
 */
export function checkOption(option: OptionView, filled: Filled): Checked {
  if (option.type === OPTION.attachment)
    return option.required === true ? { fault: { why: 'attachment' } } : { value: undefined }
  const empty = filled === undefined || (typeof filled === 'string' && filled.trim() === '')
  if (empty) return option.required === true ? { fault: { why: 'required' } } : { value: undefined }
  if (option.choices !== undefined && option.choices.length > 0) {
    const choice = option.choices.find(({ value }) => String(value) === String(filled))
    return choice === undefined ? { fault: { why: 'choice' } } : { value: choice.value }
  }
  if (option.type === OPTION.integer || option.type === OPTION.number) {
    return typeof filled === 'boolean' ? { fault: { why: 'number' } } : checkNumber(option, filled)
  }
  if (option.type === OPTION.boolean)
    return typeof filled === 'boolean' ? { value: filled } : { fault: { why: 'choice' } }
  if (typeof filled !== 'string') return { fault: { why: 'choice' } }
  return option.type === OPTION.text ? checkText(option, filled) : { value: filled }
}

/** All options of a command at once: what to send, or what is wrong with which of them. */
export function checkOptions(
  options: readonly OptionView[],
  filled: Readonly<Record<string, Filled>>,
): {
  readonly values: Readonly<Record<string, string | number | boolean>>
  readonly faults: ReadonlyMap<string, Fault>
} {
  const values: Record<string, string | number | boolean> = {}
  const faults = new Map<string, Fault>()
  for (const option of options) {
    const checked = checkOption(option, filled[option.name])
    if ('fault' in checked) faults.set(option.name, checked.fault)
    else if (checked.value !== undefined) values[option.name] = checked.value
  }
  return { values, faults }
}
