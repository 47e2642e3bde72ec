import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { watchAgreements } from '../../src/practice/agreements/watch-agreements.ts'
import { lookBehind } from '../../src/practice/wall/look-behind.ts'
import { agreementsOf } from '../support/agreements.ts'
import { expectAccessible } from '../support/axe.ts'
import type { TestHouse } from '../support/house.ts'
import { ownRule } from '../support/own-rule.ts'
import { goTo, messageWith } from '../support/page-acts.ts'
import { openPageHouse, PHONE } from '../support/page-house.ts'
import { policyWith } from '../support/policy.ts'

const WORD = 'krokofant'
const RULE = ownRule('krokofant', [`terms: [${WORD}]`])

const beside = (policyFolder: string) => (house: TestHouse) => {
  const agreements = watchAgreements({
    house: { bot: house.bot(), discord: house.discord },
    policyFolder,
    read: agreementsOf,
  })
  onTestFinished(() => agreements.stop())
  return {
    agreements,
    lookBehind: (ask: { message: string; seenBy: string }) =>
      lookBehind({ bot: house.bot(), discord: house.discord }, ask),
  }
}

describe('what stands beside the house', () => {
  it('opens behind a message with its rule and life line, moves the clock, and applies agreements as they were shown', async () => {
    const policyFolder = await policyWith()
    const opened = await openPageHouse({ policyFolder, parts: beside(policyFolder) })
    const { house } = opened
    const visit = opened.visit.bind(opened)
    await house.world.member('ayoub').says('#algemeen', `een ${WORD} in de gang`)
    await house.world.member('lotte').says('#algemeen', 'ik wil dood')
    await house.settled()
    const page = await visit('noor')
    await goTo(page, 'algemeen')
    const message = messageWith(page, 'ik wil dood')

    const wall = page.getByRole('complementary', { name: 'Achter de muur' })
    expect(await wall.count(), 'closed at first').toBe(0)
    await message.click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Kijk achter de muur' }).click()
    await wall.getByText('Besluit: zorg om de schrijver').waitFor()
    expect(await wall.locator('mark').allInnerTexts()).toContain('ik wil dood')
    await wall.getByText('Gevlagd: een regel vond iets').waitFor()
    await wall.getByText('De algemene lijn in het kanaal').waitFor()
    await wall.getByText('In het echt ziet niemand dit zo').waitFor()
    await expectAccessible(page, 'behind the wall')
    await page.keyboard.press('Escape')
    await wall.waitFor({ state: 'detached' })

    await page.getByRole('button', { name: 'De klok van het huis' }).click()
    const clock = page.getByRole('complementary', { name: 'De klok van het huis' })
    await clock.getByText('Open tot 18 uur').waitFor()
    await clock.getByRole('button', { name: 'Een uur later' }).click()
    await clock.getByText('Gedaan.').waitFor()
    // What that hour brought: nobody took it, so the channel has its one general line.
    await expect.poll(() => house.world.channel('algemeen').lastMessage()?.authorId).toBe(house.discord.botId)
    await page.locator('#messages').getByText('/praat').first().waitFor()
    await expectAccessible(page, 'the clock')

    await page.getByRole('button', { name: 'De afspraken' }).click()
    const agreements = page.getByRole('complementary', { name: 'De afspraken' })
    await agreements.getByText('De bestanden zeggen hetzelfde').waitFor()
    const file = join(policyFolder, RULE.file)
    const before = await readFile(file, 'utf8')
    await writeFile(
      file,
      before.replace(RULE.from, () => RULE.to),
    )
    await agreements.getByRole('button', { name: 'Kijk opnieuw' }).click()
    await agreements.getByText('1 van deze 200 berichten zou nu gemeld worden').waitFor()
    await agreements.getByText(`een ${WORD} in de gang`).waitFor()
    await expectAccessible(page, 'the agreements')
    expect(await house.bot().desk.db.flag.count()).toBe(1)
    await agreements.getByRole('button', { name: 'Pas toe' }).click()
    await agreements.getByText('Toegepast').waitFor()
    await house.world.member('ayoub').says('#algemeen', `en nog een ${WORD}`)
    await house.settled()
    expect(await house.bot().desk.db.finding.findMany({ where: { ruleId: 'krokofant' } })).toHaveLength(1)

    await writeFile(file, `${before}\nrules: nog eens`)
    await agreements.getByRole('button', { name: 'Kijk opnieuw' }).click()
    await agreements
      .getByText(/rules\/threat\.yaml, regel \d+/)
      .first()
      .waitFor()

    const phone = await visit('amir', PHONE)
    await phone.getByRole('button', { name: 'Achter de muur' }).tap()
    const small = phone.getByRole('complementary', { name: 'Achter de muur' })
    await small.getByText('Kies een bericht').waitFor()
    expect((await small.boundingBox())?.width).toBe(PHONE.viewport.width)
    await expectAccessible(phone, 'behind the wall on a phone')
  }, 60_000)
})
