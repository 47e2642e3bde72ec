import type { APIMessage, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10'

/**
 * The components of messages and forms as the page draws them: Discord's shapes with the fields that can be seen or
 * used. The local Discord has checked them before, so one cast at the door is enough.
 * Source: Discord, Components, Reference.
 */

export interface Emoji {
  readonly id?: string | null
  readonly name?: string | null
}

/** 1 blurple, 2 grey, 3 green, 4 red, 5 a link, 6 something for sale. */
export type ButtonStyle = 1 | 2 | 3 | 4 | 5 | 6

export interface ButtonPart {
  readonly type: 2
  readonly style: ButtonStyle
  readonly label?: string
  readonly emoji?: Emoji
  readonly custom_id?: string
  readonly url?: string
  readonly disabled?: boolean
}

export interface Choice {
  readonly label: string
  readonly value: string
  readonly description?: string
  readonly emoji?: Emoji
  readonly default?: boolean
}

interface AnySelect {
  readonly custom_id: string
  readonly placeholder?: string
  readonly min_values?: number
  readonly max_values?: number
  readonly disabled?: boolean
  /** In a form only; there everything is required until it says otherwise. */
  readonly required?: boolean
}

export interface StringSelect extends AnySelect {
  readonly type: 3
  readonly options: readonly Choice[]
}

/** 5 people, 6 roles, 7 either, 8 channels. */
export interface EntitySelect extends AnySelect {
  readonly type: 5 | 6 | 7 | 8
  readonly default_values?: readonly { readonly id: string }[]
  readonly channel_types?: readonly number[]
}

export type SelectPart = StringSelect | EntitySelect

export interface TextPart {
  readonly type: 10
  readonly content: string
}

interface Media {
  readonly url: string
}

export interface ThumbnailPart {
  readonly type: 11
  readonly media: Media
  readonly description?: string | null
  readonly spoiler?: boolean
}

export interface RowPart {
  readonly type: 1
  readonly components: readonly (ButtonPart | SelectPart)[]
}

export interface SectionPart {
  readonly type: 9
  readonly components: readonly TextPart[]
  readonly accessory: ButtonPart | ThumbnailPart
}

export interface GalleryPart {
  readonly type: 12
  readonly items: readonly Omit<ThumbnailPart, 'type'>[]
}

export interface FilePart {
  readonly type: 13
  readonly file: Media
  readonly spoiler?: boolean
}

export interface SeparatorPart {
  readonly type: 14
  readonly divider?: boolean
  readonly spacing?: 1 | 2
}

export type InsidePart = RowPart | TextPart | SectionPart | GalleryPart | FilePart | SeparatorPart

export interface ContainerPart {
  readonly type: 17
  readonly components: readonly InsidePart[]
  readonly accent_color?: number | null
  readonly spoiler?: boolean
}

export type MessagePart = InsidePart | ContainerPart

export interface TextInputPart {
  readonly type: 4
  readonly custom_id: string
  /** 1 one line, 2 a paragraph. */
  readonly style: 1 | 2
  /** Only in the older kind of form; else the words stand on the label around it. */
  readonly label?: string
  readonly min_length?: number
  readonly max_length?: number
  readonly required?: boolean
  readonly value?: string
  readonly placeholder?: string
}

interface Group {
  readonly custom_id: string
  readonly options: readonly Choice[]
  readonly required?: boolean
}

export interface RadioPart extends Group {
  readonly type: 21
}

export interface CheckboxesPart extends Group {
  readonly type: 22
  readonly min_values?: number
  readonly max_values?: number
}

export interface CheckboxPart {
  readonly type: 23
  readonly custom_id: string
  readonly default?: boolean
}

export interface UploadPart {
  readonly type: 19
  readonly custom_id: string
  readonly required?: boolean
}

export type FieldPart = TextInputPart | SelectPart | RadioPart | CheckboxesPart | CheckboxPart | UploadPart

export interface LabelPart {
  readonly type: 18
  readonly label: string
  readonly description?: string
  readonly component: FieldPart
}

/** The older way of a form: a text input in a row. */
export interface InputRowPart {
  readonly type: 1
  readonly components: readonly TextInputPart[]
}

export type FormPart = LabelPart | InputRowPart | TextPart

/** The components of a message, from top to bottom. */
export const partsOf = (message: Pick<APIMessage, 'components'>): readonly MessagePart[] =>
  (message.components ?? []) as readonly unknown[] as readonly MessagePart[]

/** What a form consists of, from top to bottom. */
export const partsOfForm = (form: APIModalInteractionResponseCallbackData): readonly FormPart[] =>
  form.components as readonly unknown[] as readonly FormPart[]
