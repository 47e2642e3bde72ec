import { type Channel, channelOf } from '../policy/channel.ts'
import type { Policy, Rule, Strictness } from '../policy/schema.ts'
import { looks, strictnessFor } from './applies.ts'
import { createAutomaton } from './automaton.ts'
import { decide } from './decide.ts'
import type { ExplainedHit, ExplainedRule, Explanation } from './explanation.ts'
import type { Decision, Finding } from './finding.ts'
import { type Judged, judge, longest, type Meaning } from './judge.ts'
import { type Carried, normFindings } from './norms.ts'
import { isPhrase, type Phrase, parsePhrase } from './phrase.ts'
import { type Word, wordsOf } from './words.ts'

/** A message to screen; `channel` is the name that the policy gives to its channel. */
export interface Readable extends Carried {
  readonly channel: string
}

/** The rules of one policy, ready to read messages. Pure: the same message always gives the same answer. */
export interface Screening {
  readonly version: string
  /** Decides about a message. Staff channels are never screened (design decision 3). */
  read(message: Readable): Decision
  /** Tells the whole chain behind a decision. */
  explain(message: Readable): Explanation
}

interface ChannelRules {
  readonly channel: Channel
  /** The name under which its usual sayings are known. */
  readonly sayings: string
  readonly strictness: readonly Strictness[]
  readonly looks: readonly boolean[]
}

/** No channel of Discord can have this name: it stands for all channels that the policy does not name. */
const UNNAMED = '\n'

function entriesOf(rules: readonly Rule[], channels: ReadonlyMap<string, ChannelRules>) {
  const entries: { phrase: Phrase; means: Meaning }[] = []
  const add = (said: string, means: Meaning): void => {
    const phrase = parsePhrase(said)
    // The loader refuses a term that cannot be read; here it simply never matches.
    if (isPhrase(phrase)) entries.push({ phrase, means })
  }
  for (const [rule, { terms, notWhen }] of rules.entries()) {
    for (const said of new Set(terms)) add(said, { type: 'term', rule })
    for (const said of new Set(notWhen)) add(said, { type: 'notWhen', rule })
  }
  const usual = new Map<string, { says: string; about: string; channels: Set<string> }>()
  for (const { channel, sayings } of channels.values()) {
    for (const { says, about } of channel.usual) {
      const key = `${about}\n${says}`
      const known = usual.get(key) ?? { says, about, channels: new Set<string>() }
      usual.set(key, known)
      known.channels.add(sayings)
    }
  }
  for (const { says, about, channels: where } of usual.values()) {
    const ofCategory = [...rules.entries()]
      .filter(([, rule]) => rule.category === about)
      .map(([index]) => index)
    add(says, { type: 'usual', rules: ofCategory, channels: where })
  }
  return entries
}

/** Compiles all rules of a policy into one automaton. Never throws. */
export function compileScreening(policy: Pick<Policy, 'rules' | 'channels' | 'version'>): Screening {
  const { rules } = policy
  const rulesOf = (channel: Channel, sayings: string): ChannelRules => {
    const strictness = rules.map((rule) => strictnessFor(rule, channel.strictnessOf(rule.category)))
    return {
      channel,
      sayings,
      strictness,
      looks: rules.map((rule, index) => !channel.staff && looks(rule, strictness[index] ?? 'normal')),
    }
  }
  const unnamed = rulesOf(channelOf({ ...policy.channels, channels: {} }, UNNAMED), UNNAMED)
  const byName = new Map([[UNNAMED, unnamed]])
  for (const name of Object.keys(policy.channels.channels)) {
    byName.set(name, rulesOf(channelOf(policy.channels, name), name))
  }
  const automaton = createAutomaton(entriesOf(rules, byName))

  const judgeIn = (words: readonly Word[], { sayings }: ChannelRules): ReadonlyMap<number, Judged[]> => {
    const perRule = new Map<number, Judged[]>()
    for (const judged of judge(automaton.find(words), sayings)) {
      const list = perRule.get(judged.rule)
      if (list === undefined) perRule.set(judged.rule, [judged])
      else list.push(judged)
    }
    return perRule
  }
  const findings = (
    words: readonly Word[],
    perRule: ReadonlyMap<number, Judged[]>,
    { looks: looking }: ChannelRules,
  ): Finding[] => {
    const found: Finding[] = []
    for (const [index, judged] of perRule) {
      const rule = rules[index]
      if (rule === undefined || looking[index] !== true) continue
      for (const hit of longest(judged.filter(({ cancelledBy }) => cancelledBy === undefined))) {
        found.push(findingOf(rule, words, hit))
      }
    }
    return found
  }
  const whereOf = (name: string): ChannelRules => byName.get(name) ?? unnamed

  return {
    version: policy.version,
    read(message) {
      const where = whereOf(message.channel)
      if (where.channel.staff) return { kind: 'nothing' }
      const words = wordsOf(message.text)
      return decide([
        ...findings(words, judgeIn(words, where), where),
        ...normFindings(where.channel, message),
      ])
    },
    explain(message) {
      const { text, channel } = message
      const where = whereOf(channel)
      const words = where.channel.staff ? [] : wordsOf(text)
      const perRule = judgeIn(words, where)
      const { known, staff } = where.channel
      return {
        version: policy.version,
        channel: { name: channel, known, staff },
        read: words.map(({ word }) => word).join(' '),
        rules: rules.map((rule, index) => explainRule(rule, index, words, perRule.get(index) ?? [], where)),
        decision: decide([
          ...findings(words, perRule, where),
          ...(where.channel.staff ? [] : normFindings(where.channel, message)),
        ]),
      }
    },
  }
}

const spanOf = (words: readonly Word[], { first, last }: Judged) => ({
  start: words[first]?.start ?? 0,
  end: words[last]?.end ?? 0,
})

function findingOf(rule: Rule, words: readonly Word[], hit: Judged): Finding {
  const { id: ruleId, category, kind, level, may: consequences } = rule
  return { ruleId, category, kind, level, ...spanOf(words, hit), consequences }
}

function explainRule(
  { id: ruleId, category, kind, level, from }: Rule,
  index: number,
  words: readonly Word[],
  judged: readonly Judged[],
  where: ChannelRules,
): ExplainedRule {
  const strictness = where.strictness[index] ?? 'normal'
  return {
    ruleId,
    category,
    kind,
    level,
    strictness,
    from,
    looked: where.looks[index] === true,
    hits: judged.map((hit) => explainHit(words, hit)),
  }
}

function explainHit(words: readonly Word[], hit: Judged): ExplainedHit {
  const read = words.slice(hit.first, hit.last + 1)
  const { cancelledBy } = hit
  return {
    ...spanOf(words, hit),
    read: read.map(({ word }) => word).join(' '),
    term: hit.phrase.said,
    ...(cancelledBy === undefined
      ? {}
      : { cancelledBy: { saying: cancelledBy.phrase.said, because: cancelledBy.because } }),
  }
}
