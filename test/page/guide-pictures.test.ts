import { mkdirSync, statSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import { BROWSER_TEST_MS, choose, goTo, messageWith, typeCommand } from '../support/page-acts.ts'
import { DESK, openPageHouse } from '../support/page-house.ts'
import { theBrowser } from '../support/browser.ts'
import { GUIDE_PICTURES } from '../support/guides.ts'
import { decide, INSULT } from '../support/queue.ts'

type Picture = (typeof GUIDE_PICTURES)[number]
/** Bytes: a guide is also read on a phone. */
const AT_MOST = 150_000
const pathOf = (picture: Picture): string => `dist/pictures/${picture}`

const COLOURS_OF_AN_EMOJI = `(() => {
  const context = document.createElement('canvas').getContext('2d')
  context.font = '40px sans-serif'
  context.fillText('🙂', 0, 40)
  const { data } = context.getImageData(0, 0, 50, 50)
  const opaque = Array.from({ length: data.length / 4 }, (_, at) => data.slice(at * 4, at * 4 + 4))
  return new Set(opaque.filter((one) => one[3] === 255).map((one) => one.join())).size
})()`

/** Keeps a picture for `npm run pictures`, with the mouse and the focus out of it: both show tools on a message. */
async function keep(page: Page, picture: Picture, of: Locator): Promise<void> {
  await page.mouse.move(2, 2)
  await page.evaluate('document.activeElement?.blur?.()')
  await of.scrollIntoViewIfNeeded()
  await of.screenshot({ path: pathOf(picture), animations: 'disabled' })
}

it(
  'makes the pictures of the guides: what a young person, a moderator and a youth worker see',
  async () => {
    mkdirSync('dist/pictures', { recursive: true })
    const { house, visit } = await openPageHouse()
    const { world } = house
    const texts = house.bot().desk.texts('nl')
    const [noor, fatima, sam] = await Promise.all(['noor', 'fatima', 'sam'].map((who) => visit(who, DESK)))
    if (noor === undefined || fatima === undefined || sam === undefined) throw new Error('no window')

    await goTo(noor, 'welkom')
    await keep(noor, 'mededeling.png', messageWith(noor, 'Wie leest hier mee?'))

    await goTo(noor, 'algemeen')
    await typeCommand(noor, '/praat')
    await noor.keyboard.press('Enter')
    const answer = messageWith(noor, 'Alleen jij ziet dit')
    await choose(noor, answer.getByRole('button', { name: 'Kies een onderwerp' }), 'Pesten')
    await answer.getByText('Begin hier:').waitFor()
    await keep(noor, 'praat.png', answer)
    await noor.getByRole('button', { name: 'Verberg dit bericht' }).click()

    await typeCommand(noor, '/info')
    await noor.keyboard.press('Enter')
    await keep(noor, 'info.png', messageWith(noor, 'Wat wil je weten?'))

    await world.member('ayoub').says('#gaming', 'Jij mag nooit meer meespelen, niemand wil jou erbij')
    await house.settled()
    await goTo(noor, 'gaming')
    await messageWith(noor, 'nooit meer meespelen').click({ button: 'right' })
    await noor.getByRole('menuitem', { name: 'Apps' }).click()
    await noor.getByRole('menuitem', { name: 'Meld dit bericht' }).click()
    const form = noor.getByRole('dialog', { name: 'Meld dit bericht' })
    await choose(
      noor,
      form.getByRole('button', { name: texts.t('report.reason.label') }),
      texts.t('report.reason.bullying.option'),
    )
    await keep(noor, 'meld-dit-bericht.png', form)
    await form.getByRole('button', { name: 'Verstuur' }).click()
    await form.waitFor({ state: 'hidden' })
    await house.settled()

    await goTo(fatima, 'wachtrij')
    const card = fatima.locator(
      `[data-message="${await messageWith(fatima, 'Nog van niemand').getAttribute('data-message')}"]`,
    )
    await card.getByRole('button', { name: 'Neem op' }).click()
    await card.getByText('Opgenomen door').waitFor()
    await keep(fatima, 'kaart.png', card)
    await card.getByRole('button', { name: 'Beslis' }).click()
    const deciding = messageWith(fatima, 'Wat heb je gedaan?')
    await deciding.waitFor()
    await keep(fatima, 'beslis.png', deciding)

    await goTo(sam, 'team')
    await typeCommand(sam, '/dienst')
    await sam.keyboard.press('Enter')
    await keep(sam, 'dienst.png', messageWith(sam, 'Jij bent van dienst'))

    for (const more of ['', ' echt', ' zeg', ' ja', ' nee', ' hoor'])
      await world.member('milan').says('#algemeen', `${INSULT}${more}`)
    await house.settled()
    await decide(house, 'jonas', 'talked')
    await typeCommand(sam, '/cijfers')
    await sam.keyboard.press('Enter')
    const figures = messageWith(sam, 'Cijfers van')
    await figures.locator('img').first().waitFor()
    await keep(sam, 'cijfers.png', figures)
    await figures.getByRole('button', { name: 'Verberg dit bericht' }).click()

    await typeCommand(sam, '/huis opzet')
    await sam.keyboard.press('Enter')
    const setUp = messageWith(sam, 'De bot opzetten')
    await setUp.getByRole('button', { name: texts.t('setup.button.next'), exact: true }).click()
    await setUp.getByText(texts.t('setup.step.organisation')).waitFor()
    await keep(sam, 'opzet.png', setUp)

    for (const picture of GUIDE_PICTURES)
      expect(statSync(pathOf(picture)).size, picture).toBeLessThan(AT_MOST)
  },
  BROWSER_TEST_MS,
)

it('draws an emoji in a picture, in colour', async () => {
  const page = await (await theBrowser()).newPage()
  onTestFinished(() => page.close())
  expect(await page.evaluate<number>(COLOURS_OF_AN_EMOJI)).toBeGreaterThan(5)
})
