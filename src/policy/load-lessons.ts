import { basename, join, resolve } from 'node:path'
import type { z } from 'zod'
import { crossLesson } from './cross-lesson.ts'
import { readLessonFolder } from './lesson-folder.ts'
import { FILES } from './folder.ts'
import type { Parts } from './parts.ts'
import type { Problem } from './problem.ts'
import { channelsSchema, houseSchema } from './schema.ts'
import { type Lesson, lessonSchema } from './schema-lessons.ts'
import { readSource, type Source } from './source.ts'
import { validate } from './validate.ts'

/** A lesson that still knows where everything in it stands. */
export interface LocatedLesson {
  readonly lesson: Lesson
  readonly source: Source
}

/** The lessons that can be played, in the order of the shelf, and what is wrong in the files of the others. */
export interface Lessons {
  readonly lessons: readonly LocatedLesson[]
  readonly problems: readonly Problem[]
}

/** What a lesson is held against. What is wrong in these files is told by who loads the policy. */
async function partsFor(folder: string): Promise<Parts> {
  const label = basename(resolve(folder))
  const read = async <S extends z.ZodType>(name: string, schema: S) => {
    const result = await readSource(join(folder, name), `${label}/${name}`)
    if (!('source' in result)) return undefined
    const checked = validate(result.source, schema)
    return 'value' in checked ? { source: result.source, value: checked.value } : undefined
  }
  const house = await read(FILES.house, houseSchema)
  const channels = await read(FILES.channels, channelsSchema)
  return {
    ...(house === undefined ? {} : { house }),
    ...(channels === undefined ? {} : { channels }),
    rules: [],
    words: [],
    texts: [],
  }
}

/**
 * Reads the lessons of a house. One with a fault in it is left out and told; the others can be played.
 *
 * @param folder - the folder that holds house.yaml
 */
export async function loadLessons(folder: string): Promise<Lessons> {
  const { files, problems: unread } = await readLessonFolder(folder)
  const parts = await partsFor(folder)
  const problems: Problem[] = [...unread]
  const lessons: LocatedLesson[] = []
  for (const { id, source } of files) {
    const checked = validate(source, lessonSchema)
    if ('problems' in checked) {
      problems.push(...checked.problems)
      continue
    }
    const lesson: Lesson = { id, ...checked.value }
    const wrong = crossLesson(lesson, source, parts)
    problems.push(...wrong)
    if (wrong.length === 0) lessons.push({ lesson, source })
  }
  const inOrder = lessons.toSorted(
    (a, b) => a.lesson.order - b.lesson.order || a.lesson.title.localeCompare(b.lesson.title, 'nl'),
  )
  return { lessons: inOrder, problems }
}
