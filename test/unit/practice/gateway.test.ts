import { ApplicationCommandType, Client, Events, GatewayIntentBits } from 'discord.js'
import { WebSocket } from 'ws'
import { expect, it } from 'vitest'
import { collect, setStage } from '../../support/practice/bot.ts'

const guildsAndMessages = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages]

it('a bot without the Message Content intent hears an empty text, over the gateway and over REST', async () => {
  await using stage = await setStage({ privilegedIntents: [] })
  const { world } = stage
  const client = await stage.connect({ intents: guildsAndMessages })
  const heard = collect<{ id: string; content: string }>((push) => client.on(Events.MessageCreate, push))

  const said = await world.member('noor').says('#algemeen', 'iets vertrouwelijks')
  await world.until(() => heard.length === 1)

  expect(heard[0]?.content).toBe('')
  const channel = await client.channels.fetch(said.channelId)
  if (channel?.isTextBased() !== true) throw new Error('A text channel was expected.')
  expect((await channel.messages.fetch({ message: said.id, force: true })).content).toBe('')
})

it('a bot without the intent still reads what mentions it, what it is told in private, and what it said', async () => {
  await using stage = await setStage({ privilegedIntents: [] })
  const { world, discord } = stage
  const client = await stage.connect({ intents: [...guildsAndMessages, GatewayIntentBits.DirectMessages] })
  const heard = collect<{ content: string }>((push) => client.on(Events.MessageCreate, push))

  await world.member('noor').says('#algemeen', `<@${discord.botId}> ben je daar?`)
  await world.member('noor').dms('onder ons')
  const channel = client.channels.cache.get(world.channel('algemeen').id)
  if (channel?.isSendable() !== true) throw new Error('A text channel was expected.')
  await channel.send('ja')
  await world.until(() => heard.length === 3)

  expect(heard.map((one) => one.content)).toEqual([`<@${discord.botId}> ben je daar?`, 'onder ons', 'ja'])
})

it('the target of a menu command is shown with its text, also without the intent', async () => {
  await using stage = await setStage({ privilegedIntents: [] })
  const client = await stage.connect({ intents: guildsAndMessages })
  await client.application.commands.set([{ type: ApplicationCommandType.Message, name: 'Meld dit bericht' }])
  client.on(Events.InteractionCreate, (asked) => {
    if (asked.isMessageContextMenuCommand()) void asked.reply(asked.targetMessage.content)
  })
  const said = await stage.world.member('noor').says('#algemeen', 'dit dus')
  const reply = await stage.world.member('ayoub').reports(said)
  expect(reply.message?.content).toBe('dit dus')
})

it('a session without Message Content hears nothing of it even when the application may', async () => {
  await using stage = await setStage()
  const client = await stage.connect({ intents: guildsAndMessages })
  const heard = collect<{ content: string }>((push) => client.on(Events.MessageCreate, push))
  await stage.world.member('noor').says('#algemeen', 'iets')
  await stage.world.until(() => heard.length === 1)
  expect(heard[0]?.content).toBe('')
})

it('a bot hears nothing of a channel that it cannot see', async () => {
  await using stage = await setStage()
  const client = await stage.connect()
  const heard = collect<{ content: string }>((push) => client.on(Events.MessageCreate, push))
  await stage.world.member('sam').says('#kelder', 'geheim')
  await stage.world.member('sam').says('#wachtrij', 'zichtbaar')
  await stage.world.until(() => heard.length > 0)
  expect(heard.map((one) => one.content)).toEqual(['zichtbaar'])
})

it('a bot that does not ask for messages hears none', async () => {
  await using stage = await setStage()
  const client = await stage.connect({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessageReactions],
  })
  const heard = collect<string>((push) => {
    client.on(Events.MessageCreate, () => push('message'))
    client.on(Events.MessageReactionAdd, () => push('reaction'))
  })
  const said = await stage.world.member('noor').says('#algemeen', 'hallo')
  await stage.world.member('ayoub').reacts(said, '👍')
  await stage.world.until(() => heard.length > 0)
  expect(heard).toEqual(['reaction'])
})

