import { readdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { nearest } from './nearest.ts'
import type { Problem } from './problem.ts'
import { LANGUAGES } from './schema.ts'
import { readSource, type Source } from './source.ts'

/** The files that every policy has, by the part of the policy that they hold. */
export const FILES = {
  house: 'house.yaml',
  channels: 'channels.yaml',
  helplines: 'helplines.yaml',
  subjects: 'subjects.yaml',
  notice: 'notice.yaml',
} as const
export type FileKey = keyof typeof FILES
/** A file that a policy may do without. */
export const QUESTIONS_FILE = 'questions.yaml'
/** Likewise. */
export const DRILLS_FILE = 'drills.yaml'

/** More rule files than any house needs: a folder that is not a policy must not be read whole. */
const MAX_RULE_FILES = 100

/** The files of a policy folder as read, not yet checked. A file that could not be read is not here. */
export interface Folder {
  readonly files: Readonly<Partial<Record<FileKey, Source>>>
  readonly rules: readonly Source[]
  /** Lists of words; a policy may do without. */
  readonly words: readonly Source[]
  /** What helps a worker to decide; a policy may do without. */
  readonly questions?: Source
  /** What the team practises with; a policy may do without. */
  readonly drills?: Source
  readonly texts: Readonly<Partial<Record<(typeof LANGUAGES)[number], Source>>>
  readonly problems: readonly Problem[]
}

const isYaml = (name: string): boolean => name.endsWith('.yaml')
/** Hidden files, back-ups of editors and notes beside the policy are left alone. */
export const isOurs = (name: string): boolean => !name.startsWith('.') && /\.ya?ml$/i.test(name)

/** The names in a folder, in one order on every machine; `undefined` if it cannot be read. */
async function namesIn(folder: string): Promise<readonly string[] | undefined> {
  try {
    return (await readdir(folder)).sort()
  } catch {
    return undefined
  }
}

/** A file that nobody reads passes for an agreement: its name is wrong, or it stands in the wrong place. */
function strangers(names: readonly string[], known: readonly string[], label: string): Problem[] {
  return names
    .filter((name) => isOurs(name) && !known.includes(name))
    .map((name) => {
      const meant = nearest(name, known)
      const message =
        meant === undefined
          ? `Dit bestand lees ik hier niet. Hier kan staan: ${known.join(', ')}.`
          : `Dit bestand ken ik niet. Bedoelde je ${meant}?`
      return { file: `${label}/${name}`, message }
    })
}

function ruleNames(names: readonly string[] | undefined, label: string): [readonly string[], Problem[]] {
  const file = `${label}/rules`
  if (names === undefined) {
    return [[], [{ file, message: 'De map "rules" is er niet. Zet ze terug uit de voorbeeldmap.' }]]
  }
  const problems: Problem[] = names
    .filter((name) => isOurs(name) && !isYaml(name))
    .map((name) => ({
      file: `${file}/${name}`,
      message: 'Laat de naam eindigen op .yaml, in kleine letters.',
    }))
  const rules = names.filter((name) => isOurs(name) && isYaml(name))
  if (rules.length === 0)
    problems.push({ file, message: 'Hier staat geen enkel bestand met regels (.yaml).' })
  if (rules.length <= MAX_RULE_FILES) return [rules, problems]
  return [
    [],
    [...problems, { file, message: `Hier staan meer dan ${MAX_RULE_FILES} bestanden. Voeg er samen.` }],
  ]
}

/** The files with lists of words. The folder may be absent. */
function wordNames(
  names: readonly string[] | undefined,
  label: string,
  problems: Problem[],
): readonly string[] {
  const ours = (names ?? []).filter(isOurs)
  for (const name of ours.filter((one) => !isYaml(one))) {
    problems.push({
      file: `${label}/words/${name}`,
      message: 'Laat de naam eindigen op .yaml, in kleine letters.',
    })
  }
  return ours.filter(isYaml).slice(0, MAX_RULE_FILES)
}

/** The folders in which files of a policy stand; `''` is the folder itself. */
export const POLICY_FOLDERS = ['', 'rules', 'words', 'texts', 'lessons'] as const

/** Reads all files of a policy folder, and tells which are missing, unreadable or unknown. */
export async function readFolder(folder: string): Promise<Folder> {
  const label = basename(resolve(folder))
  const names = await namesIn(folder)
  if (names === undefined) {
    const message = 'Deze map met afspraken is er niet. Geef de map op waarin house.yaml staat.'
    return { files: {}, rules: [], words: [], texts: {}, problems: [{ file: folder, message }] }
  }
  const problems = strangers(names, [...Object.values(FILES), QUESTIONS_FILE, DRILLS_FILE], label)
  const read = async (...parts: string[]): Promise<Source | undefined> => {
    const result = await readSource(join(folder, ...parts), [label, ...parts].join('/'))
    if ('source' in result) return result.source
    problems.push(...result.problems)
    return undefined
  }
  /** Those of a folder all at once: one after the other, a start waits for the disk and for little else. */
  const readAll = async (inside: string, all: readonly string[]): Promise<readonly Source[]> =>
    (await Promise.all(all.map((name) => read(inside, name)))).filter((source) => source !== undefined)

  const files: Partial<Record<FileKey, Source>> = {}
  await Promise.all(
    (Object.entries(FILES) as [FileKey, string][]).map(async ([key, name]) => {
      const source = await read(name)
      if (source !== undefined) files[key] = source
    }),
  )
  const [ruleFiles, ruleProblems] = ruleNames(await namesIn(join(folder, 'rules')), label)
  problems.push(...ruleProblems)
  const rules = await readAll('rules', ruleFiles)
  const questions = names.includes(QUESTIONS_FILE) ? await read(QUESTIONS_FILE) : undefined
  const drills = names.includes(DRILLS_FILE) ? await read(DRILLS_FILE) : undefined
  const words = await readAll('words', wordNames(await namesIn(join(folder, 'words')), label, problems))
  const texts: Partial<Record<(typeof LANGUAGES)[number], Source>> = {}
  const textNames = (await namesIn(join(folder, 'texts'))) ?? []
  const known = LANGUAGES.map((language) => `${language}.yaml`)
  problems.push(...strangers(textNames, known, `${label}/texts`))
  for (const language of LANGUAGES) {
    if (!textNames.includes(`${language}.yaml`)) continue
    const source = await read('texts', `${language}.yaml`)
    if (source !== undefined) texts[language] = source
  }
  return {
    files,
    rules,
    words,
    texts,
    problems,
    ...(questions === undefined ? {} : { questions }),
    ...(drills === undefined ? {} : { drills }),
  }
}
