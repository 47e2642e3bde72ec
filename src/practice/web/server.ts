import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Policy } from '../../policy/schema.ts'
import { StartError } from '../../start-error.ts'
import type { LocalDiscord } from '../local-discord.ts'
import type { World } from '../world.ts'
import { createEyes } from './eyes.ts'
import { createForms } from './forms.ts'
import { calledByName, openedFromHere, securityHeaders } from './guard.ts'
import { tellGone, tellMessages } from './message-news.ts'
import { builtPageFolder, type PageFile, readPageFiles } from './page-files.ts'
import type { Parts } from './parts.ts'
import { peopleOf } from './people-view.ts'
import { tellBeside } from './beside-news.ts'
import { createWindow, type Window } from './window.ts'

/** A wish is a few words; a form with every field full is well below this. */
const MOST_BYTES = 256 * 1024
/** Windows at once: a class of thirty, each with two. */
const MOST_WINDOWS = 60
/** Changes come in runs: the house is looked at once after each run, this many milliseconds later. */
const LOOK_AFTER = 25
/** Some things change by time alone: a time-out that ends, a house that opens. */
const LOOK_EVERY = 5_000
/** Milliseconds in which a window that is told that the house closes may close its line. */
const CLOSING = 300

/** Close codes of a line, beside the usual ones. */
export const lineClosed = { noSuchPerson: 4004, tooManyWindows: 4029 } as const

const NOT_BUILT = 'The practice page has not been built yet: run `npm run build` and open the house again.\n'

export interface PageOptions extends Parts {
  readonly house: {
    readonly discord: LocalDiscord
    readonly policy: Policy
    /** Another view of the same world, such as one that remembers what was said. */
    readonly world?: World
  }
  /** On 127.0.0.1; a free one when absent. */
  readonly port?: number
  /** Where the built page stands; beside this program when absent. */
  readonly pageFolder?: string
  /** A fault in the page's server itself. */
  readonly onBug?: (error: unknown) => void
}

export interface Page {
  readonly url: string
  /** Tells every window that the house closes, and closes them. */
  stop(): Promise<void>
}

/**
 * Opens the practice page on this machine: the files of the page over HTTP, and for each window a line on which one
 * person acts and sees, `/window?who=NAME`. It is served on 127.0.0.1 alone, and to nobody else's page.
 *
 * @throws StartError when the port is taken
 */
export async function startPage(options: PageOptions): Promise<Page> {
  const { house, onBug = () => undefined } = options
  const { discord } = house
  const { hub } = discord
  const world = house.world ?? discord.world
  const guild = hub.guilds.get(discord.guildId)
  if (guild === undefined) throw new Error('A page needs a house.')
  const files = await readPageFiles(options.pageFolder ?? builtPageFolder())
  const windows = new Map<WebSocket, Window>()
  const all = (): Iterable<Window> => windows.values()
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

  const refresh = (): void => {
    for (const window of all()) window.refresh()
  }
  let looking: NodeJS.Timeout | undefined
  const lookSoon = (): void => {
    looking ??= setTimeout(() => {
      looking = undefined
      refresh()
      beside.look()
    }, LOOK_AFTER).unref()
  }
  const beside = tellBeside(options, all)
  const stops = [tellMessages(hub, guild.id, all), hub.onChange(lookSoon), () => beside.stop()]
  const ticking = setInterval(() => {
    refresh()
    beside.look()
  }, LOOK_EVERY).unref()

  const lines = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES, perMessageDeflate: false })
  const enter = (socket: WebSocket, who: string): void => {
    // Who comes for the first time has no name yet, and sees the house as the first that one can be.
    const name = who === '' ? peopleOf(hub, guild, house.policy)[0]?.name : who.toLowerCase()
    const user = [...hub.users.values()].find((one) => !one.bot && one.username === name)
    if (user === undefined) return socket.close(lineClosed.noSuchPerson, 'Er is niemand met die naam.')
    if (windows.size >= MOST_WINDOWS) return socket.close(lineClosed.tooManyWindows, 'Te veel vensters.')
    const away = putAway.get(user.id) ?? new Set<string>()
    putAway.set(user.id, away)
    const window = createWindow({
      socket,
      scene,
      parts: options,
      eyes: createEyes(hub, user.id, away),
      forms: createForms(() => randomBytes(15).toString('base64url')),
      hands: () => world.member(user.id),
      gone: (message) => tellGone(message, all),
      clockMoved: () => beside.look(),
      onBug,
    })
    windows.set(socket, window)
    socket.once('close', () => windows.delete(socket))
    window.refresh()
    beside.greet(window)
  }

  const server = createServer((request, response) => serve(request, response, files, portOf(server)))
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const { path, query } = addressOf(request)
    if (request.method !== 'GET' || !openedFromHere(request.headers, portOf(server)))
      return refuse(socket, 403)
    if (path !== '/window') return refuse(socket, 404)
    lines.handleUpgrade(request, socket, head, (line) => enter(line, query.get('who') ?? ''))
  })
  await listening(server, options.port ?? 0)

  return {
    url: `http://127.0.0.1:${portOf(server)}/`,
    async stop() {
      clearInterval(ticking)
      clearTimeout(looking)
      for (const stop of stops) stop()
      for (const window of all()) window.tell({ t: 'closing' })
      await Promise.all([...windows.keys()].map(closed))
      lines.close()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** A file of the page, to who called it by its name. There is nothing else here, and nothing that can be changed. */
function serve(
  request: IncomingMessage,
  response: ServerResponse,
  files: ReadonlyMap<string, PageFile>,
  port: number,
): void {
  const headers = securityHeaders(port)
  const say = (status: number, text: string, more: Readonly<Record<string, string>> = {}): void =>
    void response
      .writeHead(status, { ...headers, ...more, 'content-type': 'text/plain; charset=utf-8' })
      .end(text)
  if (!calledByName(request.headers, port)) return say(403, 'This page is for this machine only.\n')
  if (request.method !== 'GET') return say(405, 'Only GET.\n', { allow: 'GET' })
  if (files.size === 0) return say(503, NOT_BUILT)
  const file = files.get(addressOf(request).path)
  if (file === undefined) return say(404, 'There is nothing here.\n')
  response
    .writeHead(200, { ...headers, 'content-type': file.type, 'content-length': file.bytes.length })
    .end(file.bytes)
}

/** What was asked for, as it was written: nothing is resolved, so that there is nothing to climb out of. */
function addressOf({ url = '' }: IncomingMessage): {
  readonly path: string
  readonly query: URLSearchParams
} {
  const [path = '', ...query] = url.split('?')
  return { path, query: new URLSearchParams(query.join('?')) }
}

function refuse(socket: Duplex, status: 403 | 404): void {
  const words = { 403: 'Forbidden', 404: 'Not Found' }[status]
  socket.end(`HTTP/1.1 ${status} ${words}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
}

const portOf = (server: ReturnType<typeof createServer>): number =>
  (server.address() as AddressInfo | null)?.port ?? 0

function listening(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' || error.code === 'EACCES'
          ? new StartError('page-port', `Port ${port} cannot be used: choose another after --port.`)
          : error,
      ),
    )
    server.listen(port, '127.0.0.1', resolve)
  })
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
