import { describe, expect, it } from 'vitest'
import { openPageHouse } from '../support/page-house.ts'

describe('being somebody in the practice house', () => {
  it('leaves nothing of one person in the window of the next, and two windows are two people', async () => {
    const { house, visit } = await openPageHouse()
    const { world } = house
    const page = await visit('lena')
    const noor = await visit('noor')
    await page.getByRole('link', { name: 'team, privékanaal' }).click()
    await page.getByRole('textbox').fill('Zullen we om acht uur overleggen?')
    await page.keyboard.press('Enter')
    await page.getByText('Zullen we om acht uur overleggen?').waitFor()
    await page.getByRole('textbox').fill('nog niet verstuurd')
    // What is private to one is not in the other's window, nor in what the server sends it.
    const heard: string[] = []
    noor.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => heard.push(String(payload))))
    await noor.reload()
    await noor.getByRole('link', { name: 'algemeen' }).waitFor()
    await world.member('lena').says('team', 'Noch dit.')
    await world.member('lena').says('algemeen', 'Dag allemaal!')
    await noor.getByRole('link', { name: 'algemeen, ongelezen' }).waitFor()
    expect(heard.join('\n')).toContain('Dag allemaal!')
    expect(heard.join('\n')).not.toMatch(/overleggen|Noch dit|"team"/)

    await page.getByRole('button', { name: /^Jij bent Lena/ }).click()
    await page.getByRole('link', { name: 'Amir jongere', exact: true }).click()
    await page.getByRole('button', { name: /^Jij bent Amir/ }).waitFor()
    expect(new URL(page.url()).hash).toMatch(/^#als=amir/)
    expect(await page.content()).not.toMatch(/overleggen|nog niet verstuurd|Noch dit/)
    expect(await page.getByRole('textbox').inputValue()).toBe('')
    // What stays in the browser is which messages were read, by their ids: no word of anybody.
    const kept = await page.evaluate<string>('JSON.stringify({ ...sessionStorage, ...localStorage })')
    expect(kept).not.toMatch(/[a-z]{3,} [a-z]{2,}/i)

    // The talk with the bot begins with the first message, and is nobody else's.
    await page.getByRole('link', { name: 'Huisbot' }).click()
    await page.getByRole('textbox', { name: 'Stuur een bericht naar Huisbot' }).fill('Hallo bot')
    await page.keyboard.press('Enter')
    await page.getByRole('article', { name: /^Amir/ }).getByText('Hallo bot').waitFor()
    await page
      .getByRole('article', { name: /^Huisbot/ })
      .first()
      .waitFor()
    expect(heard.join('\n')).not.toContain('Hallo bot')

    // Back: the same person, where they were.
    await page.goBack()
    await page.getByRole('button', { name: /^Jij bent Lena/ }).waitFor()
    await page.getByRole('heading', { level: 1, name: 'team' }).waitFor()
    await page.getByText('Noch dit.').waitFor()
    await page.goto(page.url().replace(/#.*/, '#als=niemand'))
    await page.getByText('In dit huis is niemand met die naam.').waitFor()
    await page.getByRole('link', { name: 'Kies iemand anders' }).click()
    await page.getByRole('dialog', { name: 'Welkom in het oefenhuis' }).waitFor()
  }, 60_000)
})
