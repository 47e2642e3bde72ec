import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { imitates, isOneOff } from '../../../src/screening/look-alike.ts'
import { domainsIn } from '../../../src/screening/links.ts'

const hostOf = (text: string): string => domainsIn(text)[0]?.domain ?? ''

test.each([
  ['https://dlscord.com', 'discord'],
  ['https://disc0rd.com', 'discord'],
  ['https://discrod.gg/abc', 'discord'],
  ['https://dicord.com', 'discord'],
  ['https://discordd.com', 'discord'],
  ['https://dis-cord.com', 'discord'],
  ['https://discord.ru', 'discord'],
  ['https://diѕcord.com', 'discord'],
  ['https://discоrd.com/nitro', 'discord'],
  ['https://discord-nitro.com', 'discord'],
  ['https://discordgift.site/abc', 'discord'],
  ['https://dlscord-gift.ru', 'discord'],
  ['https://discrod-gift.ru', 'discord'],
  ['https://free-discord-nitro.xyz', 'discord'],
  ['https://discord-nitro.pages.dev', 'discord'],
  ['https://discord.com.login-hier.xyz', 'discord'],
  ['https://discordapp.io.evil.xyz', 'discordapp'],
  ['https://steamcomunity.com/tradeoffer', 'steamcommunity'],
  ['https://steamcornmunity.com', 'steamcommunity'],
  ['https://steam-trade.ru', 'steam'],
  ['https://steamgift50.ru', 'steam'],
  ['https://nitro-gratis.com', 'nitro'],
  ['https://freerobux.net', 'robux'],
  ['https://free-robux-2026.com', 'robux'],
  ['https://rob1ox.com', 'roblox'],
  ['https://r0blox.com', 'roblox'],
  ['https://instagrarn.com', 'instagram'],
  ['https://paypaI.com', 'paypal'],
])('%s imitates something', (text, imitated) => {
  expect(imitates(hostOf(text))).toBe(imitated)
})

test.each([
  ['https://discord.com/channels/1'],
  ['https://discord.gg/abc'],
  ['https://ptb.discord.com'],
  ['https://discord.gift/abc'],
  ['https://cdn.discordapp.com/x.png'],
  ['https://media.discordapp.net/x.png'],
  ['https://discord.js.org'],
  ['https://discordjs.guide'],
  ['https://discord.mijnclub.be'],
  ['https://steamcommunity.com/id/x'],
  ['https://store.steampowered.com'],
  ['https://steamdb.info'],
  ['https://www.steamgifts.com'],
  ['https://stream.be'],
  ['https://www.team.be'],
  ['https://www.roblox.com/games/1'],
  ['https://roblox.fandom.com/wiki'],
  ['https://minecraft.wiki'],
  ['https://www.nitro.be'],
  ['https://giftig.be'],
  ['https://discotheek.be'],
  ['https://www.jac.be'],
  ['https://awel.be'],
  ['https://youtube.com'],
  ['https://1.2.3.4'],
  ['https://localhost'],
])('%s is what it says', (text) => {
  expect(imitates(hostOf(text))).toBeUndefined()
})

test('one letter more, less or other, or two swapped, and no more', () => {
  const word = fc.stringMatching(/^[a-d]{4,9}$/)
  const letter = fc.constantFrom('x', 'y')
  fc.assert(
    fc.property(word, fc.nat(), letter, (said, where, other) => {
      const at = where % said.length
      expect(isOneOff(said, said.slice(0, at) + other + said.slice(at))).toBe(true)
      expect(isOneOff(said, said.slice(0, at) + said.slice(at + 1))).toBe(true)
      expect(isOneOff(said, said.slice(0, at) + other + said.slice(at + 1))).toBe(true)
      expect(isOneOff(said, `${other}${said}${other}`)).toBe(false)
      expect(isOneOff(said, said)).toBe(false)
    }),
  )
  expect(isOneOff('discord', 'discrod')).toBe(true)
  expect(isOneOff('discord', 'docsird')).toBe(false)
})

test('any text is no imitation or one of the names, without an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (host) => {
      expect(imitates(host) ?? 'none').toMatch(/^[a-z]+$/)
    }),
    { numRuns: 50 },
  )
})
