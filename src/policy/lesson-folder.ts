import { readdir, readFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { LineCounter, parseDocument, visit } from 'yaml'
import type { Problem } from './problem.ts'
import { slug } from './schema-parts.ts'
import { readSource, type Source } from './source.ts'

/** The folder of the lessons, within that of the policy. */
export const LESSONS_FOLDER = 'lessons'
/** More than any house plays: a folder that holds something else must not be read whole. */
const MAX_LESSONS = 60

/** A file with a lesson as read, not yet checked. */
export interface LessonSource {
  readonly id: string
  readonly source: Source
}

/**
 * Sentences that were cut off: " #algemeen" in a sentence without quotes begins a comment, and in a lesson there is a
 * channel in every other sentence. What stands behind a "#" and a space is a comment that somebody meant.
 */
async function cutOff(path: string, file: string): Promise<readonly Problem[]> {
  const counter = new LineCounter()
  const problems: Problem[] = []
  visit(parseDocument(await readFile(path, 'utf8'), { lineCounter: counter }), {
    Scalar(_, { comment, range, type }) {
      if (type !== 'PLAIN' || comment == null || /^\s/.test(comment)) return
      const { line } = counter.linePos(range?.[0] ?? 0)
      const message = `Wat achter # staat ("#${comment.split(/\s/)[0] ?? ''} …"), valt weg. Zet de hele zin tussen aanhalingstekens.`
      problems.push({ file, line, message })
    },
  })
  return problems
}

/**
 * Reads the files of the lessons. They are apart from the rest of a policy: the bot of a real house never reads them, so
 * a slip in one never keeps it from starting.
 */
export async function readLessonFolder(
  folder: string,
): Promise<{ readonly files: readonly LessonSource[]; readonly problems: readonly Problem[] }> {
  const label = `${basename(resolve(folder))}/${LESSONS_FOLDER}`
  const names = await readdir(join(folder, LESSONS_FOLDER)).catch(() => [])
  const problems: Problem[] = []
  const files: LessonSource[] = []
  const ours = names.filter((name) => !name.startsWith('.') && /\.ya?ml$/i.test(name)).sort()
  if (ours.length > MAX_LESSONS)
    return { files, problems: [{ file: label, message: `Hier staan meer dan ${MAX_LESSONS} lessen.` }] }
  for (const name of ours) {
    const file = `${label}/${name}`
    const id = name.replace(/\.yaml$/, '')
    if (!slug.safeParse(id).success) {
      const message =
        'De naam van dit bestand moet zo: kleine letters, cijfers en streepjes, en .yaml op het einde, zoals een-grap.yaml.'
      problems.push({ file, message })
      continue
    }
    const path = join(folder, LESSONS_FOLDER, name)
    const read = await readSource(path, file)
    const cut = 'source' in read ? await cutOff(path, file) : read.problems
    problems.push(...cut)
    if ('source' in read && cut.length === 0) files.push({ id, source: read.source })
  }
  return { files, problems }
}
