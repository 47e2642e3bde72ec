import { expect, test } from 'vitest'
import type { MessageHandle, Reply } from '../../src/practice/world.ts'
import { openHouse, type TestHouse } from '../support/house.ts'
import {
  acts,
  cardIn,
  CRY,
  decide,
  flagged,
  flagOf,
  INSULT,
  PASSED_ON,
  THREAT,
  withPowers,
} from '../support/queue.ts'

const buttonsOf = (shown: MessageHandle | Reply): string =>
  JSON.stringify('components' in shown ? shown.components : (shown.message?.components ?? []))
const threadOf = async (house: TestHouse): Promise<string> =>
  (await house.bot().desk.db.talk.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })).threadId ?? 'none'
const lastSeenBy = (house: TestHouse, who: string, channel: string): string =>
  house.world
    .messagesSeenBy(who, channel)
    .filter((one) => one.type === 0)
    .map((one) => one.words)
    .at(-1) ?? ''

test('from yellow up Beslis offers questions, tips and whom to call; answers are sealed, gone on with by who has it, and read behind Toon', async () => {
  const { house, card, fatima, jonas } = await flagged(THREAT)
  expect(buttonsOf(card)).toContain('Toon: bedreiging')
  const options = await fatima.presses(card, 'Beslis')
  expect(options.message?.content).toContain('er is geen score')
  expect(buttonsOf(options).indexOf('"Gepraat"')).toBeLessThan(buttonsOf(options).indexOf('no-problem'))

  const tips = await fatima.presses(options, 'Hoe begin je?')
  expect(tips.message?.ephemeral).toBe(true)
  expect(tips.message?.content).toContain('Het klinkt alsof er veel boosheid in zit')
  const call = await fatima.presses(options, 'Wie kan je bellen?')
  expect(call.message?.content).toMatch(/De bot belt niet.*112.*1712.*wijkinspecteur/s)

  const parts = await fatima.presses(options, 'Vragen die helpen')
  expect(buttonsOf(parts)).not.toContain('sensoa')
  const form = await fatima.chooses(parts, 'Kies een deel', 'eerst')
  const saved = await fatima.submits(form, {
    gepraat: 'Ja, gisteren',
    beschermt: 'zebrapad-voetbalclub',
    context: '',
    toon: '',
    signalen: '',
  })
  await house.settled()
  expect(saved.message?.content).toMatch(/^Bewaard: 2 van \d+/)
  // Answering what nobody had took it; the card holds no word of it.
  expect(cardIn(house).words).toContain(`Opgenomen door <@${fatima.id}>`)
  expect(cardIn(house).words).not.toContain('zebrapad')
  const notes = await house.bot().desk.db.flagNote.findMany()
  expect(notes.map(({ words }) => words?.slice(0, 3))).toEqual(['h1.', 'h1.'])

  const again = await fatima.chooses(saved, 'Kies een deel', 'eerst')
  expect(JSON.stringify(again.modal?.data)).toContain('zebrapad-voetbalclub')
  // A colleague sees the questions, and not what stands there: that is behind Toon, which is written down.
  const theirs = await jonas.presses(await jonas.presses(card, 'Beslis'), 'Vragen die helpen')
  const blank = await jonas.chooses(theirs, 'Kies een deel', 'eerst')
  expect(JSON.stringify(blank.modal?.data)).not.toContain('zebrapad')
  const refused = await jonas.submits(blank, {
    gepraat: 'x',
    beschermt: '',
    context: '',
    toon: '',
    signalen: '',
  })
  expect(refused.message?.content).toContain('Neem het eerst zelf op')
  expect((await jonas.presses(card, 'Toon')).message?.words).toContain('zebrapad-voetbalclub')
})

test('green is one click, and asks nothing', async () => {
  const { house, card, fatima } = await flagged(INSULT)
  const options = await fatima.presses(card, 'Beslis')
  expect(buttonsOf(options)).not.toContain('Vragen die helpen')
  const closed = await fatima.presses(card, 'Geen probleem')
  expect(closed.kind).toBe('updated')
  expect(await flagOf(house)).toMatchObject({ state: 'closed', outcome: 'no-problem', reason: null })
})

