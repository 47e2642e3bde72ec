import { renderInteraction, renderResolved } from '../interactions/payload.ts'
import { reach } from '../interactions/original.ts'
import { startInteraction } from '../interactions/start.ts'
import type { StoredInteraction } from '../interactions/model.ts'
import { lengthOf } from '../rest/check/form.ts'
import { channelOr404 } from '../state/find.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredChannel } from '../state/model.ts'
import { checkCount, valueIn } from './components.ts'
import type { Usable } from './components.ts'
import { Refused } from './refused.ts'
import type { ModalHandle } from './reply.ts'

/** What somebody fills in, by the label or the custom id of each field. */
export type FieldValues = Readonly<Record<string, string | readonly string[] | boolean>>

interface Field extends Usable {
  readonly custom_id: string
  readonly required?: boolean
  readonly min_length?: number
  readonly max_length?: number
  readonly value?: string
  /** The words above it. */
  readonly name: string
}

interface Loose {
  readonly type: number
  readonly id: number
  readonly label?: string
  readonly components?: readonly Loose[]
  readonly component?: Loose
}

/** Hands a form in. Refuses what Discord's app would not send: a required field left empty, a text too long. */
export function submit(
  hub: Hub,
  user: { id: string; locale: string },
  modal: ModalHandle,
  values: FieldValues,
): StoredInteraction {
  const opened = modal.openedBy
  if (opened.userId !== user.id) throw new Refused('This form was opened by somebody else.')
  const channel = channelOr404(hub, opened.channelId)
  const fields = fieldsOf(modal)
  for (const name of Object.keys(values)) {
    if (!fields.some((one) => one.name === name || one.custom_id === name)) {
      throw new Refused(`The form has no "${name}"; it has: ${fields.map((one) => one.name).join(', ')}.`)
    }
  }
  const handed = { users: [] as string[], roles: [] as string[], channels: [] as string[] }
  const components = (modal.data.components as unknown as Loose[]).map((one) =>
    fill(hub, channel, one, values, handed),
  )
  const source = opened.sourceMessageId
  const message = source === undefined ? undefined : reach(hub, opened.channelId, source)
  const resolved = renderResolved(hub, channel, handed)
  const data = { custom_id: modal.customId, components, ...(resolved === undefined ? {} : { resolved }) }
  return startInteraction(
    hub,
    {
      type: 5,
      commandType: undefined,
      commandName: undefined,
      userId: user.id,
      guildId: opened.guildId,
      channelId: opened.channelId,
      sourceMessageId: message?.id,
      targetMessageId: undefined,
      openedBy: opened,
    },
    (interaction) => renderInteraction(hub, interaction, { data, locale: user.locale, message }),
  )
}

/** The fields of a form, with the words above them. */
export function fieldsOf(modal: ModalHandle): Field[] {
  return (modal.data.components as unknown as Loose[]).flatMap((one) => {
    const inner = [...(one.components ?? []), ...(one.component === undefined ? [] : [one.component])]
    return inner.map((field) => ({ ...field, name: one.label ?? field.label ?? '' }) as unknown as Field)
  })
}

type Handed = { users: string[]; roles: string[]; channels: string[] }

function fill(
  hub: Hub,
  channel: StoredChannel,
  component: Loose,
  values: FieldValues,
  handed: Handed,
): object {
  const id = component.id ?? 0
  if (component.type === 10) return { type: 10, id }
  const inner = component.components ?? []
  if (component.type === 1) {
    const filled = inner.map((one) => fieldValue(hub, channel, named(one, one.label), values, handed))
    return { type: 1, id, components: filled }
  }
  const field = component.component
  if (field === undefined) return { type: component.type, id }
  return { type: 18, id, component: fieldValue(hub, channel, named(field, component.label), values, handed) }
}

const named = (field: Loose, label: string | undefined): Field =>
  ({ ...field, name: label ?? '' }) as unknown as Field

function fieldValue(
  hub: Hub,
  channel: StoredChannel,
  field: Field,
  values: FieldValues,
  handed: Handed,
): object {
  const given = values[field.name] ?? values[field.custom_id]
  const base = { type: field.type, id: field.id ?? 0, custom_id: field.custom_id }
  if (field.type === 4) return { ...base, value: textValue(field, given ?? field.value ?? '') }
  if (field.type === 23) return { ...base, value: given === true }
  // What is chosen beforehand is handed in by whoever leaves it so.
  const preset = field.options?.filter((one) => one.default === true).map(({ value }) => value) ?? []
  const list = given === undefined ? preset : Array.isArray(given) ? (given as string[]) : [String(given)]
  if (list.length === 0) {
    if (field.required !== false) throw new Refused(`"${field.name}" must be filled in.`)
    return field.type === 21 ? { ...base, value: null } : { ...base, values: [] }
  }
  const chosen = list.map((value) => valueIn(hub, channel, field, value, handed))
  if (field.type === 21) {
    if (chosen.length > 1) throw new Refused(`"${field.name}" takes one choice.`)
    return { ...base, value: chosen[0] ?? null }
  }
  checkCount(field.type === 22 ? { ...field, max_values: field.max_values ?? 10 } : field, chosen.length)
  return { ...base, values: chosen }
}

function textValue(field: Field, given: string | readonly string[] | boolean): string {
  if (typeof given !== 'string') throw new Refused(`"${field.name}" takes text.`)
  const length = lengthOf(given)
  if (length === 0) {
    if (field.required === false) return ''
    throw new Refused(`"${field.name}" must be filled in.`)
  }
  if (length < (field.min_length ?? 0))
    throw new Refused(`"${field.name}" needs at least ${field.min_length} characters.`)
  if (length > (field.max_length ?? 4000))
    throw new Refused(`"${field.name}" takes at most ${field.max_length ?? 4000} characters.`)
  return given
}
