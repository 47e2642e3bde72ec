import { describe, expect, it } from 'vitest'
import { expectAccessible } from '../support/axe.ts'
import { lessonsOf } from '../support/lessons.ts'
import { choose, composerOf, goTo, messageWith } from '../support/page-acts.ts'
import { openPageHouse, PHONE } from '../support/page-house.ts'
import type { Lessons } from '../../src/practice/lessons/lessons.ts'

describe('lessons', () => {
  it('is chosen from the shelf, played with the team, and ends beside what the house agreed; on a phone below it', async () => {
    let lessons: Lessons | undefined
    const { house, visit } = await openPageHouse({
      parts: async (open) => {
        lessons = await lessonsOf(open)
        return { lessons }
      },
    })
    const page = await visit('lena')
    const young = await visit('noor', PHONE)
    await page.getByRole('button', { name: 'Lessen' }).click()
    const drawer = page.getByRole('complementary', { name: 'Lessen' })
    await drawer.getByRole('heading', { name: 'Een grap die te ver gaat' }).waitFor()
    await drawer.getByText('Iemand met de rol Moderator of Jeugdwerker').waitFor()
    expect(await drawer.getByRole('button', { name: /^Begin: / }).count()).toBe(9)
    await expectAccessible(page, 'the shelf of lessons')

    await drawer.getByRole('button', { name: 'Begin: Een grap die te ver gaat' }).click()
    await drawer.getByText('De les wacht op jullie').waitFor()
    await drawer.getByText('Kijk daar en in de wachtrij').waitFor()
    await expectAccessible(page, 'a lesson that waits')
    // Everybody sees that a lesson is played; who did what is for afterwards.
    await young.getByRole('button', { name: /^Les: Een grap/ }).waitFor()

    await goTo(page, 'algemeen')
    await messageWith(page, 'ge stinkt').waitFor()
    await goTo(page, 'wachtrij')
    await messageWith(page, 'geel').getByRole('button', { name: 'Neem op' }).click()
    await messageWith(page, 'Opgenomen door').waitFor()
    await goTo(page, 'algemeen')
    await composerOf(page).fill('tibo, wat bedoelde je daarmee?')
    await page.keyboard.press('Enter')
    // Who is spoken to answers.
    await messageWith(page, 'dat was maar een grapje').waitFor()
    expect(await young.getByText('nam het bericht').count()).toBe(0)

    await goTo(page, 'wachtrij')
    await messageWith(page, 'Opgenomen door').getByRole('button', { name: 'Beslis' }).click()
    await choose(page, page.getByRole('button', { name: 'Kies een uitkomst' }), 'Gepraat')
    const form = page.getByRole('dialog')
    await choose(page, form.getByRole('button').filter({ hasText: /Kies/ }).first(), 'Het kwetst iemand')
    await form.getByRole('button', { name: 'Verstuur' }).click()

    await drawer.getByText('De les is gespeeld').waitFor()
    const done = drawer.getByRole('region', { name: 'Wat er gebeurde' })
    await done.getByText('Lena nam het bericht van Tibo op').waitFor()
    const agreed = drawer.getByRole('region', { name: 'Wat jullie afspraken' })
    expect(await agreed.getByText('Zoals afgesproken').count()).toBe(4)
    await agreed.getByText('Waarom').first().click()
    await agreed.getByText('Bron: seed:1138').waitFor()
    await drawer.getByRole('region', { name: 'Om samen over te praten' }).waitFor()
    await expectAccessible(page, 'after a lesson')
    const boxes = async (): Promise<boolean> => {
      const [left, right] = [await done.boundingBox(), await agreed.boundingBox()]
      return left !== null && right !== null && right.x >= left.x + left.width
    }
    expect(await boxes(), 'side by side').toBe(true)
    await page.setViewportSize(PHONE.viewport)
    expect(await boxes(), 'on a phone one under the other').toBe(false)
    await expectAccessible(page, 'after a lesson, on a phone')

    await drawer.getByRole('button', { name: 'Klaar: ruim de les op' }).click()
    await drawer.getByRole('heading', { name: 'Een grap die te ver gaat al gespeeld' }).waitFor()
    expect(house.world.memberNames()).not.toContain('tibo')
    expect(lessons?.now()).toBeUndefined()
  })
})
