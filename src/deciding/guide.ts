import type { HousePolicy, Language } from '../policy/schema.ts'
import type { Question, QuestionSection, QuestionsPolicy } from '../policy/schema-questions.ts'
import { type Category, LEVELS, type Level } from '../screening/kinds.ts'

/** What a message is, as far as it decides which help fits. */
export interface Matter {
  readonly category: Category
  readonly level: Level
}
export interface Section extends Omit<QuestionSection, 'questions'> {
  readonly questions: readonly Question[]
}

const isFor = ({ for: only }: { readonly for?: readonly Category[] | undefined }, category: Category) =>
  only === undefined || only.includes(category)

const reaches = (level: Level, from: Level): boolean => LEVELS.indexOf(level) >= LEVELS.indexOf(from)

/** A text of the policy in a language; Dutch where it is not there. */
export const inLanguage = (
  text: { readonly [L in Language]?: string | undefined } & { readonly nl: string },
  language: Language,
): string => text[language] ?? text.nl

/**
 * The questions that help to look at such a message, in the order of the policy. None for what is green: no section can
 * begin there. There is
 * nothing here that adds up, weighs or compares answers, and nothing that closes a flag (domain §4.4).
 */
export const sectionsFor = (
  { sections }: Pick<QuestionsPolicy, 'sections'>,
  { category, level }: Matter,
): readonly Section[] =>
  sections
    .filter((section) => isFor(section, category) && reaches(level, section.from))
    .map((section) => ({
      ...section,
      questions: section.questions.filter((question) => isFor(question, category)),
    }))
    .filter(({ questions }) => questions.length > 0)

/** How many of some questions were answered: a number to go on with, not one to judge by. */
export const answered = (
  questions: readonly Pick<Question, 'id'>[],
  answers: ReadonlyMap<string, string>,
): number => questions.filter(({ id }) => answers.has(id)).length

/** Sentences to begin a talk with, those for this category first. */
export const startersFor = (
  { starters }: Pick<QuestionsPolicy, 'starters'>,
  category: Category,
  language: Language,
): readonly string[] => {
  const fitting = starters.filter((starter) => isFor(starter, category))
  return [
    ...fitting.filter((starter) => starter.for !== undefined),
    ...fitting.filter((starter) => starter.for === undefined),
  ].map(({ say }) => inLanguage(say, language))
}

export type HouseContact = NonNullable<HousePolicy['contacts']['network']>[number]

/** Those of the network of the house whom a worker can call about this category. */
export const networkFor = (
  house: Pick<HousePolicy, 'contacts'>,
  category: Category,
): readonly HouseContact[] => (house.contacts.network ?? []).filter((contact) => isFor(contact, category))
