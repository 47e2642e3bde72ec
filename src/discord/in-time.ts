import type { ModalBuilder } from '@discordjs/builders'
import {
  DiscordAPIError,
  type Interaction,
  type InteractionEditReplyOptions,
  type InteractionReplyOptions,
  type InteractionType,
  type Message,
  MessageFlags,
  RESTJSONErrorCodes,
} from 'discord.js'
import type { Log } from '../log.ts'

/** Anything that somebody asks and that must be answered. */
export type Asked = Exclude<Interaction, { type: InteractionType.ApplicationCommandAutocomplete }>

/** Discord takes a first answer within three seconds, and the way there may take one of them. */
const PATIENCE_MS = 1_500
/** The least that a handler gets, however late Discord's question came. */
const LEAST_MS = 100
/** After this long in front of "thinking…", whoever asked hears that it is being worked on. */
const LONG_MS = 8_000

/** An answer; it is seen by one person alone, always. */
type Said = Pick<InteractionReplyOptions, 'content' | 'embeds' | 'components' | 'files' | 'allowedMentions'>

/** What is known of the answer to one interaction while somebody waits for it. */
export interface InTime {
  /** Whether whoever asked has something to look at, or a form, or the quiet answer that a handler chose. */
  answered(): boolean
  /** Says something whatever was answered before: in place of "thinking…", as the answer, or beside it. */
  say(said: Said): Promise<void>
  /** Nothing is waited for any more. */
  done(): void
}

interface Deps {
  readonly log: Log
  /** How long ago Discord sent it, in milliseconds; what cannot be is not believed. */
  readonly age: number
  /** What is said while it takes very long. */
  readonly longer: () => string
  /** What is said where a form came too late to be shown: with a button that shows it. */
  readonly laterForm: (form: ModalBuilder) => Said
}

/** Discord says that this was answered: our own first try, whose answer was lost on the way, was done after all. */
const wasDone = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged

/** The connection broke before the answer came: discord.js repeats what timed out or got a 5xx, and not this. */
const brokeOff = (error: unknown): boolean => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && /^(?:UND_ERR_|ECONN|EPIPE)/.test(code)
}

const patienceFor = (age: number): number =>
  age > 0 && age < 3_000 ? Math.max(LEAST_MS, PATIENCE_MS - age) : PATIENCE_MS

/** The methods of an interaction as they are, whichever it has. */
interface Own {
  readonly reply: (said: object) => Promise<unknown>
  readonly deferReply: (options: object) => Promise<unknown>
  readonly editReply: (said: object) => Promise<Message>
  readonly deleteReply: (message?: string) => Promise<unknown>
  readonly followUp: (said: object) => Promise<Message>
  readonly update?: (said: object) => Promise<unknown>
  readonly deferUpdate?: () => Promise<unknown>
  readonly showModal?: (form: ModalBuilder) => Promise<unknown>
}
const NAMES = [
  'reply',
  'deferReply',
  'editReply',
  'deleteReply',
  'followUp',
  'update',
  'deferUpdate',
  'showModal',
] as const

function ownOf(asked: Asked): Own {
  const methods = asked as unknown as Record<string, ((...given: unknown[]) => unknown) | undefined>
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const method = methods[name]
      return method === undefined ? [] : [[name, method.bind(asked)] as const]
    }),
  ) as unknown as Own
}

const asObject = (said: object | string): object => (typeof said === 'string' ? { content: said } : said)
/** An edit takes no flags, and puts an end to what stood there meanwhile. */
const asEdit = (said: object | string): InteractionEditReplyOptions => {
  const { flags: _flags, ...rest } = asObject(said) as InteractionReplyOptions
  return { content: '', ...rest }
}

/**
 * Sees to it that whoever asks is answered within Discord's three seconds, whatever a handler waits for: Discord's limits,
 * a slow line, a database under load. A handler says what it has to say and need not know: after 1.5 seconds the bot asks
 * for patience in its place, and what comes later goes where it belongs (an answer in place of "thinking…", an update on
 * the message, a form behind a button). Handlers that know that they are slow ask for patience themselves.
 */
