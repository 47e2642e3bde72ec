import { describe, expect, it } from 'vitest'
import { choose, goTo, messageWith, recorded } from '../support/page-acts.ts'
import { openPageHouse } from '../support/page-house.ts'

const SAID = 'Jij mag nooit meer meespelen'
const WORDS = 'zebrapad: dit gaat al weken zo'

describe('people in their own windows at once', () => {
  it('brings a report from one to the team, where one takes it, another looks, and it is decided', async () => {
    const { house, visit } = await openPageHouse()
    const { world } = house
    await world.member('amir').says('#gaming', SAID)
    await house.settled()
    const [noor, lena, jonas] = await Promise.all(['noor', 'lena', 'jonas'].map((who) => visit(who)))
    if (noor === undefined || lena === undefined || jonas === undefined) throw new Error('no windows')
    const [toNoor, toLena, toJonas] = await Promise.all([noor, lena, jonas].map(recorded))
    await Promise.all([goTo(noor, 'gaming'), goTo(lena, 'wachtrij'), goTo(jonas, 'wachtrij')])

    await messageWith(noor, SAID).click({ button: 'right' })
    await noor.getByRole('menuitem', { name: 'Apps' }).click()
    await noor.getByRole('menuitem', { name: 'Meld dit bericht' }).click()
    const form = noor.getByRole('dialog', { name: 'Meld dit bericht' })
    await choose(noor, form.getByRole('button', { name: /^Wat is er aan de hand/ }), 'Iemand wordt gepest')
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
    expect(toJonas?.all()).toContain(WORDS)
    expect(toLena?.all()).not.toContain(WORDS)
    expect(toLena?.all()).not.toContain(shownId)
    expect(toLena?.all()).toContain('Genoteerd: Gepraat.')
    expect(toJonas?.all()).not.toContain('Genoteerd: Gepraat.')
    for (const line of [toLena, toJonas]) expect(line?.all()).not.toContain(thanked)
    const queue = world.channel('wachtrij').id
    expect(toNoor?.all()).toContain(thanked)
    for (const secret of [shownId, queue, 'Opgenomen door'])
      expect(toNoor?.all(), secret).not.toContain(secret)
    expect(toLena?.all()).toContain(queue)
  })
})
