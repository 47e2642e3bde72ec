import type { Locator, Page } from 'playwright-core'

/** Milliseconds for a test in a browser: it takes a few seconds, and many times that on a machine that is busy. */
export const BROWSER_TEST_MS = 60_000

/** Goes to a channel as somebody would. */
export async function goTo(page: Page, channel: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(`^${channel}(?:,|$)`) }).click()
  await page.getByRole('heading', { name: channel, exact: true }).first().waitFor()
}

/** The field where one writes, also while it steers a list of commands. */
export const composerOf = (page: Page): Locator => page.locator('#composer')

/** The message with these words. */
export const messageWith = (page: Page, words: string | RegExp): Locator =>
  page.getByRole('article').filter({ hasText: words }).last()

/** Types a command and chooses it with Tab; the one that fits best. */
export async function typeCommand(page: Page, command: string): Promise<Locator> {
  await composerOf(page).pressSequentially(command)
  await page.getByRole('option', { name: command }).first().waitFor()
  await page.keyboard.press('Tab')
  const form = page.getByRole('group', { name: command })
  await form.waitFor()
  return form
}

/** Opens a menu of choices and chooses, with the mouse. */
export async function choose(page: Page, menu: Locator, choice: string): Promise<void> {
  await menu.click()
  await page.getByRole('option', { name: choice }).first().click()
}

/**
 * What goes over the line of a window, from its first word on, as it goes. `before` is for `visit`, so that nothing is
 * missed.
 */
export function recorder(): {
  readonly before: (page: Page) => Promise<void>
  /** All that the server sent. */
  readonly received: () => string
  /** What the window sent. */
  readonly sent: () => readonly Readonly<Record<string, unknown>>[]
} {
  const received: string[] = []
  const sent: string[] = []
  return {
    async before(page) {
      page.on('websocket', (socket) => {
        socket.on('framereceived', ({ payload }) => received.push(String(payload)))
        socket.on('framesent', ({ payload }) => sent.push(String(payload)))
      })
    },
    received: () => received.join('\n'),
    sent: () => sent.map((frame) => JSON.parse(frame) as Record<string, unknown>),
  }
}

/** Whether the focus is in an element, or on it. */
export const hasFocus = (element: Locator): Promise<boolean> =>
  element.evaluate((one: InPage) => one.contains(one.ownerDocument.activeElement))

/** As much of an element in the page as is asked of it here: tests know no other page. */
interface InPage {
  readonly ownerDocument: { readonly activeElement: unknown }
  contains(other: unknown): boolean
}

/** The words of the line that a field points at while it steers a list; empty when it points at none. */
export const pointedAt = (page: Page): Promise<string> =>
  page.evaluate<string>(
    'document.getElementById(document.activeElement?.getAttribute("aria-activedescendant") ?? "")?.innerText ?? ""',
  )
