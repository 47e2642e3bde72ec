import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

type In<F> = F extends (input: infer I) => unknown ? I : never
type Out<F> = F extends (...input: never[]) => infer O ? Awaited<O> : never

interface Question {
  readonly id: number
  readonly name: string
  readonly input: unknown
}
interface Answer {
  readonly id: number
  readonly value?: unknown
  readonly error?: string
}

/** A process of its own that answers questions. */
export interface Child<A extends object> {
  readonly pid: number
  /** When it was begun, in milliseconds since 1970, with fractions. */
  readonly begunAt: number
  ask<K extends keyof A & string>(name: K, input: In<A[K]>): Promise<Out<A[K]>>
  /** Kills it, and resolves when it is gone: nothing of it is needed any more. */
  end(): Promise<void>
}

/** This moment, the same in every process of this machine. */
export const moment = (): number => performance.timeOrigin + performance.now()

/**
 * Starts a process.
 *
 * @param file - the compiled file that calls `answerTo`
 * @param input - what it is started with, as JSON in its first argument
 */
export function startChild<A extends object>(
  file: URL,
  input: unknown,
  execArgv: readonly string[] = [],
): Child<A> {
  const begunAt = moment()
  const child: ChildProcess = fork(file, [JSON.stringify(input)], {
    execArgv: [...execArgv],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let asked = 0
  let ended = false
  const gone = (): boolean => child.exitCode !== null || child.signalCode !== null
  child.on('message', ({ id, value, error }: Answer) => {
    const asker = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) asker?.resolve(value)
    else asker?.reject(new Error(error))
  })
  child.on('exit', (code, signal) => {
    if (ended) return
    for (const { reject } of waiting.values())
      reject(new Error(`a process that is measured ended by itself (${code ?? signal})`))
    waiting.clear()
  })
  return {
    pid: child.pid ?? 0,
    begunAt,
    async ask(name, given) {
      if (gone()) throw new Error('a process that is measured is gone')
      asked += 1
      const id = asked
      const answer = new Promise<unknown>((resolve, reject) => void waiting.set(id, { resolve, reject }))
      child.send({ id, name, input: given } satisfies Question)
      return (await answer) as never
    },
    async end() {
      ended = true
      if (gone()) return
      const exit = once(child, 'exit')
      child.kill('SIGKILL')
      await exit
    },
  }
}

/** What this process was started with. */
export const startedWith = (): unknown => JSON.parse(process.argv[2] ?? 'null')

/** Answers the questions of who started this process, and ends with it. */
export function answerTo(answers: object): void {
  const table = answers as Readonly<Record<string, (input: unknown) => unknown>>
  const answer = async ({ id, name, input }: Question): Promise<Answer> => {
    try {
      return { id, value: await table[name]?.(input) }
    } catch (error) {
      return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    }
  }
  process.on('message', (question: Question) => {
    void answer(question).then((said) => process.send?.(said))
  })
  process.on('disconnect', () => process.exit(0))
}
