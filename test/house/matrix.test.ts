import { expect, test } from 'vitest'
import { commands } from '../../commands/index.ts'
import type { MessageHandle } from '../../src/practice/world.ts'
import { asBot } from '../support/as-bot.ts'
import { openHouse, type TestHouse } from '../support/house.ts'
import { acts, flagOf, policiesWithVolunteers, THREAT, withVolunteers } from '../support/queue.ts'

const NOT_ALLOWED = 'Dit kan alleen iemand van het team. Wat jij kan doen, staat in /info.'
const GONE = 'Dit staat niet meer in de wachtrij.'
const FAULT = /Er ging iets mis/

/** Every button and select that the bot answers: found in the commands, so that a new one is walked as well. */
const pressable = commands.flatMap((command) =>
  Object.keys(command.components ?? {}).map((action) => ({
    id: `${command.id}:${action}`,
    team: (command.acts?.[action] ?? command.act) as string,
  })),
)
const ofFlags = pressable.filter(({ id }) => id.startsWith('wachtrij:')).map(({ id }) => id)
/** Parts of the list itself, which are about no flag yet. */
const OF_THE_LIST: ReadonlySet<string> = new Set(
  ['list', 'by-level', 'by-category', 'by-which', 'earlier', 'later', 'open', 'open-talk'].map(
    (action) => `wachtrij:${action}`,
  ),
)

/** A message with a button for each of these ids, as an old card of years ago may hold them. */
async function withButtons(house: TestHouse, ids: readonly string[]): Promise<MessageHandle[]> {
  const channel = house.world.channel('algemeen')
  const posted: MessageHandle[] = []
  for (let from = 0; from < ids.length; from += 25) {
    const some = ids.slice(from, from + 25)
    const rows = Array.from({ length: Math.ceil(some.length / 5) }, (_, row) => ({
      type: 1,
      components: some
        .slice(row * 5, row * 5 + 5)
        .map((custom_id, index) => ({ type: 2, style: 2, label: `${from + row * 5 + index}`, custom_id })),
    }))
    const body = { content: 'oud', components: rows, allowed_mentions: { parse: [] } }
    const { status } = await asBot(house.discord, 'POST', `/channels/${channel.id}/messages`, body)
    expect(status).toBe(200)
    const message = channel.messages().at(-1)
    if (message !== undefined) posted.push(message)
  }
  return posted
}

/** What each press was answered with. Nobody else ever sees an answer, and none is a fault of the bot. */
async function pressAll(
  house: TestHouse,
  who: string,
  ids: readonly string[],
  arg: string,
): Promise<ReadonlyMap<string, string>> {
  const full = ids.map((id) => `${id}:${arg}`)
  const answers = new Map<string, string>()
  const messages = await withButtons(house, full)
  for (const [index, customId] of full.entries()) {
    const message = messages[Math.floor(index / 25)]
    if (message === undefined) throw new Error('no message')
    const reply = await house.world.member(who).presses(message, { customId })
    const said = reply.message?.words ?? reply.kind
    expect(said, `${who} ${customId}`).not.toMatch(FAULT)
    expect(reply.kind !== 'message' || reply.message?.ephemeral === true, `${who} ${customId}`).toBe(true)
    answers.set(ids[index] ?? '', said)
    // A press that changed the message took its buttons: the others are looked for on a new one.
    if (reply.kind === 'updated') {
      const again = await withButtons(
        house,
        full.slice(Math.floor(index / 25) * 25, Math.floor(index / 25) * 25 + 25),
      )
      messages[Math.floor(index / 25)] = again[0] ?? message
    }
  }
  return answers
}

test('every button and select × who presses it × a flag of another house: refusals, kindly, seen by one person, and nothing changes', {
  timeout: 60_000,
}, async () => {
  const house = await openHouse({ policyFolder: await policiesWithVolunteers(), seed: withVolunteers })
  await house.world.member('milan').says('#algemeen', THREAT)
  await house.settled()
  const { id } = await flagOf(house)
  const before = await acts(house)

  // The unit matrix says which are for everybody; here each one for the team is really refused to a member.
  const team = pressable.filter(
    ({ team: act }) => !/^(info|notice|praat|report|data\.own|objection|held|talk\.(ask|close))/.test(act),
  )
  const member = await pressAll(
    house,
    'yara',
    team.map((one) => one.id),
    id,
  )
  for (const [button, said] of member) expect(said, `yara ${button}`).toBe(NOT_ALLOWED)

  const aboutFlag = ofFlags.filter((one) => !OF_THE_LIST.has(one))
  expect(aboutFlag.length).toBeGreaterThan(25)
  for (const young of ['kaat', 'tuur']) {
    const answers = await pressAll(house, young, aboutFlag, id)
    for (const [button, said] of answers) expect(said, `${young} ${button}`).toBe(NOT_ALLOWED)
  }

  const { db } = house.bot().desk
  await db.flag.updateMany({ data: { houseId: '900000000000000009' } })
  const other = await pressAll(house, 'fatima', aboutFlag, id)
  for (const [button, said] of other) expect(said, `another house ${button}`).toBe(GONE)
  expect(await acts(house)).toEqual(before)
  expect(await db.flag.findFirstOrThrow()).toMatchObject({
    state: 'open',
    ownerId: null,
    told: null,
    version: 1,
  })
  expect(await db.flagNote.count()).toBe(0)
  expect(await db.talk.count()).toBe(0)
})
