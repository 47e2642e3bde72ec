import { expect, test } from 'vitest'
import {
  filterEntries,
  messageCommands,
  slashEntries,
  typedCommand,
} from '../../../../src/practice/page/interactions/commands.ts'
import type { CommandView } from '../../../../src/practice/web/protocol.ts'

const command = (name: string, more: Partial<CommandView> = {}): CommandView => ({
  id: '1',
  name,
  type: 1,
  description: `Wat ${name} doet`,
  options: [],
  channels: 'all',
  ...more,
})

const sub = (name: string, description: string, dutch?: string) => ({
  type: 1,
  name,
  description,
  ...(dutch === undefined ? {} : { description_localizations: { nl: dutch, fr: 'Autre' } }),
  options: [{ type: 3, name: 'dag', description: 'Een dag', required: true }],
})

test('a command with subcommands is as many lines, each with its own words in Dutch and its own options', () => {
  const huis = command('huis', { options: [sub('proef', 'On trial', 'Op proef'), sub('sluiten', 'Close')] })
  expect(slashEntries([huis, command('praat')], '1')).toEqual([
    { path: 'huis proef', description: 'Op proef', options: [expect.objectContaining({ name: 'dag' })] },
    { path: 'huis sluiten', description: 'Close', options: [expect.objectContaining({ name: 'dag' })] },
    { path: 'praat', description: 'Wat praat doet', options: [] },
  ])
})

test('a group of subcommands is typed with all its names', () => {
  const group = { type: 2, name: 'team', description: 'Team', options: [sub('lijst', 'List')] }
  expect(slashEntries([command('huis', { options: [group] })], '1').map(({ path }) => path)).toEqual([
    'huis team lijst',
  ])
})

test('only what may be used in this channel is offered, in its own list', () => {
  const commands = [
    command('overal'),
    command('elders', { channels: ['7'] }),
    command('hier', { channels: ['8'] }),
    command('Meld dit bericht', { type: 3 }),
    command('Waarom', { type: 3, channels: ['7'] }),
  ]
  expect(slashEntries(commands, '8').map(({ path }) => path)).toEqual(['hier', 'overal'])
  expect(messageCommands(commands, '8').map(({ name }) => name)).toEqual(['Meld dit bericht'])
})

test('a slash at the start is a command; in a sentence, a path or a second line it is not', () => {
  expect(typedCommand('/')).toBe('')
  expect(typedCommand('/huis pr')).toBe('huis pr')
  for (const text of ['', 'en/of', ' /praat', '/home/noor', '/praat\nmeer', '// commentaar'])
    expect(typedCommand(text), text).toBeUndefined()
})

test('what begins with the letters comes first, then a word that does, then what is only in the description', () => {
  const entries = slashEntries(
    [
      command('mijn-meldingen', { description: 'Jouw eigen zaken' }),
      command('meld', { description: 'Iets zeggen' }),
      command('bezwaar', { description: 'Na een melding' }),
      command('praat', { description: 'Iemand spreken' }),
    ],
    '1',
  )
  expect(filterEntries(entries, 'MELD').map(({ path }) => path)).toEqual([
    'meld',
    'mijn-meldingen',
    'bezwaar',
  ])
  expect(filterEntries(entries, 'zzz')).toEqual([])
  expect(filterEntries(entries, ' ')).toHaveLength(4)
})
