import type { Channel } from '../policy/channel.ts'
import { ATTACHMENT_KINDS, type AttachmentKind } from './attachments.ts'
import type { Finding } from './finding.ts'
import { isUnder, linksOf } from './links.ts'

/**
 * What a channel itself says about attachments and links. These are no rules of a rule file: a colon is in their names,
 * which no rule can have, so they never meet.
 */
export const NORMS = [
  ...ATTACHMENT_KINDS.map((kind) => `channel:${kind}` as const),
  'channel:links',
  'channel:blocked-link',
] as const
export type Norm = (typeof NORMS)[number]

export const isNorm = (ruleId: string): ruleId is Norm => (NORMS as readonly string[]).includes(ruleId)

/** What a person sees about it is as light as it can be: nothing is wrong with a photo, it is only not agreed here. */
const finding = (norm: Norm, start: number, end: number): Finding => ({
  ruleId: norm,
  category: 'spam',
  kind: 'conduct',
  level: 'groen',
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
}

/** What is in a message that its channel does not agree to. Kinds of attachments and domains of links, never content. */
export function normFindings({ attachments: agreed, links }: Channel, message: Carried): readonly Finding[] {
  const found: Finding[] = []
  for (const kind of new Set(message.attachments ?? [])) {
    if (agreed[kind] === 'flag') found.push(finding(`channel:${kind}`, 0, 0))
  }
  const open = links.rule === 'allow' || (links.rule === 'staff-only' && message.byStaff === true)
  if (open && links.blocked.length === 0) return found
  for (const { domain, start, end } of linksOf(message.text)) {
    if (isUnder(domain, links.blocked)) found.push(finding('channel:blocked-link', start, end))
    else if (!open && !isUnder(domain, links.allowed)) found.push(finding('channel:links', start, end))
  }
  return found.slice(0, MOST)
}

/** A message full of links says no more with the tenth; the card stays readable. */
const MOST = 5
