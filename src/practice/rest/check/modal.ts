import { z } from 'zod'
import {
  channelSelect,
  componentId,
  customId,
  mentionableSelect,
  roleSelect,
  stringSelect,
  userSelect,
} from './components.ts'
import { fault, integer, listOf, text } from './form.ts'
import { textDisplay, walk } from './layout.ts'

const textInput = z
  .object({
    type: z.literal(4),
    id: componentId,
    custom_id: customId,
    style: z.union([z.literal(1), z.literal(2)]),
    label: text(1, 45).nullish(),
    min_length: integer.pipe(z.number().min(0).max(4000)).nullish(),
    max_length: integer.pipe(z.number().min(1).max(4000)).nullish(),
    required: z.boolean().nullish(),
    value: text(0, 4000).nullish(),
    placeholder: text(0, 100).nullish(),
  })
  .superRefine((one, context) => {
    if ((one.min_length ?? 0) > (one.max_length ?? 4000)) {
      fault(context, {
        code: 'NUMBER_TYPE_MAX',
        message: 'min_length must not exceed max_length',
        path: ['min_length'],
      })
    }
  })

const choice = z.object({
  value: text(1, 100),
  label: text(1, 100),
  description: text(0, 100).nullish(),
  default: z.boolean().nullish(),
})
const radioGroup = z.object({
  type: z.literal(21),
  id: componentId,
  custom_id: customId,
  options: listOf(choice, 2, 10),
  required: z.boolean().nullish(),
})
const checkboxGroup = z.object({
  type: z.literal(22),
  id: componentId,
  custom_id: customId,
  options: listOf(choice, 1, 10),
  min_values: integer.nullish(),
  max_values: integer.nullish(),
  required: z.boolean().nullish(),
})
const checkbox = z.object({
  type: z.literal(23),
  id: componentId,
  custom_id: customId,
  default: z.boolean().nullish(),
})
const fileUpload = z.object({
  type: z.literal(19),
  id: componentId,
  custom_id: customId,
  min_values: integer.nullish(),
  max_values: integer.nullish(),
  required: z.boolean().nullish(),
})

const labelled = z.object({
  type: z.literal(18),
  id: componentId,
  label: text(1, 45),
  description: text(0, 100).nullish(),
  component: z.discriminatedUnion('type', [
    textInput,
    stringSelect,
    userSelect,
    roleSelect,
    mentionableSelect,
    channelSelect,
    radioGroup,
    checkboxGroup,
    checkbox,
    fileUpload,
  ]),
})

/** The older way: a text input in a row, with its label on itself. */
const inputRow = z
  .object({ type: z.literal(1), id: componentId, components: listOf(textInput, 1, 1) })
  .superRefine((row, context) => {
    if (row.components[0]?.label) return
    fault(context, {
      code: 'BASE_TYPE_REQUIRED',
      message: 'This field is required',
      path: ['components', 0, 'label'],
    })
  })

/** A modal. Source: Discord, Receiving and Responding, Modal. */
export const modal = z
  .object({
    custom_id: customId,
    title: text(1, 45),
    components: listOf(z.discriminatedUnion('type', [inputRow, labelled, textDisplay]), 1, 5),
  })
  .superRefine((value, context) => {
    const seen = new Set<string>()
    walk(value.components, ['components'], (one, path) => {
      const id = one['custom_id']
      if (typeof id !== 'string') return
      if (seen.has(id)) {
        const message = 'Component custom id cannot be duplicated'
        fault(context, { code: 'COMPONENT_CUSTOM_ID_DUPLICATED', message, path: [...path, 'custom_id'] })
      }
      seen.add(id)
    })
  })

export type Modal = z.output<typeof modal>
