import { NoticeError } from '../notice/problem.ts'
import { renderNotice } from '../notice/render.ts'
import { createTexts } from '../texts/texts.ts'
import { wordingOf } from '../texts/wording.ts'
import type { Parts } from './parts.ts'
import type { Problem } from './problem.ts'
import type { Policy } from './schema.ts'
import { problemAt } from './validate.ts'

/** The longest names that Discord lets a bot and a role have. */
const LONGEST_NAMES = { bot: 'b'.repeat(32), youthWorkerRole: 'r'.repeat(100) }

/** What is wrong in notice.yaml beyond its shape. */
export function crossNotice({ notice }: Parts): readonly Problem[] {
  if (notice === undefined) return []
  const { value, source } = notice
  if (value.version === 1 || value.since !== undefined) return []
  const message =
    'De mededeling is veranderd (version is hoger dan 1), maar er staat niet sinds wanneer. Schrijf: since: 2026-11-24.'
  return [problemAt(source, ['version'], message)]
}

/** The notice must fit on Discord in every language that is served and its very simple form, whatever the house wrote in it. */
export function noticeFits(policy: Policy, { notice }: Parts): readonly Problem[] {
  if (notice === undefined) return []
  return policy.house.languages.flatMap((language) => {
    try {
      for (const easy of [false, true]) {
        const texts = createTexts(wordingOf(language, easy), policy.texts[language])
        renderNotice({ policy, texts, language, names: LONGEST_NAMES })
      }
      return []
    } catch (error) {
      if (!(error instanceof NoticeError)) throw error
      const message = `De mededeling (${language}) past niet op Discord: ${error.details.join(', ')}. Kort jullie teksten in.`
      return [problemAt(notice.source, [], message)]
    }
  })
}
