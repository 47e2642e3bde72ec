import {
  ChannelType,
  ComponentType,
  DiscordAPIError,
  Events,
  MessageFlags,
  Routes,
  TextInputStyle,
} from 'discord.js'
import type { ChatInputCommandInteraction, Client, ModalSubmitInteraction } from 'discord.js'
import { expect, it } from 'vitest'
import { manualClock } from '../../../src/practice/clock.ts'
import { collect, setStage, testHouse } from '../../support/practice/bot.ts'

const codeOf = async (doing: Promise<unknown>): Promise<number | string | undefined> =>
  doing.then(
    () => undefined,
    (error: unknown) => (error instanceof DiscordAPIError ? error.code : String(error)),
  )

/** Registers one command and hands each use of it over. */
async function onPraat(
  client: Client<true>,
  handle: (asked: ChatInputCommandInteraction) => unknown,
): Promise<void> {
  await client.application.commands.set([{ name: 'praat', description: 'Praat' }])
  client.on(Events.InteractionCreate, (asked) => {
    if (asked.isChatInputCommand()) handle(asked)
  })
}

it('an answer after three seconds is too late, and the member sees that the application did not respond', async () => {
  const clock = manualClock(new Date('2026-11-23T15:00:00Z'))
  await using stage = await setStage({ clock })
  const client = await stage.connect()
  const asked = collect<ChatInputCommandInteraction>((push) => void onPraat(client, push))
  await stage.world.until((world) => world.commands().length === 1)

  const running = stage.world.member('noor').runs('/praat')
  await stage.world.until(() => asked.length === 1)
  clock.advance(3_001)

  const reply = await running
  expect(reply.kind).toBe('failed')
  expect(reply.error).toBe('no answer within 3 seconds')
  expect(await codeOf(asked[0]?.reply('te laat') ?? Promise.resolve())).toBe(10062)
})

it('an answer just within three seconds is in time', async () => {
  const clock = manualClock(new Date('2026-11-23T15:00:00Z'))
  await using stage = await setStage({ clock })
  const client = await stage.connect()
  await onPraat(client, (asked) => {
    clock.advance(2_999)
    void asked.reply('net')
  })
  expect((await stage.world.member('noor').runs('/praat')).message?.content).toBe('net')
})

it('a second first answer is refused with 40060', async () => {
  await using stage = await setStage()
  const client = await stage.connect()
  const codes = collect<unknown>((push) => {
    void onPraat(client, async (asked) => {
      await asked.reply('een')
      const again = client.rest.post(Routes.interactionCallback(asked.id, asked.token), {
        body: { type: 4, data: { content: 'twee' } },
        auth: false,
      })
      push(await codeOf(again))
    })
  })
  await stage.world.until((world) => world.commands().length === 1)
  await stage.world.member('noor').runs('/praat')
  await stage.world.until(() => codes.length === 1)
  expect(codes).toEqual([40060])
})

it('a token is good for fifteen minutes', async () => {
  const clock = manualClock(new Date('2026-11-23T15:00:00Z'))
  await using stage = await setStage({ clock })
  const client = await stage.connect()
  const asked = collect<ChatInputCommandInteraction>((push) => {
    void onPraat(client, async (one) => {
      await one.reply('hallo')
      push(one)
    })
  })
  await stage.world.until((world) => world.commands().length === 1)
  await stage.world.member('noor').runs('/praat')
  await stage.world.until(() => asked.length === 1)
  clock.advance(14 * 60_000)
  expect(await codeOf(asked[0]?.editReply('nog net') ?? Promise.reject(new Error('none')))).toBeUndefined()
  clock.advance(60_000)
  expect(await codeOf(asked[0]?.editReply('te laat') ?? Promise.resolve())).toBe(50027)
})

it('an ephemeral answer is seen by the one who asked, and by nobody else', async () => {
  await using stage = await setStage()
  const { world } = stage
  const client = await stage.connect()
  const button = { type: ComponentType.Button, style: 1, label: 'Meer', customId: 'meer' } as const
  const row = { type: ComponentType.ActionRow, components: [button] } as const
  await onPraat(client, (asked) => {
    void asked.reply({ content: 'onder ons', components: [row], flags: MessageFlags.Ephemeral })
  })
  const reply = await world.member('noor').runs('/praat', {}, { channel: '#algemeen' })

  expect(world.messagesSeenBy('noor', '#algemeen').map((one) => one.content)).toEqual(['onder ons'])
  expect(world.messagesSeenBy('ayoub', '#algemeen')).toEqual([])
  expect(world.channel('algemeen').messages()).toEqual([])
  await expect(world.member('ayoub').presses(reply, 'Meer')).rejects.toThrow('somebody else alone')
  await expect(world.member('noor').presses(reply, 'Minder')).rejects.toThrow('there is: Meer')
  const channel = await client.channels.fetch(world.channel('algemeen').id)
  if (channel?.isTextBased() !== true) throw new Error('A text channel was expected.')
  expect(await codeOf(channel.messages.fetch(reply.message?.id ?? ''))).toBe(10008)
})

