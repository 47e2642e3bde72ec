import { ComponentType, Events, MessageFlags, TextInputStyle } from 'discord.js'
import type { APIModalInteractionResponseCallbackData, Interaction } from 'discord.js'
import { expect, it } from 'vitest'
import { setStage } from '../../support/practice/bot.ts'

const buttons = [
  {
    type: ComponentType.ActionRow,
    components: [
      { type: ComponentType.Button, style: 1, label: 'Vertel meer', customId: 'form' },
      { type: ComponentType.Button, style: 2, label: 'Ververs', customId: 'update' },
      { type: ComponentType.Button, style: 2, label: 'Straks', customId: 'later' },
    ],
  },
  {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        customId: 'subject',
        placeholder: 'Waarover?',
        options: [
          { label: 'School', value: 'school' },
          { label: 'Thuis', value: 'home' },
        ],
      },
    ],
  },
] as const

const form: APIModalInteractionResponseCallbackData = {
  title: 'Vertel',
  custom_id: 'told',
  components: [
    {
      type: ComponentType.Label,
      label: 'Waarom?',
      component: {
        type: ComponentType.TextInput,
        custom_id: 'why',
        style: TextInputStyle.Paragraph,
        max_length: 300,
      },
    },
  ],
}

/** A bot of a few lines that uses each kind of answer once. */
async function answer(asked: Interaction): Promise<unknown> {
  if (asked.isChatInputCommand()) {
    const about = asked.options.getString('over') ?? 'niets'
    return asked.reply({ content: `Over ${about}`, components: buttons, flags: MessageFlags.Ephemeral })
  }
  if (asked.isMessageContextMenuCommand()) return asked.reply(`Gemeld: ${asked.targetMessage.content}`)
  if (asked.isStringSelectMenu()) {
    return asked.update({ content: `Gekozen: ${asked.values.join(', ')}`, components: [] })
  }
  if (asked.isModalSubmit()) {
    await asked.deferReply({ flags: MessageFlags.Ephemeral })
    return asked.editReply(`Dank je: ${asked.fields.getTextInputValue('why')}`)
  }
  if (!asked.isButton()) return undefined
  if (asked.customId === 'form') return asked.showModal(form)
  if (asked.customId === 'update') return asked.update({ content: 'Nieuw' })
  await asked.deferUpdate()
  return asked.followUp({ content: 'Nog iets', flags: MessageFlags.Ephemeral })
}

const commands = [
  { name: 'praat', description: 'Praat', options: [{ type: 3, name: 'over', description: 'Waarover' }] },
  { type: 3, name: 'Meld dit bericht' },
] as const

it('a bot answers a command, a button, a select, a form and a menu, and nothing of it breaks the description', async () => {
  await using stage = await setStage()
  const { world } = stage
  const client = await stage.connect()
  client.on(Events.InteractionCreate, (asked) => void answer(asked))
  await client.application.commands.set(commands)
  const noor = world.member('noor')

  const said = await noor.says('#algemeen', 'Is hier iemand?')
  const reply = await noor.runs('/praat', { over: 'school' })
  expect(reply.kind).toBe('message')
  expect(reply.message?.content).toBe('Over school')
  expect(reply.message?.ephemeral).toBe(true)

  const opened = await noor.presses(reply, 'Vertel meer')
  expect(opened.modal?.title).toBe('Vertel')
  const thanked = await noor.submits(opened, { 'Waarom?': 'Zomaar' })
  expect(thanked.kind).toBe('message')
  expect(thanked.message?.content).toBe('Dank je: Zomaar')

  expect((await noor.presses(reply, 'Ververs')).kind).toBe('updated')
  expect(reply.message?.content).toBe('Nieuw')
  const later = await noor.presses(reply, { customId: 'later' })
  expect(later.followups.map((one) => one.content)).toEqual(['Nog iets'])
  expect((await noor.chooses(reply, 'Waarover?', 'Thuis')).message?.content).toBe('Gekozen: home')

  const reported = await world.member('ayoub').reports(said)
  expect(reported.message?.content).toBe('Gemeld: Is hier iemand?')

  expect(stage.spec.violations()).toEqual([])
  expect(stage.spec.checked()).toBeGreaterThan(20)
  expect(world.unknownRoutes).toEqual([])
})

it('a bot posts, edits, pins, lists, reacts and deletes, and nothing of it breaks the description', async () => {
  await using stage = await setStage()
  const { world } = stage
  const client = await stage.connect()
  const channel = await client.channels.fetch(world.channel('wachtrij').id)
  if (channel?.isSendable() !== true || channel.isDMBased()) throw new Error('The queue is a text channel.')

  const card = await channel.send({
    embeds: [{ title: 'Kaart', description: 'Iets', fields: [{ name: 'Niveau', value: 'geel' }], color: 1 }],
    components: buttons,
  })
  await card.edit({ content: 'Bewerkt' })
  await card.pin()
  await card.react('👀')
  const pins = await channel.messages.fetchPins()
  const listed = await channel.messages.fetch({ limit: 10 })
  expect(pins.items.map((one) => one.message.id)).toEqual([card.id])
  expect(listed.map((one) => one.type)).toEqual([6, 0])
  expect(world.channel('wachtrij').pins()[0]?.words).toBe('Bewerkt\nKaart\nIets\nNiveau\ngeel')
  await card.unpin()
  await channel.bulkDelete([...listed.keys()])
  expect(world.channel('wachtrij').messages()).toEqual([])

  const dm = await client.users.send(world.member('noor').id, 'Er is nieuws')
  expect(dm.channel.isDMBased()).toBe(true)
  await client.guilds.fetch(stage.discord.guildId)
  const guild = client.guilds.cache.get(stage.discord.guildId)
  await guild?.channels.fetch()
  await guild?.roles.fetch()
  await guild?.members.fetch(world.member('sam').id)
  await client.application.fetch()

  expect(stage.spec.violations()).toEqual([])
  expect(world.unknownRoutes).toEqual([])
})
