import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { usePicks } from './bot-select.tsx'
import { ChoiceBox } from './choice-box.tsx'
import { countsOf, type Field, type FieldFault, type FieldValue, isRequired } from './form-values.ts'
import { lengthOf } from './length.ts'
import type { CheckboxesPart, Choice, RadioPart, SelectPart, TextInputPart } from './parts.ts'
import { fieldFault, texts } from './texts.ts'

interface Props {
  readonly field: Field
  readonly value: FieldValue
  readonly fault: FieldFault | undefined
  readonly onChange: (value: FieldValue) => void
}

const listOf = (value: FieldValue): readonly string[] =>
  typeof value === 'string' || typeof value === 'boolean' ? [] : value

/** One question of a form: its words, its field, and what is wrong with it. */
export function FieldView({ field, value, fault, onChange }: Props) {
  const { part, label, description } = field
  const id = useId()
  const described = [
    ...(description === undefined ? [] : [`${id}-about`]),
    ...(part.type === 4 ? [`${id}-count`] : []),
    ...(fault === undefined ? [] : [`${id}-fault`]),
  ]
  const common: Common = {
    id,
    label,
    wrong: fault !== undefined,
    describedBy: described.length === 0 ? undefined : described.join(' '),
  }
  const isGroup = part.type === 21 || part.type === 22
  const words = (
    <>
      {label}
      {isRequired(part) && (
        <>
          <span class="field-star" aria-hidden="true">
            *
          </span>
          <span class="hidden"> ({texts.required})</span>
        </>
      )}
    </>
  )
  const rest = (
    <>
      {description !== undefined && (
        <p id={`${id}-about`} class="field-about">
          {description}
        </p>
      )}
      <Inside part={part} common={common} value={value} onChange={onChange} />
      {fault !== undefined && (
        <p id={`${id}-fault`} class="field-fault">
          {fieldFault(fault)}
        </p>
      )}
    </>
  )
  if (isGroup) {
    return (
      <fieldset class="field" aria-describedby={common.describedBy}>
        <legend class="field-label">{words}</legend>
        {rest}
      </fieldset>
    )
  }
  if (part.type === 23) return <div class="field">{rest}</div>
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {words}
      </label>
      {rest}
    </div>
  )
}

interface Common {
  readonly id: string
  readonly label: string
  readonly wrong: boolean
  readonly describedBy: string | undefined
}

/** Marks for the form: what gets the focus when it opens, and what is wrong. */
const marks = ({ wrong }: Common): Record<string, true> => ({
  'data-field': true,
  ...(wrong ? { 'data-wrong': true } : {}),
})

interface InsideProps {
  readonly part: Field['part']
  readonly common: Common
  readonly value: FieldValue
  readonly onChange: (value: FieldValue) => void
}

function Inside({ part, common, value, onChange }: InsideProps) {
  switch (part.type) {
    case 4:
      return (
        <TextField
          part={part}
          common={common}
          value={typeof value === 'string' ? value : ''}
          onChange={onChange}
        />
      )
    case 19:
      return (
        <p id={common.id} class="field-not-here" tabIndex={-1} {...marks(common)}>
          {texts.uploadNot}
        </p>
      )
    case 23:
      return (
        <label class="field-check">
          <input
            id={common.id}
            type="checkbox"
            checked={value === true}
            {...marks(common)}
            aria-describedby={common.describedBy}
            onChange={(event) => onChange(event.currentTarget.checked)}
          />
          {common.label}
        </label>
      )
    case 21:
    case 22:
      return <GroupField part={part} common={common} value={listOf(value)} onChange={onChange} />
    default:
      return <SelectField part={part} common={common} value={listOf(value)} onChange={onChange} />
  }
}

interface FieldProps<Part, Value> {
  readonly part: Part
  readonly common: Common
  readonly value: Value
  readonly onChange: (value: Value) => void
}

function TextField({ part, common, value, onChange }: FieldProps<TextInputPart, string>) {
  const most = part.max_length ?? 4_000
  const least = part.min_length ?? 0
  const length = lengthOf(value)
  const field = {
    id: common.id,
    class: `field-text ${common.wrong ? 'field-wrong' : ''}`,
    value,
    placeholder: part.placeholder ?? '',
    'aria-describedby': common.describedBy,
    'aria-invalid': common.wrong || undefined,
    'aria-required': isRequired(part),
    ...marks(common),
  }
  return (
    <>
      {part.style === 1 ? (
        <input {...field} type="text" onInput={(event) => onChange(event.currentTarget.value)} />
      ) : (
        <textarea {...field} rows={4} onInput={(event) => onChange(event.currentTarget.value)} />
      )}
      <p id={`${common.id}-count`} class={`field-count ${length > most ? 'field-over' : ''}`}>
        {least > 1 && length < least && <>{texts.least(least)} · </>}
        {texts.count(length, most)}
      </p>
    </>
  )
}

function SelectField({ part, common, value, onChange }: FieldProps<SelectPart, readonly string[]>) {
  const picks = usePicks(part)
  const { least, most } = countsOf(part)
  return (
    <ChoiceBox
      id={common.id}
      label={common.label}
      placeholder={part.placeholder ?? texts.choose}
      picks={picks}
      chosen={value}
      // Taking the choice back is allowed while filling in; what is missing is said when it is sent.
      least={isRequired(part) ? least : 0}
      most={most}
      search={part.type !== 3}
      disabled={part.disabled === true}
      describedBy={common.describedBy}
      invalid={common.wrong}
      marks={marks(common)}
      tells="each"
      onChange={onChange}
    />
  )
}

function GroupField({
  part,
  common,
  value,
  onChange,
}: FieldProps<RadioPart | CheckboxesPart, readonly string[]>) {
  const { most } = countsOf(part)
  const isRadio = part.type === 21
  const choose = (choice: Choice, on: boolean): void => {
    if (isRadio) return onChange([choice.value])
    onChange(on ? [...value, choice.value] : value.filter((one) => one !== choice.value))
  }
  const lines: ComponentChildren = part.options.map((choice, at) => {
    const on = value.includes(choice.value)
    return (
      <label key={choice.value} class="field-check">
        <input
          type={isRadio ? 'radio' : 'checkbox'}
          name={common.id}
          checked={on}
          disabled={!isRadio && !on && value.length >= most}
          {...(at === 0 ? marks(common) : {})}
          onChange={(event) => choose(choice, event.currentTarget.checked)}
        />
        <span>
          {choice.label}
          {choice.description !== undefined && <span class="field-about">{choice.description}</span>}
        </span>
      </label>
    )
  })
  return <div class="field-group">{lines}</div>
}
