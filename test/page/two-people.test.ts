import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { BROWSER_TEST_MS, choose, goTo, messageWith, recorder } from '../support/page-acts.ts'
import { DESK, openPageHouse } from '../support/page-house.ts'

const SAID = 'Jij mag nooit meer meespelen'
const WORDS = 'zebrapad: dit gaat al weken zo'

describe('people in their own windows at once', () => {
  it(
    'brings a report from one to the team, where one takes it, another looks, and it is decided',
    async () => {
      const { house, visit } = await openPageHouse()
      const { world } = house
      await world.member('amir').says('#gaming', SAID)
      await house.settled()
      const [toNoor, toLena, toJonas] = [recorder(), recorder(), recorder()]
      const open = (who: string, { before }: { before: (page: Page) => Promise<void> }) =>
        visit(who, { ...DESK, before })
      const [noor, lena, jonas] = await Promise.all([
        open('noor', toNoor),
        open('lena', toLena),
        open('jonas', toJonas),
      ])
      await Promise.all([goTo(noor, 'gaming'), goTo(lena, 'wachtrij'), goTo(jonas, 'wachtrij')])

      await messageWith(noor, SAID).click({ button: 'right' })
      await noor.getByRole('menuitem', { name: 'Apps' }).click()
      await noor.getByRole('menuitem', { name: 'Meld dit bericht' }).click()
      const form = noor.getByRole('dialog', { name: 'Meld dit bericht' })
      await choose(noor, form.getByRole('button', { name: /^Wat is er aan de hand/ }), 'Iemand pest iemand')
      await form.getByRole('textbox').fill(WORDS)
      await form.getByRole('button', { name: 'Verstuur' }).click()
      await form.waitFor({ state: 'hidden' })
      const thanks = messageWith(noor, 'Alleen jij ziet dit')
      await thanks.waitFor()
      const thanked = await thanks.getAttribute('data-message')

      // Both see the card; one takes it, and the other sees at once whose it is.
      const drawn = messageWith(lena, 'Nog van niemand')
      const cardId = await drawn.getAttribute('data-message')
      const [card, same] = [lena, jonas].map((page) => page.locator(`[data-message="${cardId}"]`))
      if (card === undefined || same === undefined) throw new Error('no card')
      await card.getByRole('button', { name: 'Neem op' }).click()
      await same.getByText('Opgenomen door').waitFor()
      await card.getByRole('button', { name: 'Geef vrij' }).waitFor()
      await same.getByRole('button', { name: /^Toon/ }).click()
      const shown = messageWith(jonas, WORDS)
      await shown.getByText(SAID).waitFor()
      const shownId = (await shown.getAttribute('data-message')) ?? ''

      await card.getByRole('button', { name: 'Beslis' }).click()
      await choose(lena, lena.getByRole('button', { name: 'Kies een uitkomst' }), 'Gepraat')
      const reason = lena.getByRole('dialog')
      await choose(lena, reason.getByRole('button').filter({ hasText: /Kies/ }).first(), 'Het kwetst iemand')
      await reason.getByRole('button', { name: 'Verstuur' }).click()
      await messageWith(lena, 'Genoteerd: Gepraat.').waitFor()
      await same.getByText('Afgesloten').waitFor()
      await expect
        .poll(() =>
          house
            .bot()
            .desk.db.flag.findFirst()
            .then((flag) => flag?.outcome),
        )
        .toBe('talked')

      // What one was shown alone is in no other page, and went over no other line.
      for (const page of [noor, lena]) expect(await page.content()).not.toContain(shownId)
      expect(await lena.content()).not.toContain(WORDS)
      expect(toJonas.received()).toContain(WORDS)
      expect(toLena.received()).not.toContain(WORDS)
      expect(toLena.received()).not.toContain(shownId)
      expect(toLena.received()).toContain('Genoteerd: Gepraat.')
      expect(toJonas.received()).not.toContain('Genoteerd: Gepraat.')
      for (const line of [toLena, toJonas]) expect(line.received()).not.toContain(thanked)
      const queue = world.channel('wachtrij').id
      expect(toNoor.received()).toContain(thanked)
      for (const secret of [shownId, queue, 'Opgenomen door'])
        expect(toNoor.received(), secret).not.toContain(secret)
      expect(toLena.received()).toContain(queue)
    },
    BROWSER_TEST_MS,
  )
})
