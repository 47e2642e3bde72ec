import { describe, expect, it } from 'vitest'
import { expectAccessible } from '../support/axe.ts'
import { DESK, openPageHouse, PHONE } from '../support/page-house.ts'

describe('the page for everybody', () => {
  it('is used with the keyboard alone, and read aloud', async () => {
    const { house, visit } = await openPageHouse()
    const { world } = house
    const first = await world.member('sam').says('algemeen', 'Wie wil er straks mee tekenen?')
    await world.member('ayoub').says('algemeen', 'Ik!')
    const page = await visit('noor')
    await page.getByRole('link', { name: 'welkom' }).waitFor()
    const focused = (): Promise<string | null> =>
      page.evaluate<string | null>(
        'document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? null',
      )
    const press = async (...keys: string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key)
    }

    await press('Tab')
    expect(await focused()).toBe('Naar de berichten')
    for (let stop = 0; stop < 8 && (await focused()) !== 'welkom'; stop++) await press('Tab')
    // The list of channels is one stop; the arrows go through it.
    expect(await focused()).toBe('welkom')
    await press('ArrowDown')
    expect(await focused()).toBe('algemeen')
    await press('Enter')
    await page.getByRole('heading', { level: 1, name: 'algemeen' }).waitFor()
    await page.getByText('Ik!', { exact: true }).waitFor()

    await page.getByRole('link', { name: 'Naar het schrijfveld' }).focus()
    await press('Enter')
    await page.keyboard.type('Ik kom ook')
    await press('Shift+Enter')
    await page.keyboard.type('met twee')
    await press('Enter')
    const mine = page.getByRole('article', { name: /^Noor/ })
    await mine.getByText('met twee').waitFor()
    // The last message of one's own, changed.
    await press('ArrowUp')
    await page.getByText('Je bewerkt je bericht.').waitFor()
    await press('Control+a')
    await page.keyboard.type('Ik kom niet')
    await press('Escape')
    expect(await page.getByRole('textbox').inputValue()).toBe('')
    // At once: who types on must not add to what is gone.
    expect(await page.evaluate<string>(ARROW_UP)).toBe('Ik kom ook\nmet twee')
    await press('Control+a')
    await page.keyboard.type('Ik kom met drie')
    await press('Enter')
    await mine.getByText('Ik kom met drie').waitFor()
    await mine.getByText('(bewerkt)').waitFor()

    await page.getByRole('link', { name: 'Naar de berichten' }).focus()
    await press('Enter', 'Tab')
    expect(await focused()).toMatch(/^Noor, /)
    await press('Tab')
    expect(await focused(), 'its tools come next').toMatch(/^Antwoord/)
    await press('Shift+Tab', 'Home')
    expect(await focused()).toMatch(/^Sam, /)

    // What comes in is told, without words that are only for another channel.
    await world.member('sam').says('gaming', 'Niet hier.')
    await world.member('sam').says('algemeen', 'Tot straks!')
    const told = page.locator('[aria-live="polite"]')
    await expect.poll(() => told.textContent()).toBe('Sam: Tot straks!')
    await world.member('sam').reacts(first, '👍')
    const thumb = page.getByRole('button', { name: '👍, 1 reactie' })
    await thumb.focus()
    await press('Enter')
    await page.getByRole('button', { name: '👍, 2 reacties, ook van jou' }).waitFor()

    await press('Escape')
    await page.getByRole('button', { name: 'Vastgemaakte berichten' }).focus()
    await press('Enter')
    await page.getByText('Hier is nog niets vastgemaakt.').waitFor()
    expect(await focused()).toBe('Vastgemaakte berichten')
    await press('Escape')
    expect(await page.getByText('Hier is nog niets vastgemaakt.').count()).toBe(0)
    expect(await focused()).toBe('Vastgemaakte berichten')
  }, 60_000)

  it('has nothing serious for axe, in both colours, on a desk and on a phone', async () => {
    const { house, visit } = await openPageHouse()
    const { world } = house
    const asked = await world
      .member('noor')
      .says(
        'algemeen',
        `# Vraag\n-# klein\n> citaat\n- een\n\`code\` ||stil|| <#${world.channel('gaming').id}> [link](https://example.be)`,
      )
    await world.member('sam').says('algemeen', `Hey <@${world.member('noor').id}>!`, { replyTo: asked })
    await world.member('sam').reacts(asked, '👍')
    for (const colorScheme of ['dark', 'light'] as const) {
      const page = await visit('noor', { ...DESK, colorScheme })
      await page.getByRole('link', { name: 'algemeen' }).click()
      await page.getByRole('button', { name: '👍, 1 reactie' }).waitFor()
      await world.member('noor').runs('praat', {}, { channel: 'algemeen' })
      await page.getByText('Alleen jij ziet dit', { exact: true }).first().waitFor()
      await page.getByRole('button', { name: /^Jij bent Noor/ }).click()
      await expectAccessible(page, `the page, ${colorScheme}`)
      await page.keyboard.press('Escape')

      const phone = await visit('noor', { ...PHONE, colorScheme })
      await phone.getByRole('heading', { level: 1, name: 'welkom' }).waitFor()
      expect(await phone.getByRole('link', { name: 'gaming' }).count(), 'the channels are put away').toBe(0)
      await phone.getByRole('button', { name: 'Toon de kanalen' }).tap()
      await phone.getByRole('link', { name: 'gaming' }).waitFor()
      await expectAccessible(phone, `the channels on a phone, ${colorScheme}`)
      await phone.getByRole('link', { name: 'algemeen' }).tap()
      await phone.getByRole('heading', { level: 1, name: 'algemeen' }).waitFor()
      await expectAccessible(phone, `a phone, ${colorScheme}`)
      await phone.getByRole('textbox').fill(`Groetjes van mijn gsm, ${colorScheme}`)
      await phone.getByRole('button', { name: 'Verstuur' }).tap()
      await phone.getByText(`Groetjes van mijn gsm, ${colorScheme}`).waitFor()
      await phone.getByRole('button', { name: 'Leden', exact: true }).tap()
      await phone.getByText('Samira').first().waitFor()
      await expectAccessible(phone, `the members on a phone, ${colorScheme}`)
      await phone.getByRole('button', { name: 'Sluit: Leden' }).tap()
      expect(await sideways(phone), 'nothing stands beside the screen').toBe(0)
      expect(await smallOnes(phone), 'what one touches is large enough').toEqual([])
    }
  }, 60_000)
})

/** Presses the arrow in the field, and reads what stands in it before anything else happens. */
const ARROW_UP = `(() => {
  const field = document.activeElement
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true, cancelable: true }))
  return field.value
})()`

/** How far the page can be pushed to the side. */
const sideways = (page: { evaluate<T>(script: string): Promise<T> }): Promise<number> =>
  page.evaluate<number>(
    'Math.max(...[document.documentElement, ...document.querySelectorAll(".messages, .main, .page")].map((one) => one.scrollWidth - one.clientWidth))',
  )

/** Buttons, links and fields of less than 44 by 44 points that stand on their own, so not in a sentence. */
const smallOnes = (page: { evaluate<T>(script: string): Promise<T> }): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(`[...document.querySelectorAll('button, a, textarea, select, input')]
    .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .filter((one) => one.closest('.markdown, .skip, .only-you, .top, .reply-line') === null)
    .map((one) => ({ one, box: one.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && (box.height < 44 || box.width < 44))
    .map(({ one, box }) => one.outerHTML.slice(0, 120) + ' ' + box.width + '×' + box.height)`)
