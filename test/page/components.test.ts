import { describe, expect, it } from 'vitest'
import { asBot } from '../support/as-bot.ts'
import { expectAccessible } from '../support/axe.ts'
import { BROWSER_TEST_MS, choose, goTo, messageWith, recorder } from '../support/page-acts.ts'
import { DESK, openPageHouse } from '../support/page-house.ts'

/** One of everything that the local Discord takes in a message. */
const everything = (link: string) => [
  {
    type: 17,
    accent_color: 0xc0_39_2b,
    components: [
      { type: 10, content: '## Kop\nEen **vet** woord' },
      { type: 14, divider: true, spacing: 1 },
      {
        type: 9,
        components: [{ type: 10, content: 'Met een knop' }],
        accessory: { type: 2, style: 1, label: 'Doe', custom_id: 'oud:doe' },
      },
      {
        type: 9,
        components: [{ type: 10, content: 'Met een beeld' }],
        accessory: { type: 11, media: { url: 'https://example.org/a.png' }, description: 'Een zebra' },
      },
      { type: 14, divider: false, spacing: 2 },
      {
        type: 12,
        items: [{ media: { url: 'https://example.org/b.png' }, description: 'Geheim', spoiler: true }],
      },
      {
        type: 1,
        components: [
          {
            type: 3,
            custom_id: 'oud:meer',
            placeholder: 'Kies er twee',
            min_values: 2,
            max_values: 2,
            options: ['Een', 'Twee', 'Drie'].map((label) => ({ label, value: label })),
          },
        ],
      },
      { type: 1, components: [{ type: 7, custom_id: 'oud:wie', placeholder: 'Wie of welke rol' }] },
      { type: 1, components: [{ type: 8, custom_id: 'oud:waar', placeholder: 'Waar', channel_types: [0] }] },
    ],
  },
  {
    type: 1,
    components: [
      { type: 2, style: 5, label: 'Naar het JAC', url: 'https://www.jac.be/' },
      { type: 2, style: 5, label: 'Naar het bericht', url: link },
      { type: 2, style: 4, label: 'Gaat niet', custom_id: 'oud:uit', disabled: true },
    ],
  },
]

describe('components in messages', () => {
  it(
    'draws everything that a bot can send, and sends back what somebody does with it',
    async () => {
      const { house, visit } = await openPageHouse()
      const { world, discord } = house
      const said = await world.member('amir').says('#muziek', 'Luister hier eens naar')
      const link = `https://discord.com/channels/${discord.guildId}/${said.channelId}/${said.id}`
      const posted = await asBot(discord, 'POST', `/channels/${world.channel('gaming').id}/messages`, {
        flags: 1 << 15,
        allowed_mentions: { parse: [] },
        components: everything(link),
      })
      expect(posted.status).toBe(200)
      const line = recorder()
      const page = await visit('noor', { ...DESK, before: line.before })
      await goTo(page, 'gaming')
      const message = messageWith(page, 'Met een knop')
      await message.getByRole('heading', { name: 'Kop' }).waitFor()
      await message.getByRole('img', { name: 'Beeld: Een zebra' }).waitFor()
      expect(await message.getByRole('button', { name: 'Gaat niet' }).isDisabled()).toBe(true)
      expect(await message.getByRole('img', { name: /Geheim/ }).count()).toBe(0)
      await message.getByRole('button', { name: 'Verborgen. Klik om te tonen' }).click()
      await message.getByRole('img', { name: 'Beeld: Geheim' }).waitFor()
      await expectAccessible(page, 'a message of components')
      // Nothing of it was fetched from outside: the house would have told (test/support/page-house.ts).

      const told = () => line.sent().filter((wish) => wish['do'] === 'choose' || wish['do'] === 'press')
      const several = message.getByRole('button', { name: /^Kies er twee/ })
      await several.click()
      await page.getByRole('option', { name: 'Drie' }).click()
      await page.getByText('1 gekozen, kies er minstens 2').waitFor()
      // Fewer than it takes: closing it sends nothing.
      await page.keyboard.press('Tab')
      await page.getByRole('listbox').waitFor({ state: 'hidden' })
      expect(told()).toEqual([])
      await several.click()
      await page.getByRole('option', { name: 'Drie' }).click()
      await page.getByRole('option', { name: 'Een' }).click()
      await expectAccessible(page, 'a menu of several choices')
      await page.getByRole('button', { name: 'Klaar' }).click()
      await expect.poll(told).toMatchObject([{ do: 'choose', customId: 'oud:meer', values: ['Drie', 'Een'] }])
      // The bot does not know this menu: it says so to who used it, and to nobody else.
      await messageWith(page, 'Deze knop werkt niet meer.').waitFor()
      await choose(page, message.getByRole('button', { name: 'Wie of welke rol' }), 'Moderator')
      await expect.poll(told).toHaveLength(2)
      const moderator = world.role('Moderator')?.id
      expect(told().at(-1)).toMatchObject({ customId: 'oud:wie', values: [moderator] })
      await message.getByRole('button', { name: 'Waar' }).click()
      await page.keyboard.type('muz')
      await page.keyboard.press('Enter')
      await expect.poll(told).toHaveLength(3)
      expect(told().at(-1)).toMatchObject({ values: [world.channel('muziek').id] })
      await message.getByRole('button', { name: 'Doe' }).click()
      await expect.poll(told).toHaveLength(4)

      // An address is shown before anybody goes there; a place in the house is gone to at once.
      await message.getByRole('button', { name: 'Naar het JAC' }).click()
      const leaving = page.getByRole('dialog', { name: 'Je verlaat het oefenhuis' })
      await leaving.getByText('https://www.jac.be/').waitFor()
      const out = leaving.getByRole('link', { name: /Ga erheen/ })
      expect(await out.getAttribute('target')).toBe('_blank')
      expect(await out.getAttribute('rel')).toBe('noopener noreferrer')
      await leaving.getByRole('button', { name: 'Blijf hier' }).click()
      await message.getByRole('button', { name: 'Naar het bericht' }).click()
      await page.getByRole('heading', { name: 'muziek', exact: true }).first().waitFor()
      await messageWith(page, 'Luister hier eens naar').waitFor()
    },
    BROWSER_TEST_MS,
  )
})
