import { z } from 'zod'
import { fault, integer, lengthOf, listOf, snowflake, text } from './form.ts'

const slashName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u
/** Commands of one type in one scope: slash, user, message. Source: Discord, Application Commands. */
const mostOf: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 }
/** Characters of one command's names, descriptions and values together. */
const largest = 8000

const locales = z.record(z.string(), z.string()).nullish()
const choice = z.object({
  name: text(1, 100),
  name_localizations: locales,
  value: z.union([text(1, 100), z.number()]),
})

const optionFields = {
  type: integer.pipe(z.number().min(1).max(11)),
  name: text(1, 32),
  name_localizations: locales,
  description: text(1, 100),
  description_localizations: locales,
  required: z.boolean().nullish(),
  choices: listOf(choice, 0, 25).nullish(),
  channel_types: z.array(integer).nullish(),
  min_value: z.number().nullish(),
  max_value: z.number().nullish(),
  min_length: integer.pipe(z.number().min(0).max(6000)).nullish(),
  max_length: integer.pipe(z.number().min(1).max(6000)).nullish(),
  autocomplete: z.boolean().nullish(),
}
const leaf = z.object(optionFields)
const group = z.object({ ...optionFields, options: listOf(leaf, 0, 25).nullish() })
const option = z.object({ ...optionFields, options: listOf(group, 0, 25).nullish() })

type Option = z.output<typeof leaf> & { options?: Option[] | null | undefined }

/** One command. Source: Discord, Application Commands, Application Command Object. */
export const command = z
  .object({
    id: snowflake.nullish(),
    type: integer.pipe(z.number().min(1).max(3)).nullish(),
    name: text(1, 32),
    name_localizations: locales,
    description: z.string().nullish(),
    description_localizations: locales,
    options: listOf(option, 0, 25).nullish(),
    default_member_permissions: z
      .union([z.string().regex(/^\d+$/), z.number().int().transform(String)])
      .nullish(),
    dm_permission: z.boolean().nullish(),
    contexts: z.array(integer.pipe(z.number().min(0).max(2))).nullish(),
    integration_types: z.array(integer.pipe(z.number().min(0).max(1))).nullish(),
    nsfw: z.boolean().nullish(),
  })
  .superRefine((value, context) => {
    if ((value.type ?? 1) === 1) checkSlash(value, context)
    else checkMenu(value, context)
  })

export type Command = z.output<typeof command>
type Context = Parameters<typeof fault>[0]

/** All commands of one scope at once. */
export const commandList = z.array(command).superRefine((all, context) => {
  const seen = new Set<string>()
  const count = new Map<number, number>()
  for (const [index, one] of all.entries()) {
    const type = one.type ?? 1
    const key = `${type} ${one.name}`
    if (seen.has(key)) {
      fault(context, {
        code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
        message: 'Application command names must be unique',
        path: [index],
      })
    }
    seen.add(key)
    count.set(type, (count.get(type) ?? 0) + 1)
  }
  for (const [type, number] of count) {
    const most = mostOf[type] ?? 0
    if (number > most)
      fault(context, { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${most} or fewer in length.` })
  }
})

function checkSlash(value: Command, context: Context): void {
  checkName(value.name, [], context)
  const length = lengthOf(value.description ?? '')
  if (length === 0) {
    fault(context, { code: 'BASE_TYPE_REQUIRED', message: 'This field is required', path: ['description'] })
  } else if (length > 100) {
    fault(context, {
      code: 'BASE_TYPE_BAD_LENGTH',
      message: 'Must be between 1 and 100 in length.',
      path: ['description'],
    })
  }
  checkOptions(value.options ?? [], [], context)
  if (sizeOf(value) > largest) {
    fault(context, {
      code: 'APPLICATION_COMMAND_TOO_LARGE',
      message: `Command exceeds maximum size (${largest})`,
    })
  }
}

function checkMenu(value: Command, context: Context): void {
  if (value.description) {
    const message = 'Context menu commands cannot have description'
    fault(context, {
      code: 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID',
      message,
      path: ['description'],
    })
  }
  if (value.options?.length) {
    const message = 'Context menu commands cannot have options'
    fault(context, { code: 'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_INVALID', message, path: ['options'] })
  }
}

function checkName(name: string, path: readonly (string | number)[], context: Context): void {
  if (slashName.test(name) && name === name.toLowerCase()) return
  fault(context, {
    code: 'APPLICATION_COMMAND_INVALID_NAME',
    message: 'Command name is invalid',
    path: [...path, 'name'],
  })
}

function checkOptions(
  options: readonly Option[],
  path: readonly (string | number)[],
  context: Context,
): void {
  const names = new Set<string>()
  let optional = false
  for (const [index, one] of options.entries()) {
    const here = [...path, 'options', index]
    checkName(one.name, here, context)
    if (names.has(one.name)) {
      const message = 'Option names must be unique'
      fault(context, { code: 'APPLICATION_COMMAND_OPTIONS_DUPLICATE_NAME', message, path: here })
    }
    names.add(one.name)
    if (one.required && optional) {
      const message = 'Required options must be placed before non-required options'
      fault(context, { code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message, path: here })
    }
    if (!one.required && one.type > 2) optional = true
    if (one.autocomplete && one.choices?.length) {
      const message = 'Autocomplete and choices cannot be used together'
      fault(context, { code: 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES', message, path: here })
    }
    checkOptions(one.options ?? [], here, context)
  }
}

/** Of a text and its translations only the longest counts. */
const longest = (base: string, translations: Record<string, string> | null | undefined): number =>
  Math.max(lengthOf(base), ...Object.values(translations ?? {}).map(lengthOf))

function sizeOf(value: Command): number {
  const ofOption = (one: Option): number =>
    longest(one.name, one.name_localizations) +
    longest(one.description, one.description_localizations) +
    (one.choices ?? []).reduce(
      (sum, each) => sum + longest(each.name, each.name_localizations) + lengthOf(String(each.value)),
      0,
    ) +
    (one.options ?? []).reduce((sum, each) => sum + ofOption(each), 0)
  return (
    longest(value.name, value.name_localizations) +
    longest(value.description ?? '', value.description_localizations) +
    ((value.options ?? []) as Option[]).reduce((sum, one) => sum + ofOption(one), 0)
  )
}
