import { isDeepStrictEqual } from 'node:util'
import type { Agreements } from '../../agreements.ts'
import type { Policy } from '../../policy/schema.ts'
import type { Readable } from '../../screening/compile.ts'
import type { Decision } from '../../screening/finding.ts'
import { createTexts } from '../../texts/texts.ts'
import type { LocalDiscord } from '../local-discord.ts'
import { has } from '../permissions.ts'
import { permissionsIn } from '../state/find.ts'
import type { StoredChannel, StoredMessage } from '../state/model.ts'
import { readableOf } from '../wall/screening.ts'
import { viewerOf } from '../wall/viewer.ts'

/** So many messages are decided about twice: enough to see what a rule does, few enough to read what changed. */
export const MOST = 200
/** Types of message in which somebody says something. */
const SAID: ReadonlySet<number> = new Set([0, 18, 19, 20, 21])

/** One message as both versions decided about it; `said` where somebody said it, else a sentence of the rules. */
export interface Compared {
  readonly said?: StoredMessage
  readonly words: string
  readonly before: string
  readonly after: string
  readonly change: 'newly' | 'no-longer' | 'otherwise' | 'none'
}

type Reads = Agreements

const NOTHING = 'niets'

/** A decision in a few words. */
function said(decision: Decision): string {
  if (decision.kind === 'nothing') return NOTHING
  const texts = createTexts('nl')
  const may: readonly string[] = decision.consequences
  const acts = (['flag', 'offer', 'remind', 'hold'] as const).filter((act) => may.includes(act))
  return [
    `${texts.t(`category.${decision.category}`)}, ${texts.t(`queue.level.${decision.level}`)}`,
    acts.map((act) => texts.t(`waarom.may.${act}`)).join(', '),
  ].join(': ')
}

function compared(words: string, before: Decision, after: Decision): Compared {
  const [was, is] = [said(before), said(after)]
  const change =
    was === is
      ? 'none'
      : before.kind === 'nothing'
        ? 'newly'
        : after.kind === 'nothing'
          ? 'no-longer'
          : 'otherwise'
  return { words, before: was, after: is, change }
}

/** Everybody who comes in sees it; as the bot decides whether a channel that the agreements do not name is read. */
function seenByAll({ hub, guildId }: LocalDiscord, channel: StoredChannel): boolean {
  const guild = hub.guilds.get(guildId)
  const nobody = [...(guild?.members.values() ?? [])].find(
    ({ userId, roles }) => roles.length === 0 && userId !== guild?.ownerId,
  )
  return nobody !== undefined && has(permissionsIn(hub, nobody.userId, channel), 'ViewChannel')
}

/** The name under which agreements know the channel of a message; undefined where the bot would never read it. */
function channelFor(discord: LocalDiscord, policy: Policy, message: StoredMessage): string | undefined {
  const here = discord.hub.channels.get(message.channelId)
  if (here === undefined || here.type === 12 || message.guildId !== discord.guildId) return undefined
  const home = here.thread === undefined ? here : discord.hub.channels.get(here.parentId ?? '')
  if (home === undefined) return undefined
  const { queue, automodAlerts, talks } = policy.house.channels
  const is = (name: string | undefined): boolean =>
    name !== undefined && (name === home.id || name.replace(/^#/, '') === home.name)
  const named = policy.channels.channels[home.name] ?? policy.channels.channels[home.id]
  if (named?.staff === true || is(queue) || is(automodAlerts) || is(talks)) return undefined
  if (named === undefined && !seenByAll(discord, home)) return undefined
  return home.name in policy.channels.channels || named === undefined ? home.name : home.id
}

/** What one version decides about a message that somebody said. */
function decide(discord: LocalDiscord, { policy, screening }: Reads, message: StoredMessage): Decision {
  const channel = channelFor(discord, policy, message)
  if (channel === undefined) return { kind: 'nothing' }
  const byStaff = viewerOf(discord, policy, message.authorId).as === 'team'
  const readable: Readable = readableOf(discord.hub, message, channel, byStaff)
  return readable.text === '' && readable.attachments?.length === 0
    ? { kind: 'nothing' }
    : screening.read(readable)
}

/** The last messages that people said where one of both versions reads, newest first. */
function lastSaid(discord: LocalDiscord, before: Reads, after: Reads): readonly StoredMessage[] {
  const { hub } = discord
  const people = [...hub.channels.values()]
    .flatMap((channel) => channel.messages.before(undefined, MOST))
    .filter((one) => SAID.has(one.type) && one.webhook === undefined)
    .filter((one) => hub.users.get(one.authorId)?.bot === false)
    .filter((one) => [before, after].some(({ policy }) => channelFor(discord, policy, one) !== undefined))
  return people.sort((a, b) => b.createdAt - a.createdAt).slice(0, MOST)
}

/** Sentences of the rules themselves: first of the rules that changed, then spread over all others. */
function examples(before: Policy, after: Policy, most: number): readonly string[] {
  const old = new Map(before.rules.map((rule) => [rule.id, rule]))
  const now = new Map(after.rules.map((rule) => [rule.id, rule]))
  const all = [...new Map([...before.rules, ...after.rules].map((rule) => [rule.id, rule])).values()]
  const changed = all.filter(({ id }) => !isDeepStrictEqual(old.get(id), now.get(id)))
  const sentences = (ids: readonly string[]): string[] =>
    ids.flatMap((id) =>
      [old.get(id), now.get(id)].flatMap((rule) => [...(rule?.mustHit ?? []), ...(rule?.mustNotHit ?? [])]),
    )
  const first = [...new Set(sentences(changed.map(({ id }) => id)))].slice(0, most)
  const others = [...new Set(sentences(all.map(({ id }) => id)))].filter((one) => !first.includes(one))
  const step = Math.max(1, Math.floor(others.length / Math.max(1, most - first.length)))
  return [...first, ...others.filter((_, at) => at % step === 0)].slice(0, most)
}

/**
 * Decides by the agreements that hold and by those of the files about the same messages: the last ones that people said in
 * this house, and where those are fewer than 200, sentences of the rules. Nothing follows from it.
 */
export function compare(discord: LocalDiscord, before: Reads, after: Reads): readonly Compared[] {
  const messages = lastSaid(discord, before, after)
  // As in any channel that everybody has: a sentence of a rule belongs to none.
  const channel = after.policy.house.channels.closing?.[0] ?? 'algemeen'
  return [
    ...messages.map((message) => ({
      ...compared(message.content, decide(discord, before, message), decide(discord, after, message)),
      said: message,
    })),
    ...examples(before.policy, after.policy, MOST - messages.length).map((text) =>
      compared(text, before.screening.read({ text, channel }), after.screening.read({ text, channel })),
    ),
  ]
}
