import { AttachmentBuilder, ChannelType, MessageType, Routes } from 'discord.js'
import type { ForumChannel, PermissionsString, TextChannel } from 'discord.js'
import { expect, it } from 'vitest'
import { manualClock } from '../../../src/practice/clock.ts'
import { setStage, testHouse } from '../../support/practice/bot.ts'
import type { Stage } from '../../support/practice/bot.ts'
import { codeOf, refusedTo } from '../../support/practice/refusal.ts'

const usual: readonly PermissionsString[] = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'CreatePrivateThreads',
  'ReadMessageHistory',
  'AttachFiles',
  'AddReactions',
]
const house = (...powers: PermissionsString[]) => ({
  ...testHouse,
  channels: [...testHouse.channels, { name: 'ideeen', type: 'forum' as const, tags: ['spel', 'uitstap'] }],
  roles: [...testHouse.roles, { name: 'hoeder', permissions: ['ManageThreads'] as const }],
  members: [...testHouse.members, { name: 'hilde', roles: ['hoeder'] }],
  bot: { permissions: [...usual, ...powers] },
})

async function channelOf<T>(stage: Stage, name: string): Promise<T> {
  const client = await stage.connect()
  return (await client.channels.fetch(stage.world.channel(name).id)) as T
}

it('a private thread is seen by who is in it and by its keepers, and by nobody else', async () => {
  await using stage = await setStage({ seedGuild: house() })
  const { world } = stage
  const parent = await channelOf<TextChannel>(stage, 'algemeen')
  const talk = await parent.threads.create({
    name: 'praatje',
    type: ChannelType.PrivateThread,
    invitable: false,
  })
  const sees = (name: string) => world.messagesSeenBy(name, talk.id).length > 0
  await talk.members.add(world.member('noor').id)
  await talk.send('Hoi Noor')
  expect([sees('noor'), sees('hilde'), sees('sofie')]).toEqual([true, true, true])
  expect([sees('ayoub'), sees('sam')]).toEqual([false, false])
  expect((await refusedTo(() => world.member('ayoub').says(talk.id, 'x'))).code).toBe(50001)
  // It is not invitable: Noor brings nobody, a keeper may.
  expect((await refusedTo(() => world.member('noor').brings(talk.id, 'ayoub'))).code).toBe(50013)
  world.member('hilde').brings(talk.id, 'ayoub')
  await world.member('ayoub').says(talk.id, 'dag')
  world.member('ayoub').leavesThread(talk.id)
  expect(sees('ayoub')).toBe(false)
  expect(
    world
      .channel(talk.id)
      .messages()
      .map((one) => one.type),
  ).toContain(MessageType.RecipientAdd)
  expect(stage.spec.violations()).toEqual([])
})

it('a thread sleeps, is locked and is woken by who may, and takes nothing meanwhile', async () => {
  await using stage = await setStage({ seedGuild: house() })
  const { world } = stage
  const parent = await channelOf<TextChannel>(stage, 'algemeen')
  const said = await world.member('noor').says('#algemeen', 'een vraag')
  const message = await parent.messages.fetch(said.id)
  const thread = await message.startThread({ name: 'vraag' })
  expect(thread.id).toBe(said.id)
  expect(await codeOf(message.startThread({ name: 'nog een' }))).toBe(160004)
  const mine = await thread.send('antwoord')
  await thread.setArchived(true)
  expect(await codeOf(mine.edit('anders'))).toBe(50083)
  expect(await codeOf(mine.react('👀'))).toBe(50083)
  expect(await codeOf(thread.members.add(world.member('ayoub').id))).toBe(50083)
  await parent.client.application?.commands.set([{ name: 'praat', description: 'x' }])
  const asked = () => world.member('noor').runs('/praat', {}, { channel: thread.id })
  expect((await refusedTo(asked)).code).toBe(50083)
  const archived = await parent.threads.fetchArchived({ type: 'public' })
  expect(archived.threads.map((one) => one.id)).toEqual([thread.id])
  await world.member('noor').says(thread.id, 'nog iets')
  world.admin('hilde').locks(thread.id)
  expect((await refusedTo(() => world.member('noor').says(thread.id, 'toch'))).code).toBe(160005)
  expect(await codeOf(mine.edit('anders'))).toBe(160005)
  expect(await codeOf(thread.send('ook niet'))).toBe(160005)
  await world.member('hilde').says(thread.id, 'een hoeder mag')
  expect(await codeOf(thread.delete())).toBe(50013)
  expect(stage.spec.violations()).toEqual([])
})

