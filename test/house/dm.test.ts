import { expect, test } from 'vitest'
import { openHouse, type TestHouse, WEDNESDAY_NIGHT } from '../support/house.ts'
import { everythingKept } from '../support/kept.ts'
import type { MessageHandle } from '../../src/practice/world.ts'

const WORST = 'ik wil dood vanavond nog paarsezebrafluit'

const answersTo = (house: TestHouse, who: string): readonly MessageHandle[] =>
  house.world
    .dm(who)
    .messages()
    .filter((one) => one.authorId === house.discord.botId)
/** Waits until the bot answered in a direct message; nothing else tells that it received one. */
const answered = async (house: TestHouse, who: string, count = 1): Promise<MessageHandle> => {
  await house.world.until(() => answersTo(house, who).length >= count, { within: 10_000 })
  await house.settled()
  const last = answersTo(house, who).at(-1)
  if (last === undefined) throw new Error('no answer')
  return last
}
const counted = async (house: TestHouse) =>
  (await house.bot().desk.db.dailyCount.findMany()).map(({ name, count }) => [name, count])

test('who writes to the bot reads at once that it is a bot, that nobody reads this, and who is there now', async () => {
  const house = await openHouse({ at: WEDNESDAY_NIGHT })
  await house.world.member('noor').dms('hallo?')
  const answer = await answered(house, 'noor')
  expect(answer.content).toMatch(/^\*\*Ik ben een bot\. Niemand leest dit\.\*\*/)
  expect(answer.content).toContain('Bel 106. Dag en nacht open.')
  expect(answer.content).toContain('Bel 112.')
  expect(answer.content).toContain('Typ /praat op de Discord van Het Praktijkhuis.')
  expect(answer.content).toContain('Nu is er niemand van ons. We zijn er weer vandaag om 13.30 uur.')
})

test('the answer is the same whatever is written, and nothing of it is screened, flagged or kept', async () => {
  const house = await openHouse()
  await house.world.member('noor').dms('hallo')
  await house.world.member('milan').dms(WORST)
  const [plain, worst] = [await answered(house, 'noor'), await answered(house, 'milan')]
  expect(worst.content).toBe(plain.content)
  expect(await house.bot().desk.db.flag.count()).toBe(0)
  expect(house.cards()).toEqual([])
  expect(await counted(house)).toEqual([['direct', 2]])
})

test('the first message after a start is answered', async () => {
  const house = await openHouse()
  await house.world.member('noor').dms('een')
  await answered(house, 'noor')
  await house.pass(60)
  await house.stop()
  await house.start()
  await house.world.member('noor').dms('twee')
  expect((await answered(house, 'noor', 2)).content).toContain('Ik ben een bot.')
})

test('who writes five messages in a row reads one answer; an hour later there is another', async () => {
  const house = await openHouse()
  const noor = house.world.member('noor')
  for (const text of ['a', 'b', 'c', 'd', 'e']) await noor.dms(text)
  await answered(house, 'noor')
  await noor.dms('f')
  await house.world.member('milan').dms('so that we know that f was received')
  await answered(house, 'milan')
  expect(answersTo(house, 'noor')).toHaveLength(1)
  await house.pass(60)
  await noor.dms('g')
  await answered(house, 'noor', 2)
})

test('the bot never writes first: it opens no direct message by itself', async () => {
  const house = await openHouse()
  await house.world.member('noor').runs('/praat')
  await house.world.member('lotte').says('#algemeen', 'ik wil dood')
  await house.settled()
  await house.pass(600)
  expect(house.requests.filter((one) => one.path.includes('/users/@me/channels'))).toEqual([])
})

test('in a direct message a subject, an age and a language work as in the house, without asking for a talk', async () => {
  const house = await openHouse()
  const noor = house.world.member('noor')
  await noor.dms('hallo')
  const answer = await answered(house, 'noor')
  const chosen = await noor.chooses(answer, { customId: 'praat:subject:nl' }, 'Pesten')
  expect(chosen.kind).toBe('updated')
  expect(chosen.message?.words).toContain('Begin hier: JAC.')
  expect(chosen.message?.words).not.toContain('Alleen jij ziet dit antwoord')
  expect(JSON.stringify(chosen.message?.components)).not.toContain('praat:us')
  const english = await noor.presses(chosen, 'In English')
  expect(english.message?.words).toContain('02 616 26 26')
  expect(english.message?.words).toContain('Type /praat on the Discord of Het Praktijkhuis.')
})

test('/praat works in a direct message too, and only the asker sees the answer', async () => {
  const house = await openHouse()
  const noor = house.world.member('noor')
  const start = await noor.runs('/praat', {}, { channel: 'dm' })
  expect(start.message?.ephemeral).toBe(true)
  const answer = await noor.chooses(start, { customId: 'praat:subject:nl' }, 'zelfdoding')
  expect(answer.message?.words).toContain('1813')
  expect(await counted(house)).toEqual([['praat', 1]])
})

test('no other command and no button of the house works in a direct message', async () => {
  const house = await openHouse()
  for (const command of house.world.commands()) {
    if (command.name === 'praat') continue
    expect(command.contexts, command.name).toEqual([0])
  }
})

