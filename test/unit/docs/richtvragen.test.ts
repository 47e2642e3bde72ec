import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  channelsSchema,
  helplinesSchema,
  houseSchema,
  noticeSchema,
  subjectsSchema,
} from '../../../src/policy/schema.ts'
import { drillsSchema } from '../../../src/policy/schema-drills.ts'
import { questionsSchema } from '../../../src/policy/schema-questions.ts'
import type { Step } from '../../../src/setup/steps.ts'
import { nl } from '../../../src/texts/nl/index.ts'
import { boldIn, QUESTIONS, read } from '../../support/guides.ts'

const SCHEMAS: Readonly<Record<string, unknown>> = {
  'policies/house.yaml': houseSchema,
  'policies/channels.yaml': channelsSchema,
  'policies/notice.yaml': noticeSchema,
  'policies/helplines.yaml': helplinesSchema,
  'policies/subjects.yaml': subjectsSchema,
  'policies/drills.yaml': drillsSchema,
  'policies/questions.yaml': questionsSchema,
}

/** What the steps of `/huis opzet` ask of house.yaml; each key with all that is under it. */
const ASKED: Readonly<Record<string, Step>> = {
  name: 'organisation',
  organisation: 'organisation',
  languages: 'language',
  'roles.youthWorker': 'roles',
  'roles.moderator': 'roles',
  'roles.volunteer': 'roles',
  'roles.backUp': 'alarm',
  'roles.onCall': 'alarm',
  'channels.notice': 'channels',
  'channels.queue': 'channels',
  'channels.automodAlerts': 'channels',
  'channels.talks': 'channels',
  'contacts.integrity': 'contact',
  'contacts.outside': 'contact',
  'contacts.responsible': 'contact',
  reading: 'reading',
  hours: 'hours',
  retention: 'retention',
  region: 'region',
}

interface Def {
  readonly type?: string
  readonly shape?: Readonly<Record<string, unknown>>
  readonly innerType?: unknown
  readonly valueType?: unknown
  readonly options?: readonly unknown[]
}
const defOf = (schema: unknown): Def => (schema as { readonly def?: Def }).def ?? {}

/** Whether a schema has a key: `*` is any name of a record. */
function has(schema: unknown, keys: readonly string[]): boolean {
  const [key, ...rest] = keys
  if (key === undefined) return true
  const { shape, innerType, valueType, options } = defOf(schema)
  if (innerType !== undefined) return has(innerType, keys)
  if (options !== undefined) return options.some((one) => has(one, keys))
  if (key === '*') return valueType !== undefined && has(valueType, rest)
  return shape !== undefined && key in shape && has(shape[key], rest)
}

interface Question {
  readonly title: string
  /** The comment above it: lines of the report, or that it is a question of our own. */
  readonly source: string
  readonly text: string
}
/** Each question, with the comment that stands above it. */
const questionsOf = (page: string): readonly Question[] =>
  [...page.matchAll(/<!-- (.*?) -->\n### (.+)\n([\s\S]*?)(?=\n<!-- |\n## |$(?![\s\S]))/g)].map(
    ([, source = '', title = '', text = '']) => ({ source, title, text }),
  )

/** The files and keys that a text points to: a key belongs to the file that stands before it. */
function pointersIn(text: string): readonly { readonly file: string; readonly key?: string }[] {
  let file = ''
  return [...text.matchAll(/`([^`]+)`/g)].flatMap(([, span = '']) => {
    if (span.startsWith('/')) return []
    if (!span.startsWith('policies')) return [{ file, key: span }]
    file = span
    return [{ file }]
  })
}

const page = read(QUESTIONS)
const questions = questionsOf(page)
const keysOfHouse = questions.flatMap(({ text }) =>
  pointersIn(text).flatMap(({ file, key }) =>
    file === 'policies/house.yaml' && key !== undefined ? [key] : [],
  ),
)
const isUnder = (key: string, block: string): boolean => key === block || key.startsWith(`${block}.`)

test('every question says what it becomes: a file and a key, or that no file has it', () => {
  expect(questions.length).toBe(page.match(/^### /gm)?.length)
  expect(questions.length).toBeGreaterThan(25)
  for (const { title, text } of questions) {
    const pointed = pointersIn(text).some(({ key, file }) => key !== undefined || file.endsWith('/'))
    expect(pointed || text.includes('staat in geen bestand: bespreek het'), title).toBe(true)
  }
})

test('every file and key that a question points to is there', () => {
  const wrong = questions.flatMap(({ title, text }) =>
    pointersIn(text).flatMap(({ file, key }) => {
      if (!existsSync(file)) return [`${title}: no file ${file}`]
      if (key === undefined) return []
      return has(SCHEMAS[file], key.split('.')) ? [] : [`${title}: ${file} has no ${key}`]
    }),
  )
  expect(wrong).toEqual([])
  expect(has(houseSchema, ['hours', 'week'])).toBe(true)
  expect(has(channelsSchema, ['channels', '*', 'age'])).toBe(true)
  expect(has(houseSchema, ['hours', 'months'])).toBe(false)
})

test('nothing of house.yaml is left without a question', () => {
  const left = Object.keys(houseSchema.shape).filter((key) => !keysOfHouse.some((one) => isUnder(one, key)))
  expect(left).toEqual([])
})

test('what the set-up asks is pointed to by its step as well', () => {
  const wrong = questions.flatMap(({ title, text }) => {
    const steps = boldIn(text)
    return pointersIn(text).flatMap(({ file, key = '' }) => {
      const block = Object.keys(ASKED).find((one) => isUnder(key, one))
      if (file !== 'policies/house.yaml' || block === undefined) return []
      const step = ASKED[block]
      const words = step && nl[`setup.step.${step}`]
      return words !== undefined && steps.includes(words)
        ? []
        : [`${title}: ${key} is asked at step ${words}`]
    })
  })
  expect(wrong).toEqual([])
})

test('every question says where it comes from', () => {
  for (const { title, source } of questions) {
    if (source === 'eigen vraag, niet uit het rapport') continue
    expect(source, title).toMatch(/^seed:\d+( seed:\d+)*$/)
    for (const [, line] of source.matchAll(/seed:(\d+)/g)) {
      const at = Number(line)
      expect((at >= 940 && at <= 1004) || (at >= 1284 && at <= 1308), `${title}: line ${at}`).toBe(true)
    }
  }
})
