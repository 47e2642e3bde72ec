import type { Locator, Page } from 'playwright-core'

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

/** Everything that the server sent to a window since this was called, as it went over the line. */
export async function recorded(page: Page): Promise<{ readonly all: () => string }> {
  const frames: string[] = []
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => frames.push(String(payload)))
  })
  // The line that stands already cannot be listened to: with a new one nothing is missed.
  await page.reload()
  await composerOf(page).waitFor()
  return { all: () => frames.join('\n') }
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
