import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openHouse, WEDNESDAY_NIGHT } from '../support/house.ts'
import { copyOfPolicy } from '../unit/policy/world.ts'

/** What somebody reads after choosing a subject. */
async function ask(
  house: Awaited<ReturnType<typeof openHouse>>,
  who: string,
  subject: string,
  locale?: string,
) {
  const member = house.world.member(who)
  const start = await member.runs('/praat', {}, locale === undefined ? {} : { locale })
  return { start, answer: await member.chooses(start, { customId: 'praat:subject:nl' }, subject), member }
}

const labelOf = (house: Awaited<ReturnType<typeof openHouse>>, id: string): string =>
  house.policy.subjects.find((subject) => subject.id === id)?.label.nl ?? id

test('in the afternoon the JAC-chat comes first, with a line beside it that is surely open', async () => {
  const house = await openHouse()
  const { answer } = await ask(house, 'noor', labelOf(house, house.policy.subjects[0]?.id ?? ''))
  const words = answer.message?.words ?? ''
  expect(words).toContain('Begin hier: JAC.')
  expect(words.indexOf('jac.be')).toBeLessThan(words.indexOf('106'))
  expect(words).toContain('Dag en nacht open.')
})

test('at night the first line is one that is open, and never the JAC-chat', async () => {
  const house = await openHouse({ at: WEDNESDAY_NIGHT })
  const { answer } = await ask(house, 'noor', labelOf(house, house.policy.subjects[0]?.id ?? ''))
  const words = answer.message?.words ?? ''
  expect(words).not.toContain('Begin hier: JAC')
  expect(words.slice(words.indexOf('Begin hier'))).toMatch(/^Begin hier: .*\n.*Dag en nacht open/s)
})

test('somebody who thinks of suicide reads 1813 and 112 first of all', async () => {
  const house = await openHouse({ at: WEDNESDAY_NIGHT })
  const { answer } = await ask(house, 'noor', 'Ik denk aan zelfdoding')
  expect(answer.message?.words.slice(0, 200)).toMatch(/1813/)
  expect(answer.message?.words).toContain('112')
})

test('every answer is for the asker alone, and the channel hears nothing', async () => {
  const house = await openHouse()
  const { start, answer } = await ask(house, 'noor', 'Pesten')
  expect(start.message?.ephemeral).toBe(true)
  expect(answer.message?.ephemeral).toBe(true)
  for (const name of house.world.channelNames()) {
    const others = house.world.messagesSeenBy('milan', name).map((message) => message.id)
    expect(others).not.toContain(answer.message?.id)
  }
})

test('a young person with an English client reads Dutch in a Dutch house, and can switch', async () => {
  const house = await openHouse()
  const { answer, member } = await ask(house, 'noor', 'Pesten', 'en-US')
  expect(answer.message?.words).toContain('Begin hier: JAC.')
  const english = await member.presses(answer, 'In English')
  expect(english.message?.words).toContain('02 616 26 26')
  expect(english.message?.words).not.toContain('Begin hier')
})

test('every subject in every language fits in one message', async () => {
  const house = await openHouse()
  const member = house.world.member('noor')
  let shown = await member.runs('/praat')
  for (const language of ['nl', 'en', 'fr'] as const) {
    if (language !== 'nl') shown = await member.presses(shown, { customId: `praat:language:${language}` })
    for (const subject of house.policy.subjects) {
      const answer = await member.chooses(shown, { customId: `praat:subject:${language}` }, subject.id)
      expect(answer.kind, `${subject.id} in ${language}`).toBe('updated')
      expect(answer.message?.content.length).toBeLessThanOrEqual(2_000)
    }
    shown = await member.runs('/praat')
  }
})

test('nothing about who asked and about what is kept: only counts of the day', async () => {
  const house = await openHouse()
  const { member } = await ask(house, 'noor', 'Ik denk aan zelfdoding')
  await house.settled()
  const counts = await house.bot().desk.db.dailyCount.findMany()
  expect(counts.map(({ name, count }) => ({ name, count }))).toEqual([
    { name: 'praat', count: 1 },
    // The line that stood first, never the subject.
    { name: 'praat:zelfmoordlijn', count: 1 },
  ])
  await house.stop()
  expect(readFileSync(house.databaseFile).includes(member.id)).toBe(false)
  expect(house.log.join('\n')).not.toContain(member.id)
  expect(house.log.join('\n')).not.toContain('zelfdoding')
})

test('worry about somebody else is among the first subjects, accuses nobody, and says what to say now', async () => {
  const house = await openHouse()
  expect(house.policy.subjects.slice(0, 3).map((subject) => subject.id)).toContain('zorgen-om-iemand')
  const words = (await ask(house, 'noor', 'Ik maak me zorgen om iemand')).answer.message?.words ?? ''
  expect(words.slice(0, 150)).toMatch(/112.*1813, ook als vriend/)
  expect(words).toContain('Je klaagt niemand aan')
  expect(words).toContain('Dit kan je nu zeggen: "')
  expect(words).not.toMatch(/meld(en|ing)|dader|schuld/i)
})

