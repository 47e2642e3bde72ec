import type { IncomingMessage, ServerResponse } from 'node:http'
import { DiscordError, noRoute, unauthorized } from '../errors.ts'
import type { Hub } from '../state/hub.ts'
import { readBody } from './body.ts'
import type { Answer, Route } from './request.ts'
import { createRouter } from './router.ts'

/** One request of the bot and its answer, as `--log` writes them. */
export interface RestRecord {
  readonly method: string
  /** Without `/api/v10`, with the query. */
  readonly path: string
  readonly body: unknown
  readonly files?: number
  readonly status: number
  readonly response: unknown
}

/** Answers requests to `/api/v10`. A fault in the local Discord itself is a 500, and is told on stderr. */
export function createRestServer(deps: {
  hub: Hub
  routes: readonly Route[]
  onRest?: ((record: RestRecord) => void) | undefined
  onBug: (error: unknown) => void
}): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { hub, onRest } = deps
  const router = createRouter(deps.routes)

  const handle = async (
    request: IncomingMessage,
    heard: { body: unknown; files: number },
  ): Promise<Answer> => {
    const { path, query, version } = splitUrl(request.url ?? '/')
    const method = request.method ?? 'GET'
    const read = await readBody(request)
    heard.body = read.body
    heard.files = read.files.length
    const match = version === '10' ? router(method, path) : ({ found: 'nothing' } as const)
    if (match.found !== 'route') {
      hub.unknownRoutes.push({ method, path })
      throw noRoute(match.found === 'path' ? 405 : 404, method, path)
    }
    const known = request.headers.authorization === `Bot ${hub.app.token}`
    if (match.route.open !== true && !known) throw unauthorized()
    const reason = request.headers['x-audit-log-reason']
    return match.route.handle({
      hub,
      method,
      params: match.params,
      query,
      body: read.body,
      files: read.files,
      reason: typeof reason === 'string' ? decodeURIComponent(reason) : undefined,
    })
  }

  return async (request, response) => {
    const heard: { body: unknown; files: number } = { body: undefined, files: 0 }
    const answer = await handle(request, heard).catch((error: unknown): Answer | undefined => {
      // A bot that was killed while it spoke said nothing.
      if (!request.complete) return undefined
      if (error instanceof DiscordError) return { status: error.status, body: error.body }
      deps.onBug(error)
      return { status: 500, body: { message: '500: Internal Server Error', code: 0 } }
    })
    if (answer === undefined) return
    // A 204 must not say that it is JSON: clients would try to read it.
    if (answer.body === undefined) response.writeHead(answer.status).end()
    else
      response
        .writeHead(answer.status, { 'content-type': 'application/json' })
        .end(JSON.stringify(answer.body))
    onRest?.({
      method: request.method ?? 'GET',
      path: (request.url ?? '/').replace(/^\/api(\/v\d+)?/, ''),
      body: heard.body,
      ...(heard.files === 0 ? {} : { files: heard.files }),
      status: answer.status,
      response: answer.body,
    })
  }
}

function splitUrl(url: string): { path: string; query: URLSearchParams; version: string | undefined } {
  const mark = url.indexOf('?')
  const whole = mark < 0 ? url : url.slice(0, mark)
  const found = /^\/api(?:\/v(\d+))?(\/.*)?$/.exec(whole)
  return {
    path: found?.[2] ?? '/',
    query: new URLSearchParams(mark < 0 ? '' : url.slice(mark + 1)),
    version: found?.[1],
  }
}
