import { channelOf } from '../policy/channel.ts'
import type { Policy, Preset, Rule } from '../policy/schema.ts'
import { looks, strictnessFor } from '../screening/applies.ts'
import { isPhrase, type Phrase, parsePhrase } from '../screening/phrase.ts'
import { type Bucket, fitInto, type WordKind } from './buckets.ts'
import { canShareAWord, keywordOf, type NotAKeyword, standsIn } from './keyword.ts'
import { nameOf } from './names.ts'

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
}

const phrasesOf = (said: readonly string[]): Phrase[] => said.map(parsePhrase).filter(isPhrase)

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
function allowedFor(rules: readonly Rule[]): readonly string[] {
  const sayings = rules.filter(({ kind }) => kind === 'worry').flatMap(({ notWhen }) => notWhen)
  const plain = sayings.map(keywordOf).flatMap((one) => (typeof one === 'string' ? [] : [one.keyword]))
  return [...new Set(plain)].filter((saying) => !saying.endsWith('*')).slice(0, ALLOWED_MAX)
}

/** What is ordinary somewhere, for each category. */
function usualOf({ defaults, channels }: Policy['channels'], category: Rule['category']): Phrase[] {
  const all = [defaults.usual, ...Object.values(channels).map(({ usual }) => usual ?? [])].flat()
  return phrasesOf(all.filter(({ about }) => about === category).map(({ says }) => says))
}

/**
 * A filter blocks only what a rule of conduct or harm says with `hold`, in a house that lets Discord do that; and never
 * a word that is part of what somebody says who asks for help (design decision 1, a safeguard).
 */
function kindFor(
  rule: Rule,
  phrase: Phrase,
  { hold }: Agreed['house'],
  worries: readonly Phrase[],
): WordKind {
  if (rule.kind === 'worry') return 'worry'
  const may: readonly string[] = rule.may
  const blocks = hold.byDiscord && hold.when === 'always' && may.includes('hold')
  return blocks && !worries.some((worry) => standsIn(phrase, worry)) ? 'block' : 'other'
}

/**
 * Makes Discord's filters from the agreements. Where a filter cannot tell what the screening can, a word of conduct or
 * harm is left out rather than loud: nobody may come to close the cards unread. A cry for help stays in, and brings a
 * person once too often rather than never; its sayings go into the filter as far as Discord takes them. Pure; the same
 * agreements and room give the same plan.
 */
export function planFilters({ rules, channels, house }: Agreed, room: Room): FilterPlan {
  const leftOut: LeftOut[] = []
  const worries = rules.filter(({ kind }) => kind === 'worry').flatMap(({ terms }) => phrasesOf(terms))
  const buckets = new Map<string, Bucket>()
  for (const rule of rules) {
    const exempt = passesBy(rule, channels)
    const sayings = phrasesOf(rule.notWhen)
    const usual = usualOf(channels, rule.category)
    for (const term of new Set(rule.terms)) {
      const leave = (why: LeftOutWhy): void => void leftOut.push({ ruleId: rule.id, term, why })
      const found = keywordOf(term)
      if (typeof found === 'string') leave(found)
      else if (exempt === undefined) leave('strict-only')
      else if (rule.kind !== 'worry' && sayings.some((saying) => canShareAWord(found.phrase, saying)))
        leave('not-when')
      else if (rule.kind !== 'worry' && usual.some((saying) => canShareAWord(found.phrase, saying)))
        leave('usual')
      else {
        const kind = kindFor(rule, found.phrase, house, worries)
        if (kind !== 'block' && !room.alerts) leave('no-alerts')
        else {
          const key = [kind, ...exempt].join('\n')
          const bucket = buckets.get(key) ?? { kind, exempt, words: [] }
          buckets.set(key, bucket)
          bucket.words.push({ ruleId: rule.id, term, keyword: found.keyword })
        }
      }
    }
  }
  const fitted = fitInto([...buckets.values()], room.filters)
  const counted = new Map<WordKind, number>()
  const filters = fitted.filters.map(({ kind, exempt, keywords }) => {
    const number = (counted.get(kind) ?? 0) + 1
    counted.set(kind, number)
    const allowed = kind === 'worry' ? allowedFor(rules) : []
    return { kind, name: nameOf(kind, number), keywords, allowed, exempt }
  })
  const { presets } = house.automod
  return {
    filters,
    ...(presets.length > 0 && room.preset && room.alerts
      ? { preset: { name: nameOf('preset', 1), presets } }
      : {}),
    leftOut: [
      ...leftOut,
      ...fitted.leftOut.map(({ ruleId, term }) => ({ ruleId, term, why: 'no-room' as const })),
    ],
  }
}
