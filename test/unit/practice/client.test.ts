import { readdirSync, readFileSync } from 'node:fs'
import {
  ChannelType,
  ContainerBuilder,
  Events,
  GatewayIntentBits,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  Routes,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js'
import type { Client, Guild, Interaction, TextChannel } from 'discord.js'
import { expect, it } from 'vitest'
import type { GuildSeed } from '../../../src/practice/seed.ts'
import type { World } from '../../../src/practice/world.ts'
import { setStage, usualIntents } from '../../support/practice/bot.ts'
import type { Stage } from '../../support/practice/bot.ts'
import { wordRule } from './automod-wire.ts'

/** A house whose bot may do everything, so that each row is about discord.js and not about a permission. */
const openHouse: GuildSeed = {
  name: 'Open huis',
  bot: { permissions: ['Administrator'] },
  roles: [{ name: 'vertrouwd' }],
  channels: [{ name: 'algemeen' }, { name: 'gaming' }],
  members: [{ name: 'noor' }, { name: 'sam' }, { name: 'eigenaar', owner: true }],
}

const everyIntent = [
  ...usualIntents,
  GatewayIntentBits.GuildModeration,
  GatewayIntentBits.GuildMembers,
  GatewayIntentBits.GuildWebhooks,
  GatewayIntentBits.GuildMessageTyping,
  GatewayIntentBits.AutoModerationConfiguration,
  GatewayIntentBits.AutoModerationExecution,
  GatewayIntentBits.DirectMessageReactions,
]

/** What a row of the tables is handed. */
interface At {
  readonly stage: Stage
  readonly world: World
  readonly client: Client<true>
  readonly guild: Guild
  readonly channel: TextChannel
}

async function enter(): Promise<At & AsyncDisposable> {
  const stage = await setStage({
    seedGuild: openHouse,
    privilegedIntents: ['MessageContent', 'GuildMembers'],
  })
  const client = await stage.connect({ intents: everyIntent })
  const guild = client.guilds.cache.first()
  const channel = guild?.channels.cache.get(stage.world.channel('algemeen').id)
  if (guild === undefined || channel?.type !== ChannelType.GuildText)
    throw new Error('a text channel was expected')
  const { world } = stage
  return { stage, world, client, guild, channel, [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose]() }
}

const noorIn = ({ guild, world }: At) => guild.members.fetch({ user: world.member('noor').id, force: true })
const says = (at: At, text = 'hallo') => at.world.member('noor').says('#algemeen', text)
const newest = async (at: At, text = 'hallo') => at.channel.messages.fetch((await says(at, text)).id)

/** Each event that the bot listens to, or that the design makes it listen to, and what makes it come. */
const events: Readonly<Record<string, (at: At) => unknown>> = {
  AutoModerationActionExecution: async (at) => {
    await at.guild.autoModerationRules.create(wordRule(['foei']))
    await says(at, 'foei').catch(() => undefined)
  },
  AutoModerationRuleCreate: ({ guild }) => guild.autoModerationRules.create(wordRule(['foei'])),
  AutoModerationRuleDelete: async ({ guild }) =>
    guild.autoModerationRules.delete(await guild.autoModerationRules.create(wordRule(['foei']))),
  AutoModerationRuleUpdate: async ({ guild }) =>
    guild.autoModerationRules.edit(await guild.autoModerationRules.create(wordRule(['foei'])), {
      name: 'nieuw',
    }),
  ChannelCreate: ({ guild }) => guild.channels.create({ name: 'nieuw' }),
  ChannelDelete: async ({ guild }) => (await guild.channels.create({ name: 'nieuw' })).delete(),
  ChannelPinsUpdate: async (at) => (await newest(at)).pin(),
  ChannelUpdate: ({ channel }) => channel.setTopic('anders'),
  GuildAuditLogEntryCreate: ({ channel }) => channel.setTopic('anders', 'daarom'),
  GuildAvailable: ({ stage: { discord } }) => discord.gatewayFaults.guildOutage(discord.guildId)(),
  GuildBanAdd: async (at) => (await noorIn(at)).ban(),
  GuildBanRemove: async (at) => {
    const noor = await noorIn(at)
    await noor.ban()
    await at.guild.members.unban(noor.id)
  },
  GuildCreate: ({ stage }) => stage.discord.addGuild({ ...openHouse, name: 'Tweede' }),
  GuildDelete: ({ stage }) => {
    stage.discord.addGuild({ ...openHouse, name: 'Tweede' })
    stage.discord.removeGuild(stage.discord.guildIds[1] ?? '')
  },
  GuildMemberRemove: async (at) => (await noorIn(at)).kick(),
  GuildMemberUpdate: async (at) => (await noorIn(at)).timeout(60_000),
  GuildRoleCreate: ({ guild }) => guild.roles.create({ name: 'rol' }),
  GuildRoleDelete: async ({ guild }) => (await guild.roles.create({ name: 'rol' })).delete(),
  GuildRoleUpdate: async ({ guild }) => (await guild.roles.create({ name: 'rol' })).setName('andere'),
  GuildUnavailable: ({ stage: { discord } }) => discord.gatewayFaults.guildOutage(discord.guildId),
  InteractionCreate: async (at) => {
    await at.client.application.commands.set([{ name: 'hallo', description: 'Zeg hallo' }])
    at.client.once(Events.InteractionCreate, (one) => void (one.isRepliable() && one.reply('hallo')))
    await at.world.member('noor').runs('/hallo')
  },
  MessageBulkDelete: async (at) => at.channel.bulkDelete([await newest(at, 'een'), await newest(at, 'twee')]),
  MessageCreate: (at) => says(at),
  MessageDelete: async (at) => at.world.member('noor').deletes(await says(at)),
  MessageReactionAdd: async (at) => at.world.member('sam').reacts(await says(at), '👍'),
  MessageReactionRemove: async (at) => {
    const message = await newest(at)
    await message.react('👍')
    await message.reactions.cache.get('👍')?.users.remove()
  },
  MessageReactionRemoveAll: async (at) => {
    const message = await newest(at)
    await message.react('👍')
    await message.reactions.removeAll()
  },
  MessageUpdate: async (at) => at.world.member('noor').edits(await says(at), 'anders'),
  ShardReconnecting: ({ stage }) => stage.discord.gatewayFaults.drop(),
  ShardResume: ({ stage }) => stage.discord.gatewayFaults.drop(),
  ThreadCreate: ({ channel }) => channel.threads.create({ name: 'zijpad' }),
  // Not by thread.delete(): that forgets the thread before the event comes, and then has nothing to tell of.
  ThreadDelete: async ({ client, channel }) =>
    client.rest.delete(Routes.channel((await channel.threads.create({ name: 'zijpad' })).id)),
  ThreadMembersUpdate: async (at) =>
    (await at.channel.threads.create({ name: 'zijpad' })).members.add(at.world.member('noor').id),
  ThreadUpdate: async ({ channel }) => (await channel.threads.create({ name: 'zijpad' })).setArchived(true),
  WebhooksUpdate: ({ channel }) => channel.createWebhook({ name: 'Doorgeef' }),
}

/** Events that cannot be made to come to a client that is connected and well; where they are tried, or why not. */
const elsewhere: Readonly<Record<string, string>> = {
  ClientReady: 'every test begins with it',
  Error: 'discord.js emits it for faults inside itself; nothing that Discord does brings it about',
  Raw: 'every packet before discord.js makes an event of it; test/house/flag-carried.test.ts reads a date from it',
  ShardDisconnect: 'below, with the close codes that are for good',
  ShardError: 'below, with the close codes that are for good',
  ShardReady: 'in test/house/gateway-faults.test.ts, where a lost session takes seconds to begin anew',
}

it.each(Object.entries(events))('discord.js emits %s', async (name, act) => {
  await using at = await enter()
  const event = Events[name as keyof typeof Events]
  let came = 0
  at.client.on(event as string, () => void came++)
  await act(at)
  await at.world.until(() => came > 0, { what: name })
  expect(came).toBeGreaterThan(0)
  expect(at.stage.spec.violations()).toEqual([])
})

it.each([4004, 4010, 4011, 4012, 4013, 4014])(
  'discord.js gives up for good when it is closed with %i',
  async (code) => {
    await using at = await enter()
    const gone = new Promise<number>(
      (resolve) => void at.client.once(Events.ShardDisconnect, (one) => resolve(one.code)),
    )
    let errors = 0
    at.client.on(Events.ShardError, () => void errors++)
    at.stage.discord.gatewayFaults.drop(code)
    expect(await gone).toBe(code)
    expect(errors).toBe(1)
    await at.world.until((now) => now.bots() === 0)
  },
)

/** Runs `act` on the first interaction that `start` brings about. */
async function answering(
  at: At,
  start: () => Promise<unknown>,
  act: (one: Interaction) => Promise<unknown>,
): Promise<void> {
  let acted: Promise<unknown> | undefined
  at.client.once(Events.InteractionCreate, (one) => {
    acted = act(one)
  })
  await start()
  await acted
  expect(acted).toBeDefined()
}

const command = { name: 'hallo', description: 'Zeg hallo' }
const withHallo = (at: At) => at.client.application.commands.set([command])
const button = { type: 1, components: [{ type: 2, style: 1, label: 'Druk', custom_id: 'druk' }] }
const modal = () =>
  new ModalBuilder()
    .setCustomId('form')
    .setTitle('Formulier')
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('Zeg iets')
        .setTextInputComponent(new TextInputBuilder().setCustomId('tekst').setStyle(TextInputStyle.Short)),
    )

