import { z } from 'zod'
import { fault, integer, listOf, snowflake, text } from './form.ts'

/** The parts that messages and modals share. Source: Discord, Components, Reference. */
export const componentId = integer.optional()
export const customId = text(1, 100)

export const emoji = z.object({
  id: snowflake.nullish(),
  name: z.string().nullish(),
  animated: z.boolean().nullish(),
})

export const button = z
  .object({
    type: z.literal(2),
    id: componentId,
    style: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]),
    label: text(0, 80).nullish(),
    emoji: emoji.nullish(),
    custom_id: customId.nullish(),
    url: text(0, 512).nullish(),
    sku_id: snowflake.nullish(),
    disabled: z.boolean().nullish(),
  })
  .superRefine((one, context) => {
    if (one.style === 5) {
      if (!one.url)
        fault(context, { code: 'BASE_TYPE_REQUIRED', message: 'A url is required', path: ['url'] })
      if (one.custom_id) fault(context, exclusive)
    } else if (one.style !== 6) {
      if (!one.custom_id) {
        fault(context, {
          code: 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED',
          message: 'A custom id is required',
          path: ['custom_id'],
        })
      }
      if (one.url) fault(context, exclusive)
    }
    if (one.style !== 6 && !one.label && !one.emoji) {
      fault(context, {
        code: 'BASE_TYPE_REQUIRED',
        message: 'A label or an emoji is required',
        path: ['label'],
      })
    }
  })

const exclusive = {
  code: 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
  message: 'A custom id and url cannot both be specified',
}

const selectCommon = {
  id: componentId,
  custom_id: customId,
  placeholder: text(0, 150).nullish(),
  min_values: integer.pipe(z.number().min(0).max(25)).nullish(),
  max_values: integer.pipe(z.number().min(1).max(25)).nullish(),
  disabled: z.boolean().nullish(),
  required: z.boolean().nullish(),
}

const option = z.object({
  label: text(1, 100),
  value: text(1, 100),
  description: text(0, 100).nullish(),
  emoji: emoji.nullish(),
  default: z.boolean().nullish(),
})

export const stringSelect = z
  .object({ type: z.literal(3), ...selectCommon, options: listOf(option, 1, 25) })
  .superRefine((one, context) => {
    const seen = new Set<string>()
    for (const [index, { value }] of one.options.entries()) {
      if (seen.has(value)) {
        const path = ['options', index, 'value']
        fault(context, {
          code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
          message: 'The specified option value is already used',
          path,
        })
      }
      seen.add(value)
    }
    checkRange(one, one.options.length, context)
  })

function checkRange(
  one: { min_values?: number | null | undefined; max_values?: number | null | undefined },
  count: number,
  context: Parameters<typeof fault>[0],
): void {
  const max = one.max_values ?? 1
  if ((one.min_values ?? 1) > max) {
    fault(context, {
      code: 'NUMBER_TYPE_MAX',
      message: 'min_values must not exceed max_values',
      path: ['min_values'],
    })
  }
  if (max > count) {
    fault(context, {
      code: 'NUMBER_TYPE_MAX',
      message: `Value must be less than or equal to ${count}.`,
      path: ['max_values'],
    })
  }
}

const defaults = listOf(
  z.object({ id: snowflake, type: z.enum(['user', 'role', 'channel']) }),
  0,
  25,
).nullish()

export const userSelect = z.object({ type: z.literal(5), ...selectCommon, default_values: defaults })
export const roleSelect = z.object({ type: z.literal(6), ...selectCommon, default_values: defaults })
export const mentionableSelect = z.object({ type: z.literal(7), ...selectCommon, default_values: defaults })
export const channelSelect = z.object({
  type: z.literal(8),
  ...selectCommon,
  channel_types: z.array(integer).nullish(),
  default_values: defaults,
})

const inRow = z.discriminatedUnion('type', [
  button,
  stringSelect,
  userSelect,
  roleSelect,
  mentionableSelect,
  channelSelect,
])

/** A row: up to five buttons, or one select. */
export const actionRow = z
  .object({ type: z.literal(1), id: componentId, components: listOf(inRow, 1, 5) })
  .superRefine((row, context) => {
    const select = row.components.findIndex((one) => one.type !== 2)
    if (select >= 0 && row.components.length > 1) {
      fault(context, {
        code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
        message: 'The specified component exceeds the maximum width',
        path: ['components', select],
      })
    }
  })
