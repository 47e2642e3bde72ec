import type { Hub } from '../state/hub.ts'

/** A request that has been read and whose sender is known. */
export interface RestRequest {
  readonly hub: Hub
  readonly method: string
  /** The parts of the path that the route names. */
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: unknown
  readonly files: readonly UploadedFile[]
  readonly reason: string | undefined
  /** What is counted of the bot's requests; nothing where limits are off. */
  readonly limits?: { editOld(channelId: string): void } | undefined
}

export interface UploadedFile {
  /** The number n of `files[n]`. */
  readonly index: string
  readonly filename: string
  readonly contentType: string
  readonly size: number
}

/** What a route answers: a body, or nothing (204). `text` is what is no JSON. */
export type Answer = {
  readonly status: number
  readonly body?: unknown
  readonly text?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Such as '/channels/{channel}/messages'. */
  readonly path: string
  /** True for routes whose token in the path is their key. */
  readonly open?: boolean
  handle(request: RestRequest): Answer | Promise<Answer>
}

export const ok = (body: unknown): Answer => ({ status: 200, body })
export const created = (body: unknown): Answer => ({ status: 201, body })
export const noContent: Answer = { status: 204 }

/** A part of the path; the router has made sure that it is there. */
export const param = (request: RestRequest, name: string): string => request.params[name] ?? ''
