import { answerTo, startedWith } from '../child.ts'
import { must } from '../measure-errors.ts'
import type { SubjectApi, SubjectInput } from './api.ts'
import { collect } from './counting.ts'

/** One bot, in a process of its own. What one kind does not need is not loaded for it: starting is measured too. */
const input = startedWith() as SubjectInput
const MB = 1024 * 1024
const SETTLE_MS = 300

async function start(): Promise<Partial<SubjectApi>> {
  switch (input.kind) {
    case 'ours':
      return (await import('./ours.ts')).startOurs(input)
    case 'bare':
    case 'bare-same-options':
      return (await import('./bare.ts')).startBare(input)
    case 'reader':
      return (await import('./bare.ts')).startReader(input)
    case 'agreements':
      return (await import('./ours.ts')).startAgreements(input)
  }
}

const started = start()
const asked =
  (name: keyof SubjectApi) =>
  async (given: never): Promise<unknown> => {
    const table = await started
    const answer: ((input: never) => unknown) | undefined = table[name]
    must(answer !== undefined, `a bot of the kind "${input.kind}" does not answer to "${name}"`)
    return answer(given)
  }

answerTo({
  ready: asked('ready'),
  expect: asked('expect'),
  heard: asked('heard'),
  idle: asked('idle'),
  facts: asked('facts'),
  screened: asked('screened'),
  watchQueries: asked('watchQueries'),
  queries: asked('queries'),
  stop: asked('stop'),
  read: asked('read'),
  compile: asked('compile'),
  async memory() {
    collect()
    await new Promise<void>((resolve) => void setTimeout(resolve, SETTLE_MS))
    collect()
    const { rss, heapUsed } = process.memoryUsage()
    return { rss: rss / MB, heap: heapUsed / MB }
  },
  processor() {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1_000
  },
})
