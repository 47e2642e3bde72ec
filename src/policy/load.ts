import { basename, resolve } from 'node:path'
import { z } from 'zod'
import { crossHelplines, crossSubjects } from './cross-help.ts'
import { crossChannels, crossHouse } from './cross-house.ts'
import { crossLanguages, languagesOff } from './cross-languages.ts'
import { crossDrills } from './cross-drills.ts'
import { crossQuestions } from './cross-questions.ts'
import { crossNotice, noticeFits } from './cross-notice.ts'
import { crossRules } from './cross-rules.ts'
import { crossTexts } from './cross-texts.ts'
import { crossWords, listsOf } from './cross-words.ts'
import { FILES, type Folder, readFolder } from './folder.ts'
import type { Part, Parts } from './parts.ts'
import { PolicyError, type Problem, tellPlace } from './problem.ts'
import {
  channelsSchema,
  helplinesSchema,
  houseSchema,
  LANGUAGES,
  noticeSchema,
  type Policy,
  type Rule,
  ruleFileSchema,
  subjectsSchema,
  wordsFileSchema,
} from './schema.ts'
import { drillsSchema, NO_DRILLS } from './schema-drills.ts'
import { NO_QUESTIONS, questionsSchema } from './schema-questions.ts'
import type { Path, Source } from './source.ts'
import { validate } from './validate.ts'
import { versionOf } from './version.ts'

/** Wordings of the house: the key of a text and what it says instead. */
export const textsSchema = z.record(z.string().max(100), z.string().trim().min(1).max(4_000))

/** A policy that still knows in which file and on which line its rules stand. */
export interface LocatedPolicy {
  readonly policy: Policy
  readonly placeOf: (ruleId: string, inside: Path) => { file: string; line?: number }
}

const CROSS = [
  crossHouse,
  crossChannels,
  crossWords,
  crossRules,
  crossHelplines,
  crossSubjects,
  crossQuestions,
  crossDrills,
  crossLanguages,
  crossTexts,
  crossNotice,
] as const satisfies readonly ((parts: Parts) => readonly Problem[])[]

function partsOf(folder: Folder, problems: Problem[]): Parts {
  const part = <S extends z.ZodType>(
    source: Source | undefined,
    schema: S,
  ): Part<z.output<S>> | undefined => {
    if (source === undefined) return undefined
    const checked = validate(source, schema)
    if ('value' in checked) return { source, value: checked.value }
    problems.push(...checked.problems)
    return undefined
  }
  const { files } = folder
  const house = part(files.house, houseSchema)
  const channels = part(files.channels, channelsSchema)
  const helplines = part(files.helplines, helplinesSchema)
  const subjects = part(files.subjects, subjectsSchema)
  const notice = part(files.notice, noticeSchema)
  const questions = part(folder.questions, questionsSchema)
  const drills = part(folder.drills, drillsSchema)
  return {
    ...(house === undefined ? {} : { house }),
    ...(channels === undefined ? {} : { channels }),
    ...(helplines === undefined ? {} : { helplines }),
    ...(subjects === undefined ? {} : { subjects }),
    ...(notice === undefined ? {} : { notice }),
    ...(questions === undefined ? {} : { questions }),
    ...(drills === undefined ? {} : { drills }),
    rules: folder.rules.flatMap((source) => part(source, ruleFileSchema) ?? []),
    words: folder.words.flatMap((source) => part(source, wordsFileSchema) ?? []),
    texts: LANGUAGES.flatMap((language) => {
      // A file with nothing but comments changes no text.
      const source = folder.texts[language]
      const texts = source?.data === null ? undefined : part(source, textsSchema)
      return texts === undefined ? [] : [{ ...texts, language }]
    }),
  }
}

const isBlock = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const nothingUsual = (channel: unknown): unknown => (isBlock(channel) ? { ...channel, usual: [] } : channel)