test('112 is one press, with the time; what was passed on is filled in, and printed as a file that the bot keeps nowhere', async () => {
  const { house, card, fatima, jonas } = await flagged(CRY, 'lotte')
  expect(buttonsOf(card)).not.toContain('112 gebeld')
  await fatima.chooses(await fatima.presses(card, 'Niveau'), 'Verander het niveau', 'acuut')
  await house.settled()
  const called = await fatima.presses(card, '112 gebeld')
  await house.settled()
  expect(called.kind).toBe('updated')
  expect(await flagOf(house)).toMatchObject({ state: 'closed', outcome: 'passed-on', reason: 'danger' })
  expect(card.words).toContain('Een tweede persoon kijkt het na')
  const told = house.world.messagesSeenBy('fatima', '#wachtrij').at(-1)
  expect(told?.content).toMatch(/112 gebeld, 25 november 2026.*14:0/)
  expect(told?.content).toContain('Dit was zwaar om te zien')
  expect(told?.content).toContain('Joris Vanproef')
  if (told === undefined) throw new Error('nothing was said')

  const form = await fatima.presses(told, 'Vul aan')
  const filled = await fatima.submits(form, {
    ...PASSED_ON,
    contact: '112',
    at: '13:58',
    told: 'unsafe',
    words: 'zebrapad: ploeg onderweg',
  })
  expect(filled.message?.content).toMatch(/doorgegeven aan 112, de hulpdiensten, 25 november 2026.*13:58/)
  expect(filled.message?.content).toContain('zegt niets over hoe ik jou zie')
  expect((await jonas.presses(card, 'Maak een verslag')).message?.content).toContain(
    'De bot stuurt het nergens heen',
  )
  const printed = await fatima.presses(
    await fatima.presses(filled, 'Maak een verslag'),
    'Alleen wat doorgegeven is',
  )
  expect(printed.message?.ephemeral).toBe(true)
  expect(printed.message?.attachments).toMatchObject([{ filename: 'meldingsverslag-2026-11-25.md' }])
  expect(await acts(house)).toEqual(['raised', 'level', 'closed', 'recorded', 'printed'])
  // Not by anybody else, and never before it was passed on.
  const { desk } = house.bot()
  await desk.db.flag.updateMany({ data: { outcome: 'talked' } })
  expect((await fatima.presses(filled, 'Maak een verslag')).kind).toBe('message')
  const { id, houseId } = await flagOf(house)
  expect(
    await desk.flags.act({ house: houseId as never, flagId: id, actorId: fatima.id, act: { type: 'print' } }),
  ).toMatchObject({ ok: false, refusal: 'outcome-not-allowed' })
})

