import { randomBytes } from 'node:crypto'
import type { WebSocket } from 'ws'
import type { Policy } from '../../policy/schema.ts'
import type { LocalDiscord } from '../local-discord.ts'
import type { World } from '../world.ts'
import { tellBeside } from './beside-news.ts'
import { clockInTurn } from './clock-in-turn.ts'
import { createEyes } from './eyes.ts'
import { createForms } from './forms.ts'
import { createLookSoon } from './look-soon.ts'
import { tellGone, tellMessages } from './message-news.ts'
import type { Parts } from './parts.ts'
import { peopleOf } from './people-view.ts'
import { createWindow, type Window } from './window.ts'

/** Windows at once: a class of thirty, each with two. */
const MOST_WINDOWS = 60
/** Milliseconds in which a window that is told that the house closes may close its line. */
const CLOSING = 300

/** Close codes of a line, beside the usual ones. */
export const lineClosed = { noSuchPerson: 4004, tooManyWindows: 4029 } as const

/** The house that the page shows. */
export interface ShownHouse {
  readonly discord: LocalDiscord
  readonly policy: Policy
  /** Another view of the same world, such as one that remembers what was said. */
  readonly world?: World
}

/** All windows that are open. */
export interface Windows {
  /** A new line, of somebody by their name; the first of the young people where it has none. */
  enter(socket: WebSocket, who: string): void
  /** Tells every window that the house closes, and whether another opens here at once; closes them. */
  close(again?: boolean): Promise<void>
}

/**
 * Keeps the windows of a house, and tells them of what changes in it.
 *
 * @param onBug - hears of a fault of the page itself; the house goes on
 */
export function createWindows(house: ShownHouse, given: Parts, onBug: (error: unknown) => void): Windows {
  const parts = clockInTurn(given)
  const { discord } = house
  const { hub } = discord
  const world = house.world ?? discord.world
  const guild = hub.guilds.get(discord.guildId)
  if (guild === undefined) throw new Error('A page needs a house.')
  const open = new Map<WebSocket, Window>()
  const all = (): Iterable<Window> => open.values()
  const putAway = new Map<string, Set<string>>()
  const scene = {
    hub,
    guild,
    // The bot may read its agreements again.
    get policy() {
      return house.policy
    },
    botStatus: () => statusOf(discord),
  }
  // The house tells of its changes in the middle of what it does: a fault of the page must not reach it.
  const guarded = (run: () => void): void => {
    try {
      run()
    } catch (error) {
      onBug(error)
    }
  }
  const beside = tellBeside(parts, all)
  const looking = createLookSoon(() => {
    for (const window of all()) guarded(() => window.refresh())
    guarded(() => beside.look())
  })
  const stops = [
    tellMessages(hub, guild.id, all, guarded),
    hub.onChange(() => looking.soon()),
    () => beside.stop(),
    () => looking.stop(),
  ]

  const admit = (socket: WebSocket, userId: string): void => {
    const away = putAway.get(userId) ?? new Set<string>()
    putAway.set(userId, away)
    const window = createWindow({
      socket,
      scene,
      parts,
      eyes: createEyes(hub, userId, away),
      forms: createForms(() => randomBytes(15).toString('base64url')),
      hands: () => world.member(userId),
      gone: (message) => tellGone(message, all),
      clockMoved: () => beside.look(),
      onBug,
    })
    open.set(socket, window)
    socket.once('close', () => open.delete(socket))
    guarded(() => window.refresh())
    guarded(() => beside.greet(window))
  }

  return {
    enter(socket, who) {
      // A line that breaks is no fault of the house, also one that is being refused.
      socket.on('error', () => socket.terminate())
      const name = who === '' ? peopleOf(hub, guild, house.policy)[0]?.name : who.toLowerCase()
      const user = [...hub.users.values()].find((one) => !one.bot && one.username === name)
      if (user === undefined) socket.close(lineClosed.noSuchPerson, 'Er is niemand met die naam.')
      else if (open.size >= MOST_WINDOWS) socket.close(lineClosed.tooManyWindows, 'Te veel vensters.')
      else admit(socket, user.id)
    },
    async close(again = false) {
      for (const stop of stops) stop()
      for (const window of all()) window.tell({ t: 'closing', ...(again ? { again } : {}) })
      await Promise.all([...open.keys()].map(closed))
    },
  }
}

/** Closes a line; one that does not answer is cut. */
function closed(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => socket.terminate(), CLOSING)
    socket.once('close', () => {
      clearTimeout(cut)
      resolve()
    })
    socket.close(1001)
  })
}

/** What the bot shows under its name, as Discord's app writes it. */
function statusOf(discord: LocalDiscord): string | undefined {
  const [shown] = discord.presence()?.activities ?? []
  return shown === undefined ? undefined : (shown.state ?? shown.name)
}
