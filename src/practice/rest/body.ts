import type { IncomingMessage } from 'node:http'
import { discordError } from '../errors.ts'
import type { UploadedFile } from './request.ts'

/** What a request holds: its JSON, and the files beside it. */
export interface ReadBody {
  readonly body: unknown
  readonly files: readonly UploadedFile[]
}

/** Reads a body of JSON, or a form with `payload_json` and `files[n]`. Source: Discord, Uploading Files. */
export async function readBody(request: IncomingMessage): Promise<ReadBody> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const raw = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  if (type.startsWith('multipart/form-data')) return readForm(raw, type)
  if (raw.length === 0) return { body: undefined, files: [] }
  return { body: parseJson(raw.toString('utf8')), files: [] }
}

async function readForm(raw: Buffer, type: string): Promise<ReadBody> {
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } })
    .formData()
    .catch(() => {
      throw discordError(50035)
    })
  const files: UploadedFile[] = []
  let body: unknown
  for (const [name, value] of form) {
    if (name === 'payload_json') body = parseJson(typeof value === 'string' ? value : await value.text())
    const index = /^files\[(\d+)\]$/.exec(name)?.[1]
    if (index === undefined || typeof value === 'string') continue
    const contentType = value.type === '' ? 'application/octet-stream' : value.type
    files.push({ index, filename: value.name, contentType, size: value.size })
  }
  return { body: body ?? {}, files }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw discordError(50109)
  }
}
