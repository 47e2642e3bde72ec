import { z } from 'zod'
import type { HousePolicy } from '../policy/schema.ts'

/**
 * That something was passed on to somebody outside the team, by a person: to whom, when, on what ground, and whether
 * the young person was told first. The bot itself sends nothing to anybody (design decision 6, domain §2).
 */

/**
 * On what ground, in words for youth workers; never an article of a law: the numbers changed and are not all verified
 * (domain §2.1).
 */
export const GROUNDS = [
  'danger',
  'agreement',
  'official',
  'may-speak',
  'consultation',
  'asked',
  'other',
] as const
export type Ground = (typeof GROUNDS)[number]

type OrganisationKind = HousePolicy['organisation']['kind']

/**
 * Which grounds a kind of organisation has (domain §2.2 and §2.3): everybody must help in great danger; an official
 * must pass on a crime that comes up at work; who holds professional secrecy may speak, or share in a consultation that
 * the law knows.
 */
export const GROUNDS_OF = {
  ambtenaar: ['danger', 'official', 'agreement', 'asked', 'other'],
  vzw: ['danger', 'agreement', 'asked', 'other'],
  zorg: ['danger', 'may-speak', 'consultation', 'agreement', 'asked', 'other'],
} as const satisfies Record<OrganisationKind, readonly Ground[]>

/** Whether the young person was told before, and if not, why not. */
export const TOLD_FIRST = ['yes', 'unsafe', 'urgent', 'unknown', 'later', 'other'] as const
export type ToldFirst = (typeof TOLD_FIRST)[number]

/** Those who are always there to be called; the other contacts come from the policy. */
export const ALWAYS_THERE = ['112', '101'] as const
/** Somebody who is in no list: the words say who. */
export const SOMEBODY_ELSE = 'other'

const code = z.string().regex(/^[a-z0-9-]{1,60}$/)
const stored = z.object({
  /** An id of the policy, 112, 101 or `other`. */
  contact: code,
  at: z.iso.datetime(),
  ground: z.enum(GROUNDS).optional(),
  toldFirst: z.enum(TOLD_FIRST).optional(),
  words: z.string().max(4_000).optional(),
})

export interface PassOn {
  readonly contact: string
  readonly at: Date
  readonly ground?: Ground | undefined
  readonly toldFirst?: ToldFirst | undefined
  /** What the worker typed with it. */
  readonly words?: string | undefined
}

/** As it is sealed. */
export const writePassOn = ({ contact, at, ground, toldFirst, words }: PassOn): string =>
  JSON.stringify(stored.parse({ contact, at: at.toISOString(), ground, toldFirst, words }))

/** As it was sealed; undefined for what no version of the bot wrote. */
export const readPassOn = (text: string): PassOn | undefined => {
  try {
    const { at, ...rest } = stored.parse(JSON.parse(text))
    return { ...rest, at: new Date(at) }
  } catch {
    return undefined
  }
}

/** What of it may stand in the audit: codes, so that it can be counted. */
export const passOnCodes = ({ contact, ground, toldFirst }: PassOn): Readonly<Record<string, string>> => ({
  contact,
  ...(ground === undefined ? {} : { ground }),
  ...(toldFirst === undefined ? {} : { told: toldFirst }),
})
