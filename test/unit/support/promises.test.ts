import { expect, test } from 'vitest'
import type { RestRecord } from '../../../src/practice/local-discord.ts'
import type { World } from '../../../src/practice/local-discord.ts'
import { mentionsIn, shownIn } from '../../support/mentions.ts'
import { overhear } from '../../support/overheard.ts'

/** The checks that every house test makes at its end must bite, or they prove nothing. */

const request = (method: string, path: string, body: unknown): RestRecord => ({
  method,
  path,
  body,
  status: 200,
  response: undefined,
})
const QUIET = { allowed_mentions: { parse: [] } }
const WAYS = [
  ['a message', 'POST', '/channels/1/messages', (data: object) => data],
  ['an edit', 'PATCH', '/channels/1/messages/2', (data: object) => data],
  ['an answer', 'POST', '/interactions/1/abc/callback', (data: object) => ({ type: 4, data })],
  [
    'an answer in place',
    'POST',
    '/interactions/1/abc/callback?allowingresponse=true',
    (data: object) => ({ type: 7, data }),
  ],
  ['a follow-up', 'POST', '/webhooks/1/abc', (data: object) => data],
  ['an edited answer', 'PATCH', '/webhooks/1/abc/messages/@original', (data: object) => data],
  ['a post in a forum', 'POST', '/channels/1/threads', (message: object) => ({ name: 'x', message })],
] as const

test.each(WAYS)('%s must forbid every mention itself', (_what, method, path, wrap) => {
  const allowing = (allowed: unknown) => [
    request(method, path, wrap({ content: 'x', allowed_mentions: allowed })),
  ]
  expect(mentionsIn([request(method, path, wrap({ content: 'x', ...QUIET }))])).toEqual([])
  expect(shownIn([request(method, path, wrap({ content: 'x', ...QUIET }))])).toBe(1)
  expect(mentionsIn([request(method, path, wrap({ content: '@everyone' }))])).toHaveLength(1)
  for (const allowed of [
    {},
    { parse: ['users'] },
    { parse: [], users: ['1'] },
    { parse: [], roles: ['1'] },
    { parse: [], replied_user: true },
    { users: [] },
  ]) {
    expect(mentionsIn(allowing(allowed)), JSON.stringify(allowed)).toHaveLength(1)
  }
})

test('what shows no message needs to forbid nothing: forms, waits, pins, roles, reading', () => {
  const others = [
    request('POST', '/interactions/1/abc/callback', { type: 9, data: { title: 'x' } }),
    request('POST', '/interactions/1/abc/callback', { type: 5 }),
    request('PUT', '/channels/1/messages/pins/2', undefined),
    request('PUT', '/guilds/1/members/2/roles/3', undefined),
    request('GET', '/channels/1/messages', undefined),
    request('POST', '/channels/1/threads', { name: 'x', type: 12 }),
  ]
  expect(mentionsIn(others)).toEqual([])
  expect(shownIn(others)).toBe(0)
})

/** A world in which saying something does nothing. */
const silent = (): World =>
  ({
    member: (name: string) => ({
      id: name,
      says: () => Promise.resolve(undefined),
      edits: () => Promise.resolve(),
      dms: () => Promise.resolve(undefined),
      submits: () => Promise.resolve(undefined),
      runs: () => Promise.resolve(undefined),
    }),
  }) as unknown as World

test('whatever way something is said, it is found again in a text that holds it', async () => {
  const overheard = overhear(silent())
  const noor = overheard.world.member('noor')
  const form = {} as never
  await noor.says('#algemeen', 'dit is mijn geheim')
  await noor.edits(form, 'met een paarsezebrafluit erin')
  await noor.dms('niemand weet dat ik hier woon')
  await noor.submits(form, {
    words: 'hij heet Wolfgangus',
    reason: 'personal-data',
    more: ['en zij Annabellissima'],
  })
  await noor.runs('/meld', { wat: 'kijk in de oude bibliotheek' })
  for (const planted of [
    'dit is mijn geheim',
    'paarsezebrafluit',
    'niemand weet dat ik hier woon',
    'hij heet Wolfgangus',
    'Annabellissima',
    'kijk in de oude bibliotheek',
  ]) {
    expect(overheard.foundIn(`{"msg":"x ${planted} y"}`), planted).not.toEqual([])
  }
  expect(overheard.messagesIn('xx dit is mijn geheim xx')).toEqual(['dit is mijn geheim'])
})

test('short words, codes and what nobody said are not taken for a leak', async () => {
  const overheard = overhear(silent())
  const noor = overheard.world.member('noor')
  await noor.says('#algemeen', 'ik wil dood')
  await noor.submits({} as never, { reason: 'personal-data' })
  expect(overheard.foundIn('the message was flagged: personal-data, ik wil dood, algemeen')).toEqual([])
})
