import type { MessageHandle } from '../../src/practice/world.ts'

/** A button on a message, as far as a person can see it. */
export interface Button {
  readonly label: string
  readonly customId: string
  /** Command and action, such as `wachtrij:claim`. */
  readonly action: string
  /** The flag or talk that it is about. */
  readonly about: string | undefined
}

interface Loose {
  readonly type: number
  readonly custom_id?: string
  readonly label?: string
  readonly disabled?: boolean
  readonly placeholder?: string
  readonly options?: readonly { readonly value: string }[]
  readonly components?: readonly Loose[]
  readonly component?: Loose
}

const flat = (components: readonly unknown[]): Loose[] =>
  (components as readonly Loose[]).flatMap((one) => [
    one,
    ...flat(one.components ?? []),
    ...(one.component === undefined ? [] : [one.component]),
  ])

/** The buttons that can be pressed on it now. */
export const buttonsOn = ({ components }: Pick<MessageHandle, 'components'>): readonly Button[] =>
  flat(components).flatMap(({ type, custom_id: id, label = '', disabled }) => {
    if (type !== 2 || id === undefined || disabled === true) return []
    const [command = '', action = '', subject] = id.split(':')
    return [{ label, customId: id, action: `${command}:${action}`, about: subject }]
  })

/** What can be chosen in the select of that placeholder or id, or in the only one. */
export const optionsIn = (components: readonly unknown[], named?: string): readonly string[] =>
  flat(components)
    .filter(
      ({ type, placeholder, custom_id: id }) =>
        type === 3 && (named === undefined || placeholder === named || id === named),
    )
    .flatMap(({ options = [] }) => options.map(({ value }) => value))
