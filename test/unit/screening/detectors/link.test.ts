import { expect, test } from 'vitest'
import { domainOf } from '../../../../src/screening/domains.ts'
import { domainsIn } from '../../../../src/screening/links.ts'
import { found } from './found.ts'

test.each([
  ['https://discord.gg/abc123', 'https://discord.gg/abc123'],
  ['discord.gg/abc123', 'discord.gg/abc123'],
  ['kom op discord.gg/abc-123!', 'discord.gg/abc-123'],
  ['https://discord.com/invite/abc', 'https://discord.com/invite/abc'],
  ['discord.com/invite/abc', 'discord.com/invite/abc'],
  ['https://ptb.discord.com/invite/abc', 'https://ptb.discord.com/invite/abc'],
  ['https://www.discordapp.com/invite/abc', 'https://www.discordapp.com/invite/abc'],
  ['dsc.gg/onzeserver', 'dsc.gg/onzeserver'],
  ['DISCORD.GG/ABC', 'DISCORD.GG/ABC'],
  ['discord .gg/abc', 'discord .gg/abc'],
  ['discord . gg / abc', 'discord . gg / abc'],
  ['.gg/abc', '.gg/abc'],
  ['kom op .gg/abc', '.gg/abc'],
  ['ｄｉｓｃｏｒｄ．ｇｇ／ａｂｃ', 'ｄｉｓｃｏｒｄ．ｇｇ／ａｂｃ'],
])('%s is an invitation', (text, invite) => {
  expect(found('uitnodiging', text)).toEqual([invite])
})

test.each([
  ['discord.gg'],
  ['https://discord.com/channels/1/2/3'],
  ['https://discord.com/invite'],
  ['https://elders.example/discord.gg/abc'],
  ['gg wp'],
  ['dat was gg/wp'],
  ['egg/abc'],
  ['iets.gg/abc'],
  ['nietdiscord.gg/'],
])('%s is no invitation', (text) => {
  expect(found('uitnodiging', text)).toEqual([])
})

test.each([
  ['kijk op jac.be', ['jac.be']],
  ['kijk op www.jac.be.', ['www.jac.be']],
  ['https://a.be en b.com/x?y=1', ['https://a.be', 'b.com/x?y=1']],
  ['(youtube.com/watch)', ['youtube.com/watch']],
  ['[klik](https://elders.example/x)', ['https://elders.example/x']],
  ['t.me/groep', ['t.me/groep']],
  ['www.het.nu', ['www.het.nu']],
  ['vraag.co.uk', ['vraag.co.uk']],
  ['http://1.2.3.4/x', ['http://1.2.3.4/x']],
  ['bücher.be', ['bücher.be']],
])('%s leads somewhere', (text, written) => {
  expect(found('link', text)).toEqual(written)
})

test.each([
  ['doe het.nu'],
  ['ja.dat is zo.de man ook'],
  ['Goed.Be cool'],
  ['lees readme.md en main.py'],
  ['mail naar jan@jac.be'],
  ['versie 1.2.3'],
  ['ok...dan'],
  ['index.html en foto.jpg'],
  ['a.b.c'],
  ['co.uk'],
  ['e.g. dit'],
])('%s leads nowhere', (text) => {
  expect(found('link', text)).toEqual([])
})

test('of a short link nobody sees where it leads; the site of the shortener itself is no short link', () => {
  expect(found('korte-link', 'https://bit.ly/abc en tinyurl.com/x, www.t.co/y')).toEqual([
    'https://bit.ly/abc',
    'tinyurl.com/x',
    'www.t.co/y',
  ])
  expect(found('korte-link', 'https://bit.ly https://nietbit.ly/abc https://jac.be/bit.ly/x')).toEqual([])
})

test('a domain is taken apart by what nobody can register', () => {
  expect(domainOf('m.vraag.co.uk')).toEqual({
    registered: 'vraag.co.uk',
    name: 'vraag',
    suffix: 'co.uk',
    under: 'm',
  })
  for (const host of ['co.uk', 'be', 'localhost', '1.2.3.4', 'naam.bestaatniet', '', '...'])
    expect(domainOf(host), host).toBeUndefined()
})

test('a domain that is typed over leads where a browser would go', () => {
  expect(domainsIn('jac.be:8080/x').map(({ domain }) => domain)).toEqual(['jac.be'])
  expect(domainsIn('bücher.be').map(({ domain }) => domain)).toEqual(['xn--bcher-kva.be'])
})