it('a privileged intent that is not switched on is refused with 4014, and one that does not exist with 4013', async () => {
  await using stage = await setStage({ privilegedIntents: [] })
  const login = stage.connect({ intents: [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent] })
  await expect(login).rejects.toThrow(/disallowed intents/i)
  expect(
    await closeCode(stage.discord.api, { token: stage.discord.token, intents: 1 << 30, properties: {} }),
  ).toBe(4013)
})

it('a wrong token is refused, over REST and by the gateway with 4004', async () => {
  await using stage = await setStage()
  const client = new Client({ intents: [], rest: { api: stage.discord.api } })
  await expect(client.login('wrong')).rejects.toThrow(/invalid token/i)
  await client.destroy()
  expect(await closeCode(stage.discord.api, { token: 'wrong', intents: 0, properties: {} })).toBe(4004)
})

it('a bot whose connection drops resumes, and hears what it missed, once', async () => {
  await using stage = await setStage()
  const { world } = stage
  const client = await stage.connect()
  const heard = collect<string>((push) => client.on(Events.MessageCreate, (message) => push(message.content)))
  const resumed = collect<number>((push) => client.on(Events.ShardResume, (_, replayed) => push(replayed)))
  await world.member('noor').says('#algemeen', 'voor')
  await world.until(() => heard.length === 1)

  world.dropConnections()
  await world.until((now) => now.bots() === 0)
  await world.member('noor').says('#algemeen', 'tijdens')
  await world.until(() => resumed.length === 1)
  await world.member('noor').says('#algemeen', 'na')
  await world.until(() => heard.length === 3)

  expect(heard).toEqual(['voor', 'tijdens', 'na'])
})

it('a bot that is started again is told in which channels something was said meanwhile', async () => {
  await using stage = await setStage()
  const { world } = stage
  const first = await stage.connect()
  await first.destroy()
  const missed = await world.member('noor').says('#algemeen', 'niemand luistert')

  const second = await stage.connect()
  const channel = second.channels.cache.get(missed.channelId)
  if (channel?.isTextBased() !== true) throw new Error('A text channel was expected.')
  expect(channel.lastMessageId).toBe(missed.id)
  const read = await channel.messages.fetch({ after: '0', limit: 100 })
  expect(read.map((one) => one.content)).toEqual(['niemand luistert'])
})

it('two connections at once both hear everything', async () => {
  await using stage = await setStage()
  const clients = [await stage.connect(), await stage.connect()]
  const heard = collect<string>((push) => {
    for (const client of clients) client.on(Events.MessageCreate, (message) => push(message.content))
  })
  await stage.world.member('noor').says('#gaming', 'hoi')
  await stage.world.until(() => heard.length === 2)
  expect(stage.world.bots()).toBe(2)
})

it('edits, deletions and pins reach the bot', async () => {
  await using stage = await setStage()
  const { world } = stage
  const client = await stage.connect()
  const heard = collect<string>((push) => {
    client.on(Events.MessageUpdate, (_, now) => push(`edit ${now.content}`))
    client.on(Events.MessageDelete, (message) => push(`delete ${message.id}`))
    client.on(Events.ChannelPinsUpdate, (channel) => push(`pins ${channel.id}`))
  })
  const said = await world.member('noor').says('#algemeen', 'eerst')
  await world.member('noor').edits(said, 'daarna')
  await world.member('noor').deletes(said)
  await world.until(() => heard.length === 2)
  expect(heard).toEqual(['edit daarna', `delete ${said.id}`])
  expect(stage.spec.violations()).toEqual([])
})

/** Identifies by hand and tells with which code the gateway closes. */
function closeCode(api: string, identify: object): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${api.replace('http', 'ws').replace('/api', '')}/?v=10&encoding=json`)
    socket.on('message', () => socket.send(JSON.stringify({ op: 2, d: identify })))
    socket.on('close', resolve)
    socket.on('error', reject)
  })
}
