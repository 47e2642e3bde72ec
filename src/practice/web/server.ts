import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { StartError } from '../../start-error.ts'
import { calledByName, openedFromHere, securityHeaders } from './guard.ts'
import { builtPageFolder, type PageFile, readPageFiles } from './page-files.ts'
import type { Parts } from './parts.ts'
import { createWindows, type ShownHouse } from './windows.ts'

/** A wish is a few words; a form with every field full is well below this. */
const MOST_BYTES = 256 * 1024

const NOT_BUILT = 'The practice page has not been built yet: run `npm run build` and open the house again.\n'

export interface PageOptions extends Parts {
  readonly house: ShownHouse
  /** On 127.0.0.1; a free one when absent. */
  readonly port?: number
  /** Where the built page stands; beside this program when absent. */
  readonly pageFolder?: string
  /** Another house opens at this address when this one stops: its windows come back by themselves. */
  readonly opensAgain?: boolean
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
  const files = await readPageFiles(options.pageFolder ?? builtPageFolder())
  const server = createServer((request, response) => serve(request, response, files, portOf(server)))
  const lines = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES, perMessageDeflate: false })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const { path, query } = addressOf(request)
    if (request.method !== 'GET' || !openedFromHere(request.headers, portOf(server)))
      return refuse(socket, 403)
    if (path !== '/window') return refuse(socket, 404)
    lines.handleUpgrade(request, socket, head, (line) => windows.enter(line, query.get('who') ?? ''))
  })
  await listening(server, options.port ?? 0)
  const windows = createWindows(options.house, options, options.onBug ?? (() => undefined))

  return {
    url: `http://127.0.0.1:${portOf(server)}/`,
    async stop() {
      // First nobody new comes in; then those who are there are told.
      const ended = new Promise<void>((resolve) => server.close(() => resolve()))
      await windows.close(options.opensAgain)
      lines.close()
      server.closeAllConnections()
      await ended
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