it('a forum takes posts with tags, and no plain messages', async () => {
  await using stage = await setStage({ seedGuild: house() })
  const { world } = stage
  const forum = await channelOf<ForumChannel>(stage, 'ideeen')
  const tags = forum.availableTags.map((tag) => tag.id)
  const plain = forum.client.rest.post(Routes.channelMessages(forum.id), { body: { content: 'x' } })
  expect(await codeOf(plain)).toBe(40058)
  const start = { name: 'Spelavond', message: { content: 'Wie doet mee?' } }
  expect(await codeOf(forum.threads.create({ ...start, appliedTags: ['1'] }))).toBe(10087)
  const post = await forum.threads.create({ ...start, appliedTags: tags.slice(0, 1) })
  const first = await post.fetchStarterMessage()
  expect([first?.id, first?.content, post.messageCount]).toEqual([post.id, 'Wie doet mee?', 0])
  const own = world.member('noor').postsIn('ideeen', 'Naar zee', 'Met de trein', ['uitstap'])
  expect(
    world
      .channel(own)
      .messages()
      .map((one) => one.content),
  ).toEqual(['Met de trein'])
  expect((await refusedTo(() => world.member('noor').postsIn('ideeen', 'x', 'y', ['niets']))).code).toBe(
    10087,
  )
  expect((await refusedTo(() => world.member('noor').says('#ideeen', 'los'))).code).toBe(40058)
  expect(stage.spec.violations()).toEqual([])
})

it('a webhook speaks under a name of its own, in its channel or a thread of it, and nobody takes the name of Discord', async () => {
  await using stage = await setStage({ seedGuild: house('ManageWebhooks', 'ManageMessages') })
  const { world } = stage
  const channel = await channelOf<TextChannel>(stage, 'algemeen')
  expect(await codeOf(channel.createWebhook({ name: 'My Discord' }))).toBe(50035)
  expect(await codeOf(channel.createWebhook({ name: 'clydesdale' }))).toBe(50035)
  const webhook = await channel.createWebhook({ name: 'Bode' })
  const quote = await webhook.send({ content: 'Noor schreef: hallo', username: 'Noor (citaat)' })
  expect([quote.author.username, quote.webhookId]).toEqual(['Noor (citaat)', webhook.id])
  await webhook.editMessage(quote.id, { content: 'Noor schreef: dag' })
  const thread = await channel.threads.create({ name: 'draad', type: ChannelType.PublicThread })
  await webhook.send({ content: 'in de draad', threadId: thread.id })
  expect(world.channel(thread.id).lastMessage()?.content).toBe('in de draad')
  const quiet = `/webhooks/${webhook.id}/${webhook.token ?? ''}`
  expect(await channel.client.rest.post(quiet as `/${string}`, { body: { content: 'stil' } })).toBeInstanceOf(
    ArrayBuffer,
  )
  expect(
    world
      .channel('algemeen')
      .messages()
      .map((one) => one.content),
  ).toEqual(['Noor schreef: dag', 'stil'])
  const wrong = channel.client.rest.post(`/webhooks/${webhook.id}/fout`, {
    auth: false,
    body: { content: 'x' },
  })
  expect(await codeOf(wrong)).toBe(50027)
  const notOurs = await world.member('noor').says('#algemeen', 'van mij')
  expect(await codeOf(webhook.deleteMessage(notOurs.id))).toBe(10008)
  for (let n = 1; n < 15; n += 1) await channel.createWebhook({ name: `Bode ${n}` })
  expect(await codeOf(channel.createWebhook({ name: 'te veel' }))).toBe(30007)
  await webhook.delete()
  expect(await codeOf(webhook.send('weg'))).toBe(10015)
  expect(stage.spec.violations()).toEqual([])
})

