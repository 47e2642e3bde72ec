import { type APIMessage, MessageFlags, MessageType } from 'discord.js'
import { expect, test } from 'vitest'
import { fromGateway, fromHistory } from '../../../src/discord/heard-message.ts'

/** A message of a member as discord.js gives it, as far as it is looked at. */
function message(said: Record<string, unknown> = {}, channel: Record<string, unknown> = {}) {
  return {
    partial: false,
    inGuild: () => true,
    id: '1191350108160000016',
    guildId: '1191350108160000001',
    channelId: '1191350108160000002',
    author: { id: '1191350108160000003', bot: false },
    webhookId: null,
    type: MessageType.Default,
    content: 'dag',
    createdAt: new Date(0),
    attachments: [],
    stickers: new Map(),
    messageSnapshots: new Map(),
    poll: null,
    flags: { bitfield: 0 },
    channel: {
      id: '1191350108160000002',
      isThread: () => false,
      guild: { members: { me: {} } },
      permissionsFor: () => ({ has: () => true }),
      ...channel,
    },
    ...said,
  } as never
}
const places = { of: () => ({ read: true, name: 'algemeen' }) as const, forget: () => undefined }
const why = (said: Record<string, unknown>, channel?: Record<string, unknown>) =>
  fromGateway(message(said, channel), places)?.whyNeverHeld()

test('a message of words alone can be held', () => {
  expect(why({})).toBe(undefined)
})

test('what could not be put back as it was can never be held', () => {
  expect(why({ attachments: [{ contentType: 'image/png' }] })).toBe('attachment')
  expect(why({ stickers: new Map([['1', {}]]) })).toBe('sticker')
  expect(
    why({ flags: { bitfield: MessageFlags.IsVoiceMessage }, attachments: [{ contentType: 'audio/ogg' }] }),
  ).toBe('voice')
  expect(why({ messageSnapshots: new Map([['1', {}]]) })).toBe('forward')
  expect(why({ flags: { bitfield: MessageFlags.HasThread } })).toBe('thread')
  expect(why({ type: MessageType.ThreadCreated })).toBe('announcement')
  const post = {
    id: '1191350108160000016',
    name: 'titel',
    isThread: () => true,
    parent: { isThreadOnly: () => true },
  }
  expect(why({}, post)).toBe('post')
  expect(why({}, { permissionsFor: () => ({ has: () => false }) })).toBe('permission')
})

test('what stands in a poll is read, and a poll is never held', () => {
  const answers = [{ text: 'gij' }, { text: null }, { text: 'zij' }]
  const heard = fromGateway(
    message({ content: '', poll: { question: { text: 'wie is de domste?' }, answers } }),
    places,
  )
  expect(heard?.text).toBe('wie is de domste?\ngij\nzij')
  expect(heard?.whyNeverHeld()).toBe('poll')
})

test('a message without words and without anything that hangs on it is nothing to read', () => {
  expect(fromGateway(message({ content: '' }), places)).toBe(undefined)
})

test('Discord’s own alerts and other messages of the system are not messages of a member', () => {
  for (const type of [
    MessageType.AutoModerationAction,
    MessageType.UserJoin,
    MessageType.ChannelPinnedMessage,
  ]) {
    expect(fromGateway(message({ type }), places), String(type)).toBe(undefined)
  }
})

test('a message from the history is read as it was, and never held', () => {
  const history = {
    id: '1191350108160000016',
    channel_id: '1191350108160000002',
    author: { id: '1', bot: false },
    type: MessageType.Default,
    content: 'dag',
    attachments: [],
    poll: { question: { text: 'wie?' }, answers: [{ answer_id: 1, poll_media: { text: 'gij' } }] },
  } as unknown as APIMessage
  const place = { guildId: '1', name: 'ideeen', titleOf: () => 'een titel' }
  const heard = fromHistory(history, place)
  expect(heard?.text).toBe('een titel\ndag\nwie?\ngij')
  expect(heard?.whyNeverHeld()).toBe('late')
  expect(fromHistory({ ...history, webhook_id: '5' }, place)).toBe(undefined)
  expect(fromHistory({ ...history, author: { ...history.author, bot: true } }, place)).toBe(undefined)
})

test('how long the writer was here when it was written comes with it, where that is known', () => {
  const said = message({ createdTimestamp: 2 * 3_600_000 })
  expect(fromGateway(said, places, { joinedAt: 0, roleIds: [] })?.hoursHere).toBe(2)
  expect(fromGateway(said, places)).not.toHaveProperty('hoursHere')
})