test('one button takes away everything that the bot answered there; what the person wrote stays theirs', async () => {
  const house = await openHouse()
  const noor = house.world.member('noor')
  await noor.dms('een')
  await answered(house, 'noor')
  await house.pass(60)
  await noor.dms('twee')
  const answer = await answered(house, 'noor', 2)
  const chosen = await noor.chooses(answer, { customId: 'praat:subject:nl' }, 'pesten')
  const wiped = await noor.presses(chosen, 'Wis deze antwoorden')
  await house.world.until(() => answersTo(house, 'noor').length === 0)
  await house.settled()
  expect((await wiped.settled()).followups.map((one) => one.words)).toEqual([
    'De antwoorden van de bot zijn weg. Wat jij zelf schreef, kan alleen jij wissen.',
  ])
  expect(
    house.world
      .dm('noor')
      .messages()
      .map((one) => one.content),
  ).toEqual(['een', 'twee'])
  // And whoever writes again is answered again, also at once.
  await noor.dms('drie')
  await answered(house, 'noor')
})

test('nothing tells who asked, after subjects, ages, preferences and languages, in the house and in private', async () => {
  const house = await openHouse()
  const noor = house.world.member('noor')
  const milan = house.world.member('milan')
  let shown = await noor.runs('/praat')
  shown = await noor.chooses(shown, { customId: 'praat:subject:nl' }, 'zelfdoding')
  shown = await noor.chooses(shown, 'Hoe oud ben je? Kiezen hoeft niet', '16 of 17 jaar')
  shown = await noor.presses(shown, 'Liever typen')
  shown = await noor.presses(shown, 'In English')
  shown = await noor.presses(shown, 'I prefer you')
  await noor.presses(shown, 'Someone outside the team')
  await milan.dms(WORST)
  const answer = await answered(house, 'milan')
  const chosen = await milan.chooses(answer, { customId: 'praat:subject:nl' }, 'naaktfotos')
  await milan.presses(chosen, 'En français')
  const dm = answer.channelId
  await milan.runs('/praat', {}, { channel: 'dm' })
  await house.settled()
  await house.pass(30)
  const kept = await everythingKept(house)
  for (const trace of [noor.id, milan.id, dm, 'paarsezebrafluit', 'naaktfotos', '16-17']) {
    expect(kept.includes(trace), trace).toBe(false)
  }
})

test('the log tells nothing of a person even when Discord refuses the answer', async () => {
  const house = await openHouse({
    seed: (seed) => ({
      ...seed,
      members: seed.members.map((one) => (one.name === 'noor' ? { ...one, takesDms: false } : one)),
    }),
  })
  const noor = house.world.member('noor')
  await noor.dms(WORST)
  await house.world.member('milan').dms('so that we know that it was received')
  const { channelId } = await answered(house, 'milan')
  const log = house.log.join('\n')
  expect(answersTo(house, 'noor')).toEqual([])
  expect(log).toContain('a direct message could not be answered')
  for (const trace of [noor.id, channelId, house.world.dm('noor').id, 'paarsezebrafluit']) {
    expect(log).not.toContain(trace)
  }
})

const linesIn = (house: TestHouse, channel: string): readonly string[] =>
  house.world
    .channel(channel)
    .messages()
    .filter((one) => one.authorId === house.discord.botId && !one.pinned)
    .map((one) => one.content)
const mention = (house: TestHouse): string => `<@${house.discord.botId}>`

test('who addresses the bot in a channel gets the general line, once an hour, also at night', async () => {
  const house = await openHouse({ at: WEDNESDAY_NIGHT })
  const milan = house.world.member('milan')
  await milan.says('#gaming', `${mention(house)} wie ben jij`)
  await milan.says('#gaming', `hallo ${mention(house)}`)
  await house.world.member('noor').says('#gaming', `${mention(house)} ik voel me slecht`)
  await house.settled()
  const said = linesIn(house, 'gaming')
  expect(said).toHaveLength(1)
  expect(said[0]).toMatch(/^Ik ben een bot en kan niet antwoorden\..*\/praat.*106 of 1813.*112/)
  expect(said[0]).not.toContain('<@')
  await house.pass(50)
  await milan.says('#gaming', mention(house))
  await house.settled()
  expect(linesIn(house, 'gaming')).toHaveLength(1)
  await house.pass(11)
  await milan.says('#gaming', mention(house))
  await house.settled()
  expect(linesIn(house, 'gaming')).toHaveLength(2)
  expect(await counted(house)).toContainEqual(['mention', 2])
})

test('a mention is not answered in a staff channel, nor in a private talk', async () => {
  const house = await openHouse()
  const noor = house.world.member('noor')
  const choice = await noor.presses(await noor.runs('/praat'), 'Liever met ons')
  await noor.presses(choice, 'Iemand die er nu is')
  await house.settled()
  const thread = (await house.bot().desk.db.talk.findFirst())?.threadId ?? ''
  const before = linesIn(house, thread).length
  await noor.says(thread, `${mention(house)} ben je daar`)
  await house.world.member('sam').says('#team', `${mention(house)} werkt dit`)
  await house.settled()
  expect(linesIn(house, thread)).toHaveLength(before)
  expect(linesIn(house, 'team')).toEqual([])
})

test('a mention in a channel where the bot may not speak asks for nothing', async () => {
  const house = await openHouse({
    seed: (seed) => ({
      ...seed,
      channels: seed.channels.map((channel) =>
        channel.name === 'gaming'
          ? { ...channel, overwrites: [{ role: '@bot', deny: ['SendMessages'] }] }
          : channel,
      ),
    }),
  })
  await house.world.member('milan').says('#gaming', mention(house))
  await house.settled()
  expect(await house.bot().desk.outbox.pending()).toBe(0)
})