const file = (name: string, size = 3) => new AttachmentBuilder(Buffer.alloc(size), { name })

it('files come with their names and descriptions, and their addresses lead nowhere', async () => {
  await using stage = await setStage({ seedGuild: house() })
  const channel = await channelOf<TextChannel>(stage, 'algemeen')
  const sent = await channel.send({
    files: [file('SPOILER_kaart.png').setDescription('Een kaart'), file('b.txt')],
  })
  const [one, two] = [...sent.attachments.values()]
  expect([one?.description, one?.spoiler, one?.size, two?.name]).toEqual(['Een kaart', true, 3, 'b.txt'])
  expect(one?.url).toMatch(/^https:\/\/cdn\.discordapp\.com\/attachments\/\d+\/\d+\/SPOILER_kaart\.png/)
  expect(await codeOf(channel.send({ files: [file('groot.bin', 10 * 1024 * 1024 + 1)] }))).toBe(40005)
  const path = Routes.channelMessages(channel.id)
  const files = Array.from({ length: 11 }, (_, n) => ({ name: `${n}.txt`, data: 'x' }))
  expect(await codeOf(channel.client.rest.post(path, { files }))).toBe(30015)
  const missing = { body: { content: 'x', attachments: [{ id: 0, filename: 'niet.txt' }] } }
  expect(await codeOf(channel.client.rest.post(path, missing))).toBe(50146)
  const kept = await sent.edit({ attachments: two === undefined ? [] : [two] })
  expect([...kept.attachments.values()].map((each) => each.name)).toEqual(['b.txt'])
  expect(stage.spec.violations()).toEqual([])
})

it('what the local Discord does not do it refuses in so many words', async () => {
  await using stage = await setStage({ seedGuild: house() })
  const channel = await channelOf<TextChannel>(stage, 'algemeen')
  const said = await stage.world.member('noor').says('#algemeen', 'hallo')
  const post = async (body: object): Promise<unknown> =>
    channel.client.rest.post(Routes.channelMessages(channel.id), { body }).catch((error: unknown) => error)
  const poll = { question: { text: 'wat?' }, answers: [] }
  expect(String(await post({ content: 'x', poll }))).toContain('The local Discord does not do polls.')
  const forward = { type: 1, message_id: said.id, channel_id: channel.id }
  expect(String(await post({ message_reference: forward }))).toContain('does not forward messages')
  expect(await codeOf(channel.send({ stickers: ['1'] }))).toBe(50081)
})

it('a direct message reaches who takes them and shares a house with the bot', async () => {
  await using stage = await setStage({ seedGuild: house() })
  const client = await stage.connect()
  const { world } = stage
  const noor = world.member('noor')
  const dm = await client.users.createDM(noor.id)
  await dm.send('dag')
  noor.takesDms(false)
  expect(await codeOf(dm.send('nog'))).toBe(50007)
  noor.takesDms(true)
  noor.leaves()
  expect(await codeOf(dm.send('nog'))).toBe(50278)
})

it('history is read before, after and around a message, over REST as in the app', async () => {
  const clock = manualClock(new Date('2026-11-23T15:00:00Z'))
  await using stage = await setStage({ seedGuild: house(), clock })
  const channel = await channelOf<TextChannel>(stage, 'algemeen')
  const said = []
  for (let n = 0; n < 9; n += 1) said.push(await stage.world.member('noor').says('#algemeen', `${n}`))
  const middle = said[4]?.id ?? ''
  const read = async (how: object) =>
    (await channel.messages.fetch({ limit: 3, ...how })).map((one) => one.content).join('')
  expect([
    await read({ before: middle }),
    await read({ after: middle }),
    await read({ around: middle }),
  ]).toEqual(['321', '765', '543'])
  expect(await codeOf(channel.messages.fetch({ limit: 101 }))).toBe(50035)
})
