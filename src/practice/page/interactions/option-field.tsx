import { useId, useMemo } from 'preact/hooks'
import { CloseIcon } from '../icons.tsx'
import { useStore } from '../slots.ts'
import { ChoiceBox } from './choice-box.tsx'
import { type Entry, inDutch, OPTION, type OptionView } from './commands.ts'
import { entitiesIn, type Pick } from './entities.ts'
import { lengthOf } from './length.ts'
import { checkOptions, type Fault, type Filled } from './option-values.ts'
import { ProposedField } from './proposed-field.tsx'
import { optionFault, texts } from './texts.ts'

interface Props {
  readonly entry: Entry
  readonly option: OptionView
  readonly channel: string
  readonly filled: Readonly<Record<string, Filled>>
  readonly fault: Fault | undefined
  readonly onChange: (value: Filled) => void
  /** Leaves an optional one away again. */
  readonly onDrop: (() => void) | undefined
}

const CHOSEN_FROM: ReadonlySet<number> = new Set([
  OPTION.boolean,
  OPTION.user,
  OPTION.channel,
  OPTION.role,
  OPTION.mentionable,
])

/** Above this many characters a text may well have more lines. */
const SHORT = 300

/** One option of a command: its name, what it is for, its field. */
export function OptionField(props: Props) {
  const { option, fault, onDrop } = props
  const id = useId()
  const about = inDutch(option.description, option.description_localizations)
  const describedBy = `${id}-about${fault === undefined ? '' : ` ${id}-fault`}`
  const isChosen = CHOSEN_FROM.has(option.type) || (option.choices?.length ?? 0) > 0
  return (
    <div class="command-field">
      <label class="field-label" for={id}>
        {option.name}
        {option.required === true && (
          <>
            <span class="field-star" aria-hidden="true">
              *
            </span>
            <span class="hidden"> ({texts.required})</span>
          </>
        )}
      </label>
      {onDrop !== undefined && (
        <button
          type="button"
          class="command-drop"
          aria-label={texts.dropOption(option.name)}
          onClick={onDrop}
        >
          <CloseIcon />
        </button>
      )}
      <p id={`${id}-about`} class="field-about">
        {about}
      </p>
      {isChosen ? (
        <ChosenOption {...props} id={id} describedBy={describedBy} />
      ) : (
        <TypedOption {...props} id={id} describedBy={describedBy} />
      )}
      {fault !== undefined && (
        <p id={`${id}-fault`} class="field-fault">
          {optionFault(fault)}
        </p>
      )}
    </div>
  )
}

interface Inner extends Props {
  readonly id: string
  readonly describedBy: string
}

const marks = ({ option, fault }: Inner): Record<string, string | true> => ({
  'data-option': option.name,
  ...(fault === undefined ? {} : { 'data-wrong': true }),
})

function ChosenOption(props: Inner) {
  const { id, option, filled, fault, describedBy, onChange } = props
  const house = useStore().house.value
  const picks = useMemo((): readonly Pick[] => {
    if (option.choices !== undefined && option.choices.length > 0) {
      return option.choices.map(({ name, name_localizations: names, value }) => ({
        value: String(value),
        label: inDutch(name, names),
      }))
    }
    if (option.type === OPTION.boolean) {
      return [
        { value: 'true', label: texts.yes },
        { value: 'false', label: texts.no },
      ]
    }
    if (house === undefined) return []
    return entitiesIn(house, {
      people: option.type === OPTION.user || option.type === OPTION.mentionable,
      roles: option.type === OPTION.role || option.type === OPTION.mentionable,
      channels: option.type === OPTION.channel,
      channelTypes: option.channel_types,
    })
  }, [option, house])
  const value = filled[option.name]
  return (
    <ChoiceBox
      id={id}
      label={option.name}
      placeholder={texts.choose}
      picks={picks}
      chosen={value === undefined ? [] : [String(value)]}
      least={1}
      most={1}
      search={option.type >= OPTION.user && option.type <= OPTION.mentionable}
      describedBy={describedBy}
      invalid={fault !== undefined}
      marks={marks(props)}
      tells="each"
      onChange={([chosen]) => onChange(option.type === OPTION.boolean ? chosen === 'true' : chosen)}
    />
  )
}

function TypedOption(props: Inner) {
  const { id, entry, option, channel, filled, fault, describedBy, onChange } = props
  const value = String(filled[option.name] ?? '')
  const isNumber = option.type === OPTION.integer || option.type === OPTION.number
  const longest = option.max_length
  const field = {
    id,
    class: `field-text ${fault === undefined ? '' : 'field-wrong'}`,
    'aria-describedby': describedBy,
    'aria-invalid': fault !== undefined || undefined,
    'aria-required': option.required === true,
    ...marks(props),
  }
  if (option.type === OPTION.attachment) {
    return (
      <p id={id} class="field-not-here" tabIndex={-1} {...marks(props)}>
        {texts.uploadNot}
      </p>
    )
  }
  if (option.autocomplete === true) {
    const others = entry.options.filter(({ name }) => name !== option.name)
    return (
      <ProposedField
        {...field}
        path={entry.path}
        option={option.name}
        channel={channel}
        value={value}
        others={checkOptions(others, filled).values}
        onChange={onChange}
      />
    )
  }
  const long = !isNumber && (longest ?? Number.POSITIVE_INFINITY) > SHORT
  return (
    <>
      {long ? (
        <textarea
          {...field}
          rows={2}
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <input
          {...field}
          type="text"
          inputMode={isNumber ? (option.type === OPTION.integer ? 'numeric' : 'decimal') : 'text'}
          autocomplete="off"
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
      {longest !== undefined && lengthOf(value) > longest * 0.8 && (
        <p class={`field-count ${lengthOf(value) > longest ? 'field-over' : ''}`}>
          {texts.count(lengthOf(value), longest)}
        </p>
      )}
    </>
  )
}