test('somebody who gets private messages, or to whom it happened in voice, reads what the bot cannot see', async () => {
  const house = await openHouse()
  const dms =
    (await ask(house, 'noor', 'Iemand stuurt mij vreemde privéberichten')).answer.message?.words ?? ''
  expect(dms).toContain('Jij deed niets verkeerd.')
  expect(dms).toContain('zien je privéberichten niet')
  expect(dms).toContain('116 000')
  const voice = (await ask(house, 'noor', 'Het gebeurde in een spraakkanaal')).answer.message?.words ?? ''
  expect(voice).toContain('De bot hoort geen stem en neemt niets op.')
  expect(voice).toContain('ook zonder bewijs')
})

test('calling or typing, as one prefers; the choice can be taken back', async () => {
  const house = await openHouse()
  const { answer, member } = await ask(house, 'noor', 'Ik voel me slecht')
  const call = await member.presses(answer, 'Liever bellen')
  expect(call.message?.words).toMatch(/\*\*Begin hier: Awel\.\*\*.*\n- Bel 102\. Nu open/)
  const type = await member.presses(call, 'Liever typen')
  expect(type.message?.words).toContain('**Begin hier: JAC.**')
  const back = await member.presses(type, 'Liever typen')
  expect(back.message?.words).toBe(answer.message?.words)
})

test('whoever prefers typing when no chat is open reads that honestly', async () => {
  const house = await openHouse({ at: WEDNESDAY_NIGHT })
  const { answer, member } = await ask(house, 'noor', 'Ik voel me slecht')
  const type = await member.presses(answer, 'Liever typen')
  expect(type.message?.words).toContain('Om deze tijd kennen we geen Nederlandstalige chat die open is.')
})

test('an age that somebody chose leaves out what is not for that age, and can be taken back', async () => {
  const house = await openHouse()
  const { answer, member } = await ask(house, 'noor', 'Ik voel me slecht')
  const age = 'Hoe oud ben je? Kiezen hoeft niet'
  const older = await member.chooses(answer, age, '26 jaar of ouder')
  expect(older.message?.words).not.toContain('JAC')
  expect(older.message?.words).toContain('CAW')
  const none = await member.chooses(older, age, 'Zeg ik liever niet')
  expect(none.message?.words).toBe(answer.message?.words)
  const violence = await member.chooses(none, { customId: 'praat:subject:nl' }, 'geweld')
  const adult = await member.chooses(violence, age, '18 tot 25 jaar')
  expect(adult.message?.words).not.toContain('nupraatikerover')
})

test('nobody is asked for a postcode that the bot could do nothing with: it points to the site that knows', async () => {
  const house = await openHouse()
  const { answer } = await ask(house, 'noor', 'Ik voel me slecht')
  expect(answer.message?.words).toContain('Er zijn plaatsen per regio. Zoek er een op <https://www.jac.be>.')
  expect(answer.message?.words).not.toMatch(/postcode/i)
})

test('what was chosen stays with the answer through subjects, languages and a restart', async () => {
  const house = await openHouse()
  const { answer, member } = await ask(house, 'noor', 'Ik voel me slecht')
  const older = await member.chooses(answer, 'Hoe oud ben je? Kiezen hoeft niet', '26')
  const call = await member.presses(older, 'Liever bellen')
  await house.stop()
  await house.start()
  const english = await member.presses(call, 'In English')
  const select = JSON.stringify(english.message?.components)
  expect(select).toContain('"value":"26","default":true')
  expect(select).toContain('"value":"slecht","default":true')
  const bullying = await member.chooses(english, { customId: 'praat:subject:en:-:phone:26' }, 'pesten')
  expect(bullying.message?.words).toContain('**Start here: Community Help Service.**')
  const dutch = await member.presses(bullying, 'In het Nederlands')
  expect(dutch.message?.words).not.toContain('JAC')
})

test('a subject that the house took away meanwhile leads back to the list', async () => {
  const policy = await copyOfPolicy()
  await policy.change('subjects.yaml', '  - id: pesten', '  - id: pesten-op-school')
  const house = await openHouse()
  const { answer, member } = await ask(house, 'noor', 'Pesten')
  await house.stop()
  await house.start({ policyFolder: policy.folder })
  const gone = await member.presses(answer, 'In English')
  expect(gone.message?.words).toBe('This subject is no longer there. Type /praat again.')
  expect(JSON.stringify(gone.message?.components)).toContain('praat:subject:en')
})

test('what to do now is left out of no answer, whatever was chosen', async () => {
  const house = await openHouse({ at: WEDNESDAY_NIGHT })
  const member = house.world.member('noor')
  const start = await member.runs('/praat')
  for (const subject of house.policy.subjects) {
    const answer = await member.chooses(start, { customId: 'praat:subject:nl' }, subject.id)
    const advice = subject.advice?.nl ?? ''
    expect(answer.message?.words, subject.id).toContain(advice.trim())
  }
})
