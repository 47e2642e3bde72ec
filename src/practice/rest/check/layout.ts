import { z } from 'zod'
import { actionRow, button, componentId } from './components.ts'
import { fault, integer, lengthOf, listOf, text } from './form.ts'

/** Components in all in a message of the second kind. Source: Discord, Components, Reference. */
const componentsInAll = 40
/** Characters of text displays in all, as discord.js and practice have it; the documentation states none. */
const textInAll = 4000

const media = z.object({ url: z.string().min(1).max(2048) })

export const textDisplay = z.object({ type: z.literal(10), id: componentId, content: text(1, 4000) })

const thumbnail = z.object({
  type: z.literal(11),
  id: componentId,
  media,
  description: text(0, 1024).nullish(),
  spoiler: z.boolean().nullish(),
})

const section = z.object({
  type: z.literal(9),
  id: componentId,
  components: listOf(textDisplay, 1, 3),
  accessory: z.discriminatedUnion('type', [button, thumbnail]),
})

const gallery = z.object({
  type: z.literal(12),
  id: componentId,
  items: listOf(
    z.object({ media, description: text(0, 1024).nullish(), spoiler: z.boolean().nullish() }),
    1,
    10,
  ),
})

const file = z.object({ type: z.literal(13), id: componentId, file: media, spoiler: z.boolean().nullish() })

const separator = z.object({
  type: z.literal(14),
  id: componentId,
  divider: z.boolean().nullish(),
  spacing: integer.pipe(z.number().min(1).max(2)).nullish(),
})

const inside = [actionRow, textDisplay, section, gallery, file, separator] as const

const container = z.object({
  type: z.literal(17),
  id: componentId,
  components: listOf(z.discriminatedUnion('type', [...inside]), 1, componentsInAll),
  accent_color: integer.nullish(),
  spoiler: z.boolean().nullish(),
})

/** Components of a message, legacy rows or the second kind; which of the two is decided by its flags. */
export const topLevel = z.discriminatedUnion('type', [...inside, container])
export type TopLevel = z.output<typeof topLevel>

/** What the components of one message must keep together: number, unique ids, all the text. */
export function checkTogether(
  components: readonly TopLevel[],
  isV2: boolean,
  context: Parameters<typeof fault>[0],
): void {
  if (!isV2) checkLegacy(components, context)
  const customIds = new Set<string>()
  let count = 0
  let characters = 0
  walk(components, ['components'], (one, path) => {
    count += 1
    if (one.type === 10) characters += lengthOf(textOf(one))
    const id = one['custom_id']
    if (typeof id !== 'string') return
    if (customIds.has(id)) {
      const message = 'Component custom id cannot be duplicated'
      fault(context, { code: 'COMPONENT_CUSTOM_ID_DUPLICATED', message, path: [...path, 'custom_id'] })
    }
    customIds.add(id)
  })
  if (isV2 && count > componentsInAll) {
    fault(context, {
      code: 'BASE_TYPE_MAX_LENGTH',
      message: `Must be ${componentsInAll} or fewer in length.`,
      path: ['components'],
    })
  }
  if (characters > textInAll) {
    const message = `The total text of all text displays must be ${textInAll} or fewer in length.`
    fault(context, { code: 'COMPONENT_MAX_TOTAL_TEXT_EXCEEDED', message, path: ['components'] })
  }
}

const textOf = (one: Loose): string => (typeof one['content'] === 'string' ? one['content'] : '')

function checkLegacy(components: readonly TopLevel[], context: Parameters<typeof fault>[0]): void {
  if (components.length > 5) {
    fault(context, {
      code: 'BASE_TYPE_BAD_LENGTH',
      message: 'Must be between 1 and 5 in length.',
      path: ['components'],
    })
  }
  for (const [index, one] of components.entries()) {
    if (one.type === 1) continue
    fault(context, {
      code: 'UNION_TYPE_CHOICES',
      message: 'Value of field "type" must be one of (1,).',
      path: ['components', index],
    })
  }
}

type Loose = { type: number } & Record<string, unknown>

/** Visits every component, outer before inner. */
export function walk(
  components: readonly unknown[],
  path: readonly (string | number)[],
  visit: (component: Loose, path: readonly (string | number)[]) => void,
): void {
  for (const [index, raw] of components.entries()) {
    const one = raw as Loose
    const here = [...path, index]
    visit(one, here)
    const inner = one['components']
    if (Array.isArray(inner)) walk(inner, [...here, 'components'], visit)
    for (const key of ['accessory', 'component'] as const) {
      if (typeof one[key] === 'object' && one[key] !== null) {
        const single = one[key] as Loose
        visit(single, [...here, key])
      }
    }
  }
}