/** The channels without what is usual to say in them: that only matters to rules, and may name lists of words. */
function withoutUsual(source: Source): Source {
  const { data } = source
  if (!isBlock(data)) return source
  const { defaults, channels } = data
  return {
    ...source,
    data: {
      ...data,
      defaults: nothingUsual(defaults),
      channels: isBlock(channels)
        ? Object.fromEntries(Object.entries(channels).map(([name, channel]) => [name, nothingUsual(channel)]))
        : channels,
    },
  }
}

/** A folder as if it had no rules and no lists of words. */
function withoutRules(folder: Folder, path: string): Folder {
  const parts = ['rules', 'words'].map((name) => `${basename(resolve(path))}/${name}`)
  const isRule = ({ file }: Problem): boolean =>
    parts.some((part) => file === part || file.startsWith(`${part}/`))
  const { channels } = folder.files
  return {
    ...folder,
    files: { ...folder.files, ...(channels === undefined ? {} : { channels: withoutUsual(channels) }) },
    rules: [],
    words: [],
    problems: folder.problems.filter((problem) => !isRule(problem)),
  }
}

/** Reads a policy folder and keeps the places of its rules. Throws as `loadPolicy` does. */
export async function loadLocated(
  folder: string,
  look: (folder: Folder) => Folder = (found) => found,
): Promise<LocatedPolicy> {
  const read = look(await readFolder(folder))
  const problems = [...read.problems]
  const parts = partsOf(read, problems)
  for (const cross of CROSS) problems.push(...cross(parts))
  const { house, channels, helplines, subjects, notice } = parts
  if (
    problems.length > 0 ||
    house === undefined ||
    channels === undefined ||
    helplines === undefined ||
    subjects === undefined ||
    notice === undefined
  ) {
    throw new PolicyError(problems)
  }

  const places = new Map<string, { source: Source; index: number }>()
  const rules: Rule[] = []
  for (const { source, value } of parts.rules) {
    for (const [index, rule] of value.rules.entries()) {
      rules.push({ ...rule, category: value.category })
      places.set(rule.id, { source, index })
    }
  }
  const off = languagesOff(parts)
  const languages = house.value.languages.filter((one) => !off.some(({ language }) => language === one))
  const content: Omit<Policy, 'version'> = {
    house: { ...house.value, languages },
    channels: channels.value,
    rules,
    words: listsOf(parts),
    helplines: helplines.value.helplines,
    subjects: subjects.value.subjects,
    notice: notice.value,
    questions: parts.questions?.value ?? NO_QUESTIONS,
    drills: parts.drills?.value ?? NO_DRILLS,
    texts: Object.fromEntries(parts.texts.map(({ language, value }) => [language, value])),
    ...(off.length === 0
      ? {}
      : {
          languagesOff: off.map(({ language, problems: missing }) => ({
            language,
            missing: missing.map(tellPlace),
          })),
        }),
  }
  const policy: Policy = { version: versionOf(content), ...content }
  const tooLong = noticeFits(policy, parts)
  if (tooLong.length > 0) throw new PolicyError(tooLong)
  return {
    policy,
    placeOf(ruleId, inside) {
      const place = places.get(ruleId)
      if (place === undefined) return { file: FILES.house }
      const line = place.source.lineOf(['rules', place.index, ...inside])
      return { file: place.source.file, ...(line === undefined ? {} : { line }) }
    },
  }
}

/**
 * The agreements of a house whose rules cannot stand: without any of them, and with the way of reading that reads
 * nothing. For a start at which nothing better is there.
 *
 * @throws {@link PolicyError} as `loadPolicy`, when something else than the rules cannot stand either
 */
export async function loadForReports(folder: string): Promise<Policy> {
  const { policy } = await loadLocated(folder, (found) => withoutRules(found, folder))
  const content = { ...policy, house: { ...policy.house, reading: { way: 'reports' } } } as const
  const { version: _, ...rest } = content
  return { ...content, version: versionOf(rest) }
}

/**
 * Reads and checks the agreements of a house.
 *
 * @param folder - the folder that holds house.yaml
 * @throws {@link PolicyError} with every problem that was found: file, line, and in Dutch what to write instead.
 */
export async function loadPolicy(folder: string): Promise<Policy> {
  return (await loadLocated(folder)).policy
}
