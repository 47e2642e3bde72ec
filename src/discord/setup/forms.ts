import { LabelBuilder, ModalBuilder, TextInputBuilder } from '@discordjs/builders'
import { TextInputStyle } from 'discord.js'
import { weekdayName } from '../../duty/clock.ts'
import { today } from '../../duty/house-end.ts'
import { type Answers, answersSchema } from '../../setup/draft.ts'
import { readDay } from '../../setup/days.ts'
import { type HoursTrouble, readHours, writeHours } from '../../setup/hours.ts'
import { isExample } from '../../house/example.ts'
import type { TextKey } from '../../texts/texts.ts'
import { houseIn, type SetUp, setUpId } from './set-up.ts'

/** A field of a form. What the house said before stands in it already. */
interface Input {
  readonly id: string
  readonly label: TextKey
  readonly max: number
  readonly value?: string | undefined
  readonly optional?: boolean
  readonly long?: boolean
  readonly placeholder?: TextKey
}
/** What was typed, or a sentence that says how to write it; `typed` is kept for the next try. */
export type Filled = { readonly said: Answers } | { readonly wrong: string; readonly typedHours?: string }

interface Form {
  readonly title: TextKey
  readonly inputs: (setUp: SetUp) => readonly Input[]
  readonly read: (typed: (id: string) => string, setUp: SetUp) => Filled
}

/** Nobody is asked to wipe out the example first. */
const own = (text: string | undefined): string | undefined =>
  text === undefined || isExample(text) ? undefined : text

const checked = (answers: Answers, { texts }: SetUp): Filled => {
  const parsed = answersSchema.safeParse(answers)
  return parsed.success ? { said: parsed.data } : { wrong: texts.t('setup.too-long') }
}

const signing: Form['inputs'] = () => [
  { id: 'by', label: 'setup.by.label', max: 100 },
  { id: 'on', label: 'setup.on.label', max: 40, optional: true, placeholder: 'setup.on.placeholder' },
]
/** Who said so, and when: a day that was, or today. */
function signedIn(
  typed: (id: string) => string,
  { desk, texts }: SetUp,
): { readonly by: string; readonly on: string } | { readonly wrong: string } {
  const now = today(desk.now())
  const on = readDay(typed('on'), now)
  if (on === undefined || on > now) return { wrong: texts.t('setup.on.wrong', { typed: typed('on') }) }
  return { by: typed('by'), on }
}

const dayName =
  ({ texts }: SetUp) =>
  (day: number) =>
    weekdayName(day, texts.language)
/** The week as it stands, as somebody would type it. */
export const hoursText = (setUp: SetUp): string =>
  writeHours(houseIn(setUp).hours.week, dayName(setUp), setUp.texts.t('setup.hours.closed'))

function wrongHours(why: HoursTrouble, line: string, { texts }: SetUp): string {
  const shown = line.slice(0, 100).replaceAll('`', "'")
  return `${texts.t(`setup.hours.wrong.${why}`, { line: shown })}\n${texts.t('setup.hours.kept')}`
}

const contact = (name: string, address: string): { name: string; contact: string } | null =>
  name === '' && address === '' ? null : { name, contact: address }

