import type { BrowserContextOptions, ConsoleMessage, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { clockView } from '../../src/practice/move-clock.ts'
import { startPage } from '../../src/practice/web/server.ts'
import type { PageOptions } from '../../src/practice/web/server.ts'
import { theBrowser } from './browser.ts'
import { openHouse } from './house.ts'
import type { TestHouse, TestHouseOptions } from './house.ts'

export interface PageHouse {
  readonly house: TestHouse
  /** Of the page, such as `http://127.0.0.1:41234/`. */
  readonly url: string
  /**
   * Opens a window in a browser of its own, as somebody; as a newcomer when nobody is named. Whatever the window writes
   * on its console, throws, or asks of another machine fails the test.
   */
  readonly visit: (who?: string, options?: VisitOptions) => Promise<Page>
  /** Closes the page, as Ctrl-C does; the house stays. */
  readonly closePage: () => Promise<void>
}

export interface VisitOptions extends BrowserContextOptions {
  /** Done with the window before it opens the page. */
  readonly before?: (page: Page) => Promise<void>
}

export interface PageHouseOptions extends TestHouseOptions {
  /** What the page has beside the house: its clock, its lessons. Made when the house stands. */
  readonly parts?: (house: TestHouse) => Omit<PageOptions, 'house'> | Promise<Omit<PageOptions, 'house'>>
}

export const DESK = { viewport: { width: 1280, height: 800 } } satisfies BrowserContextOptions
export const PHONE = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 1,
} satisfies BrowserContextOptions

/** A house with the real bot, its page, and a real browser to look at it. */
export async function openPageHouse(options: PageHouseOptions = {}): Promise<PageHouse> {
  const browser = await theBrowser()
  const house = await openHouse(options)
  const bugs: unknown[] = []
  const server = await startPage({
    house,
    onBug: (error) => bugs.push(error),
    clock: {
      view: () => clockView({ bot: house.bot(), discord: house.discord }),
      move: () => house.pass(60),
    },
    ...(await options.parts?.(house)),
  })
  let stopped: Promise<void> | undefined
  const closePage = (): Promise<void> => (stopped ??= server.stop())
  const wrong: string[] = []
  const contexts: { close(): Promise<void> }[] = []
  // Runs before the house stops: what was registered last ends first.
  onTestFinished(async () => {
    await Promise.all(contexts.map((context) => context.close()))
    await closePage()
    expect(wrong, 'what went wrong in a window').toEqual([])
    expect(bugs, 'faults of the server of the page').toEqual([])
  })
  return {
    house,
    url: server.url,
    closePage,
    async visit(who, { before, ...settings }: VisitOptions = DESK) {
      const context = await browser.newContext({ locale: 'nl-BE', colorScheme: 'dark', ...settings })
      contexts.push(context)
      context.setDefaultTimeout(30_000)
      const page = await context.newPage()
      watch(page, server.url, wrong)
      await before?.(page)
      await page.goto(who === undefined ? server.url : `${server.url}#als=${who}`)
      return page
    },
  }
}

const bad = (message: ConsoleMessage): boolean => ['error', 'warning', 'assert'].includes(message.type())

function watch(page: Page, home: string, wrong: string[]): void {
  page.on('console', (message) => {
    if (bad(message)) wrong.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => wrong.push(`error: ${error.stack ?? error.message}`))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(home) && !url.startsWith('data:') && !url.startsWith('blob:'))
      wrong.push(`asked ${url}`)
  })
  page.on('websocket', (socket) => {
    if (!socket.url().startsWith(home.replace('http:', 'ws:'))) wrong.push(`line to ${socket.url()}`)
  })
}
