import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { createLog } from '../log.ts'
import { StartError } from '../start-error.ts'
import { explainFailure } from '../start-failure.ts'
import type { RestRecord } from './local-discord.ts'
import { openForVisitors } from './open-for-visitors.ts'
import { replay } from './replay.ts'
import { describeResult } from './describe-result.ts'

const USAGE = `npm run practice                     opens the practice house and its page; Ctrl-C closes them
    --port N                          where the page stands on this machine (default: a free port)
    --no-page                         only the terminal
npm run practice -- --replay FILE     lets members say the lines of a chat log, counts what the house did, and ends
    --channel NAME                    where they say it (default: algemeen)
    --json OUT                        writes the counts as JSON too
    --log REQUESTS                    writes every request of the bot and its answer, a JSON line each
    --policies FOLDER                 tries other agreements (default: policies)
    --for-developers                  what npm run dev starts: saved agreements hold at once`

const write = (line: string): void => void process.stdout.write(`${line}\n`)

function readArguments(): ReturnType<typeof parse> {
  try {
    return parse()
  } catch (error) {
    const why = error instanceof Error ? error.message.split('. ')[0] : ''
    throw new StartError('usage', `${why}. What there is:\n${USAGE}`)
  }
}

const parse = () =>
  parseArgs({
    options: {
      replay: { type: 'string' },
      channel: { type: 'string', default: 'algemeen' },
      json: { type: 'string' },
      log: { type: 'string' },
      policies: { type: 'string', default: 'policies' },
      port: { type: 'string' },
      'no-page': { type: 'boolean', default: false },
      'for-developers': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  }).values

/** The port that was asked for; 0, which is any that is free, when none was. */
function portIn(given: string | undefined): number {
  const port = given === undefined ? 0 : Number(given)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new StartError('usage', `--port takes a number up to 65535. What there is:\n${USAGE}`)
}

/** A file that takes one JSON line for each request; `end` resolves when all is on disk. */
function requestLog(file: string): { add: (record: RestRecord) => void; end: () => Promise<void> } {
  const stream = createWriteStream(file)
  const failed = new Promise<never>((_resolve, reject) => {
    stream.once('error', () =>
      reject(new StartError('log-file', `The file ${file} cannot be written: choose another after --log.`)),
    )
  })
  failed.catch(() => undefined)
  return {
    add: (record) => void stream.write(`${JSON.stringify(record)}\n`),
    end: () => Promise.race([failed, new Promise<void>((resolve) => void stream.end(resolve))]),
  }
}

/** Tells the program that started this one (.tools/dev) that the house is open, and closes it when that program is gone. */
function tellParent(): Pick<Parameters<typeof openForVisitors>[0], 'forDevelopers' | 'stop'> {
  const gone = new AbortController()
  process.once('disconnect', () => gone.abort())
  // Who listens for the parent would stay for it, also when the house is closed.
  process.channel?.unref()
  return { stop: gone.signal, forDevelopers: { onOpen: (url) => void process.send?.({ open: url }) } }
}

function showProgress(said: number, of: number): void {
  const line = `said ${said} of ${of}`
  if (process.stdout.isTTY) process.stdout.write(said === of ? `\r${line}\n` : `\r${line}`)
  else if (said === of || said % 2_000 === 0) write(line)
}

async function main(): Promise<void> {
  const options = readArguments()
  if (options.help) return write(USAGE)
  const log = createLog(process.env['LOG_LEVEL'] ?? 'error')
  const requests = options.log === undefined ? undefined : requestLog(options.log)
  const onRest = requests === undefined ? {} : { onRest: requests.add }
  if (options.replay === undefined) {
    const page = options['no-page'] ? {} : { page: { port: portIn(options.port) } }
    const forDevelopers = options['for-developers'] ? tellParent() : {}
    await openForVisitors({
      policyFolder: options.policies,
      log,
      ...onRest,
      write,
      ...page,
      ...forDevelopers,
    })
    await requests?.end()
    return
  }
  const result = await replay({
    file: options.replay,
    channel: options.channel,
    policyFolder: options.policies,
    log,
    ...onRest,
    onProgress: showProgress,
  })
  await requests?.end()
  for (const line of describeResult(result)) write(line)
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(result)}\n`)
}

main().catch((error: unknown) => {
  process.stderr.write(`${explainFailure(error)}\n`)
  process.exitCode = 1
})
