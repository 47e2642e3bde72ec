import { expect, onTestFinished } from 'vitest'
import { seedFor } from '../../../src/practice/house.ts'
import { startLocalDiscord } from '../../../src/practice/local-discord.ts'
import type { GuildSeed } from '../../../src/practice/seed.ts'
import { type Page, type PageOptions, startPage } from '../../../src/practice/web/server.ts'
import { agreementsOf } from '../agreements.ts'
import { openWindow, type PageWindow } from './page-window.ts'

export interface OpenPage<House extends PageOptions['house']> {
  readonly page: Page
  readonly house: House
  /** Opens a window as somebody and waits for the house. */
  readonly enter: (who: string) => Promise<PageWindow>
}

/** A house without a bot: people, channels and what they may, for what does not need more. */
export async function quietHouse(
  seed: (given: GuildSeed) => GuildSeed = (given) => given,
): Promise<PageOptions['house']> {
  const { policy } = await agreementsOf('policies')
  const discord = await startLocalDiscord({ seedGuild: seed(seedFor(policy)) })
  onTestFinished(() => discord.stop())
  return { discord, policy }
}

/** Opens the page of a house; a fault in its server fails the test. */
export async function openPage<House extends PageOptions['house']>(
  house: House,
  options: Omit<PageOptions, 'house'> = {},
): Promise<OpenPage<House>> {
  const bugs: unknown[] = []
  const page = await startPage({ house, onBug: (error) => bugs.push(error), ...options })
  onTestFinished(async () => {
    await page.stop()
    expect(bugs, 'faults of the page').toEqual([])
  })
  return {
    page,
    house,
    async enter(who) {
      const window = await openWindow(page.url, who)
      await window.heard('house')
      return window
    },
  }
}
