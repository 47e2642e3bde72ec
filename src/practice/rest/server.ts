import type { IncomingMessage, ServerResponse } from 'node:http'
import { DiscordError, noRoute, unauthorized } from '../errors.ts'
import type { Hub } from '../state/hub.ts'
import { readBody } from './body.ts'
import { invalidForm } from './check/form.ts'
import type { Fate, Faults } from './faults.ts'
import { tooMany } from './limits.ts'
import type { Limits } from './limits.ts'
import type { Answer, Route } from './request.ts'
import { createRouter } from './router.ts'
import type { Match } from './router.ts'

/** One request of the bot and its answer, as `--log` writes them. */
export interface RestRecord {
  readonly method: string
  /** Without `/api/v10`, with the query. */
  readonly path: string
  readonly body: unknown
  readonly files?: number
  readonly status: number
  readonly response: unknown
  /** Set for what went wrong on request: what the bot got is then not what a route answered. */
  readonly fault?: Exclude<Fate['fault'], 'none'>
}

interface Heard {
  body: unknown
  files: number
  headers: Readonly<Record<string, string>>
  fault: Fate['fault']
  /** True for what never came in: it is not counted again, or the door would never open. */
  atTheDoor: boolean
}

/** Answers requests to `/api/v10`. A fault in the local Discord itself is a 500, and is told on stderr. */
export function createRestServer(deps: {
  hub: Hub
  routes: readonly Route[]
  limits: Limits
  faults: Faults
  onRest?: ((record: RestRecord) => void) | undefined
  onBug: (error: unknown) => void
}): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { hub, limits, faults, onRest } = deps
  const router = createRouter(deps.routes)

  const handle = async (request: IncomingMessage, heard: Heard): Promise<Answer> => {
    const { path, query, version } = splitUrl(request.url ?? '/')
    const method = request.method ?? 'GET'
    const read = await readBody(request)
    heard.body = read.body
    heard.files = read.files.length
    const shut = limits.shut()
    if (shut?.refused !== undefined) {
      heard.atTheDoor = true
      return told(heard, shut.headers, shut.refused)
    }
    const match = version === '10' ? router(method, path) : ({ found: 'nothing' } as const)
    const fate = faults.fateOf(method, match.found === 'route' ? match.route.path : path)
    if (fate.waitMs > 0) await new Promise<void>((resolve) => void hub.clock.after(fate.waitMs, resolve))
    heard.fault = fate.fault
    if (fate.fault === 'status429') {
      const { headers, refused } = tooMany('user', fate.retryMs, {})
      if (refused !== undefined) return told(heard, headers, refused)
    }
    if (fate.fault === 'status5xx') return brokenDown(fate.status)
    const answer = await answerOf(request, match, { method, path, query, read, heard }).catch(
      (error: unknown): Answer => {
        if (error instanceof DiscordError) return refusal(error)
        throw error
      },
    )
    return fate.fault === 'done-and-5xx' ? brokenDown(502) : answer
  }

  const answerOf = async (
    request: IncomingMessage,
    match: Match,
    about: {
      method: string
      path: string
      query: URLSearchParams
      read: Awaited<ReturnType<typeof readBody>>
      heard: Heard
    },
  ): Promise<Answer> => {
    const { method, path, query, read, heard } = about
    if (match.found !== 'route') {
      hub.unknownRoutes.push({ method, path })
      throw noRoute(match.found === 'path' ? 405 : 404, method, path)
    }
    const known = request.headers.authorization === `Bot ${hub.app.token}`
    if (match.route.open !== true && !known) throw unauthorized()
    const { headers, refused } = limits.count(match.route, match.params)
    if (refused !== undefined) return told(heard, headers, refused)
    heard.headers = headers
    return match.route.handle({
      hub,
      method,
      params: match.params,
      query,
      body: read.body,
      files: read.files,
      reason: reasonIn(request.headers['x-audit-log-reason']),
      limits,
    })
  }

  return async (request, response) => {
    const heard: Heard = { body: undefined, files: 0, headers: {}, fault: 'none', atTheDoor: false }
    const answer = await handle(request, heard).catch((error: unknown): Answer | undefined => {
      // A bot that was killed while it spoke said nothing.
      if (!request.complete) return undefined
      if (error instanceof DiscordError) return refusal(error)
      deps.onBug(error)
      return { status: 500, body: { message: '500: Internal Server Error', code: 0 } }
    })
    if (answer === undefined) return
    const { headers, fault } = heard
    // The time here is the time of this Discord, as in the ids that it gives.
    const date = new Date(hub.clock.now()).toUTCString()
    const all = { date, ...headers, ...answer.headers }
    if (!heard.atTheDoor) limits.answered(answer.status, all)
    if (fault === 'lost-answer' || faults.isOut()) request.socket.destroy()
    else send(response, answer, all)
    onRest?.({
      method: request.method ?? 'GET',
      path: (request.url ?? '/').replace(/^\/api(\/v\d+)?/, ''),
      body: heard.body,
      ...(heard.files === 0 ? {} : { files: heard.files }),
      status: answer.status,
      response: answer.text ?? answer.body,
      ...(fault === 'none' ? {} : { fault }),
    })
  }
}

function told(heard: Heard, headers: Readonly<Record<string, string>>, answer: Answer): Answer {
  heard.headers = headers
  return answer
}

/** What stands before Discord answers for it in a page of its own, which is no JSON. */
const brokenDown = (status: 500 | 502 | 503): Answer => ({ status, text: `error code: ${status}` })

/** A refusal, with the header that says how long it lasts where it does. */
const refusal = (error: DiscordError): Answer => ({
  status: error.status,
  body: error.body,
  ...(error.retryAfter === undefined
    ? {}
    : {
        headers: {
          'retry-after': String(Math.max(1, Math.ceil(error.retryAfter))),
          'x-ratelimit-scope': 'user',
        },
      }),
})

function send(response: ServerResponse, answer: Answer, headers: Readonly<Record<string, string>>): void {
  if (answer.text !== undefined) {
    response.writeHead(answer.status, { ...headers, 'content-type': 'text/plain' }).end(answer.text)
  } else if (answer.body === undefined) {
    // A 204 must not say that it is JSON: clients would try to read it.
    response.writeHead(answer.status, headers).end()
  } else {
    response
      .writeHead(answer.status, { ...headers, 'content-type': 'application/json' })
      .end(JSON.stringify(answer.body))
  }
}

/** 1 to 512 characters, written as in a URL. Source: Discord, Audit Logs Resource, Audit Log Entry Object. */
function reasonIn(header: string | string[] | undefined): string | undefined {
  if (typeof header !== 'string' || header === '') return undefined
  const reason = decoded(header)
  if (reason.length <= 512) return reason
  const message = 'Must be between 1 and 512 in length.'
  throw invalidForm([{ code: 'BASE_TYPE_BAD_LENGTH', message, path: ['reason'] }])
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
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
