import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { attachmentKindOf } from '../../../src/screening/attachments.ts'
import { isUnder, linksOf } from '../../../src/screening/links.ts'
import { channels, rule, screening } from './world.ts'

const links = (said: { rule?: 'allow' | 'flag' | 'staff-only'; allowed?: string[]; blocked?: string[] }) => ({
  rule: 'allow' as const,
  allowed: [],
  blocked: [],
  ...said,
})
const read = (
  where: ReturnType<typeof channels>,
  message: Omit<Parameters<ReturnType<typeof screening>['read']>[0], 'channel'>,
) =>
  screening([rule({ terms: ['noodwoord'], kind: 'worry', category: 'distress' })], where).read({
    channel: 'foto',
    ...message,
  })
const reasons = (decision: ReturnType<typeof read>): string[] =>
  decision.kind === 'nothing' ? [] : decision.findings.map(({ ruleId }) => ruleId)

test('the kind of an attachment comes from its media type, never from its content', () => {
  expect(
    ['image/png', 'video/mp4', 'audio/ogg; codecs=opus', 'application/pdf', '', undefined, null].map(
      attachmentKindOf,
    ),
  ).toEqual(['images', 'video', 'audio', 'files', 'files', 'files', 'files'])
})

test('an attachment that a channel does not agree to is brought to a person, once for its kind; others pass', () => {
  const where = channels({ foto: { attachments: { files: 'flag' } } })
  expect(reasons(read(where, { text: '', attachments: ['images'] }))).toEqual([])
  const decision = read(where, { text: '', attachments: ['files', 'files', 'images'] })
  expect(reasons(decision)).toEqual(['channel:files'])
  expect(decision).toMatchObject({ kind: 'conduct', level: 'groen', consequences: ['flag'] })
})

test('a channel takes over what it does not say about attachments, and says the rest itself', () => {
  const where = channels(
    { foto: { attachments: { images: 'allow' } } },
    { attachments: { images: 'flag', files: 'flag' } },
  )
  expect(reasons(read(where, { text: '', attachments: ['images', 'files'] }))).toEqual(['channel:files'])
})

test('links are let through, brought to a person, or kept for the team, with domains that always or never pass', () => {
  const text = 'kijk https://www.jac.be/chat en https://m.vreemd.example'
  expect(reasons(read(channels(), { text }))).toEqual([])
  expect(reasons(read(channels({ foto: { links: links({ rule: 'flag' }) } }), { text }))).toEqual([
    'channel:links',
    'channel:links',
  ])
  const some = channels({ foto: { links: links({ rule: 'flag', allowed: ['jac.be'] }) } })
  expect(reasons(read(some, { text }))).toEqual(['channel:links'])
  const blocked = channels({ foto: { links: links({ blocked: ['vreemd.example'] }) } })
  expect(reasons(read(blocked, { text }))).toEqual(['channel:blocked-link'])
  const team = channels({ foto: { links: links({ rule: 'staff-only', blocked: ['vreemd.example'] }) } })
  expect(reasons(read(team, { text, byStaff: true }))).toEqual(['channel:blocked-link'])
  expect(reasons(read(team, { text, byStaff: false }))).toEqual(['channel:links', 'channel:blocked-link'])
})

test('what is blocked everywhere is blocked in a channel with its own agreement about links, unless it allows it by name', () => {
  const defaults = { links: links({ blocked: ['overal.example'] }) }
  const text = 'https://overal.example'
  const own = (said: Parameters<typeof links>[0]) => channels({ foto: { links: links(said) } }, defaults)
  expect(reasons(read(channels({}, defaults), { text }))).toEqual(['channel:blocked-link'])
  expect(reasons(read(own({ blocked: ['hier.example'] }), { text }))).toEqual(['channel:blocked-link'])
  expect(reasons(read(own({ allowed: ['overal.example'] }), { text }))).toEqual([])
})

