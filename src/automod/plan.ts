import { channelOf } from '../policy/channel.ts'
import type { Policy, Preset, Rule } from '../policy/schema.ts'
import { looks, strictnessFor } from '../screening/applies.ts'
import { type Entry, type ResolvedLists, resolveLists, type WordLists } from '../screening/language/lists.ts'
import { type Bucket, fitInto, type WordKind } from './buckets.ts'
import { type Keyword, keywordsOf, type NotAKeyword, standsIn } from './keyword.ts'
import { nameOf } from './names.ts'
import { canBeCancelled } from './sayings.ts'

/** Why a term stands in no filter. */
export type LeftOutWhy =
  | NotAKeyword
  /** A saying (`notWhen`) can make it not count, which a filter cannot know. */
  | 'not-when'
  /** It is ordinary in some channel (`usual`). */
  | 'usual'
  /** It counts only in channels that are strict. */
  | 'strict-only'
  /** Discord has no room for one more filter. */
  | 'no-room'
  /** No channel was given where a filter that only tells may tell it. */
  | 'no-alerts'

export interface LeftOut {
  readonly ruleId: string
  readonly term: string
  readonly why: LeftOutWhy
}

/** A filter of words as it should stand in Discord. */
export interface WordFilter {
  readonly kind: WordKind
  readonly name: string
  readonly keywords: readonly string[]
  /** Sayings in which its words do not count. */
  readonly allowed: readonly string[]
  /** Names in the policy of the channels where it does not look. */
  readonly exempt: readonly string[]
}

export interface FilterPlan {
  readonly filters: readonly WordFilter[]
  /** The filter of Discord's own lists; undefined when there is none. */
  readonly preset?: { readonly name: string; readonly presets: readonly Preset[] }
  readonly leftOut: readonly LeftOut[]
}

/** What there is room for. */
export interface Room {
  /** Filters of words that Discord still takes: six in all, shared with those of the house. */
  readonly filters: number
  /** Whether the one filter of Discord's own lists is free. */
  readonly preset: boolean
  /** Whether filters that only tell have somewhere to tell it. */
  readonly alerts: boolean
}

type Agreed = Pick<Policy, 'rules' | 'channels'> & {
  readonly house: Pick<Policy['house'], 'hold' | 'automod'>
  readonly words?: WordLists
}

const isKeywords = (found: readonly Keyword[] | NotAKeyword): found is readonly Keyword[] =>
  typeof found !== 'string'
const wordsOf = (terms: readonly string[], lists: ResolvedLists): readonly Keyword[] =>
  terms.map((term) => keywordsOf(term, lists, true)).flatMap((found) => (isKeywords(found) ? found : []))

/** The channels that a rule passes by; undefined when it passes by those that the policy does not name. */
function passesBy(rule: Rule, channels: Policy['channels']): readonly string[] | undefined {
  const looksIn = (name: string): boolean =>
    looks(rule, strictnessFor(rule, channelOf(channels, name).strictnessOf(rule.category)))
  // No channel of Discord can have this name: it stands for all that the policy does not name.
  if (!looksIn('\n')) return undefined
  return Object.keys(channels.channels).filter(
    (name) => channels.channels[name]?.staff !== true && !looksIn(name),
  )
}

/** Discord takes a hundred. Source: Discord, Auto Moderation, Trigger Metadata Field Limits. */
export const ALLOWED_MAX = 100

/** The sayings in which a word of worry does not count, as a filter takes them; a star is not for these. */
function allowedFor(rules: readonly Rule[], lists: ResolvedLists): readonly string[] {
  const sayings = rules.filter(({ kind }) => kind === 'worry').flatMap(({ notWhen }) => notWhen)
  const plain = sayings
    .map((saying) => keywordsOf(saying, lists, false))
    .flatMap((found) => (isKeywords(found) ? found.map(({ keyword }) => keyword) : []))
  return [...new Set(plain)].filter((saying) => !saying.includes('*')).slice(0, ALLOWED_MAX)
}

/** What is ordinary somewhere, for each category. */
function usualOf({ defaults, channels }: Policy['channels'], category: Rule['category']): string[] {
  const all = [defaults.usual, ...Object.values(channels).map(({ usual }) => usual ?? [])].flat()
  return all.filter(({ about }) => about === category).map(({ says }) => says)
}

