import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js'
import { expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import { openHouse, type TestHouse } from '../support/house.ts'
import { copyOfPolicy } from '../unit/policy/world.ts'

const ENGLISH = { locale: 'en-US', channel: '#gaming' }
/** Words that stand in every answer of that language and in no other. */
const DUTCH = /\b(het|een|niet|geen|je|we|van)\b/i
const OTHERS = /\b(the|you|your|we are|votre|vous|les|une)\b/i

/** Opens a command as somebody whose client is English. */
const run = (house: TestHouse, command: string, who = 'noor') =>
  house.world.member(who).runs(command, {}, ENGLISH)

test.each(['/info', '/regels', '/openingsuren', '/meldplicht', '/praat'])(
  '%s answers in Dutch in a Dutch house whatever the client says, with a button to switch',
  async (command) => {
    const house = await openHouse()
    const noor = house.world.member('noor')
    const answer = await run(house, command)
    // An answer is live: what it says now is kept before a press changes it.
    const dutch = answer.message?.words
    expect(dutch).toMatch(DUTCH)
    expect(dutch).not.toMatch(OTHERS)
    const switched = await noor.presses(answer, 'In English')
    expect(switched.kind).toBe('updated')
    expect(switched.message?.ephemeral).toBe(true)
    const english = switched.message?.words
    expect(english).not.toBe(dutch)
    const again = await noor.presses(switched, 'En français')
    const french = again.message?.words
    expect([dutch, english]).not.toContain(french)
    expect((await noor.presses(again, 'In het Nederlands')).message?.words).toBe(dutch)
  },
)

/** Every command that is typed, with its parts, and something for each option that must be there. */
function typed(): readonly { readonly path: string; readonly values: Record<string, string> }[] {
  interface Option {
    readonly name: string
    readonly type: ApplicationCommandOptionType
    readonly required?: boolean
    readonly options?: readonly Option[]
  }
  const valuesOf = (options: readonly Option[]): Record<string, string> =>
    Object.fromEntries(
      options
        .filter((one) => one.required === true)
        .map(({ name }) => [name, name === 'tekst' ? 'hallo' : '2027-01-05']),
    )
  return commands.flatMap(({ payload }) => {
    if (payload.type !== undefined && payload.type !== ApplicationCommandType.ChatInput) return []
    const options = ('options' in payload ? (payload.options ?? []) : []) as readonly Option[]
    const parts = options.filter(({ type }) => type === ApplicationCommandOptionType.Subcommand)
    return parts.length === 0
      ? [{ path: `/${payload.name}`, values: valuesOf(options) }]
      : parts.map((part) => ({
          path: `/${payload.name} ${part.name}`,
          values: valuesOf(part.options ?? []),
        }))
  })
}

test('every command there is answers somebody with an English client in Dutch', async () => {
  const house = await openHouse()
  const heard = new Map<string, string>()
  // Discord shows some to the team alone; a house can show them to others too.
  house.world.admin().setsCommand('all', [{ for: { member: 'noor' }, allowed: true }])
  for (const { path, values } of typed()) {
    for (const who of ['noor', 'sam']) {
      const answer = await house.world.member(who).runs(path, values, ENGLISH)
      const form = answer.modal === undefined ? '' : JSON.stringify(answer.modal.data)
      heard.set(`${path} by ${who}`, `${answer.message?.words ?? ''} ${form}`)
    }
  }
  const message = await house.world.member('milan').says('#gaming', 'goed gespeeld')
  const menu = await house.world.member('noor').usesOn(message, 'Meld dit bericht', ENGLISH)
  heard.set('Meld dit bericht', JSON.stringify(menu.modal?.data))
  expect(heard.size).toBeGreaterThan(12)
  for (const [command, words] of heard) {
    expect(words, command).toMatch(DUTCH)
    expect(words.replace(/"custom_id":"[^"]*"/g, ''), command).not.toMatch(OTHERS)
  }
})

test('a choice of language holds for that answer only', async () => {
  const house = await openHouse()
  const noor = house.world.member('noor')
  const english = await noor.presses(await run(house, '/openingsuren'), 'In English')
  expect(english.message?.words).toContain('Opening hours')
  // In that answer it holds on, through the hub and back.
  const hub = await noor.presses(english, 'Back')
  expect((await noor.presses(hub, 'What must we pass on?')).message?.words).toContain('Can it stay secret?')
  expect((await run(house, '/openingsuren')).message?.words).toContain('Openingsuren')
})

test('every section of the hub, and the thanks for reading the notice, can be switched', async () => {
  const house = await openHouse()
  const noor = house.world.member('noor')
  for (const section of ['Wie leest mee?', 'Regels', 'Openingsuren', 'Wat moeten we doorgeven?']) {
    const page = await noor.presses(await run(house, '/info'), section)
    const read = new Set([page.message?.words])
    for (const language of ['In English', 'En français']) {
      read.add((await noor.presses(page, language)).message?.words)
    }
    expect(read.size, section).toBe(3)
  }
  const [notice] = house.world.channel('#welkom').pins()
  if (notice === undefined) throw new Error('no notice')
  const thanks = await noor.presses(notice, 'Ik heb dit gelezen')
  const english = await noor.presses(thanks, 'In English')
  expect(english.message?.words).toContain('Thank you.')
  expect(await house.bot().desk.db.noticeRead.count()).toBe(1)
})

test('a staff member with an English client works in Dutch too', async () => {
  const house = await openHouse()
  const answer = await run(house, '/wachtrij', 'fatima')
  expect(answer.message?.words).toContain('wachtrij')
  expect(answer.message?.words).not.toMatch(OTHERS)
})

test('who may not is told so in the language of the house', async () => {
  const house = await openHouse()
  const answer = await run(house, '/wachtrij')
  expect(answer.message?.words).toContain(
    'Dit kan alleen iemand van het team. Wat jij kan doen, staat in /info.',
  )
})

test('a house may have another language of its own; its notice is in it', async () => {
  const policy = await copyOfPolicy()
  await policy.change('house.yaml', 'languages: [nl, en, fr]', 'languages: [fr, nl]')
  const house = await openHouse({ policyFolder: policy.folder })
  const [notice] = house.world.channel('#welkom').pins()
  expect(notice?.content).toContain('Discord n’est pas privé')
  const answer = await house.world.member('noor').runs('/openingsuren', {}, { locale: 'nl' })
  expect(JSON.stringify(answer.message?.components)).toContain('In het Nederlands')
  expect(JSON.stringify(answer.message?.components)).not.toContain('In English')
})

test('a language whose texts are missing stays off: no button leads to it, and the team reads why in the log', async () => {
  const policy = await copyOfPolicy()
  await policy.change('house.yaml', 'kind: vzw', 'kind: ambtenaar')
  const house = await openHouse({ policyFolder: policy.folder })
  const [notice] = house.world.channel('#welkom').pins()
  if (notice === undefined) throw new Error('no notice')
  const noor = house.world.member('noor')
  const whole = await noor.presses(notice, 'Alles lezen')
  for (const answer of [whole, await run(house, '/info'), await run(house, '/praat')]) {
    expect(JSON.stringify(answer.message?.components)).not.toMatch(/In English|En français/)
  }
  const log = house.log.join('\n')
  expect(log).toContain('De taal Engels blijft uit')
  expect(log).toContain('De taal Frans blijft uit')
  expect(log).toMatch(/policies\/notice\.yaml, regel \d+/)
})

test('who looks after the house reads in /wachtrij which language stays off; a moderator only has the queue', async () => {
  const policy = await copyOfPolicy()
  await policy.change('house.yaml', 'kind: vzw', 'kind: ambtenaar')
  const house = await openHouse({ policyFolder: policy.folder })
  expect((await run(house, '/wachtrij', 'sam')).message?.content).toContain('De taal Frans blijft uit')
  expect((await run(house, '/wachtrij', 'fatima')).message?.content).not.toContain('blijft uit')
})

test('an answer of before a language went off falls back on the language of the house', async () => {
  const house = await openHouse()
  const noor = house.world.member('noor')
  const english = await noor.presses(await run(house, '/openingsuren'), 'In English')
  const policy = await copyOfPolicy()
  await policy.change('house.yaml', 'languages: [nl, en, fr]', 'languages: [nl, fr]')
  await house.stop()
  await house.start({ policyFolder: policy.folder })
  const hub = await noor.presses(english, 'Back')
  expect(hub.message?.words).toContain('Wat wil je weten?')
})