it('a deferred answer comes when it comes, and stays as hidden as it was announced', async () => {
  await using stage = await setStage()
  const client = await stage.connect()
  await onPraat(client, async (asked) => {
    await asked.deferReply({ flags: MessageFlags.Ephemeral })
    await asked.editReply('klaar')
  })
  const reply = await stage.world.member('noor').runs('/praat')
  expect(reply.kind).toBe('message')
  expect(reply.message).toMatchObject({ content: 'klaar', ephemeral: true, loading: false })
  expect(stage.spec.violations()).toEqual([])
})

it('a form cannot answer a form, and an update needs a message to update', async () => {
  await using stage = await setStage()
  const client = await stage.connect()
  const codes = collect<unknown>((push) => {
    void onPraat(client, async (asked) => {
      const update = client.rest.post(Routes.interactionCallback(asked.id, asked.token), {
        body: { type: 7, data: { content: 'x' } },
        auth: false,
      })
      push(await codeOf(update))
      const input = {
        type: ComponentType.TextInput,
        custom_id: 'why',
        style: TextInputStyle.Short,
        label: 'Waarom',
      } as const
      await asked.showModal({
        title: 'Vertel',
        custom_id: 'm',
        components: [{ type: ComponentType.ActionRow, components: [input] }],
      })
    })
    const onForm = async (asked: ModalSubmitInteraction): Promise<void> => {
      const modal = { title: 'Nog een', custom_id: 'm2', components: [] }
      const again = client.rest.post(Routes.interactionCallback(asked.id, asked.token), {
        body: { type: 9, data: modal },
        auth: false,
      })
      push(await codeOf(again))
      await asked.reply({ content: 'dank', flags: MessageFlags.Ephemeral })
    }
    client.on(Events.InteractionCreate, (asked) => {
      if (asked.isModalSubmit()) void onForm(asked)
    })
  })
  await stage.world.until((world) => world.commands().length === 1)
  const noor = stage.world.member('noor')
  const opened = await noor.runs('/praat')
  await expect(noor.submits(opened, {})).rejects.toThrow('must be filled in')
  await expect(noor.submits(opened, { Waardoor: 'x' })).rejects.toThrow('it has: Waarom')
  expect((await noor.submits(opened, { Waarom: 'daarom' })).message?.content).toBe('dank')
  expect(codes).toEqual([50035, 50035])
})

it('an interaction carries what the bot and the member may there, and their languages', async () => {
  await using stage = await setStage()
  const client = await stage.connect()
  const asked = collect<ChatInputCommandInteraction>((push) => {
    void onPraat(client, (one) => {
      push(one)
      void one.reply({ content: 'x', withResponse: true })
    })
  })
  await stage.world.until((world) => world.commands().length === 1)
  await stage.world.member('ayoub').runs('/praat', {}, { channel: '#gaming' })
  await stage.world.member('sam').runs('/praat', {}, { channel: '#wachtrij', locale: 'fr' })
  expect(asked.map((one) => one.locale)).toEqual(['en-US', 'fr'])
  expect(asked.map((one) => one.guildLocale)).toEqual(['nl', 'nl'])
  expect(asked.map((one) => one.memberPermissions?.has('ManageMessages'))).toEqual([false, true])
  expect(asked[0]?.appPermissions.has('PinMessages')).toBe(true)
  expect(stage.spec.violations()).toEqual([])
})

it('a command in a direct message comes without a server', async () => {
  await using stage = await setStage()
  const client = await stage.connect()
  await onPraat(client, (asked) => asked.reply(`${asked.inGuild()} ${asked.context}`))
  expect((await stage.world.member('noor').runs('/praat', {}, { channel: 'dm' })).message?.content).toBe(
    'false 1',
  )
  expect(stage.spec.violations()).toEqual([])
})

it('a private thread is seen by who is in it and by who keeps threads', async () => {
  const bot = {
    permissions: [
      'ViewChannel',
      'SendMessages',
      'ReadMessageHistory',
      'CreatePrivateThreads',
      'SendMessagesInThreads',
    ],
  } as const
  await using stage = await setStage({
    seedGuild: { ...testHouse, bot },
  })
  const { world } = stage
  const client = await stage.connect()
  const channel = await client.channels.fetch(world.channel('algemeen').id)
  if (channel?.type !== ChannelType.GuildText) throw new Error('A text channel was expected.')
  const thread = await channel.threads.create({
    name: 'onder vier ogen',
    type: ChannelType.PrivateThread,
    invitable: false,
  })
  await thread.members.add(world.member('noor').id)
  await thread.send('hier kan je praten')
  await world.member('noor').says('onder vier ogen', 'dank je')
  await expect(world.member('ayoub').says('onder vier ogen', 'hallo?')).rejects.toThrow('Missing Access')
  expect(world.messagesSeenBy('ayoub', 'onder vier ogen')).toEqual([])
  await thread.setArchived(true)
  expect(await codeOf(thread.setLocked(true))).toBe(50013)
  expect(stage.spec.violations()).toEqual([])
})
