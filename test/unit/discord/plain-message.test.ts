import { ChannelType, type Client, MessageFlags, MessageType } from 'discord.js'
import { expect, test } from 'vitest'
import type { House } from '../../../src/discord/desk.ts'
import type { Place } from '../../../src/discord/place.ts'
import { fromPacket, isSaid } from '../../../src/discord/plain-message.ts'

const [HOUSE, CHANNEL, WRITER, KEPT] = ['1191350108160000001', '1191350108160000002', '3', '4']
const packet = (said: Record<string, unknown> = {}) => ({
  t: 'MESSAGE_CREATE',
  d: {
    id: '1191350108160000016',
    channel_id: CHANNEL,
    guild_id: HOUSE,
    type: MessageType.Default,
    content: 'dag',
    flags: 0,
    author: { id: WRITER, username: 'noor' },
    member: { joined_at: '2024-01-01T00:00:00.000000+00:00', roles: ['7'] },
    attachments: [],
    mentions: [],
    embeds: [],
    ...said,
  },
})
const house = {
  id: HOUSE,
  roleIds: { youthWorker: '70', moderator: '71', volunteer: undefined },
  toldRoleIds: { backUp: '72', onCall: undefined },
} as House

function hear(said: Record<string, unknown> = {}, place: Place = { read: true, name: 'algemeen' }) {
  const at = (type: ChannelType, guildId = HOUSE) => ({
    id: CHANNEL,
    guildId,
    type,
    lastMessageId: null as string | null,
    isDMBased: () => type === ChannelType.DM,
    isThread: () => type === ChannelType.PublicThread,
    isTextBased: () => type !== ChannelType.GuildCategory,
    guild: { members: { me: {}, cache: new Map([[KEPT, {}]]) } },
    permissionsFor: () => ({ has: () => false }),
  })
  const channels = new Map([
    [CHANNEL, at(ChannelType.GuildText)],
    ['thread', at(ChannelType.PublicThread)],
    ['category', at(ChannelType.GuildCategory)],
    ['direct', at(ChannelType.DM)],
    ['elsewhere', at(ChannelType.GuildText, '99')],
  ])
  const client = { channels: { cache: channels } } as unknown as Client
  const heard = fromPacket(packet(said), client, house, { of: () => place, forget: () => undefined })
  return { heard, latest: channels.get(CHANNEL)?.lastMessageId }
}

test('a plain message is heard from its packet, as it would be from what the library makes of it', () => {
  const { heard, latest } = hear()
  expect(heard).toEqual({
    houseId: HOUSE,
    channelId: CHANNEL,
    channel: 'algemeen',
    messageId: '1191350108160000016',
    authorId: WRITER,
    text: 'dag',
    attachments: [],
    roleIds: ['7'],
    hoursHere: 12,
    writtenAt: new Date(Number((1_191_350_108_160_000_016n >> 22n) + 1_420_070_400_000n)),
    whyNeverHeld: expect.any(Function),
  })
  expect(heard?.whyNeverHeld()).toBe('permission')
  expect(latest, 'what is missed later is told from it').toBe('1191350108160000016')
})

const author = (said: object) => ({ author: { id: WRITER, ...said } })

test('what is more than the words of an ordinary member is left to the library', () => {
  const others: Readonly<Record<string, Record<string, unknown>>> = {
    'an answer': { type: MessageType.Reply },
    'no words': { content: '' },
    'of a bot': author({ bot: true }),
    'of a webhook': { webhook_id: '5' },
    'of nobody of the house': { member: undefined },
    'somebody is mentioned': { mentions: [{ id: '5' }] },
    'an attachment': { attachments: [{ id: '5' }] },
    'a sticker': { sticker_items: [{ id: '5' }] },
    'a poll': { poll: { question: { text: 'wie?' } } },
    'a forward': { message_snapshots: [{}] },
    'a thread': { thread: { id: '5' } },
    'a thread hangs on it': { flags: MessageFlags.HasThread },
    'a voice message': { flags: MessageFlags.IsVoiceMessage },
    'a youth worker': { member: { roles: ['70'] } },
    'the back-up': { member: { roles: ['72', '7'] } },
    'a member that is kept': { author: { id: KEPT } },
    'in a thread': { channel_id: 'thread' },
    'in no channel of text': { channel_id: 'category' },
    'a direct message': { channel_id: 'direct' },
    'in another server': { channel_id: 'elsewhere' },
    'in an unknown channel': { channel_id: '9' },
  }
  for (const [what, said] of Object.entries(others)) expect(hear(said).heard, what).toBeUndefined()
  expect(hear({}, { read: false, why: 'staff' })).toEqual({ heard: undefined, latest: null })
})

test('what is no message in a server passes by', () => {
  for (const other of [undefined, null, 'x', {}, { t: 'MESSAGE_CREATE' }, { t: 'MESSAGE_CREATE', d: null }])
    expect(isSaid(other)).toBe(false)
  expect(isSaid({ t: 'MESSAGE_CREATE', d: { id: '1' } }), 'a direct message').toBe(false)
  expect(isSaid({ ...packet(), t: 'MESSAGE_UPDATE' })).toBe(false)
  expect(isSaid(packet())).toBe(true)
})