/**
 * A filter blocks only what a rule of conduct or harm says with `hold`, in a house that lets Discord do that; and never
 * a word that is part of what somebody says who asks for help (design decision 1, a safeguard).
 */
function kindFor(rule: Rule, words: Entry, { hold }: Agreed['house'], worries: readonly Keyword[]): WordKind {
  if (rule.kind === 'worry') return 'worry'
  const may: readonly string[] = rule.may
  const blocks = hold.byDiscord && hold.when === 'always' && may.includes('hold')
  return blocks && !worries.some((worry) => standsIn(words, worry.words)) ? 'block' : 'other'
}

/** A term may be many words of a filter, and is told once when not all of them fit. */
const oncePerTerm = (
  words: readonly { readonly ruleId: string; readonly term: string }[],
): readonly LeftOut[] => [
  ...new Map(
    words.map(({ ruleId, term }) => [`${ruleId}\n${term}`, { ruleId, term, why: 'no-room' as const }]),
  ).values(),
]

/**
 * Makes Discord's filters from the agreements. Where a filter cannot tell what the screening can, a word of conduct or
 * harm is left out rather than loud: nobody may come to close the cards unread. A cry for help stays in, and brings a
 * person once too often rather than never; its sayings go into the filter as far as Discord takes them. Pure; the same
 * agreements and room give the same plan.
 */
export function planFilters({ rules: all, channels, house, words }: Agreed, room: Room): FilterPlan {
  // Nothing of a rule on trial reaches Discord: no word, and no saying that would let another rule's word through.
  const rules = all.filter(({ proef }) => proef !== true)
  const leftOut: LeftOut[] = []
  const lists = resolveLists(words ?? {})
  const worryTerms = rules.filter(({ kind }) => kind === 'worry').flatMap(({ terms }) => terms)
  const worries = wordsOf(worryTerms, lists)
  const buckets = new Map<string, Bucket>()
  const place = (rule: Rule, exempt: readonly string[], term: string, found: Keyword, ways: number): void => {
    const kind = kindFor(rule, found.words, house, worries)
    if (kind !== 'block' && !room.alerts)
      return void leftOut.push({ ruleId: rule.id, term, why: 'no-alerts' })
    const key = [kind, ...exempt].join('\n')
    const bucket = buckets.get(key) ?? { kind, exempt, words: [] }
    buckets.set(key, bucket)
    bucket.words.push({ ruleId: rule.id, term, keyword: found.keyword, ways })
  }
  for (const rule of rules) {
    const exempt = passesBy(rule, channels)
    const worry = rule.kind === 'worry'
    const cancelled = canBeCancelled(worry ? [] : rule.notWhen, lists)
    const ordinary = canBeCancelled(worry ? [] : usualOf(channels, rule.category), lists)
    for (const term of new Set(rule.terms)) {
      const found = keywordsOf(term, lists, worry)
      const why = !isKeywords(found)
        ? found
        : exempt === undefined
          ? ('strict-only' as const)
          : found.some(({ words: row }) => cancelled(row))
            ? ('not-when' as const)
            : found.some(({ words: row }) => ordinary(row))
              ? ('usual' as const)
              : undefined
      if (why !== undefined) leftOut.push({ ruleId: rule.id, term, why })
      else if (isKeywords(found)) for (const one of found) place(rule, exempt ?? [], term, one, found.length)
    }
  }
  const fitted = fitInto([...buckets.values()], room.filters)
  const counted = new Map<WordKind, number>()
  const filters = fitted.filters.map(({ kind, exempt, keywords }) => {
    const number = (counted.get(kind) ?? 0) + 1
    counted.set(kind, number)
    const allowed = kind === 'worry' ? allowedFor(rules, lists) : []
    return { kind, name: nameOf(kind, number), keywords, allowed, exempt }
  })
  const { presets } = house.automod
  return {
    filters,
    ...(presets.length > 0 && room.preset && room.alerts
      ? { preset: { name: nameOf('preset', 1), presets } }
      : {}),
    leftOut: [...leftOut, ...oncePerTerm(fitted.leftOut)],
  }
}