/** Every form of the set-up, by the name in its id. */
export const FORMS = {
  names: {
    title: 'setup.names.title',
    inputs: (setUp) => [
      { id: 'house', label: 'setup.names.house.label', max: 60, value: own(houseIn(setUp).name) },
      {
        id: 'organisation',
        label: 'setup.names.organisation.label',
        max: 100,
        value: own(houseIn(setUp).organisation.name),
      },
    ],
    read: (typed, setUp) =>
      checked({ name: typed('house'), organisation: { name: typed('organisation') } }, setUp),
  },
  signed: {
    title: 'setup.signed.title',
    inputs: signing,
    read(typed, setUp) {
      const signed = signedIn(typed, setUp)
      return 'wrong' in signed ? signed : checked({ organisation: { signedOff: signed } }, setUp)
    },
  },
  decided: {
    title: 'setup.decided.title',
    inputs: signing,
    read(typed, setUp) {
      const decided = signedIn(typed, setUp)
      return 'wrong' in decided ? decided : checked({ reading: { way: 'full', decided } }, setUp)
    },
  },
  contact: {
    title: 'setup.contact.title',
    inputs(setUp) {
      const { integrity, outside, responsible } = houseIn(setUp).contacts
      return [
        { id: 'name', label: 'setup.contact.name.label', max: 100, value: own(integrity.name) },
        { id: 'address', label: 'setup.contact.address.label', max: 200, value: own(integrity.contact) },
        {
          id: 'outside',
          label: 'setup.contact.outside.label',
          max: 100,
          optional: true,
          value: own(outside?.name),
        },
        {
          id: 'outside-address',
          label: 'setup.contact.outside-address.label',
          max: 200,
          optional: true,
          value: own(outside?.contact),
        },
        {
          id: 'responsible',
          label: 'setup.contact.responsible.label',
          max: 100,
          optional: true,
          value: own(responsible?.name),
        },
      ]
    },
    read(typed, setUp) {
      const before = houseIn(setUp).contacts.responsible
      const name = typed('responsible')
      return checked(
        {
          contacts: {
            integrity: { name: typed('name'), contact: typed('address') },
            outside: contact(typed('outside'), typed('outside-address')),
            responsible: name === '' ? null : { ...before, name },
          },
        },
        setUp,
      )
    },
  },
  hours: {
    title: 'setup.hours.title',
    inputs: (setUp) => [
      {
        id: 'week',
        label: 'setup.hours.label',
        max: 1_000,
        long: true,
        placeholder: 'setup.hours.placeholder',
        value: setUp.draft.typedHours ?? hoursText(setUp),
      },
    ],
    read(typed, setUp) {
      const read = readHours(typed('week'), setUp.texts.language)
      if ('why' in read) return { wrong: wrongHours(read.why, read.line, setUp), typedHours: typed('week') }
      return checked({ hours: { ...houseIn(setUp).hours, week: read.week } }, setUp)
    },
  },
  region: {
    title: 'setup.region.title',
    inputs: (setUp) => [{ id: 'region', label: 'setup.region.label', max: 10, value: houseIn(setUp).region }],
    read(typed, { texts }) {
      const parsed = answersSchema.safeParse({ region: typed('region').replace(/^b\s*-?\s*/i, '') })
      return parsed.success ? { said: parsed.data } : { wrong: texts.t('setup.region.wrong') }
    },
  },
} as const satisfies Record<string, Form>
export type FormName = keyof typeof FORMS

export const formNamed = (name: string | undefined): FormName | undefined =>
  name !== undefined && Object.hasOwn(FORMS, name) ? (name as FormName) : undefined

/** The form as Discord shows it. */
export function formFor(name: FormName, setUp: SetUp): ModalBuilder {
  const { title, inputs }: Form = FORMS[name]
  const { texts } = setUp
  const labels = inputs(setUp).map(({ id, label, max, value, optional, long, placeholder }) => {
    const input = new TextInputBuilder()
      .setCustomId(id)
      .setStyle(long === true ? TextInputStyle.Paragraph : TextInputStyle.Short)
      .setMaxLength(max)
      .setRequired(optional !== true)
    if (value !== undefined && value !== '') input.setValue(value.slice(0, max))
    if (placeholder !== undefined) input.setPlaceholder(texts.t(placeholder))
    return new LabelBuilder().setLabel(texts.t(label)).setTextInputComponent(input)
  })
  return new ModalBuilder()
    .setCustomId(setUpId(setUp, 'filled', name))
    .setTitle(texts.t(title))
    .addLabelComponents(...labels)
}

/** What was filled in. */
export const readForm = (name: FormName, typed: (id: string) => string, setUp: SetUp): Filled => {
  const { read }: Form = FORMS[name]
  return read((id) => typed(id).trim(), setUp)
}
