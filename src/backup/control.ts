import { chmodSync, unlinkSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { connect } from 'node:net'
import { isAbsolute } from 'node:path'
import { z } from 'zod'

/**
 * A bot that runs lets nobody else into its database, so it copies the file itself when it is asked to. It is asked
 * through a socket beside the database, which only the user that runs the bot can open.
 */
export const controlSocketOf = (databaseFile: string): string => `${databaseFile}.control`

const wishSchema = z.strictObject({ to: z.string().min(1).max(4_000).refine(isAbsolute) })
const answerSchema = z.strictObject({ done: z.boolean(), code: z.string().optional() })

/** Longer names do not fit in the address of a socket, on any system. */
const LONGEST_NAME = 100

export interface Control {
  stop(): Promise<void>
}

/** Whether somebody answers at that socket. */
export const isAnswered = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = connect(path)
    probe.once('connect', () => {
      probe.destroy()
      resolve(true)
    })
    probe.once('error', () => resolve(false))
  })

/**
 * Answers at the socket.
 *
 * @param copyTo - copies the database to a new file
 * @returns undefined when the name of the socket is too long for this system: a backup then needs a bot that is stopped
 */
export async function startControl(
  path: string,
  copyTo: (file: string) => Promise<void>,
  onError: (error: unknown) => void,
): Promise<Control | undefined> {
  if (Buffer.byteLength(path) > LONGEST_NAME) return undefined
  // The lock of the database says that this is the only bot here: what lies there was left by one that was killed.
  try {
    unlinkSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const server = createServer((incoming, response) => {
    const answer = (status: number, value: z.infer<typeof answerSchema>): void =>
      void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    const parts: Buffer[] = []
    incoming.on('data', (part: Buffer) => void parts.push(part))
    incoming.on('end', () => {
      const wish = wishSchema.safeParse(parsed(Buffer.concat(parts).toString('utf8')))
      if (incoming.method !== 'POST' || incoming.url !== '/copy' || !wish.success)
        return answer(400, { done: false })
      copyTo(wish.data.to).then(
        () => answer(200, { done: true }),
        (error: unknown) => {
          onError(error)
          const { code } = error as { code?: unknown }
          answer(500, { done: false, ...(typeof code === 'string' ? { code } : {}) })
        },
      )
    })
  })
  server.maxConnections = 4
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  chmodSync(path, 0o600)
  server.unref()
  return {
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Asks the bot that runs on a database for a copy.
 *
 * @returns undefined when no bot answers there; else whether it is done, and the code of what went wrong
 */
export const askForCopy = async (
  socketPath: string,
  to: string,
): Promise<{ readonly done: boolean; readonly code?: string | undefined } | undefined> => {
  if (!(await isAnswered(socketPath))) return undefined
  return new Promise((resolve, reject) => {
    const asking = request({ socketPath, path: '/copy', method: 'POST' }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => void parts.push(part))
      response.on('end', () => {
        const answer = answerSchema.safeParse(parsed(Buffer.concat(parts).toString('utf8')))
        resolve(answer.success ? answer.data : { done: false })
      })
    })
    asking.once('error', reject)
    asking.end(JSON.stringify({ to }))
  })
}