test('the writer of a removed message hears it in a private thread with who tells it: what, which agreement, a person, how to object; and when it is taken back', async () => {
  const { house, card, fatima } = await flagged(INSULT)
  const done = await decide(house, 'fatima', 'removed')
  const preview = await fatima.presses(done, 'Zeg het aan de schrijver')
  expect(preview.message?.ephemeral).toBe(true)
  expect(preview.message?.content).toMatch(/Typ <\/bezwaar:\d+>/)
  expect(preview.message?.content).toContain('Wie kan meelezen?')
  expect(await house.bot().desk.db.talk.count()).toBe(0)
  const jonas = house.world.member('jonas')
  const another = await jonas.presses(card, 'Zeg het aan de schrijver')
  const form = await fatima.presses(preview, 'Schrijf er iets bij')
  await fatima.submits(form, { words: 'Kom gerust eens langs, ezelsoor.' })
  await house.settled()

  const thread = await threadOf(house)
  const said = lastSeenBy(house, 'milan', thread)
  expect(said).toMatch(/haalden je bericht in <#\d+> weg/)
  expect(said).toContain('we schelden en pesten hier niet')
  expect(said).toContain('Een mens besliste dit, niet de bot')
  expect(said).toContain('Typ /bezwaar')
  expect(said).toContain('Kom gerust eens langs, ezelsoor.')
  expect(said).not.toContain(INSULT)
  expect(said).not.toContain(fatima.id)
  expect(lastSeenBy(house, 'fatima', thread)).toBe(said)
  expect(house.world.messagesSeenBy('yara', thread)).toEqual([])
  expect(card.words).toContain('Gezegd aan de schrijver')
  expect(buttonsOf(card)).not.toContain('Zeg het aan de schrijver')
  // Twice is once, also for a colleague who still had the question open.
  expect((await jonas.presses(another, 'Verstuur')).message?.content).toContain('De schrijver weet het al')
  expect(await house.bot().desk.db.talk.count()).toBe(1)

  const french = await house.world
    .member('milan')
    .presses(
      house.world.messagesSeenBy('milan', thread).find((one) => one.components.length > 0) ?? card,
      'En français',
    )
  expect(french.message?.content).toContain('Pas d’accord ?')
  await fatima.presses(card, 'Maak ongedaan')
  await house.settled()
  expect(lastSeenBy(house, 'milan', thread)).toContain('teruggedraaid')
})

test('who left cannot be told, and the card says so honestly; a worry is never told', async () => {
  const house = await openHouse({ seed: withPowers })
  await house.world.member('lotte').says('#algemeen', CRY)
  await house.world.member('milan').says('#algemeen', INSULT)
  await house.settled()
  const fatima = house.world.member('fatima')
  const cardAbout = (words: string): MessageHandle => {
    const card = house.cards().find((one) => one.words.includes(words))
    if (card === undefined) throw new Error(`no card about ${words}`)
    return card
  }
  const [worry, insult] = [cardAbout('zorg om de schrijver'), cardAbout('pesten of schelden')]
  await decide(house, 'fatima', 'talked', { card: worry })
  expect(buttonsOf(worry)).not.toContain('Zeg het aan de schrijver')
  const row = await house.bot().desk.db.flag.findFirstOrThrow({ where: { kind: 'worry' } })
  const tell = { type: 'tell', how: 'thread' } as const
  expect(
    await house
      .bot()
      .desk.flags.act({ house: row.houseId as never, flagId: row.id, actorId: fatima.id, act: tell }),
  ).toMatchObject({ ok: false, refusal: 'outcome-not-allowed' })

  const done = await decide(house, 'fatima', 'removed', { card: insult })
  house.world.admin().kicks('milan')
  const answer = await fatima.presses(done, 'Zeg het aan de schrijver')
  await house.settled()
  expect(answer.message?.content).toContain('niet meer op de server')
  expect(insult.words).toContain('De schrijver hoorde dit niet')
  expect(await house.bot().desk.db.talk.count()).toBe(0)
})

test('after two heavy ones in a row there is advice at the next, which is no refusal, and nothing of it is written down', async () => {
  const house = await openHouse()
  const fatima = house.world.member('fatima')
  for (const [who, text] of [
    ['milan', THREAT],
    ['ayoub', 'ik ga jou vermoorden'],
    ['yara', CRY],
  ] as const) {
    await house.world.member(who).says('#algemeen', text)
    await house.settled()
  }
  const [first, second, third] = house.cards()
  if (first === undefined || second === undefined || third === undefined) throw new Error('three cards')
  expect((await decide(house, 'fatima', 'talked', { card: first })).message?.content).toContain('Dank je.')
  const after = await decide(house, 'fatima', 'talked', { card: second })
  expect(after.message?.content).toContain('2 zware meldingen na elkaar')
  const took = await fatima.presses(third, 'Neem op')
  await house.settled()
  expect(took.kind).toBe('updated')
  expect(third.words).toContain(`Opgenomen door <@${fatima.id}>`)
  expect(house.world.messagesSeenBy('fatima', '#wachtrij').at(-1)?.content).toContain(
    'Misschien neemt een collega',
  )
  const counts = await house.bot().desk.db.dailyCount.findMany()
  expect(counts.map(({ name }) => name).join(' ')).not.toMatch(/heavy|care|zwaar/)
})
