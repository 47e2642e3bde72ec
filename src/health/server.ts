import { chmodSync, unlinkSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { StartError } from '../start-error.ts'
import type { HealthAddress } from './address.ts'
import type { Build } from './build.ts'
import type { Metrics } from './metrics.ts'
import type { Reason } from './ready.ts'

/** What `/health/ready` answers: numbers, and words from closed lists. */
export interface ReadyAnswer {
  readonly ready: boolean
  readonly reasons: readonly Reason[]
  readonly [more: string]: unknown
}

interface HealthDeps {
  readonly address: HealthAddress
  readonly build: Build
  readonly metrics: Pick<Metrics, 'page'>
  readonly ready: () => Promise<ReadyAnswer>
  /** Somebody asked and got no answer; never with what was asked. */
  readonly onError: (error: unknown) => void
}

export interface HealthServer {
  /** Where it can be asked: an address, or the path of the socket. */
  readonly at: string
  stop(): Promise<void>
}

interface Said {
  readonly status: number
  readonly type: string
  readonly text: string
}

const JSON_TYPE = 'application/json; charset=utf-8'
const json = (status: number, value: unknown): Said => ({
  status,
  type: JSON_TYPE,
  text: `${JSON.stringify(value)}\n`,
})

/** A socket that a killed process left is cleared; one that answers belongs to another bot. */
async function clearSocket(path: string): Promise<void> {
  const answers = await new Promise<boolean>((resolve) => {
    const probe = connect(path)
    probe.once('connect', () => {
      probe.destroy()
      resolve(true)
    })
    probe.once('error', () => resolve(false))
  })
  if (answers)
    throw new StartError('health-in-use', 'HUISBOT_HEALTH: another process answers at that socket.')
  try {
    unlinkSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

const cannotListen = (error: NodeJS.ErrnoException): StartError =>
  new StartError(
    error.code === 'EADDRINUSE' ? 'health-in-use' : 'health-address',
    error.code === 'EADDRINUSE'
      ? 'HUISBOT_HEALTH: another process has that address; choose another one.'
      : `HUISBOT_HEALTH: that address cannot be used (${error.code ?? 'unknown'}); choose another one.`,
  )

/**
 * Answers `/health/live`, `/health/ready` and `/metrics`, for whoever watches over the process. It changes nothing and
 * is read by programs: what a browser sends along (another site could make it ask) is refused.
 *
 * @throws StartError when the address cannot be used
 */
export async function startHealth({
  address,
  build,
  metrics,
  ready,
  onError,
}: HealthDeps): Promise<HealthServer> {
  const answer = async (path: string): Promise<Said> => {
    switch (path) {
      case '/health/live':
        return json(200, { live: true, version: build.version, commit: build.commit ?? null })
      case '/health/ready': {
        const now = await ready()
        return json(now.ready ? 200 : 503, now)
      }
      case '/metrics': {
        const { type, text } = await metrics.page()
        return { status: 200, type, text }
      }
      default:
        return json(404, { error: 'not-found' })
    }
  }
  const asked = async ({ method, url, headers }: IncomingMessage): Promise<Said> => {
    if (method !== 'GET' && method !== 'HEAD') return json(405, { error: 'only-get' })
    if (headers.origin !== undefined || headers['sec-fetch-site'] !== undefined)
      return json(403, { error: 'not-for-browsers' })
    return answer((url ?? '/').split('?', 1)[0] ?? '/')
  }
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const said = await asked(request).catch((error: unknown): Said => {
      onError(error)
      return json(500, { error: 'fault' })
    })
    response.writeHead(said.status, {
      'content-type': said.type,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      // Asked a few times a minute: a connection that stays open only stands in the way of stopping.
      connection: 'close',
    })
    response.end(request.method === 'HEAD' ? undefined : said.text)
  }
  const server = createServer({ maxHeaderSize: 8_192, requestTimeout: 5_000 }, (request, response) => {
    void handle(request, response)
  })
  server.maxConnections = 32

  if ('socket' in address) await clearSocket(address.socket)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(cannotListen(error)))
    if ('socket' in address) server.listen(address.socket, resolve)
    else server.listen(address.port, address.host, resolve)
  })
  if ('socket' in address) chmodSync(address.socket, 0o600)
  // It never keeps a process alive that has nothing else to do.
  server.unref()
  const place = server.address()
  return {
    at:
      place === null || typeof place === 'string'
        ? String(place)
        : `http://${place.family === 'IPv6' ? `[${place.address}]` : place.address}:${place.port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
