import {
  type APIMessage,
  type Client,
  type Guild,
  type REST,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
} from 'discord.js'
import type { HouseId } from '../house/id.ts'
import { nonceOf } from '../outbox/nonce.ts'
import type { Trouble, TroubleKind } from '../storage/trouble.ts'
import { TROUBLES } from '../storage/trouble.ts'
import type { Desks, House } from './desk.ts'
import type { HouseBook } from './house-book.ts'
import { isGone } from './effects/post.ts'
import { staffChannel } from './house-watch.ts'

/** Looks whether the bot can store, and says it where people must know. */
export interface TroubleWatch {
  /** What keeps the bot from storing now. */
  now(): TroubleKind | undefined
  look(): Promise<void>
}

interface TroubleDeps {
  readonly desk: Desks
  readonly houses: HouseBook
  readonly client: Pick<Client, 'guilds' | 'user'>
  /** Repeats nothing by itself. */
  readonly rest: REST
  readonly troubles: readonly Trouble[]
  /** Reads again, from what was durably handled, what could not be stored. */
  readonly readBack: (guild: Guild) => void
}

/** What stands in a channel of the team now. */
interface Note {
  readonly channelId: string
  readonly kind: TroubleKind
  /** Undefined while it is not known whether the attempt came through. */
  messageId: string | undefined
}

/** What whoever runs the bot must do. In the log, once. */
const MENDS = {
  'disk-full': 'make room on the disk of the database; the bot goes on by itself',
  'read-only': 'give the user that runs Huisbot write permission on the database and its folder',
  unreachable: 'look at the disk or the server of the database; the bot goes on by itself',
  damaged: 'nothing is written any more: stop the bot, keep the file as it is, and run `npm run restore`',
  keys: 'make the key folder readable and writable for the user that runs Huisbot, with room on its disk',
} as const satisfies Record<TroubleKind, string>

/** In so many houses of one round; a bot in a thousand servers asks Discord no thousand questions at its start. */
const CLEARED_AT_ONCE = 5
/** So far back a note of an earlier process is looked for. */
const LOOK_BACK = 50
/** What could not be stored is read again after this time, and later each time that it fails. */
const FIRST_AGAIN_MS = 60_000
const LAST_AGAIN_MS = 60 * 60_000

/**
 * A house whose bot cannot store looks watched and is not. So the team is told in its channel, once, and the note is
 * taken away when it is over. It does not pass the outbox, which is a table of that same database: killed in between, a
 * note that was left is found again by its words.
 *
 * What was said meanwhile is not lost: no cursor passed it, so it is read back once storing works.
 */
export function createTroubleWatch(deps: TroubleDeps): TroubleWatch {
  const { desk, houses, client, rest, troubles } = deps
  const notes = new Map<HouseId, Note>()
  /** Houses in which it was looked whether an earlier process left a note. */
  const cleared = new Set<HouseId>()
  const again = new Map<HouseId, { at: number; afterMs: number }>()
  let said: TroubleKind | undefined

  const wordsOf = (house: House, kind: TroubleKind): string => {
    const texts = desk.of(house.id).texts()
    return texts.t('trouble.note', { why: texts.t(`trouble.${kind}`) })
  }
  const standing = async (house: House, channelId: string): Promise<APIMessage[]> => {
    const ours = new Set(TROUBLES.map((kind) => wordsOf(house, kind)))
    const query = new URLSearchParams({ limit: String(LOOK_BACK) })
    return ((await rest.get(Routes.channelMessages(channelId), { query })) as APIMessage[]).filter(
      ({ author, content }) => author.id === client.user?.id && ours.has(content),
    )
  }
  const takeAway = async (channelId: string, messageId: string): Promise<void> => {
    await rest.delete(Routes.channelMessage(channelId, messageId)).catch((error: unknown) => {
      if (!isGone(error)) throw error
    })
  }

  const tell = async (house: House, guild: Guild, kind: TroubleKind): Promise<void> => {
    const before = notes.get(house.id)
    if (before?.kind === kind && before.messageId !== undefined) return
    const channelId = before?.channelId ?? staffChannel(guild, desk.of(house.id), house, undefined)
    if (channelId === undefined) return
    const stands = before?.messageId ?? (await standing(house, channelId))[0]?.id
    const note: Note = { channelId, kind, messageId: undefined }
    notes.set(house.id, note)
    const body = { content: wordsOf(house, kind), allowed_mentions: { parse: [] } }
    if (stands !== undefined) {
      await rest.patch(Routes.channelMessage(channelId, stands), { body })
      note.messageId = stands
      return
    }
    const nonce = nonceOf(`trouble/${house.id}/${kind}`, Math.floor(desk.now().getTime() / LAST_AGAIN_MS))
    const posted = (await rest.post(Routes.channelMessages(channelId), {
      body: { ...body, nonce, enforce_nonce: true } satisfies RESTPostAPIChannelMessageJSONBody,
    })) as APIMessage
    note.messageId = posted.id
  }

  const clear = async (house: House, guild: Guild, room: { left: number }): Promise<void> => {
    const note = notes.get(house.id)
    if (note === undefined) {
      if (cleared.has(house.id) || room.left === 0) return
      room.left -= 1
    }
    const channelId = note?.channelId ?? staffChannel(guild, desk.of(house.id), house, undefined)
    if (channelId !== undefined) {
      const ids =
        note?.messageId === undefined
          ? (await standing(house, channelId)).map(({ id }) => id)
          : [note.messageId]
      for (const id of ids) await takeAway(channelId, id)
    }
    notes.delete(house.id)
    cleared.add(house.id)
  }

  /** What could not be stored in a house that has no trouble (any more). */
  const readBack = (house: House, guild: Guild): void => {
    const entry = houses.get(house.id)
    const now = desk.now().getTime()
    if (entry?.owes !== true) {
      if (entry?.caughtUp === true) again.delete(house.id)
      return
    }
    const waits = again.get(house.id) ?? { at: 0, afterMs: FIRST_AGAIN_MS }
    // A clock that was put back holds up nothing for longer than it would have waited.
    if (now < waits.at && waits.at - now <= LAST_AGAIN_MS) return
    again.set(house.id, { at: now + waits.afterMs, afterMs: Math.min(waits.afterMs * 2, LAST_AGAIN_MS) })
    desk.log.warn({ house: house.id }, 'what could not be stored is read back now')
    deps.readBack(guild)
  }

  const worst = async (): Promise<TroubleKind | undefined> => {
    const kinds = await Promise.all(troubles.map((trouble) => trouble.look()))
    return kinds.find((kind) => kind !== undefined)
  }

  return {
    now: () => troubles.map((trouble) => trouble.now()).find((kind) => kind !== undefined),
    async look() {
      const kind = await worst()
      if (kind !== said) {
        if (kind === undefined)
          desk.log.info({ was: said }, 'storing works again; what was missed is read back')
        else desk.log.error({ trouble: kind, mend: MENDS[kind] }, 'nothing can be stored')
        if (kind === undefined) again.clear()
        said = kind
      }
      const room = { left: CLEARED_AT_ONCE }
      for (const { house } of houses.all()) {
        const guild = client.guilds.cache.get(house.id)
        if (guild === undefined) continue
        try {
          if (kind === undefined) {
            await clear(house, guild, room)
            readBack(house, guild)
          } else await tell(house, guild, kind)
        } catch (error) {
          desk.log.warn(
            { err: error, house: house.id },
            'the team could not be told yet whether the bot can store',
          )
        }
      }
    },
  }
}