test('a blocked domain and an imitation are seen without http too; what a channel allows is no imitation', () => {
  const blocked = channels({ foto: { links: links({ blocked: ['vreemd.be'] }) } })
  expect(reasons(read(blocked, { text: 'ga naar vreemd.be/x' }))).toEqual(['channel:blocked-link'])
  const decision = read(channels(), { text: 'gratis op dlscord.com/nitro' })
  expect(reasons(decision)).toEqual(['channel:look-alike-link'])
  expect(decision).toMatchObject({ kind: 'conduct', level: 'geel', consequences: ['flag'] })
  const agreed = channels({ foto: { links: links({ allowed: ['dlscord.com'] }) } })
  expect(reasons(read(agreed, { text: 'https://dlscord.com' }))).toEqual([])
})

test('a link or an attachment of who is new brings a person; of who is longer here, unknown or of the team it does not', () => {
  const newcomers = { hours: 24, links: 'flag', attachments: 'flag' } as const
  const where = channels({ foto: { links: links({ allowed: ['jac.be'] }) } }, { newcomers })
  const text = 'kijk op https://nieuws.example'
  const seen = (message: object) => reasons(read(where, { text, ...message }))
  expect(seen({ hoursHere: 23.9 })).toEqual(['channel:newcomer-link'])
  expect(seen({ hoursHere: 24 })).toEqual([])
  expect(seen({})).toEqual([])
  expect(seen({ hoursHere: 1, byStaff: true })).toEqual([])
  expect(seen({ hoursHere: 1, text: 'https://jac.be' })).toEqual([])
  expect(seen({ hoursHere: 1, text: 'dag allemaal' })).toEqual([])
  expect(seen({ hoursHere: 1, text: '', attachments: ['images', 'files'] })).toEqual([
    'channel:newcomer-attachment',
  ])
  expect(read(where, { text, hoursHere: 1 })).toMatchObject({
    kind: 'conduct',
    level: 'groen',
    consequences: ['flag'],
  })
})

test('a channel says for itself what it does with newcomers, and takes over the rest', () => {
  const where = channels(
    { foto: { newcomers: { links: 'allow' } } },
    { newcomers: { hours: 2, links: 'flag', attachments: 'flag' } },
  )
  const message = { text: 'https://nieuws.example', attachments: ['files' as const], hoursHere: 1 }
  expect(reasons(read(where, message))).toEqual(['channel:newcomer-attachment'])
})

test('a cry for help with a photo stays a worry as a whole', () => {
  const where = channels({ foto: { attachments: { images: 'flag' } } })
  expect(read(where, { text: 'noodwoord', attachments: ['images'] })).toMatchObject({
    kind: 'worry',
    category: 'distress',
  })
})

test('a staff channel has no norms that are looked at', () => {
  const where = channels({
    foto: { staff: true, attachments: { images: 'flag' }, links: links({ rule: 'flag' }) },
  })
  expect(read(where, { text: 'https://a.be', attachments: ['images'] })).toEqual({ kind: 'nothing' })
})

const domains = (text: string): string[] => linksOf(text).map(({ domain }) => domain)

test('an address is read as a browser reads it, so that nothing in front of it hides where it leads', () => {
  expect(domains('https://jac.be@elders.example/x')).toEqual(['elders.example'])
  expect(domains('[jac.be](https://ELDERS.example.)')).toEqual(['elders.example'])
  expect(domains('https://xn--80ak6aa92e.com en http://a.be:8080/?u=https://b.be')).toEqual([
    'xn--80ak6aa92e.com',
    'a.be',
  ])
  expect(
    domains('jac.be zonder http, en https:// zonder domein, of https://c.be, en https://d.be...'),
  ).toEqual(['c.be', 'd.be'])
  expect(isUnder('nietjac.be', ['jac.be'])).toBe(false)
  expect(isUnder('m.jac.be', ['jac.be'])).toBe(true)
})

test('any text gives links in order and inside the text, without an error', () => {
  const piece = fc.oneof(
    fc.constantFrom('https://', 'http://a.be', '<', ')', '@', '[', ' ', '://'),
    fc.string({ unit: 'binary', maxLength: 10 }),
  )
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join('')),
      (text) => {
        let last = 0
        for (const { start, end } of linksOf(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeLessThanOrEqual(text.length)
          last = end
        }
      },
    ),
  )
})
