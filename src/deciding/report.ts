import type { Policy } from '../policy/schema.ts'
import type { PassOn } from '../queue/pass-on.ts'
import type { Category, Level } from '../screening/kinds.ts'
import type { Texts } from '../texts/texts.ts'
import { describeDay, describeTime } from './when.ts'
import { inLanguage } from './guide.ts'
import { contactName } from './contacts.ts'

/** What a report of a matter is made of. There is no place in it for a message, a name or an id. */
export interface ReportInput {
  readonly category: Category
  readonly level: Level
  /** When it was brought up. */
  readonly broughtUpAt: Date
  readonly madeAt: Date
  readonly passedOn: readonly PassOn[]
  /** What the worker wrote with the decision. */
  readonly notes: readonly string[]
  /** Answers to guiding questions, by the id of the question; empty when the worker leaves them out. */
  readonly answers: ReadonlyMap<string, string>
  /** Of a drill: said before everything else, so that nobody passes on a report about nobody. */
  readonly drill?: boolean
}

/** Discord's ids, also in a mention or a link: no report leads back to an account. */
const ID = /<(?:@[!&]?|#)\d+>|https?:\/\/(?:\w+\.)?discord(?:app)?\.com\/\S*|\d{17,20}/g

/** What somebody typed, without any id of Discord, and so that it stays the text of a list. */
const typed = (words: string, texts: Texts): string =>
  words
    .replaceAll(ID, texts.t('verslag.no-id'))
    .replaceAll(/\s*\n\s*/g, '\n  ')
    .trim()

const passedOnLines = (
  { contact, at, ground, toldFirst, words }: PassOn,
  policy: Policy,
  texts: Texts,
): string[] => [
  `- ${texts.t('verslag.contact', { contact: contactName(contact, policy, texts) })}`,
  `  - ${texts.t('verslag.at', { time: describeTime(at, texts.language) })}`,
  ...(ground === undefined
    ? []
    : [`  - ${texts.t('verslag.ground', { ground: texts.t(`pass-on.ground.${ground}.option`) })}`]),
  ...(toldFirst === undefined
    ? []
    : [`  - ${texts.t('verslag.told', { told: texts.t(`pass-on.told.${toldFirst}.option`) })}`]),
  ...(words === undefined || words.trim() === '' ? [] : [`  - ${typed(words, texts)}`]),
]

const part = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', `## ${heading}`, '', ...lines]

/**
 * The *meldingsverslag*: what a worker typed about something that was passed on, put together for that worker to hand on
 * (seed:990, domain §2). It says that a person decided and made it, and when. It is made when it is asked for and kept
 * nowhere.
 *
 * @returns Markdown
 */
export const renderReport = (input: ReportInput, policy: Policy, texts: Texts): string => {
  const { house, questions } = policy
  const asked = questions.sections.flatMap((section) => section.questions)
  return [
    ...(input.drill === true ? [`# ${texts.t('drill.report')}`, ''] : []),
    `# ${texts.t('verslag.heading')}`,
    '',
    texts.t('verslag.made', {
      day: describeDay(input.madeAt, texts.language),
      organisation: house.organisation.name,
      house: house.name,
    }),
    texts.t('verslag.person'),
    texts.t('verslag.left-out'),
    ...part(texts.t('verslag.about.heading'), [
      texts.t('verslag.about', {
        category: texts.t(`category.${input.category}`),
        level: texts.t(`queue.level.${input.level}`),
        day: describeDay(input.broughtUpAt, texts.language),
      }),
    ]),
    ...part(
      texts.t('verslag.passed-on.heading'),
      input.passedOn.length === 0
        ? [texts.t('verslag.nothing')]
        : input.passedOn.flatMap((one) => passedOnLines(one, policy, texts)),
    ),
    ...part(
      texts.t('verslag.words.heading'),
      input.notes.map((words) => `- ${typed(words, texts)}`),
    ),
    ...part(
      texts.t('verslag.answers.heading'),
      [...input.answers].map(([id, words]) => {
        const question = asked.find((one) => one.id === id)
        const ask = question === undefined ? id : inLanguage(question.ask, texts.language)
        return `- **${ask}**\n  ${typed(words, texts)}`
      }),
    ),
    '',
  ].join('\n')
}
