import type { WebSocketRoute } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { DESK, openPageHouse } from '../support/page-house.ts'

describe('the line between a window and the house', () => {
  it('says that it is lost, comes back with what was missed, and says that the house closed', async () => {
    const { house, visit, closePage } = await openPageHouse()
    const { world } = house
    let cut: WebSocketRoute | undefined
    let mayConnect = true
    const page = await visit('noor', {
      ...DESK,
      before: (window) =>
        window.routeWebSocket(/\/window/, (socket) => {
          if (!mayConnect) return void socket.close()
          socket.connectToServer()
          cut = socket
        }),
    })
    await page.getByRole('link', { name: 'algemeen' }).click()
    await page.getByText('Dit is het begin van algemeen.').waitFor()
    await world.member('sam').says('algemeen', 'Voor de storing.')
    await page.getByRole('article').filter({ hasText: 'Voor de storing.' }).waitFor()

    mayConnect = false
    await cut?.close()
    await page.getByText('De lijn met het huis is weg. We proberen het opnieuw…').waitFor()
    const field = page.getByRole('textbox', { name: 'Stuur een bericht naar algemeen' })
    await field.fill('Hoort iemand mij?')
    await field.press('Enter')
    // What could not be sent stays in the field.
    await page.getByText(/^Niet verstuurd: De lijn met het huis is weg/).waitFor()
    expect(await field.inputValue()).toBe('Hoort iemand mij?')
    await world.member('sam').says('algemeen', 'Tijdens de storing.')
    mayConnect = true
    await page.getByRole('article').filter({ hasText: 'Tijdens de storing.' }).waitFor()
    await expect.poll(() => page.getByText('We proberen het opnieuw').count()).toBe(0)
    expect(await page.getByRole('article').filter({ hasText: 'Voor de storing.' }).count()).toBe(1)
    await field.press('Enter')
    await page.getByRole('article', { name: /^Noor/ }).getByText('Hoort iemand mij?').waitFor()

    await closePage()
    await page.getByText(/^Het huis is gesloten/).waitFor()
  }, 60_000)
})
