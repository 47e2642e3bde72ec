import { describe, expect, it } from 'vitest'
import { expectAccessible } from '../support/axe.ts'
import { BROWSER_TEST_MS, choose, composerOf, goTo, messageWith, typeCommand } from '../support/page-acts.ts'
import { openPageHouse } from '../support/page-house.ts'

describe('setting a house up in the page', () => {
  it(
    'roles, channels and people are chosen from menus that show what stands, and one that may be empty is emptied',
    async () => {
      const { house, visit } = await openPageHouse()
      const page = await visit('sam')
      await goTo(page, 'team')
      await typeCommand(page, '/huis opzet')
      await composerOf(page)
        .or(page.getByRole('group', { name: '/huis opzet' }))
        .first()
        .press('Enter')
      const message = messageWith(page, 'De bot opzetten')
      const next = message.getByRole('button', { name: 'Verder', exact: true })
      const at = (number: number) => message.getByText(`stap ${number} van 11`).waitFor()
      await at(1)
      await next.click()
      await at(2)
      await next.click()
      await at(3)
      await message.getByRole('button', { name: /1\. De rol van de jeugdwerkers: Jeugdwerker/ }).waitFor()
      await choose(
        page,
        message.getByRole('button', { name: /3\. De rol van de vrijwilligers/ }),
        'Achterwacht',
      )
      await message.getByRole('button', { name: /3\. De rol van de vrijwilligers: Achterwacht/ }).waitFor()
      await choose(
        page,
        message.getByRole('button', { name: /3\. De rol van de vrijwilligers/ }),
        'Achterwacht',
      )
      await message.getByRole('button', { name: /^3\. De rol van de vrijwilligers$/ }).waitFor()
      await expectAccessible(page, 'a step of the set-up')
      await next.click()
      await at(4)
      await choose(
        page,
        message.getByRole('button', { name: /1\. Kanaal voor de mededeling: welkom/ }),
        'muziek',
      )
      await page.getByRole('button', { name: 'Klaar' }).click()
      await message.getByRole('button', { name: /mededeling: .*muziek/ }).waitFor()
      await next.click()
      await at(5)
      await next.click()
      await at(6)
      await choose(page, message.getByRole('button', { name: /1\. De integriteitspersoon/ }), 'Noor')
      await message.getByRole('button', { name: /1\. De integriteitspersoon: Noor/ }).waitFor()
      // Nothing of it holds.
      expect(house.bot().desk.of().policy.house.contacts.integrity.discordId).toBeUndefined()
    },
    BROWSER_TEST_MS,
  )
})
