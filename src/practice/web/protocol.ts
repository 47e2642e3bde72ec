import type { APIMessage, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10'
import { z } from 'zod'
import type { LessonCard, LessonView } from '../lessons/view.ts'
import type { AgreementsView } from '../agreements/view.ts'
import type { WallView } from '../wall/view.ts'

/**
 * What goes over the line between a window of the practice page and its server. One window is one person: who that is
 * stands in the address of its socket (`/window?who=noor`; without a name, the first of the young people), so that being somebody else is a new line and nothing of the
 * first person is left on it. All that the server sends was asked of the local Discord as that person.
 */

const id = z.string().regex(/^\d{1,20}$/)
const name = z.string().min(1).max(100)
const text = z.string().max(4_000)
const value = z.union([z.string().max(6_000), z.number(), z.boolean()])

/** Everything that a window can ask for. `n` comes back with the answer. */
export const wishSchema = z.discriminatedUnion('do', [
  z.strictObject({ n: z.int(), do: z.literal('open'), channel: id }),
  z.strictObject({ n: z.int(), do: z.literal('older'), channel: id, before: id }),
  z.strictObject({ n: z.int(), do: z.literal('say'), channel: id, text, replyTo: id.optional() }),
  z.strictObject({ n: z.int(), do: z.literal('edit'), message: id, text }),
  /** What was shown to this person alone is put away instead, for their eyes only ("dismiss message"). */
  z.strictObject({ n: z.int(), do: z.literal('delete'), message: id }),
  /** Once more takes it off again. */
  z.strictObject({ n: z.int(), do: z.literal('react'), message: id, emoji: z.string().min(1).max(40) }),
  z.strictObject({ n: z.int(), do: z.literal('typing'), channel: id }),
  z.strictObject({ n: z.int(), do: z.literal('pins'), channel: id }),
  /** The talk with the bot; opened by the first message of this person. */
  z.strictObject({ n: z.int(), do: z.literal('dm'), text }),
  /** `command` is typed as in Discord, with its subcommand: "huis proef". */
  z.strictObject({
    n: z.int(),
    do: z.literal('run'),
    channel: id,
    command: name,
    values: z.record(name, value),
    locale: z.string().max(10).optional(),
  }),
  z.strictObject({
    n: z.int(),
    do: z.literal('complete'),
    channel: id,
    command: name,
    option: name,
    typed: z.string().max(100),
    values: z.record(name, value),
  }),
  /** A command of the menu on a message (right-click → Apps). */
  z.strictObject({ n: z.int(), do: z.literal('use-on'), message: id, command: name }),
  z.strictObject({ n: z.int(), do: z.literal('press'), message: id, customId: name }),
  z.strictObject({
    n: z.int(),
    do: z.literal('choose'),
    message: id,
    customId: name,
    values: z.array(z.string().max(100)).max(25),
  }),
  /** `form` is the handle that came with the form. Values by the custom id of each field. */
  z.strictObject({
    n: z.int(),
    do: z.literal('submit'),
    form: z.string().max(40),
    values: z.record(name, z.union([text, z.boolean(), z.array(z.string().max(100)).max(25)])),
  }),
  /** Behind the wall: everything that the house knows about one message that this person can see. */
  z.strictObject({ n: z.int(), do: z.literal('look'), message: id }),
  z.strictObject({
    n: z.int(),
    do: z.literal('clock'),
    to: z.enum(['next-opening', 'tonight', 'next-week', 'hour']),
  }),
  z.strictObject({
    n: z.int(),
    do: z.literal('lesson'),
    act: z.enum(['start', 'stop', 'next']),
    lesson: name.optional(),
  }),
  z.strictObject({ n: z.int(), do: z.literal('agreements'), act: z.enum(['apply', 'refresh']) }),
])

export type Wish = z.infer<typeof wishSchema>

/** A form that the bot opened, and the handle with which it is handed in. */
export interface FormView {
  readonly form: string
  readonly data: APIModalInteractionResponseCallbackData
}

/**
 * What became of a wish. What the bot posts comes as news, ephemeral answers too: `answered` only says what kind of
 * answer came, so that the page can show that it waits, or that the bot did not answer.
 */
export type Answer =
  | { readonly n: number; readonly ok: true; readonly done: 'noted' }
  | {
      readonly n: number
      readonly ok: true
      readonly done: 'answered'
      readonly kind: 'message' | 'modal' | 'deferred' | 'updated' | 'none' | 'failed'
      readonly form?: FormView
      readonly choices?: readonly { readonly name: string; readonly value: string | number }[]
      /** The message that answers, so that the page can bring it into view. */
      readonly message?: string
    }
  | {
      readonly n: number
      readonly ok: true
      readonly done: 'messages'
      readonly messages: readonly APIMessage[]
      readonly more: boolean
    }
  | { readonly n: number; readonly ok: true; readonly done: 'behind'; readonly behind: WallView }
  /** `code` is Discord's where it is one (50013: not allowed); `why` is a sentence for people, in Dutch. */
  | { readonly n: number; readonly ok: false; readonly why: string; readonly code?: number }

export interface RoleView {
  readonly id: string
  readonly name: string
  /** 0 for none. */
  readonly color: number
  readonly position: number
}

export interface MemberView {
  readonly id: string
  readonly name: string
  readonly displayName: string
  readonly bot: boolean
  readonly roles: readonly string[]
  readonly timedOutUntil?: string
}

export interface ChannelView {
  readonly id: string
  /** Discord's number: 0 text, 1 direct messages, 4 category, 11 public thread, 12 private thread, 15 forum. */
  readonly type: number
  readonly name: string
  readonly topic?: string
  readonly parentId?: string
  readonly position: number
  readonly lastMessageId?: string
  /** Whether not everybody in the house sees it: Discord draws a lock. */
  readonly private?: boolean
  readonly archived?: boolean
  readonly locked?: boolean
  readonly slowmodeSeconds: number
  /** What this person may here; `keep`: take away what others wrote. */
  readonly may: {
    readonly write: boolean
    readonly react: boolean
    readonly keep: boolean
    readonly commands: boolean
  }
}

/** Whom one can be. */
export interface PersonView {
  readonly name: string
  readonly displayName: string
  /** What they are in the house: "jongere", "jeugdwerker", "moderator", "integriteitscontact". */
  readonly part: 'young' | 'youth-worker' | 'moderator' | 'contact'
}

/** A command that this person may use somewhere, as Discord gives it (options, choices, localised descriptions). */
export interface CommandView {
  readonly id: string
  readonly name: string
  /** 1 slash, 3 on a message. */
  readonly type: number
  readonly description: string
  readonly options: readonly unknown[]
  readonly channels: 'all' | readonly string[]
}

/** The house as one person sees it; sent at the start and whenever something of it changes. */
export interface HouseView {
  readonly name: string
  readonly me: string
  readonly people: readonly PersonView[]
  readonly roles: readonly RoleView[]
  readonly members: readonly MemberView[]
  readonly channels: readonly ChannelView[]
  readonly commands: readonly CommandView[]
  readonly bot: { readonly id: string; readonly name: string; readonly status?: string }
}

export interface ClockView {
  /** ISO 8601. */
  readonly now: string
  readonly open: boolean
  /** A sentence such as "Open tot 21:30". */
  readonly says: string
}

/** What the server says by itself. */
export type News =
  | { readonly t: 'house'; readonly house: HouseView }
  /** New or changed, in a channel that this person sees; with `onlyForYou` an ephemeral answer to this person. */
  | {
      readonly t: 'message'
      readonly message: APIMessage
      readonly fresh: boolean
      readonly onlyForYou: boolean
    }
  | { readonly t: 'gone'; readonly channel: string; readonly message: string }
  | { readonly t: 'typing'; readonly channel: string; readonly who: string }
  | { readonly t: 'clock'; readonly clock: ClockView }
  | { readonly t: 'lessons'; readonly cards: readonly LessonCard[]; readonly now?: LessonView }
  | { readonly t: 'agreements'; readonly agreements: AgreementsView }
  /**
   * The house is closing (Ctrl-C): the page says so and does not try again. With `again` another house opens here in a
   * moment (`npm run dev`): the page waits for it, and loads anew.
   */
  | { readonly t: 'closing'; readonly again?: true }

export type FromServer = News | Answer
