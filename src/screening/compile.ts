import { type Channel, channelOf } from '../policy/channel.ts'
import type { Policy, Rule, Strictness } from '../policy/schema.ts'
import { looks, strictnessFor } from './applies.ts'
import { decide } from './decide.ts'
import { detectorsBut } from './detectors/index.ts'
import { type Explanation, explainRule } from './explanation.ts'
import type { Decision, Finding } from './finding.ts'
import { type Hit, type Judged, judge, longest } from './judge.ts'
import { resolveLists, type WordLists } from './language/lists.ts'
import { type Carried, normFindings } from './norms.ts'
import type { Usual } from './rulebook.ts'
import { createSearch, type Search } from './search.ts'

/** A message to screen; `channel` is the name that the policy gives to its channel. */
export interface Readable extends Carried {
  readonly channel: string
}

/** The rules of one policy, ready to read messages. Pure: the same message always gives the same answer. */
export interface Screening {
  readonly version: string
  /** Decides about a message. Staff channels are never screened (design decision 3). */
  read(message: Readable): Decision
  /** What rules on trial (`proef`) would have found; nothing follows from it. */
  tryOut(message: Readable): readonly Finding[]
  /** Tells the whole chain behind a decision. */
  explain(message: Readable): Explanation
}

/** What a screening is made of. */
export type Screened = Pick<Policy, 'rules' | 'channels' | 'version'> & {
  readonly words?: WordLists
  readonly helplines?: Policy['helplines']
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

/** What is usual somewhere, each saying once, with all channels in which it is. */
function usualOf(channels: Iterable<ChannelRules>): readonly Usual[] {
  const usual = new Map<string, Usual & { readonly channels: Set<string> }>()
  for (const { channel, sayings } of channels) {
    for (const { says, about } of channel.usual) {
      const key = `${about}\n${says}`
      const known = usual.get(key) ?? { says, about, channels: new Set<string>() }
      usual.set(key, known)
      known.channels.add(sayings)
    }
  }
  return [...usual.values()]
}

/** For each channel that the policy names, and for all others, which rules look there and how strictly. */
function channelRules({ rules, channels }: Pick<Policy, 'rules' | 'channels'>) {
  const rulesOf = (channel: Channel, sayings: string): ChannelRules => {
    const strictness = rules.map((rule) => strictnessFor(rule, channel.strictnessOf(rule.category)))
    const looksAt = (rule: Rule, index: number): boolean =>
      !channel.staff && looks(rule, strictness[index] ?? 'normal')
    return { channel, sayings, strictness, looks: rules.map(looksAt) }
  }
  const byName = new Map<string, ChannelRules>()
  byName.set(UNNAMED, rulesOf(channelOf({ ...channels, channels: {} }, UNNAMED), UNNAMED))
  for (const name of Object.keys(channels.channels))
    byName.set(name, rulesOf(channelOf(channels, name), name))
  return byName
}

const isTrial = ({ proef }: Rule): boolean => proef === true

/** Compiles all rules of a policy into one automaton. Never throws. */
export function compileScreening(policy: Screened): Screening {
  const { rules, version } = policy
  const byName = channelRules(policy)
  const hasTrials = rules.some(isTrial)
  const whereOf = (name: string): ChannelRules => byName.get(name) ?? (byName.get(UNNAMED) as ChannelRules)
  const numbers = (policy.helplines ?? []).flatMap(({ phone }) => phone?.number ?? [])
  const search = createSearch(
    rules,
    usualOf(byName.values()),
    resolveLists(policy.words ?? {}),
    detectorsBut(numbers),
  )

  const judged = (rule: number, hits: readonly Hit[], { sayings }: ChannelRules): readonly Judged[] => {
    const guards = search.guards[rule]
    return guards === undefined ? hits : judge(hits, guards, sayings, search.occurrences, search.reading)
  }
  const findings = (found: ReturnType<Search['find']>, where: ChannelRules, trial: boolean): Finding[] => {
    const counted: Finding[] = []
    for (const [index, hits] of found ?? []) {
      const rule = rules[index]
      if (rule === undefined || where.looks[index] !== true || isTrial(rule) !== trial) continue
      const counting = judged(index, hits, where).filter(({ cancelledBy }) => cancelledBy === undefined)
      for (const hit of longest(counting)) counted.push(findingOf(rule, search, hit))
    }
    return counted
  }

  return {
    version,
    read(message) {
      const where = whereOf(message.channel)
      if (where.channel.staff) return { kind: 'nothing' }
      return decide([
        ...findings(search.find(message.text), where, false),
        ...normFindings(where.channel, message),
      ])
    },
    tryOut({ text, channel }) {
      const where = whereOf(channel)
      if (where.channel.staff || !hasTrials) return []
      return findings(search.find(text), where, true)
    },
    explain(message) {
      const where = whereOf(message.channel)
      const { known, staff } = where.channel
      const found = staff ? search.find('') : search.find(message.text)
      const explained = rules.map((rule, index) =>
        explainRule(rule, search.reading, judged(index, found?.get(index) ?? [], where), {
          strictness: where.strictness[index] ?? 'normal',
          looked: where.looks[index] === true,
        }),
      )
      const norms = staff ? [] : normFindings(where.channel, message)
      return {
        version,
        channel: { name: message.channel, known, staff },
        read: search.words().join(' '),
        rules: explained,
        decision: decide([...findings(found, where, false), ...norms]),
      }
    },
  }
}

function findingOf(rule: Rule, { reading }: Search, { first, last }: Hit): Finding {
  const { id: ruleId, category, kind, level, may: consequences } = rule
  const span = { start: reading.start[first] ?? 0, end: reading.end[last] ?? 0 }
  return { ruleId, category, kind, level, ...span, consequences }
}
