import type { ExplainedHit, ExplainedRule, Explanation } from '../screening/explanation.ts'
import { isNorm } from '../screening/norms.ts'
import { reasonOf } from '../screening/reason.ts'
import type { Texts } from '../texts/texts.ts'
import type { Policy } from './schema.ts'

/** The chain behind a decision, in lines, in the order in which somebody reads: what decides comes before what did not. */
export interface Chain {
  /** The version of the agreements, the channel, and what was read. */
  readonly read: readonly string[]
  /** For each rule and each agreement of the channel that found something: its name and its reason, then what it found. */
  readonly found: readonly (readonly string[])[]
  readonly decision: string
  /** Which rules looked, and which did not. */
  readonly looked: readonly string[]
}

const cancelled = { notWhen: 'notWhen', notInSentence: 'notInSentence', usual: 'usual' } as const

function hitLine({ read, term, cancelledBy }: ExplainedHit, texts: Texts): string {
  if (cancelledBy === undefined) return texts.t('waarom.hit', { read, term })
  const { because, saying } = cancelledBy
  return texts.t(`waarom.cancelled.${cancelled[because]}`, { read, term, saying })
}

function ruleHead(rule: ExplainedRule, texts: Texts): string {
  const { ruleId, kind, level, looked, trial, strictness, from } = rule
  const category = texts.t(`category.${rule.category}`)
  const head = `${ruleId} (${category}, ${texts.t(`kind.${kind}`)}, ${texts.t(`queue.level.${level}`)})`
  if (!looked) {
    const said = {
      strictness: texts.t(`waarom.strictness.${strictness}`),
      from: texts.t(`waarom.strictness.${from}`),
    }
    return `${head}: ${texts.t('waarom.rule.asleep', said)}`
  }
  return trial ? `${head}: ${texts.t('waarom.rule.trial')}` : head
}

function decisionLine({ decision }: Explanation, texts: Texts): string {
  if (decision.kind === 'nothing') return texts.t('waarom.decision.nothing')
  const { category, level, kind, consequences } = decision
  const may: readonly string[] = consequences
  const acts = (['flag', 'offer', 'remind', 'hold'] as const).filter((act) => may.includes(act))
  return texts.t('waarom.decision', {
    category: texts.t(`category.${category}`),
    kind: texts.t(`kind.${kind}`),
    level: texts.t(`queue.level.${level}`),
    acts: acts.map((act) => texts.t(`waarom.may.${act}`)).join(', '),
  })
}

/** The channel and what it is; a sentence where none was meant. */
function channelLine({ channel: { name, known, staff } }: Explanation, texts: Texts): string {
  if (name === '') return texts.t('waarom.channel.none')
  const where = texts.t(`waarom.where.${staff ? 'staff' : known ? 'known' : 'unknown'}`)
  return texts.t('waarom.channel', { channel: name, where })
}

/** What the agreements of the channel itself found. */
function normBlocks({ decision }: Explanation, policy: Pick<Policy, 'rules'>, texts: Texts): string[][] {
  const found = decision.kind === 'nothing' ? [] : decision.findings.map(({ ruleId }) => ruleId)
  return [...new Set(found)]
    .filter(isNorm)
    .map((norm) => [
      texts.t('waarom.norm', { norm }),
      texts.t('waarom.because', { why: reasonOf(policy, norm, texts) }),
    ])
}

/**
 * Tells how a decision came about, for the screen of staff: what was read, what each rule found and what made it not
 * count, what follows. Holds words of the message: never for a log.
 */
export function chainOf(explanation: Explanation, policy: Pick<Policy, 'rules'>, texts: Texts): Chain {
  const { channel, rules, read, version } = explanation
  const looked = rules.filter((rule) => rule.looked).map(({ ruleId }) => ruleId)
  const rested = rules.filter((rule) => !rule.looked && rule.hits.length === 0).map(({ ruleId }) => ruleId)
  const blocks = rules
    .filter(({ hits }) => hits.length > 0)
    .map((rule) => [
      ruleHead(rule, texts),
      texts.t('waarom.because', { why: reasonOf(policy, rule.ruleId, texts) }),
      ...new Set(rule.hits.map((hit) => hitLine(hit, texts))),
    ])
  return {
    read: [
      texts.t('waarom.version', { version }),
      channelLine(explanation, texts),
      ...(channel.staff ? [] : [texts.t('waarom.read', { read })]),
    ],
    found: [...blocks, ...normBlocks(explanation, policy, texts)],
    decision: decisionLine(explanation, texts),
    looked: [
      texts.t('waarom.looked', { rules: looked.join(', ') || texts.t('waarom.looked.none') }),
      ...(rested.length === 0 ? [] : [texts.t('waarom.rested', { rules: rested.join(', ') })]),
    ],
  }
}

/** The chain for the command line. */
export function describeExplanation(
  explanation: Explanation,
  policy: Pick<Policy, 'rules'>,
  texts: Texts,
): string {
  const { read, found, decision, looked } = chainOf(explanation, policy, texts)
  const blocks = found.flatMap(([head = '', ...lines]) => [
    `  ${head}`,
    ...lines.map((line) => `    ${line}`),
  ])
  return [
    ...read,
    ...looked,
    ...(blocks.length === 0 ? [texts.t('waarom.found.none')] : ['', ...blocks, '']),
    decision,
  ].join('\n')
}
