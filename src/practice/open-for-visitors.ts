import { createInterface } from 'node:readline'
import { watchAgreements, type WatchedAgreements } from './agreements/watch-agreements.ts'
import { openPracticeHouse, type PracticeHouse, type PracticeOptions } from './house.ts'
import { createLessons, type Lessons } from './lessons/lessons.ts'
import { clockView, moveClock, moveClockTo } from './move-clock.ts'
import { narrate } from './narrate.ts'
import { playScene } from './scene.ts'
import { visitorSays } from './visitor.ts'
import { lookBehind } from './wall/look-behind.ts'
import type { Parts } from './web/parts.ts'
import { type Page, startPage } from './web/server.ts'

export interface VisitOptions
  extends Pick<PracticeOptions, 'policyFolder' | 'log' | 'onRest' | 'readAgreements'> {
  readonly write: (line: string) => void
  /** Also opens the page, on this port of this machine (0: a free one). */
  readonly page?: { readonly port: number }
  /**
   * For who works on it (`npm run dev`): saved agreements hold at once, windows come back after a new start, and the
   * terminal is left to what is built.
   */
  readonly forDevelopers?: { onOpen(url: string): void }
  /** Closes the house, as Ctrl-C does. */
  readonly stop?: AbortSignal
}

const HELP = `Now it is your turn, in the page or here. Type as one of the members, for example:
  noor #gaming hey, wie speelt er mee?
  noor /praat
  fatima /wachtrij
Ctrl-C closes the house; nothing is kept.`

/** Opens the house and keeps it open until Ctrl-C (or until the input ends, when there is nobody to type). */
export async function openForVisitors(options: VisitOptions): Promise<void> {
  const asked = listenForClosing(options.stop)
  const { forDevelopers } = options
  const write = forDevelopers === undefined ? options.write : () => undefined
  write('Opening the practice house…')
  const house = await openPracticeHouse(options)
  const agreements = watchAgreements({ house, policyFolder: options.policyFolder, onBug: tellOfBug })
  const lessons = await createLessons({
    house,
    policyFolder: options.policyFolder,
    moveTo: (to, { inLesson }) => moveClockTo(house, to, !inLesson),
    log: options.log,
  })
  // A lesson is nobody's agreement: a file that was saved is on the shelf at once.
  agreements.onChange(() => void lessons.reread().catch(tellOfBug))
  if (forDevelopers !== undefined) applyAtOnce(house, agreements)
  let page: Page | undefined
  let quiet: (() => void) | undefined
  try {
    if (options.page !== undefined) {
      page = await startPage({
        house,
        port: options.page.port,
        opensAgain: forDevelopers !== undefined,
        onBug: tellOfBug,
        ...partsOf(house, agreements, lessons),
      })
      write(`\nOpen this in your browser, to look and try: ${page.url}`)
      forDevelopers?.onOpen(page.url)
    }
    quiet = narrate(house, write)
    await Promise.race([receive(house, write, asked), asked.toClose])
  } finally {
    asked.listenNoMore()
    quiet?.()
    write('\nClosing the house.')
    await page?.stop()
    await lessons.stop()
    await agreements.stop()
    await house.close()
  }
}

/** What the page has beside the house itself. */
const partsOf = (house: PracticeHouse, agreements: WatchedAgreements, lessons: Lessons): Parts => ({
  agreements,
  lessons,
  clock: { view: () => clockView(house), move: (to) => moveClock(house, to) },
  lookBehind: (ask) => lookBehind(house, ask),
})

/** Nobody has to press _Pas toe_ for what they saved. */
function applyAtOnce(house: PracticeHouse, agreements: WatchedAgreements): void {
  agreements.onChange(() => {
    if (agreements.view(house.discord.botId).state === 'changed') void agreements.apply().catch(tellOfBug)
  })
}

/** A fault of the practice page itself; the house goes on. */
const tellOfBug = (error: unknown): void =>
  void process.stderr.write(
    `The practice page failed: ${error instanceof Error ? error.stack : String(error)}\n`,
  )

interface Asked {
  /** Resolves when somebody asks to close the house. */
  readonly toClose: Promise<void>
  readonly close: () => void
  readonly isClosing: () => boolean
  listenNoMore(): void
}

/** Ctrl-C closes the house in order, also while it is still being shown round; a second one ends it there and then. */
function listenForClosing(stop: AbortSignal | undefined): Asked {
  let closing = false
  const asked: (() => void)[] = []
  const toClose = new Promise<void>((resolve) => void asked.push(resolve))
  const close = (): void => {
    closing = true
    asked[0]?.()
  }
  process.once('SIGINT', close)
  process.once('SIGTERM', close)
  stop?.addEventListener('abort', close, { once: true })
  if (stop?.aborted === true) close()
  return {
    toClose,
    close,
    isClosing: () => closing,
    listenNoMore() {
      process.off('SIGINT', close)
      process.off('SIGTERM', close)
      stop?.removeEventListener('abort', close)
    },
  }
}

/** Shows what the house does, then lets people type. A house that closes meanwhile ends it wherever it is. */
async function receive(house: PracticeHouse, write: (line: string) => void, asked: Asked): Promise<void> {
  try {
    await house.bot.idle()
    const { name } = house.policy.house
    write(`\n${name} is open, on a local Discord at ${house.discord.api}. A few members come by:\n`)
    await playScene(house, (line) => {
      if (!asked.isClosing()) write(line)
    })
    if (asked.isClosing()) return
    write(`\n${HELP}\n`)
    await untilClosed(house, write, asked)
  } catch (error) {
    if (!asked.isClosing()) throw error
  }
}

async function untilClosed(house: PracticeHouse, write: (line: string) => void, asked: Asked): Promise<void> {
  const input = createInterface({ input: process.stdin })
  // Without a terminal nobody can type: the house then stays open until it is stopped.
  const stay = setInterval(() => undefined, 60_000)
  if (process.stdin.isTTY) input.once('close', asked.close)
  input.on('line', (line) => {
    visitorSays(house, line).then(
      (answers) => answers.forEach(write),
      () => write('That did not work.'),
    )
  })
  await asked.toClose
  clearInterval(stay)
  input.close()
}
