import { Events } from 'discord.js'
import type { AutocompleteInteraction, Interaction } from 'discord.js'
import { expect, it } from 'vitest'
import { setStage } from '../../support/practice/bot.ts'

const completed = { type: 3, name: 'wie', description: 'Wie', autocomplete: true } as const
const commands = [
  {
    name: 'zoek',
    description: 'Zoek',
    options: [
      { type: 3, name: 'waar', description: 'Waar' },
      { type: 4, name: 'hoeveel', description: 'Hoeveel', autocomplete: true },
      completed,
    ],
  },
  {
    name: 'huis',
    description: 'Huis',
    options: [
      {
        type: 2,
        name: 'team',
        description: 'Team',
        options: [{ type: 1, name: 'zoek', description: 'Zoek', options: [completed] }],
      },
    ],
  },
] as const

async function open() {
  const stage = await setStage()
  const client = await stage.connect()
  await client.application.commands.set(commands)
  const asked: AutocompleteInteraction[] = []
  client.on(Events.InteractionCreate, (interaction: Interaction) => {
    if (!interaction.isAutocomplete()) return
    asked.push(interaction)
    void interaction.respond([{ name: 'Noor', value: 'noor' }])
  })
  return { stage, asked, noor: stage.world.member('noor') }
}

it('completion sends what is typed, what was filled in before, and the option that it is about', async () => {
  const { stage, asked, noor } = await open()
  await using _ = stage
  const reply = await noor.types('/zoek', 'wie', 'no', { others: { waar: 'gaming' } })
  expect(reply.choices).toEqual([{ name: 'Noor', value: 'noor' }])
  expect(asked[0]?.options.getFocused(true)).toMatchObject({ name: 'wie', value: 'no' })
  expect(asked[0]?.options.getString('waar')).toBe('gaming')
  // What is typed is not checked yet: in an option for a number it is still text.
  await noor.types('/zoek', 'hoeveel', '1x')
  expect(asked[1]?.options.getFocused(true)).toMatchObject({ name: 'hoeveel', value: '1x' })
  expect(asked[1]?.options.get('wie')).toBeNull()
  expect(stage.spec.violations()).toEqual([])
})

it('completion reaches an option within a subcommand of a group', async () => {
  const { stage, asked, noor } = await open()
  await using _ = stage
  await noor.types('/huis team zoek', 'wie', 'a')
  expect(asked[0]?.options.getSubcommandGroup()).toBe('team')
  expect(asked[0]?.options.getSubcommand()).toBe('zoek')
  expect(asked[0]?.options.getFocused()).toBe('a')
  expect(stage.spec.violations()).toEqual([])
})

it('what does not complete is not asked, and what is not there neither', async () => {
  const { stage, asked, noor } = await open()
  await using _ = stage
  await expect(noor.types('/zoek', 'waar', 'x')).rejects.toThrow('/zoek does not complete "waar".')
  await expect(noor.types('/huis', 'wie', 'x')).rejects.toThrow('/huis needs one of: team.')
  await expect(noor.types('/huis team weg', 'wie', 'x')).rejects.toThrow('/huis team needs one of: zoek.')
  expect(asked).toEqual([])
})