function repliable(one: Interaction) {
  if (!one.isChatInputCommand()) throw new Error('a slash command was expected')
  return one
}

/** Each method of discord.js that the bot uses, or that the design makes it use. Each row says what was seen. */
const methods: Readonly<Record<string, (at: At) => Promise<unknown>>> = {
  'channel.send, with components of the second version': async ({ channel, world }) => {
    await channel.send({
      flags: MessageFlags.IsComponentsV2,
      components: [
        new ContainerBuilder().addTextDisplayComponents(new TextDisplayBuilder().setContent('In een kader')),
      ],
    })
    expect(world.transcript('#algemeen')).toContain('In een kader')
  },
  'channel.send, message.edit and message.delete': async ({ channel, world }) => {
    const sent = await channel.send({ content: 'eerst', embeds: [{ title: 'kaart' }], components: [button] })
    expect((await sent.edit({ content: 'daarna' })).content).toBe('daarna')
    await sent.delete()
    expect(world.channel('algemeen').messages()).toEqual([])
  },
  'channel.send with a file': async ({ channel }) => {
    const sent = await channel.send({ files: [{ attachment: Buffer.from('hallo'), name: 'verslag.txt' }] })
    expect(sent.attachments.first()).toMatchObject({ name: 'verslag.txt', size: 5 })
  },
  'channel.send with an enforced nonce': async ({ channel, world }) => {
    const draft = { content: 'eenmaal', nonce: 'abc', enforceNonce: true }
    expect((await channel.send(draft)).id).toBe((await channel.send(draft)).id)
    expect(world.channel('algemeen').messages()).toHaveLength(1)
  },
  'message.reply': async (at) => {
    const answer = await (await newest(at)).reply('dag')
    expect(answer.reference?.messageId).toBe(at.world.channel('algemeen').messages()[0]?.id)
  },
  'channel.messages.fetch by before, after and around': async (at) => {
    const ids: string[] = []
    for (let n = 0; n < 5; n++) ids.push((await says(at, `bericht ${n}`)).id)
    const middle = ids[2] ?? ''
    const keys = async (options: object) =>
      [...(await at.channel.messages.fetch({ limit: 100, ...options })).keys()].sort()
    expect(await keys({ before: middle })).toEqual(ids.slice(0, 2))
    expect(await keys({ after: middle })).toEqual(ids.slice(3))
    expect(await keys({ around: middle, limit: 3 })).toEqual(ids.slice(1, 4))
  },
  'message.pin, channel.messages.fetchPins and message.unpin': async (at) => {
    const message = await newest(at)
    await message.pin('belangrijk')
    expect((await at.channel.messages.fetchPins()).items.map((one) => one.message.id)).toEqual([message.id])
    await message.unpin()
    expect((await at.channel.messages.fetchPins()).items).toEqual([])
  },
  'channel.bulkDelete': async (at) => {
    for (let n = 0; n < 3; n++) await says(at, `bericht ${n}`)
    expect((await at.channel.bulkDelete(2)).size).toBe(2)
    expect(at.world.channel('algemeen').messages()).toHaveLength(1)
  },
  'message.react and reaction.users.fetch': async (at) => {
    const message = await newest(at)
    const reaction = await message.react('👍')
    expect([...(await reaction.users.fetch()).keys()]).toEqual([at.client.user.id])
  },
  'channel.threads.create in private, members.add, setLocked and setArchived': async (at) => {
    const thread = await at.channel.threads.create({
      name: 'praat',
      type: ChannelType.PrivateThread,
      invitable: false,
    })
    await thread.members.add(at.world.member('noor').id)
    expect([...(await thread.members.fetch()).keys()].sort()).toEqual(
      [at.client.user.id, at.world.member('noor').id].sort(),
    )
    await thread.send('hier kan je praten')
    await thread.setLocked(true)
    await thread.setArchived(true)
    expect(thread).toMatchObject({ locked: true, archived: true })
    const active = await at.guild.channels.fetchActiveThreads()
    expect(active.threads.size).toBe(0)
  },
  'message.startThread': async (at) => {
    const message = await newest(at)
    expect((await message.startThread({ name: 'erover' })).id).toBe(message.id)
  },
  'channel.edit, setRateLimitPerUser and permissionOverwrites': async ({ channel, guild, world }) => {
    await channel.setRateLimitPerUser(10)
    await channel.permissionOverwrites.edit(guild.roles.everyone, { SendMessages: false }, { reason: 'slot' })
    expect(channel.rateLimitPerUser).toBe(10)
    const isShut = () => channel.permissionOverwrites.cache.get(guild.id)?.deny.has('SendMessages') === true
    await world.until(isShut)
    await channel.permissionOverwrites.delete(guild.roles.everyone)
    await world.until(() => !isShut())
  },
  'member.roles.add and remove, setNickname': async (at) => {
    const noor = await noorIn(at)
    const role = at.guild.roles.cache.find((one) => one.name === 'vertrouwd')
    if (role === undefined) throw new Error('a role was expected')
    expect((await noor.roles.add(role)).roles.cache.has(role.id)).toBe(true)
    await noor.roles.remove(role)
    await noor.setNickname('Noortje')
    expect((await noorIn(at)).nickname).toBe('Noortje')
    expect((await noorIn(at)).roles.cache.has(role.id)).toBe(false)
  },
  'member.timeout, kick, ban and unban': async (at) => {
    const noor = await noorIn(at)
    await noor.timeout(60_000, 'even rust')
    expect((await noorIn(at)).isCommunicationDisabled()).toBe(true)
    await noor.timeout(null)
    await (await at.guild.members.fetch(at.world.member('sam').id)).kick('weg')
    await noor.ban({ reason: 'genoeg', deleteMessageSeconds: 60 })
    expect((await at.guild.bans.fetch()).map((one) => [one.user.id, one.reason])).toEqual([
      [noor.id, 'genoeg'],
    ])
    await at.guild.members.unban(noor.id)
    expect((await at.guild.bans.fetch()).size).toBe(0)
  },
  'guild.fetchAuditLogs': async ({ guild, channel, client }) => {
    await channel.setTopic('anders', 'daarom')
    const entry = (await guild.fetchAuditLogs({ limit: 1 })).entries.first()
    expect(entry).toMatchObject({ reason: 'daarom', executorId: client.user.id, targetId: channel.id })
  },
  'guild.roles.create and guild.channels.create': async ({ guild, client }) => {
    const role = await guild.roles.create({ name: 'team', permissions: ['ManageMessages'] })
    const channel = await guild.channels.create({
      name: 'team',
      permissionOverwrites: [
        { id: guild.id, deny: ['ViewChannel'] },
        { id: role.id, allow: ['ViewChannel'] },
      ],
    })
    expect(channel.permissionsFor(guild.id)?.has('ViewChannel')).toBe(false)
    expect(channel.permissionsFor(client.user)?.has('ViewChannel')).toBe(true)
  },
  'channel.createWebhook, webhook.send and webhook.delete': async ({ channel, world }) => {
    const webhook = await channel.createWebhook({ name: 'Doorgeef' })
    const sent = await webhook.send({ content: 'teruggezet', username: 'Noor schreef' })
    expect(sent.webhookId).toBe(webhook.id)
    expect(world.channel('algemeen').lastMessage()?.content).toBe('teruggezet')
    await webhook.delete()
    expect((await channel.fetchWebhooks()).size).toBe(0)
  },
  'user.send and user.createDM': async (at) => {
    const user = await at.client.users.fetch(at.world.member('noor').id)
    await user.send('onder ons')
    expect(at.world.dm('noor').lastMessage()?.content).toBe('onder ons')
    expect((await user.createDM()).isDMBased()).toBe(true)
  },
  'application.fetch, commands.set, fetch and delete': async (at) => {
    expect((await at.client.application.fetch()).id).toBe(at.stage.discord.applicationId)
    await withHallo(at)
    const found = await at.client.application.commands.fetch()
    expect(found.map((one) => one.name)).toEqual(['hallo'])
    await found.first()?.delete()
    expect((await at.client.application.commands.fetch()).size).toBe(0)
  },
  'interaction.reply in private, fetchReply, editReply, followUp and deleteReply': async (at) => {
    await withHallo(at)
    await answering(
      at,
      () => at.world.member('noor').runs('/hallo'),
      async (one) => {
        const interaction = repliable(one)
        await interaction.reply({ content: 'hallo', flags: MessageFlags.Ephemeral })
        expect((await interaction.fetchReply()).content).toBe('hallo')
        await interaction.editReply('dag')
        await interaction.followUp({ content: 'nog iets', flags: MessageFlags.Ephemeral })
        const seen = () =>
          at.world.messagesSeenBy('noor', '#gaming').concat(at.world.messagesSeenBy('noor', '#algemeen'))
        expect(seen().map((message) => message.content)).toEqual(['dag', 'nog iets'])
        await interaction.deleteReply()
        expect(seen().map((message) => message.content)).toEqual(['nog iets'])
        expect(at.world.messagesSeenBy('sam', '#algemeen')).toEqual([])
      },
    )
  },
  'interaction.reply with withResponse': async (at) => {
    await withHallo(at)
    await answering(
      at,
      () => at.world.member('noor').runs('/hallo'),
      async (one) => {
        const { resource } = await repliable(one).reply({ content: 'hallo', withResponse: true })
        expect(resource?.message?.content).toBe('hallo')
      },
    )
  },
  'interaction.deferReply and editReply': async (at) => {
    await withHallo(at)
    await answering(
      at,
      () => at.world.member('noor').runs('/hallo'),
      async (one) => {
        await repliable(one).deferReply()
        await repliable(one).editReply('toch nog')
      },
    )
    expect(at.world.channel('algemeen').lastMessage()?.content).toBe('toch nog')
  },
  'interaction.showModal and a form that comes back': async (at) => {
    await withHallo(at)
    const noor = at.world.member('noor')
    const [shown] = await Promise.all([
      noor.runs('/hallo'),
      new Promise<void>((resolve) =>
        at.client.once(
          Events.InteractionCreate,
          (one) =>
            void repliable(one)
              .showModal(modal())
              .then(() => resolve()),
        ),
      ),
    ])
    await answering(
      at,
      () => noor.submits(shown, { tekst: 'wat ik wou zeggen' }),
      async (one) => {
        if (!one.isModalSubmit()) throw new Error('a form was expected')
        expect(one.fields.getTextInputValue('tekst')).toBe('wat ik wou zeggen')
        await one.reply('dank je')
      },
    )
  },
  'a button: interaction.update and deferUpdate': async (at) => {
    const card = await at.channel.send({ content: 'kaart', components: [button] })
    const press = () =>
      at.world.member('noor').presses(at.world.channel('algemeen').messages()[0] ?? never(), 'Druk')
    await answering(at, press, async (one) => {
      if (!one.isButton()) throw new Error('a button was expected')
      await one.update({ content: 'gedrukt' })
    })
    expect((await card.fetch(true)).content).toBe('gedrukt')
    await answering(at, press, async (one) => one.isButton() && one.deferUpdate())
  },
  'a list: interaction.values': async (at) => {
    const options = [
      { label: 'Eén', value: '1' },
      { label: 'Twee', value: '2' },
    ]
    await at.channel.send({
      content: 'kies',
      components: [{ type: 1, components: [{ type: 3, custom_id: 'keuze', options }] }],
    })
    const choose = () =>
      at.world
        .member('noor')
        .chooses(at.world.channel('algemeen').messages()[0] ?? never(), { customId: 'keuze' }, '2')
    await answering(at, choose, async (one) => {
      if (!one.isStringSelectMenu()) throw new Error('a list was expected')
      expect(one.values).toEqual(['2'])
      await one.reply('goed')
    })
  },
  'a command on a message: interaction.targetMessage': async (at) => {
    await at.client.application.commands.set([{ name: 'Meld dit bericht', type: 3 }])
    const said = await says(at, 'dit hier')
    await answering(
      at,
      () => at.world.member('sam').reports(said),
      async (one) => {
        if (!one.isMessageContextMenuCommand()) throw new Error('a command on a message was expected')
        expect(one.targetMessage.content).toBe('dit hier')
        await one.reply({ content: 'dank je', flags: MessageFlags.Ephemeral })
      },
    )
  },
  'completion: interaction.respond': async (at) => {
    await at.client.application.commands.set([
      { ...command, options: [{ type: 3, name: 'wie', description: 'Wie', autocomplete: true }] },
    ])
    await answering(
      at,
      () => at.world.member('noor').types('/hallo', 'wie', 'no'),
      async (one) => {
        if (!one.isAutocomplete()) throw new Error('a completion was expected')
        expect(one.options.getFocused()).toBe('no')
        await one.respond([{ name: 'Noor', value: 'noor' }])
      },
    )
  },
  'guild.autoModerationRules.create, fetch, edit and delete': async ({ guild }) => {
    const rule = await guild.autoModerationRules.create(wordRule(['foei']))
    await rule.setName('anders')
    expect((await guild.autoModerationRules.fetch()).map((one) => one.name)).toEqual(['anders'])
    await rule.delete()
  },
  'client.user.setPresence': async ({ client, stage }) => {
    client.user.setPresence({ status: 'idle' })
    await stage.world.until(() => stage.discord.presence()?.status === 'idle')
  },
}

const never = (): never => {
  throw new Error('a message was expected')
}

it.each(Object.entries(methods))('discord.js can do what it says: %s', async (_name, row) => {
  await using at = await enter()
  await row(at)
  expect(at.stage.spec.violations()).toEqual([])
  expect(at.world.unknownRoutes).toEqual([])
})

it('every event that the bot listens to is in the table', () => {
  const sources = ['src', 'commands'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.startsWith('practice') && !file.startsWith('generated'))
      .map((file) => readFileSync(`${folder}/${file}`, 'utf8')),
  )
  const used = new Set(sources.flatMap((text) => [...text.matchAll(/\bEvents\.(\w+)/g)].map((one) => one[1])))
  const known = new Set([...Object.keys(events), ...Object.keys(elsewhere)])
  expect(used.size).toBeGreaterThan(5)
  expect([...used].filter((name) => !known.has(name ?? ''))).toEqual([])
})
