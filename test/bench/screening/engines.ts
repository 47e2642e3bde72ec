import { AhoCorasick } from '@monyone/aho-corasick/fast'
import { DataSet, englishRecommendedTransformers, parseRawPattern, RegExpMatcher } from 'obscenity'
import type { Policy } from '../../../src/policy/schema.ts'
import { whyOf } from '../../../src/policy/why.ts'
import { compileScreening } from '../../../src/screening/compile.ts'
import { policyOf, type TermSet } from './terms.ts'

export const ENGINES = ['huisbot', 'obscenity', 'regexp-per-term', 'one-regexp', 'aho-corasick'] as const
export type EngineName = (typeof ENGINES)[number]

/** Reads a message and tells how many places it found: whatever each engine gives that a person could be shown. */
export type Engine = (text: string) => number

const isStem = (term: string): boolean => term.endsWith('*')
const plain = (term: string): string => term.replace('*', '')

/**
 * All of it: reading, matching, context, deciding, and for each finding its place and the sentence of its rule, which is
 * what a card shows.
 */
function huisbot(policy: Policy, set: TermSet): Engine {
  const measured = policyOf(policy, set)
  const screening = compileScreening(measured)
  let shown = 0
  return (text) => {
    const decision = screening.read({ text, channel: 'algemeen' })
    if (decision.kind === 'nothing') return 0
    for (const { ruleId, start, end } of decision.findings) {
      shown += (whyOf(measured, ruleId, 'nl') ?? '').length + text.slice(start, end).length
    }
    return shown > 0 ? decision.findings.length : 0
  }
}

/** The widely used filter, with what it recommends and its word boundaries. */
function obscenity({ terms }: TermSet): Engine {
  const data = new DataSet<{ readonly originalWord: string }>()
  for (const term of terms) {
    const pattern = parseRawPattern(isStem(term) ? `|${plain(term)}` : `|${term}|`)
    data.addPhrase((phrase) => phrase.setMetadata({ originalWord: term }).addPattern(pattern))
  }
  const matcher = new RegExpMatcher({ ...data.build(), ...englishRecommendedTransformers })
  return (text) => matcher.getAllMatches(text, true).length
}

const sourceOf = (term: string): string => (isStem(term) ? `\\b${plain(term)}\\w*` : `\\b${term}\\b`)

function regExpPerTerm({ terms }: TermSet): Engine {
  const all = terms.map((term) => new RegExp(sourceOf(term), 'i'))
  return (text) => {
    let found = 0
    for (const one of all) if (one.exec(text) !== null) found += 1
    return found
  }
}

function oneRegExp({ terms }: TermSet): Engine {
  const all = new RegExp(
    `\\b(?:${terms.map((term) => (isStem(term) ? `${plain(term)}\\w*` : term)).join('|')})\\b`,
    'gi',
  )
  return (text) => [...text.matchAll(all)].length
}

const isLetter = (text: string, at: number): boolean => /\w/.test(text.charAt(at))

/** The bare algorithm: lower case, then whole words only. */
function ahoCorasick({ terms }: TermSet): Engine {
  const stems = new Set(terms.filter(isStem).map(plain))
  const matcher = new AhoCorasick(terms.map(plain))
  return (text) => {
    const read = text.toLowerCase()
    let found = 0
    for (const { begin, end, keyword } of matcher.matchInText(read)) {
      if (!isLetter(read, begin - 1) && (stems.has(keyword) || !isLetter(read, end))) found += 1
    }
    return found
  }
}

const BUILD: Readonly<Record<EngineName, (set: TermSet, policy: Policy) => Engine>> = {
  huisbot: (set, policy) => huisbot(policy, set),
  obscenity,
  'regexp-per-term': regExpPerTerm,
  'one-regexp': oneRegExp,
  'aho-corasick': ahoCorasick,
}

/** An engine that looks for these terms. */
export const build = (engine: EngineName, set: TermSet, policy: Policy): Engine => BUILD[engine](set, policy)
