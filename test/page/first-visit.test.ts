import { mkdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { expectAccessible } from '../support/axe.ts'
import { openPageHouse } from '../support/page-house.ts'

/** For the README: `npm run pictures` takes it from here. */
const PICTURE = 'dist/pictures/practice-house.png'

describe('the practice house in a browser', () => {
  it('greets a newcomer, who chooses somebody, says something and is heard by the others', async () => {
    const { house, visit } = await openPageHouse()
    const { world } = house
    const lena = await visit('lena')
    await lena.getByRole('link', { name: 'welkom' }).waitFor()

    const page = await visit()
    const welcome = page.getByRole('dialog', { name: 'Welkom in het oefenhuis' })
    await welcome.waitFor()
    await expectAccessible(page, 'the welcome')
    await expect.poll(() => welcome.textContent()).toContain('niemand hier bestaat echt')
    await welcome.getByRole('link', { name: 'Noor' }).click()
    await page.getByRole('button', { name: /^Jij bent Noor/ }).waitFor()
    expect(new URL(page.url()).hash).toContain('als=noor')
    expect(await page.getByText('Dit is een oefenhuis. Niemand hier bestaat echt').isVisible()).toBe(true)
    // Noor sees what a young person sees, and not where the team talks.
    expect(await page.getByRole('link', { name: /^team/ }).count()).toBe(0)
    expect(await lena.getByRole('link', { name: 'team, privékanaal' }).count()).toBe(1)

    await page.getByRole('link', { name: 'algemeen' }).click()
    const field = page.getByRole('textbox', { name: 'Stuur een bericht naar algemeen' })
    await field.pressSequentially('Hey, wie is er ')
    await lena.getByRole('link', { name: 'algemeen' }).click()
    await lena.getByText('Noor is aan het typen…').waitFor()
    await lena.getByRole('link', { name: 'welkom' }).click()
    await field.pressSequentially('**vanavond**?')
    await field.press('Enter')
    const said = page.getByRole('article', { name: /^Noor/ }).filter({ hasText: 'Hey, wie is er vanavond?' })
    await said.waitFor()
    expect(await said.locator('strong').textContent()).toBe('vanavond')
    expect(await field.inputValue()).toBe('')
    await lena.getByRole('link', { name: 'algemeen, ongelezen' }).click()
    await lena.getByText('Nieuw', { exact: true }).waitFor()
    await lena.getByText('Hey, wie is er vanavond?').waitFor()
    await lena.getByRole('link', { name: 'algemeen', exact: true }).waitFor()

    // An evening for the picture.
    await world
      .member('sam')
      .says(
        'algemeen',
        'Ik ben er tot half tien! Wie zin heeft: om 20 uur tekenen we samen in <#' +
          world.channel('kunst-en-memes').id +
          '>.',
      )
    const asked = await world
      .member('ayoub')
      .says('algemeen', 'Mag ik ook mee als ik echt **niet** kan tekenen?')
    await world.member('sam').says('algemeen', 'Zeker. Je hoeft niks te kunnen.', { replyTo: asked })
    await house.settled()
    await page.getByText('Je hoeft niks te kunnen.').waitFor()
    await world.member('noor').runs('praat', {}, { channel: 'algemeen' })
    await page.getByText('Alleen jij ziet dit', { exact: true }).waitFor()
    expect(await lena.getByText('Alleen jij ziet dit', { exact: true }).count()).toBe(0)
    mkdirSync('dist/pictures', { recursive: true })
    await page.mouse.move(700, 20)
    await page.screenshot({ path: PICTURE })

    await page.getByRole('button', { name: 'Verberg dit bericht' }).click()
    await expect.poll(() => page.getByText('Alleen jij ziet dit', { exact: true }).count()).toBe(0)
  }, 60_000)
})
