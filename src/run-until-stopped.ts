import type { Log } from './log.ts'

/** How the process ends, for whoever starts it again by itself. Explained in docs/running.md. */
export const EXIT = {
  /** Stopped in order, everything done. */
  stopped: 0,
  /** Did not start: a sentence on standard error says why. */
  notStarted: 1,
  /** Stopped, and not everything was done in time; it goes on at the next start. */
  left: 2,
  /** Discord closed the connection for good: starting again by itself does not help. */
  closed: 3,
  /** A fault of its own while it ran. */
  fault: 4,
} as const

/** The parts of `process` that are used, for tests. */
export interface ProcessLike {
  on(event: 'SIGINT' | 'SIGTERM', listener: () => void): unknown
  on(event: 'uncaughtException' | 'unhandledRejection', listener: (error: unknown) => void): unknown
  exit(code: number): void
}

interface RunDeps {
  readonly log: Log
  readonly process: ProcessLike
  readonly newId: () => string
  /** Ends everything in order and answers what was left, by name. */
  readonly stop: () => Promise<readonly string[]>
}

export interface Run {
  /** Stops in order and ends the process with that code; what was left makes a clean stop another code. */
  end(code: number): void
}

/** Signals by their number, as a shell tells them: 128 and the signal. */
const AT_ONCE = { SIGINT: 130, SIGTERM: 143 } as const

/**
 * Ends the process in one way, whatever the cause: a signal, a connection that is closed for good, or a fault that
 * nobody caught. The second signal ends it at once.
 */
export function runUntilStopped({ log, process, newId, stop }: RunDeps): Run {
  let ending = false
  const ended = async (code: number): Promise<void> => {
    try {
      const left = await stop()
      if (left.length > 0) log.warn({ left }, 'not everything was done in time; it goes on at the next start')
      process.exit(code === EXIT.stopped && left.length > 0 ? EXIT.left : code)
    } catch (error) {
      log.error({ err: error }, 'could not stop in order')
      process.exit(EXIT.fault)
    }
  }
  const end = (code: number): void => {
    if (ending) return
    ending = true
    log.info('stopping')
    void ended(code)
  }
  const signal = (name: keyof typeof AT_ONCE): void => {
    if (!ending) return end(EXIT.stopped)
    log.warn('asked a second time: stopped at once')
    process.exit(AT_ONCE[name])
  }
  // The message of an error can quote what somebody wrote, so only its kind and place are written down (log.ts).
  const fault = (error: unknown): void => {
    log.fatal({ err: error, bug: newId().slice(0, 8) }, 'a fault that nobody caught')
    end(EXIT.fault)
  }
  process.on('SIGINT', () => signal('SIGINT'))
  process.on('SIGTERM', () => signal('SIGTERM'))
  process.on('uncaughtException', fault)
  process.on('unhandledRejection', fault)
  return { end }
}
