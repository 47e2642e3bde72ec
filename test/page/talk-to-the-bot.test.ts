import { describe, expect, it } from 'vitest'
import { expectAccessible } from '../support/axe.ts'
import {
  BROWSER_TEST_MS,
  choose,
  composerOf,
  goTo,
  hasFocus,
  messageWith,
  pointedAt,
  recorder,
  typeCommand,
} from '../support/page-acts.ts'
import { DESK, openPageHouse } from '../support/page-house.ts'

describe('commands in the page', () => {
  it(
    'leads from "/" to a line to talk to, by the keyboard alone, and in another language',
    async () => {
      const { house, visit } = await openPageHouse()
      const page = await visit('noor')
      await goTo(page, 'algemeen')
      const field = composerOf(page)
      await field.pressSequentially('/')
      const list = page.getByRole('listbox', { name: 'Commando’s' })
      await list.waitFor()
      const offered = await list.getByRole('option').allInnerTexts()
      for (const path of ['/praat', '/huis proef', '/huis sluiten'])
        expect(
          offered.some((words) => words.startsWith(path)),
          path,
        ).toBe(true)
      expect(offered.find((words) => words.startsWith('/praat'))).toContain(
        house.bot().desk.texts('nl').t('praat.description'),
      )
      await expectAccessible(page, 'the list of commands')

      // The arrows move what the field points at, in a circle.
      const active = (): Promise<string> => pointedAt(page)
      const first = await active()
      await page.keyboard.press('ArrowUp')
      await expect.poll(active).not.toBe(first)
      await page.keyboard.press('ArrowDown')
      await expect.poll(active).toBe(first)
      await page.keyboard.press('Escape')
      await list.waitFor({ state: 'hidden' })

      await field.pressSequentially('praat')
      await expect.poll(active).toContain('/praat')
      await page.keyboard.press('Enter')
      await page.getByRole('group', { name: '/praat' }).waitFor()
      await page.keyboard.press('Enter')
      const answer = messageWith(page, 'Alleen jij ziet dit')
      const menu = answer.getByRole('button', { name: 'Kies een onderwerp' })
      await menu.waitFor()

      await menu.focus()
      await page.keyboard.press('ArrowDown')
      await page.getByRole('listbox', { name: 'Kies een onderwerp' }).waitFor()
      await expectAccessible(page, 'a menu of choices')
      await page.keyboard.press('p')
      await page.keyboard.press('Enter')
      await answer.getByText('Begin hier:').waitFor()
      expect(await answer.innerText()).toContain('JAC')
      const english = answer.getByRole('button', { name: 'In English' })
      await english.focus()
      await page.keyboard.press('Enter')
      await answer.getByText('Start here:').waitFor()
      expect(await answer.innerText()).not.toContain('Begin hier')
      // Its own button is gone with the language; who uses the keyboard is still in the message.
      await expect.poll(() => hasFocus(answer)).toBe(true)
      expect(house.world.messagesSeenBy('lena', '#algemeen')).toEqual([])
      // Loaded again, it is still told apart from what everybody sees.
      await page.reload()
      await messageWith(page, 'Start here:').getByText('Alleen jij ziet dit').waitFor()
    },
    BROWSER_TEST_MS,
  )

  it(
    'says what is missing or does not fit before anything is sent, and offers what can be chosen',
    async () => {
      const { house, visit } = await openPageHouse()
      const line = recorder()
      const page = await visit('lena', { ...DESK, before: line.before })
      await goTo(page, 'team')
      const asked = () => line.sent().filter((wish) => wish['do'] === 'run')

      const why = await typeCommand(page, '/waarom')
      await page.keyboard.press('Enter')
      const text = why.getByRole('textbox', { name: 'tekst' })
      await expect.poll(() => text.getAttribute('aria-invalid')).toBe('true')
      await why.getByText('Vul dit in.').waitFor()
      expect(await hasFocus(text)).toBe(true)
      expect(asked()).toEqual([])
      await text.fill('gij zijt een kankerlijer')
      await why.getByRole('button', { name: 'Vul ook kanaal in' }).click()
      await choose(page, why.getByRole('button', { name: /^kanaal/ }), 'gaming')
      await why.getByRole('button', { name: 'Verstuur /waarom' }).click()
      await messageWith(page, 'Alleen jij ziet dit').getByText('kankerlijer').first().waitFor()
      expect(asked()[0]).toMatchObject({
        command: 'waarom',
        values: { tekst: 'gij zijt een kankerlijer', kanaal: house.world.channel('gaming').id },
      })

      // The focus is where one writes, so the next command can be typed at once.
      const figures = await typeCommand(page, '/cijfers')
      await figures.getByRole('button', { name: 'Vul ook van in' }).click()
      await page.keyboard.type('2026')
      // Not one of the days that are proposed: what was typed itself.
      await figures.getByRole('button', { name: 'Verstuur /cijfers' }).click()
      await figures.getByText('Schrijf minstens 10 tekens.').waitFor()
      // Out of the proposals, then out of the command.
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await figures.waitFor({ state: 'hidden' })
      expect(asked()).toHaveLength(1)
      await composerOf(page).pressSequentially('/bestaatniet')
      await page.getByText('Geen commando dat zo heet.').waitFor()
    },
    BROWSER_TEST_MS,
  )
})
