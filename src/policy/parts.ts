import type {
  ChannelsPolicy,
  Helpline,
  HousePolicy,
  Language,
  NoticePolicy,
  RuleFile,
  Subject,
  WordsFile,
} from './schema.ts'
import type { DrillsPolicy } from './schema-drills.ts'
import type { QuestionsPolicy } from './schema-questions.ts'
import type { Source } from './source.ts'

/** A file that fits its schema, with where everything stands in it. */
export interface Part<T> {
  readonly source: Source
  readonly value: T
}

/** The parts of a policy that fit their schemas. A part with a problem is absent; the others are still checked. */
export interface Parts {
  readonly house?: Part<HousePolicy>
  readonly channels?: Part<ChannelsPolicy>
  readonly helplines?: Part<{ readonly helplines: readonly Helpline[] }>
  readonly subjects?: Part<{ readonly subjects: readonly Subject[] }>
  readonly notice?: Part<NoticePolicy>
  readonly questions?: Part<QuestionsPolicy>
  readonly drills?: Part<DrillsPolicy>
  readonly rules: readonly Part<RuleFile>[]
  readonly words: readonly Part<WordsFile>[]
  readonly texts: readonly (Part<Readonly<Record<string, string>>> & { readonly language: Language })[]
}
