import { expect, test } from 'vitest'
import { createLog } from '../../src/log.ts'
import { EXIT, runUntilStopped } from '../../src/run-until-stopped.ts'
import { type Ring, type Step, stopInOrder } from '../../src/stop-in-order.ts'

/** Alarms that ring when the test says so. */
function alarms(): { readonly ring: Ring; readonly over: () => void } {
  const waiting: (() => void)[] = []
  return {
    ring: (_ms, ring) => {
      waiting.push(ring)
      return () => undefined
    },
    over: () => {
      for (const ring of waiting.splice(0)) ring()
    },
  }
}
const never = (): Promise<never> => new Promise(() => undefined)
const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

test('everything ends in order, and nothing is left', async () => {
  const done: string[] = []
  const step = (name: string): Step => ({ name, run: async () => void done.push(name) })
  expect(
    await stopInOrder([step('ears'), step('effects'), step('database')], 1_000, () => undefined),
  ).toEqual([])
  expect(done).toEqual(['ears', 'effects', 'database'])
})

test('what is not done in time is said by name, and the database is closed all the same', async () => {
  const { ring, over } = alarms()
  let closed = false
  const steps: Step[] = [
    { name: 'effects', run: never, left: () => ['card', 'card', 'notice'] },
    { name: 'trials', run: never },
    { name: 'database', run: async () => void (closed = true), always: true },
  ]
  const stopping = stopInOrder(steps, 10_000, () => undefined, ring)
  await turn()
  over()
  expect(await stopping).toEqual(['effects (card, notice)', 'trials'])
  expect(closed).toBe(true)
})

test('even what must be done gets no eternity', async () => {
  const { ring, over } = alarms()
  const stopping = stopInOrder(
    [
      { name: 'a', run: never },
      { name: 'database', run: never, always: true },
    ],
    1,
    () => undefined,
    ring,
  )
  await turn()
  over()
  await turn()
  over()
  expect(await stopping).toEqual(['a', 'database'])
})

test('a step that fails is told, and stops none of the others', async () => {
  const failed: string[] = []
  let closed = false
  const left = await stopInOrder(
    [
      { name: 'effects', run: () => Promise.reject(new Error('woorden van iemand')) },
      { name: 'database', run: async () => void (closed = true) },
    ],
    1_000,
    (name) => void failed.push(name),
  )
  expect([left, failed, closed]).toEqual([[], ['effects'], true])
})

function processOf(stop: () => Promise<readonly string[]>) {
  const listeners = new Map<string, (error: unknown) => void>()
  const exits: number[] = []
  const lines: string[] = []
  const run = runUntilStopped({
    log: createLog('debug', { write: (line) => void lines.push(line) }),
    newId: () => 'abcdefgh-1',
    stop,
    process: {
      on: (event: string, listener: (error: unknown) => void) => void listeners.set(event, listener),
      exit: (code: number) => void exits.push(code),
    },
  })
  const emit = (event: string, error?: unknown): void => listeners.get(event)?.(error)
  return { run, emit, exits, lines }
}

test('a signal stops in order; what was left makes another exit code', async () => {
  const clean = processOf(async () => [])
  clean.emit('SIGTERM')
  await turn()
  expect(clean.exits).toEqual([EXIT.stopped])
  const late = processOf(async () => ['effects (card)'])
  late.emit('SIGINT')
  await turn()
  expect(late.exits).toEqual([EXIT.left])
  expect(late.lines.join('')).toContain('effects (card)')
})

test('the second signal stops at once', async () => {
  const { emit, exits } = processOf(never)
  emit('SIGTERM')
  await turn()
  expect(exits).toEqual([])
  emit('SIGTERM')
  expect(exits).toEqual([143])
})

test.each(['uncaughtException', 'unhandledRejection'])(
  '%s is logged with an id and without words, and ends in order with a code of its own',
  async (event) => {
    const { emit, exits, lines } = processOf(async () => [])
    emit(event, new TypeError('geheime woorden van lotte'))
    emit(event, 'nog meer geheime woorden')
    await turn()
    expect(exits).toEqual([EXIT.fault])
    expect(lines.join('')).toContain('"bug":"abcdefgh"')
    expect(lines.join('')).toContain('TypeError')
    expect(lines.join('')).not.toContain('geheime')
  },
)
