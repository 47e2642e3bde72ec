import { chmodSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { openHouse, type TestHouse } from '../support/house.ts'

const INSULT = 'wat zijt gij een kankerlijer'
const CRY = 'ik wil dood'

/** From here on nothing of some length fits in the database; `room` gives it back. */
async function fill(house: TestHouse): Promise<{ room(): Promise<void> }> {
  const { db } = house.bot().desk
  const [row] = await db.$queryRawUnsafe<{ page_count: bigint }[]>('PRAGMA page_count')
  await db.$queryRawUnsafe(`PRAGMA max_page_count = ${Number(row?.page_count)}`)
  // The free pages inside the file are used up first.
  for (let n = 0; n < 100; n++) {
    const name = `filler-${n}-${'x'.repeat(3_500)}`
    const fits = await db.house
      .create({ data: { id: `filler-${n}`, name, policyVersion: '', firstSeenAt: new Date(0) } })
      .then(
        () => true,
        () => false,
      )
    if (!fits) break
  }
  return {
    async room() {
      await db.house.deleteMany({ where: { name: { startsWith: 'filler-' } } })
      await db.$queryRawUnsafe('PRAGMA max_page_count = 1000000')
    },
  }
}
/** Too long for what is left on the pages. */
const long = (words: string): string => `${words} ${'€'.repeat(1_500)}`

const saidBy = (house: TestHouse, channel: string): readonly string[] =>
  house.world
    .channel(channel)
    .messages()
    .filter(({ authorId }) => authorId === house.discord.botId)
    .map(({ content }) => content)
const notes = (house: TestHouse): readonly string[] =>
  saidBy(house, '#wachtrij').filter((words) => words.includes('niets bewaren'))
const logged = (house: TestHouse, words: string): number =>
  house.log.filter((line) => line.includes(words)).length

test('a full disk: said once to the team and in the log, /praat goes on, a report is refused kindly, nothing is lost', async () => {
  const house = await openHouse()
  await house.world.member('milan').says('#algemeen', INSULT)
  await house.settled()
  const disk = await fill(house)
  await house.world.member('lotte').says('#algemeen', long(CRY))
  await house.world.member('yara').says('#algemeen', long(`${INSULT} en uw hond ook`))
  await house.settled()
  for (let minute = 0; minute < 4; minute++) await house.pass(1)
  expect(notes(house)).toHaveLength(1)
  expect(notes(house)[0]).toContain('de schijf is vol')
  expect(logged(house, 'nothing can be stored')).toBe(1)
  expect(logged(house, 'a flag could not be stored'), 'not a line for each message').toBe(0)
  expect(house.cards()).toHaveLength(1)

  const noor = house.world.member('noor')
  const praat = await noor.chooses(await noor.runs('/praat'), { customId: 'praat:subject:nl' }, 'pesten')
  expect(praat.message?.words).toContain('Begin hier')
  expect(praat.followups.map(({ words }) => words).join(' ')).not.toContain('Er ging iets mis')
  const said = await house.world.member('milan').says('#gaming', long('goed gespeeld'))
  const form = await noor.usesOn(said, 'Meld dit bericht')
  const answer = form.modal === undefined ? form : await noor.submits(form, { reason: 'bullying', words: '' })
  expect(answer.message?.words).toContain('Dat kan de bot nu niet bewaren')
  expect(answer.message?.words).toContain('106')

  await disk.room()
  await house.pass(1)
  await house.pass(1)
  expect(notes(house), 'the note goes away').toEqual([])
  expect(logged(house, 'storing works again')).toBe(1)
  expect(house.cards()).toHaveLength(3)
  expect(await house.bot().desk.db.gap.count()).toBe(0)
  // And all of it once, also after a restart that looks again.
  await house.stop()
  await house.start()
  expect(house.cards()).toHaveLength(3)
  expect(await house.bot().desk.db.flag.count()).toBe(3)
})

test('killed while the disk was full, the bot reads back at the next start and takes its note away', async () => {
  const house = await openHouse()
  const disk = await fill(house)
  await house.world.member('lotte').says('#algemeen', long(CRY))
  await house.settled()
  await house.pass(1)
  expect(notes(house)).toHaveLength(1)
  await disk.room()
  await house.stop()
  await house.start()
  await house.pass(1)
  expect(house.cards()).toHaveLength(1)
  expect(notes(house)).toEqual([])
})

test('a key folder that cannot be written stores nothing in clear: the team is told, and it is read back afterwards', async () => {
  const house = await openHouse()
  const keys = join(dirname(house.databaseFile), 'keys')
  const before = readdirSync(keys)
  rmSync(keys, { recursive: true })
  writeFileSync(keys, 'in the way')
  await house.world.member('lotte').says('#algemeen', CRY)
  await house.settled()
  await house.pass(1)
  expect(notes(house)[0]).toContain('sleutels')
  const { db } = house.bot().desk
  expect(await db.flag.count()).toBe(0)
  rmSync(keys)
  await house.pass(1)
  await house.pass(1)
  expect(notes(house)).toEqual([])
  expect(house.cards()).toHaveLength(1)
  expect(await db.flag.count()).toBe(1)
  expect(before).toEqual([])
})

test('a key folder that is not that of the database is refused before anything is written', async () => {
  const house = await openHouse()
  await house.world.member('lotte').says('#algemeen', CRY)
  await house.settled()
  await house.stop()
  const keys = join(dirname(house.databaseFile), 'keys')
  for (const name of readdirSync(keys)) writeFileSync(join(keys, name), Buffer.alloc(32, 7))
  await expect(house.start()).rejects.toMatchObject({ code: 'other-keys' })
  rmSync(keys, { recursive: true })
  await expect(house.start()).rejects.toThrow(/HUISBOT_KEYS_LOST=yes/)
  // With those words given up, the house goes on: the card stays, the words say why they are shut, the team is told.
  await house.start({ keysLost: true })
  await house.pass(1)
  expect(saidBy(house, '#wachtrij').join(' ')).toContain(
    'Van 1 bericht in de wachtrij is de tekst niet meer leesbaar',
  )
  const sam = house.world.member('sam')
  const [card] = house.cards()
  if (card === undefined) throw new Error('no card')
  const shown = await sam.presses(card, 'Toon: zorg om de schrijver')
  expect(shown.message?.words).toContain('de sleutel van die dag is er niet')
})

test('one damaged key among others is told, and the others go on', async () => {
  const house = await openHouse()
  await house.world.member('lotte').says('#algemeen', CRY)
  await house.settled()
  await house.pass(26 * 60)
  await house.world.member('yara').says('#algemeen', INSULT)
  await house.settled()
  await house.stop()
  const keys = join(dirname(house.databaseFile), 'keys')
  const [first = ''] = readdirSync(keys).sort()
  writeFileSync(join(keys, first), 'short')
  chmodSync(join(keys, first), 0o600)
  await house.start()
  await house.pass(1)
  expect(saidBy(house, '#wachtrij').join(' ')).toContain(
    'Van 1 bericht in de wachtrij is de tekst niet meer leesbaar',
  )
  expect(logged(house, 'can no longer be read')).toBe(1)
})
