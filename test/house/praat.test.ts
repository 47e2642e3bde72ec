import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openHouse, WEDNESDAY_NIGHT } from '../support/house.ts'

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

test('nothing about who asked is kept: only a count of the day', async () => {
  const house = await openHouse()
  const { member } = await ask(house, 'noor', 'Ik denk aan zelfdoding')
  await house.settled()
  const counts = await house.bot().desk.db.dailyCount.findMany()
  expect(counts.map(({ name, count }) => ({ name, count }))).toEqual([{ name: 'praat', count: 1 }])
  await house.stop()
  expect(readFileSync(house.databaseFile).includes(member.id)).toBe(false)
  expect(house.log.join('\n')).not.toContain(member.id)
  expect(house.log.join('\n')).not.toContain('zelfdoding')
})
