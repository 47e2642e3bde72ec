import type { Channel } from '../policy/channel.ts'
import { ATTACHMENT_KINDS, type AttachmentKind } from './attachments.ts'
import type { Finding } from './finding.ts'
import { domainsIn, isUnder, type Link, linksOf } from './links.ts'
import { imitates } from './look-alike.ts'
import type { Level } from './kinds.ts'

/**
 * What a channel itself says about attachments, links and newcomers. These are no rules of a rule file: a colon is in their names,
 * which no rule can have, so they never meet.
 */
export const NORMS = [
  ...ATTACHMENT_KINDS.map((kind) => `channel:${kind}` as const),
  'channel:links',
  'channel:blocked-link',
  'channel:look-alike-link',
  'channel:newcomer-link',
  'channel:newcomer-attachment',
] as const
export type Norm = (typeof NORMS)[number]

export const isNorm = (ruleId: string): ruleId is Norm => (NORMS as readonly string[]).includes(ruleId)

/** What a person sees about it is as light as it can be: nothing is wrong with a photo, it is only not agreed here. */
const finding = (norm: Norm, start: number, end: number, level: Level = 'groen'): Finding => ({
  ruleId: norm,
  category: 'spam',
  kind: 'conduct',
  level,
  start,
  end,
  consequences: ['flag'],
})

/** What of a message the norms look at. */
export interface Carried {
  readonly text: string
  readonly attachments?: readonly AttachmentKind[]
  /** Whether somebody of the team wrote it. Unknown counts as not: looking once too often loses nothing. */
  readonly byStaff?: boolean
  /** Hours between joining and writing; unknown for a message that is read back later. */
  readonly hoursHere?: number
}

const NOTHING: readonly Finding[] = []

/** What is in a message that its channel does not agree to. Kinds of attachments and domains of links, never content. */
export function normFindings(channel: Channel, message: Carried): readonly Finding[] {
  const { text, attachments = [] } = message
  const written = domainsIn(text)
  // So it is with nearly every message.
  if (written.length === 0 && attachments.length === 0) return NOTHING
  const isNew = isNewcomer(channel, message)
  return [...ofAttachments(channel, message, isNew), ...ofLinks(channel, message, written, isNew)].slice(
    0,
    MOST,
  )
}

/** Somebody who joined a short while ago; nothing is kept for it, Discord says it with each message. */
const isNewcomer = ({ newcomers }: Channel, { hoursHere, byStaff }: Carried): boolean =>
  hoursHere !== undefined && hoursHere < newcomers.hours && byStaff !== true

function ofAttachments(
  { attachments: agreed, newcomers }: Channel,
  { attachments = [] }: Carried,
  isNew: boolean,
): Finding[] {
  const flagged = [...new Set(attachments)].filter((kind) => agreed[kind] === 'flag')
  const found = flagged.map((kind) => finding(`channel:${kind}`, 0, 0))
  const byNewcomer = isNew && newcomers.attachments === 'flag' && attachments.length > 0
  return found.length === 0 && byNewcomer ? [finding('channel:newcomer-attachment', 0, 0)] : found
}

/** Which norm a link goes against, the heaviest; undefined when none. */
function normOf(
  domain: string,
  isLink: boolean,
  { links, newcomers }: Channel,
  open: boolean,
  isNew: boolean,
) {
  if (isUnder(domain, links.blocked)) return 'channel:blocked-link'
  if (isUnder(domain, links.allowed)) return undefined
  if (imitates(domain) !== undefined) return 'channel:look-alike-link'
  if (isLink && !open) return 'channel:links'
  return isNew && newcomers.links === 'flag' ? 'channel:newcomer-link' : undefined
}

function ofLinks(
  channel: Channel,
  { text, byStaff }: Carried,
  written: readonly Link[],
  isNew: boolean,
): Finding[] {
  const { rule } = channel.links
  const open = rule === 'allow' || (rule === 'staff-only' && byStaff === true)
  // Only with http in front does Discord make a link of it; what is dangerous is looked for either way.
  const clickable = new Set(linksOf(text).map(({ start }) => start))
  const found: Finding[] = []
  for (const { domain, start, end } of written) {
    const norm = normOf(domain, clickable.has(start), channel, open, isNew)
    if (norm !== undefined)
      found.push(finding(norm, start, end, norm === 'channel:look-alike-link' ? 'geel' : 'groen'))
  }
  return found
}

/** A message full of links says no more with the tenth; the card stays readable. */
const MOST = 5
