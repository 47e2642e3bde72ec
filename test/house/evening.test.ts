import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { MessageHandle } from '../../src/practice/world.ts'
import { openHouse, type TestHouse } from '../support/house.ts'
import { decide } from '../support/queue.ts'
import { report } from '../support/reports.ts'

/** A Friday evening, twenty people, four hundred lines; made up for this test, nobody said it. */
const FRIDAY_EVENING = '2026-11-27T19:10:00Z'
const lineSchema = z.object({ author: z.string(), channel: z.string(), text: z.string() })
const LINES = readFileSync('test/fixtures/evening.jsonl', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => lineSchema.parse(JSON.parse(line)))

/** Everybody says their lines, in order. Gives back the messages, by what was said. */
async function talk(house: TestHouse): Promise<(text: string) => MessageHandle> {
  const said = new Map<string, MessageHandle>()
  for (const { author, channel, text } of LINES) {
    said.set(text, await house.world.member(author).says(`#${channel}`, text))
  }
  await house.settled()
  return (text) => {
    const message = said.get(text)
    if (message === undefined) throw new Error('nobody said that')
    return message
  }
}

/** The queue as a person would tell it: whose message, where, what, how heavy, and how it ended. */
async function queueOf(house: TestHouse): Promise<string[]> {
  const { world } = house
  const people = new Map(world.memberNames().map((name) => [world.member(name).id, name]))
  const channels = new Map(world.channelNames().map((name) => [world.channel(name).id, name]))
  const flags = await house
    .bot()
    .desk.db.flag.findMany({ orderBy: { messageId: 'asc' }, include: { reports: true } })
  return flags.map((flag) =>
    [
      people.get(flag.authorId ?? ''),
      `#${channels.get(flag.channelId) ?? ''}`,
      `${flag.kind}/${flag.category}`,
      flag.level,
      flag.state,
      flag.outcome ?? '-',
      `${flag.reports.length} reports`,
    ].join(' '),
  )
}

/** The card of a message, found by the link under it. */
function cardOf(house: TestHouse, message: MessageHandle): MessageHandle {
  const card = house.cards().find((one) => JSON.stringify(one.components).includes(message.id))
  if (card === undefined) throw new Error('that message has no card')
  return card
}

const saidByBot = (house: TestHouse): string[] =>
  house.world.channelNames().flatMap((name) =>
    name === house.policy.house.channels.queue
      ? []
      : house.world
          .channel(name)
          .messages()
          .filter((message) => message.authorId === house.discord.botId && message.content !== '')
          .map((message) => `#${name} ${message.content.slice(0, 30)}`),
  )

test('an evening of twenty people: what comes before the team, what the team does with it, and nothing else', async () => {
  const authors = [...new Set(LINES.map((line) => line.author))]
  expect(LINES).toHaveLength(400)
  expect(authors).toHaveLength(20)
  const house = await openHouse({
    at: FRIDAY_EVENING,
    seed: (seed) => ({
      ...seed,
      members: [
        ...seed.members,
        ...authors
          .filter((name) => seed.members.every((member) => member.name !== name))
          .map((name) => ({ name })),
      ],
    }),
  })

  const message = await talk(house)
  // Two people bring a message that no rule minds, one of them out of worry.
  await report(house, 'hanne', message('kom eens alleen naar het park'), 'grooming')
  await report(house, 'kato', message('laat maar, het maakt toch niet uit'), 'worried')
  await report(house, 'lina', message('laat maar, het maakt toch niet uit'), 'worried')

  // The three who are there: a youth worker and two moderators.
  const [sam, fatima] = [house.world.member('sam'), house.world.member('fatima')]
  const cry = cardOf(house, message('ik wil er niet meer zijn'))
  await sam.presses(cry, 'Neem op')
  await sam.presses(cry, 'Toon')
  await decide(house, 'sam', 'talked', { card: cry })
  await decide(house, 'fatima', 'reminded', { card: cardOf(house, message('wat zijt gij een kankerlijer')) })
  const threat = cardOf(house, message('ik maak u kapot na school'))
  await fatima.presses(threat, 'Neem op')
  await decide(house, 'fatima', 'no-problem', { card: threat })
  await decide(house, 'jonas', 'no-problem', { card: threat })
  await decide(house, 'sam', 'passed-on', { card: cardOf(house, message('kom eens alleen naar het park')) })
  await house.pass(house.policy.house.targetMinutes.rood + 1)

  expect(await queueOf(house)).toEqual([
    'sander #algemeen conduct/harassment groen closed reminded 0 reports',
    'lotte #algemeen worry/distress rood closed talked 0 reports',
    'seppe #hulp-en-vragen harm/threat rood closed no-problem 0 reports',
    'tibo #algemeen worry/distress rood open - 0 reports',
    'younes #muziek conduct/harassment groen open - 0 reports',
    'robbe #algemeen worry/distress rood open - 0 reports',
    'wout #algemeen harm/grooming rood closed passed-on 1 reports',
    'amira #algemeen worry/distress geel open - 2 reports',
  ])
  expect(house.cards()).toHaveLength(8)
  // One reminder in each channel where somebody swore, one offer where a cry was left alone; the pinned notice.
  expect(saidByBot(house).toSorted()).toEqual([
    expect.stringMatching(/^#algemeen Even een herinnering/),
    expect.stringMatching(/^#algemeen Wil je met iemand praten/),
    expect.stringMatching(/^#muziek Even een herinnering/),
    expect.stringMatching(/^#welkom /),
  ])
  expect(house.world.channel('#welkom').pins()).toHaveLength(1)

  const audit = await house.bot().desk.db.auditLine.findMany()
  const acts: Record<string, number> = {}
  for (const { act } of audit) acts[act] = (acts[act] ?? 0) + 1
  // Sam, who began the shift, is the one line that is of no flag.
  expect(acts).toMatchObject({ 'duty-began': 1, raised: 8, joined: 1, claimed: 2, shown: 1, proposed: 1 })
  expect(acts['closed']).toBe(4)
  const flags = await house.bot().desk.db.flag.findMany({ select: { version: true } })
  // Every step of every flag has its line; *Toon* has one without a step.
  expect(audit.filter(({ flagId }) => flagId !== null).length - 1).toBe(
    flags.reduce((sum, flag) => sum + flag.version, 0),
  )
})
