import { describe, expect, it } from 'vitest'
import { fail } from '../../src/practice/interactions/start.ts'
import type { Happening } from '../../src/practice/state/hub.ts'
import { expectAccessible } from '../support/axe.ts'
import {
  BROWSER_TEST_MS,
  composerOf,
  goTo,
  hasFocus,
  messageWith,
  typeCommand,
} from '../support/page-acts.ts'
import { openPageHouse, PHONE } from '../support/page-house.ts'
import { THREAT } from '../support/queue.ts'

describe('menus and forms in the page', () => {
  it(
    'takes a report from the menu to the last button by the keyboard alone',
    async () => {
      const { house, visit } = await openPageHouse()
      await house.world.member('amir').says('#gaming', 'Kom op, wie speelt er mee?')
      const page = await visit('noor')
      await goTo(page, 'gaming')
      const message = messageWith(page, 'wie speelt er mee')
      await message.focus()
      await page.keyboard.press('Shift+F10')
      const menu = page.getByRole('menu', { name: 'Wat je met dit bericht kan doen' })
      await menu.waitFor()
      await expectAccessible(page, 'the menu on a message')
      // Somebody else's message can be neither changed nor taken away.
      const lines = await menu.getByRole('menuitem').allTextContents()
      for (const own of ['Bewerk', 'Verwijder']) expect(lines).not.toContain(own)

      await page.keyboard.press('Escape')
      await menu.waitFor({ state: 'hidden' })
      expect(await hasFocus(message)).toBe(true)
      await page.keyboard.press('Shift+F10')
      await menu.waitFor()
      await page.keyboard.press('End')
      while (!(await hasFocus(menu.getByRole('menuitem', { name: 'Apps' }))))
        await page.keyboard.press('ArrowUp')
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => hasFocus(page.getByRole('menuitem', { name: 'Meld dit bericht' }))).toBe(true)
      await page.keyboard.press('Enter')

      const form = page.getByRole('dialog', { name: 'Meld dit bericht' })
      await form.waitFor()
      const reason = form.getByRole('button', { name: /^Wat is er aan de hand/ })
      await expect.poll(() => hasFocus(reason)).toBe(true)
      await expectAccessible(page, 'a form')
      await page.keyboard.press('Tab')
      await page.keyboard.type('zebrapad')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      // What must be filled in is said, and the focus is there.
      await form.getByText('Vul dit in.').waitFor()
      await expect.poll(() => hasFocus(reason)).toBe(true)
      await expectAccessible(page, 'a form with something wrong in it')
      await page.keyboard.press('ArrowDown')
      await page.getByRole('listbox').waitFor()
      await page.keyboard.type('iemand pe')
      await page.keyboard.press('Enter')
      await expect.poll(() => reason.getAttribute('aria-label')).toContain('Iemand pest iemand')
      for (let at = 0; at < 3; at += 1) await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await form.waitFor({ state: 'hidden' })
      await messageWith(page, 'Alleen jij ziet dit').waitFor()
      expect(await hasFocus(message)).toBe(true)
      await house.settled()
      expect(await house.bot().desk.db.report.count()).toBe(1)
    },
    BROWSER_TEST_MS,
  )

  it(
    'keeps what was typed when a form is closed, and when the bot does not answer',
    async () => {
      const { house, visit } = await openPageHouse()
      const { hub } = house.discord
      await house.world.member('milan').says('#algemeen', THREAT)
      await house.settled()
      const page = await visit('sam')
      await goTo(page, 'team')
      const command = await typeCommand(page, '/bewaring')
      await command.getByRole('button', { name: 'Vul ook wat in' }).click()
      // The bot proposes what could be meant, and again while somebody types.
      const code = command.getByRole('combobox', { name: 'wat' })
      const proposed = page.getByRole('option', { name: /bedreiging/ })
      await proposed.waitFor()
      await expectAccessible(page, 'what the bot proposes')
      await page.keyboard.type('zebra')
      // Where nothing fits, the one line that is there says so, and what to do.
      await page.getByRole('option', { name: /^Niets gevonden met wat je typte\. Maak het korter/ }).waitFor()
      expect(await page.getByRole('option').count()).toBe(1)
      await code.fill('BEDREI')
      await proposed.waitFor()
      await page.keyboard.press('Enter')
      await expect.poll(() => code.inputValue()).toMatch(/^\w{5} · \S+ · bedreiging$/)
      await page.keyboard.press('Enter')

      const form = page.getByRole('dialog', { name: 'Langer bewaren voor de wet' })
      const field = form.getByRole('textbox').first()
      await field.fill('De onderzoeksrechter')
      await page.keyboard.press('Escape')
      await form.waitFor({ state: 'hidden' })
      await expect.poll(() => hasFocus(composerOf(page))).toBe(true)
      await typeCommand(page, '/bewaring')
      await page.getByRole('button', { name: 'Vul ook wat in' }).click()
      await proposed.click()
      await page.keyboard.press('Enter')
      await expect.poll(() => field.inputValue()).toBe('De onderzoeksrechter')
      await form.getByRole('textbox').nth(1).fill('Een lopend onderzoek')
      await form.getByRole('textbox').nth(2).fill('2027-01-31')

      const publish = hub.publish.bind(hub)
      /** What somebody does does not reach the bot, and its three seconds are over. */
      const unanswered = async (press: () => Promise<void>): Promise<void> => {
        const known = new Set(hub.interactions.keys())
        const isNew = () => [...hub.interactions.values()].find((one) => !known.has(one.token))
        Object.assign(hub, {
          publish: (happening: Happening) => {
            if (happening.t !== 'INTERACTION_CREATE') publish(happening)
          },
        })
        await press()
        await expect.poll(isNew).toBeDefined()
        const interaction = isNew()
        if (interaction !== undefined) fail(hub, interaction)
        Object.assign(hub, { publish })
      }
      const send = form.getByRole('button', { name: 'Verstuur' })
      await unanswered(() => send.click())
      await form.getByText(/antwoordde niet op tijd.*Wat je schreef, staat er nog/).waitFor()
      expect(await field.inputValue()).toBe('De onderzoeksrechter')
      await send.click()
      await form.waitFor({ state: 'hidden' })
      await messageWith(page, 'wordt bewaard tot en met').waitFor()

      await goTo(page, 'wachtrij')
      const cardId = await messageWith(page, 'Nog van niemand').getAttribute('data-message')
      const card = page.locator(`[data-message="${cardId}"]`)
      await unanswered(() => card.getByRole('button', { name: 'Neem op' }).click())
      await card.getByText(/antwoordde niet op tijd/).waitFor()
      await typeCommand(page, '/wachtrij')
      await unanswered(() => page.keyboard.press('Enter'))
      const again = page.getByRole('group', { name: '/wachtrij' })
      await again.getByText(/antwoordde niet op tijd/).waitFor()
      await again.getByRole('button', { name: 'Verstuur /wachtrij' }).click()
      await again.waitFor({ state: 'hidden' })
      await card.getByRole('button', { name: 'Neem op' }).click()
      await expect.poll(() => page.getByText(/antwoordde niet op tijd/).count()).toBe(0)
    },
    BROWSER_TEST_MS,
  )

  it(
    'answers, reacts, changes and takes away, on a phone too',
    async () => {
      const { house, visit } = await openPageHouse()
      const { world } = house
      const page = await visit('noor', PHONE)
      const theirs = await world.member('amir').says('#welkom', 'Wie komt er straks?')
      const mine = await world.member('noor').says('#welkom', 'Ik koom')
      // On a phone nothing hovers: a touch on the message shows its tools, and a long one opens the menu itself.
      const more = async (words: string): Promise<void> => {
        await messageWith(page, words).tap()
        await messageWith(page, words)
          .getByRole('button', { name: /^Meer over het bericht/ })
          .tap()
      }
      const pick = (name: string): Promise<void> => page.getByRole('menuitem', { name, exact: true }).click()

      await messageWith(page, 'Wie komt er straks?').dispatchEvent('contextmenu', {
        clientX: 90,
        clientY: 90,
      })
      await pick('Reageer met 👍')
      await expect.poll(() => reactionsOn(theirs.id)).toEqual(['👍'])
      await more('Wie komt er straks?')
      await pick('Andere emoji…')
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('textbox').fill('hallo')
      await page.keyboard.press('Enter')
      await dialog.getByText('Dat is geen emoji.').waitFor()
      await expectAccessible(page, 'a question on a phone')
      await dialog.getByRole('textbox').fill('🦓')
      await page.keyboard.press('Enter')
      await expect.poll(() => reactionsOn(theirs.id)).toEqual(['👍', '🦓'])

      await more('Ik koom')
      await pick('Bewerk')
      await expect.poll(() => composerOf(page).inputValue()).toBe('Ik koom')
      await composerOf(page).fill('Ik kom')
      await page.getByRole('button', { name: 'Verstuur' }).click()
      await expect.poll(() => mine.content).toBe('Ik kom')
      await more('Ik kom')
      await pick('Verwijder')
      await page
        .getByRole('dialog', { name: 'Dit bericht verwijderen?' })
        .getByRole('button', { name: 'Annuleer' })
        .click()
      expect(mine.deleted).toBe(false)
      await more('Ik kom')
      await pick('Verwijder')
      await page.getByRole('dialog').getByRole('button', { name: 'Verwijder' }).click()
      await expect.poll(() => mine.deleted).toBe(true)
      await more('Wie komt er straks?')
      await pick('Antwoord')
      await page.getByText('Je antwoordt op Amir').waitFor()

      function reactionsOn(id: string): readonly string[] {
        const channel = house.discord.hub.channels.get(world.channel('welkom').id)
        return [...(channel?.messages.get(id)?.reactions?.keys() ?? [])]
      }
    },
    BROWSER_TEST_MS,
  )
})