export function inTime(asked: Asked, { log, age, longer, laterForm }: Deps): InTime {
  const own = ownOf(asked)
  const canUpdate = asked.isMessageComponent() || (asked.isModalSubmit() && asked.isFromMessage())
  /** Something was sent as the first answer, by the handler or by the guard. */
  let begun = false
  /** The guard asked for patience: visibly ("thinking…"), or without a sign under a message that can be changed. */
  let patience: 'none' | 'thinking' | 'quiet' = 'none'
  let asking: Promise<unknown> = Promise.resolve()
  /** Somebody looks at "thinking…". */
  let thinking = false
  let answered = false
  /** After quiet patience, an answer of its own stands in a message of its own. */
  let beside: string | undefined
  let owesBeside = false
  let long: NodeJS.Timeout | undefined

  const first = async (how: 'replied' | 'deferred', send: () => Promise<unknown>): Promise<void> => {
    begun = true
    clearTimeout(guard)
    try {
      await send().catch((error: unknown) => {
        if (!brokeOff(error)) throw error
        return send()
      })
    } catch (error) {
      if (!wasDone(error)) throw error
      asked[how] = true
    }
  }
  const settled = (): void => {
    answered = true
    thinking = false
    clearTimeout(long)
  }
  const think = (): void => {
    thinking = true
    long = setTimeout(() => {
      if (!thinking) return
      own.editReply({ content: longer() }).catch((error: unknown) => {
        log.debug({ err: error, interaction: asked.id }, 'it could not be said that it takes longer')
      })
    }, LONG_MS)
    long.unref()
  }
  const askPatience = async (): Promise<void> => {
    patience = canUpdate ? 'quiet' : 'thinking'
    if (patience === 'thinking') think()
    await first('deferred', () =>
      patience === 'quiet' && own.deferUpdate !== undefined
        ? own.deferUpdate()
        : own.deferReply({ flags: MessageFlags.Ephemeral }),
    )
  }
  const guard = setTimeout(() => {
    if (begun) return
    asking = askPatience()
    // Whoever answers next hears why it failed.
    asking.catch((error: unknown) => {
      log.warn({ err: error, interaction: asked.id }, 'patience could not be asked for')
    })
  }, patienceFor(age))
  guard.unref()

  /** An answer of its own, after quiet patience. */
  const putBeside = async (said: object | string): Promise<void> => {
    const message = await own.followUp({ ...asObject(said), flags: MessageFlags.Ephemeral })
    beside = message.id
    owesBeside = false
    settled()
  }
  const editOwn = async (said: object | string): Promise<void> => {
    if (owesBeside) return putBeside(said)
    await own.editReply(beside === undefined ? edited(said) : { ...asEdit(said), message: beside })
    settled()
  }
  // Only over "thinking…" there can be words of ours that must go.
  const edited = (said: object | string): object => (thinking ? asEdit(said) : asObject(said))

  const reply = async (said: object | string): Promise<void> => {
    await asking
    if (patience === 'none') await first('replied', () => own.reply(asObject(said)))
    else if (patience === 'thinking') await own.editReply(asEdit(said))
    else return putBeside(said)
    settled()
  }
  const deferReply = async (options: object): Promise<void> => {
    await asking
    if (patience === 'none') {
      think()
      return first('deferred', () => own.deferReply(options))
    }
    owesBeside = patience === 'quiet'
  }
  const update = async (said: object | string): Promise<void> => {
    await asking
    if (patience === 'none' && own.update !== undefined) {
      const { update: send } = own
      await first('replied', () => send(asObject(said)))
    } else await own.editReply(asObject(said))
    settled()
  }
  const deferUpdate = async (): Promise<void> => {
    await asking
    if (patience === 'none' && own.deferUpdate !== undefined) {
      const { deferUpdate: send } = own
      await first('deferred', () => send())
    }
    answered = true
  }
  const showModal = async (form: ModalBuilder): Promise<void> => {
    await asking
    if (patience !== 'none' || own.showModal === undefined) return reply(laterForm(form))
    const { showModal: send } = own
    await first('replied', () => send(form))
    settled()
  }
  const deleteReply = async (message?: string): Promise<unknown> => own.deleteReply(message ?? beside)
  const followUp = async (said: object | string): Promise<Message> => {
    await asking
    const message = await own.followUp(asObject(said))
    answered = true
    return message
  }
  Object.assign(asked, {
    reply,
    deferReply,
    editReply: editOwn,
    deleteReply,
    followUp,
    ...(own.update === undefined ? {} : { update, deferUpdate }),
    ...(own.showModal === undefined ? {} : { showModal }),
  })

  return {
    answered: () => answered,
    async say(said) {
      await asking.catch(() => undefined)
      if (thinking) {
        await own.editReply(asEdit(said))
        return settled()
      }
      await (asked.replied || asked.deferred
        ? own.followUp({ ...said, flags: MessageFlags.Ephemeral })
        : reply({ ...said, flags: MessageFlags.Ephemeral }))
      answered = true
    },
    done() {
      clearTimeout(guard)
      clearTimeout(long)
    },
  }
}
