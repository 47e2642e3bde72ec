import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openHouse, type TestHouse, WEDNESDAY_NIGHT } from '../support/house.ts'
import { copyOfPolicy } from '../unit/policy/world.ts'
import type { MessageHandle, OnMessage, Reply } from '../../src/practice/world.ts'

/** Nobody may ever find this again outside the talk itself. */
const WORST = 'ik wil dood vanavond nog paarsezebrafluit, ik spring van de brug, Emma stuurt naaktfoto’s'

const talkOf = async (house: TestHouse) => {
  const talk = await house.bot().desk.db.talk.findFirst({ orderBy: { createdAt: 'desc' } })
  if (talk === null) throw new Error('there is no talk')
  return talk
}
const threadOf = async (house: TestHouse): Promise<string> => (await talkOf(house)).threadId ?? 'no thread'
const saidByBot = (house: TestHouse, channel: string): readonly string[] =>
  house.world
    .channel(channel)
    .messages()
    // Type 0 is what was said; that somebody was added is told by Discord itself.
    .filter((one) => one.authorId === house.discord.botId && one.type === 0)
    .map((one) => one.words)
const cardOf = (house: TestHouse, nth = -1): MessageHandle => {
  const card = house.cards().at(nth)
  if (card === undefined) throw new Error('no card')
  return card
}

async function asks(house: TestHouse, who = 'noor'): Promise<Reply> {
  const member = house.world.member(who)
  const start = await member.runs('/praat')
  const answer = await member.chooses(start, { customId: 'praat:subject:nl' }, 'zelfdoding')
  return member.presses(answer, 'Liever met ons')
}
async function askedTalk(house: TestHouse, who = 'noor'): Promise<string> {
  const choice = await asks(house, who)
  await house.world.member(who).presses(choice, 'Iemand die er nu is')
  await house.settled()
  return threadOf(house)
}
const opening = (house: TestHouse, thread: string): MessageHandle => {
  const first = house.world
    .channel(thread)
    .messages()
    .find((one) => one.components.length > 0)
  if (first === undefined) throw new Error('nothing was said in the talk')
  return first
}
const closes = async (house: TestHouse, who: string, on: OnMessage): Promise<Reply> =>
  house.world.member(who).presses(on, 'Gesprek afsluiten')

test('before a talk is asked, the young person reads what Discord is and who can read along', async () => {
  const house = await openHouse({
    seed: (seed) => ({
      ...seed,
      roles: [
        ...(seed.roles ?? []),
        { name: 'Beheer', permissions: ['Administrator'] },
        { name: 'Draadwachter', permissions: ['ManageThreads'] },
        { name: 'Gewoon', permissions: ['ManageMessages'] },
      ],
    }),
  })
  const choice = await asks(house)
  const words = choice.message?.words ?? ''
  expect(choice.message?.ephemeral).toBe(true)
  expect(words).toContain('Discord is niet privé en niet beschermd.')
  expect(words).toContain('de eigenaar van de server')
  expect(words).toContain('**Beheer** en **Draadwachter**')
  expect(words).not.toContain('Gewoon')
  expect(words).toContain('Dat noemen we onze meldplicht.')
  expect(await house.bot().desk.db.talk.count()).toBe(0)
})

test('a role that may keep the threads of that one channel is named as well', async () => {
  const house = await openHouse({
    seed: (seed) => ({
      ...seed,
      channels: seed.channels.map((channel) =>
        channel.name === 'praten-met-ons'
          ? {
              ...channel,
              overwrites: [
                ...(channel.overwrites ?? []),
                { role: 'Moderator', allow: ['ManageThreads'] },
                { member: 'milan', allow: ['ManageThreads'] },
              ],
            }
          : channel,
      ),
    }),
  })
  const words = (await asks(house)).message?.words ?? ''
  expect(words).toContain('**Moderator**')
  expect(words).toContain(`<@${house.world.member('milan').id}>`)
})

test('a talk is a private thread that nobody in it can widen, with the young person and the bot alone', async () => {
  const house = await openHouse()
  const thread = await askedTalk(house)
  const made = house.requests.filter((one) => one.method === 'POST' && one.path.endsWith('/threads'))
  expect(made.map((one) => one.body)).toMatchObject([{ type: 12, invitable: false }])
  expect(house.world.messagesSeenBy('noor', thread)).not.toEqual([])
  for (const other of ['sam', 'fatima', 'milan']) {
    expect(house.world.messagesSeenBy(other, thread), other).toEqual([])
  }
  expect(saidByBot(house, thread)[0]).toContain('Dit is je gesprek met ons.')
})

test('the card of a talk has no name, no subject, and only youth workers can come', async () => {
  const house = await openHouse()
  await askedTalk(house)
  const card = cardOf(house)
  const shown = JSON.stringify([card.embeds, card.components])
  expect(card.words).toContain('Iemand wil praten')
  for (const secret of [house.world.member('noor').id, 'noor', 'Noor', 'zelfdoding']) {
    expect(shown.toLowerCase()).not.toContain(secret.toLowerCase())
  }
  const refused = await house.world.member('fatima').presses(card, 'Ik kom')
  expect(refused.message?.words).toContain('Dit kan alleen iemand van het team')
  const came = await house.world.member('sam').presses(card, 'Ik kom')
  expect(came.kind).toBe('updated')
  await house.settled()
  const thread = await threadOf(house)
  expect(house.world.messagesSeenBy('sam', thread)).not.toEqual([])
  expect(saidByBot(house, thread).at(-1)).toBe(`<@${house.world.member('sam').id}> is erbij.`)
  expect(cardOf(house).words).toContain('Erbij:')
})

test('two youth workers who come at once: one has the place, the other reads that politely', async () => {
  const house = await openHouse({
    seed: (seed) => ({ ...seed, members: [...seed.members, { name: 'lies', roles: ['Jeugdwerker'] }] }),
  })
  await askedTalk(house)
  const card = cardOf(house)
  const answers = await Promise.all([
    house.world.member('sam').presses(card, 'Ik kom'),
    house.world.member('lies').presses(card, 'Ik kom'),
  ])
  expect(answers.map((one) => one.kind).sort()).toEqual(['message', 'updated'])
  expect(answers.find((one) => one.kind === 'message')?.message?.words).toBe('Er is al iemand bij. Bedankt.')
  const { firstWorkerId, secondWorkerId } = await talkOf(house)
  expect([firstWorkerId === null, secondWorkerId]).toEqual([false, null])
})

test('where the house asks for two, the talk waits for the second, and says so', async () => {
  const policy = await copyOfPolicy()
  await policy.change('house.yaml', 'twoWorkers: false', 'twoWorkers: true')
  const house = await openHouse({
    policyFolder: policy.folder,
    seed: (seed) => ({ ...seed, members: [...seed.members, { name: 'lies', roles: ['Jeugdwerker'] }] }),
  })
  const choice = await asks(house)
  expect(choice.message?.words).toContain('Er komen twee mensen van ons bij.')
  await house.world.member('noor').presses(choice, 'Iemand die er nu is')
  await house.settled()
  await house.world.member('sam').presses(cardOf(house), 'Ik kom')
  await house.settled()
  const thread = await threadOf(house)
  expect(saidByBot(house, thread).at(-1)).toContain('Er komt nog iemand van ons.')
  expect(cardOf(house).words).toContain('Er is nog iemand nodig.')
  const again = await house.world.member('sam').presses(cardOf(house), 'Ik kom')
  expect(again.message?.words).toBe('Je bent er al bij.')
  await house.world.member('lies').presses(cardOf(house), 'Ik kom')
  await house.settled()
  expect(house.world.messagesSeenBy('lies', thread)).not.toEqual([])
  expect(saidByBot(house, thread).at(-1)).toMatch(/is erbij\.$/)
})

test('"iemand anders dan": that person cannot come, and is not told why', async () => {
  const house = await openHouse({
    seed: (seed) => ({ ...seed, members: [...seed.members, { name: 'lies', roles: ['Jeugdwerker'] }] }),
  })
  const noor = house.world.member('noor')
  const menu = await noor.presses(await asks(house), 'Iemand anders dan …')
  const notTeam = await noor.chooses(menu, 'Kies iemand van het team', 'milan')
  expect(notTeam.message?.words).toContain('Die persoon heeft niet de rol Jeugdwerker.')
  const without = await noor.chooses(notTeam, 'Kies iemand van het team', 'sam')
  expect(without.message?.words).toContain('krijgt geen plaats in je gesprek')
  expect(without.message?.words).not.toContain('Let op')
  await noor.presses(without, 'Vraag het gesprek')
  await house.settled()
  const refused = await house.world.member('sam').presses(cardOf(house), 'Ik kom')
  expect(refused.message?.words).toBe('Dit gesprek is voor een collega.')
  expect((await house.world.member('lies').presses(cardOf(house), 'Ik kom')).kind).toBe('updated')
})

test('whoever is not wanted but can read along by their permissions: that is said honestly', async () => {
  const house = await openHouse({
    seed: (seed) => ({
      ...seed,
      roles: [...(seed.roles ?? []), { name: 'Beheer', permissions: ['Administrator'] }],
      members: [...seed.members, { name: 'lies', roles: ['Jeugdwerker', 'Beheer'] }],
    }),
  })
  const noor = house.world.member('noor')
  const menu = await noor.presses(await asks(house), 'Iemand anders dan …')
  const without = await noor.chooses(menu, 'Kies iemand van het team', 'lies')
  expect(without.message?.words).toContain('**Let op:**')
})

test('somebody outside the team is an address to write to; the bot passes nothing on', async () => {
  const house = await openHouse()
  const shown = await house.world.member('noor').presses(await asks(house), 'Iemand buiten het team')
  expect(shown.message?.words).toContain('integriteit@praktijkhuis.example')
  expect(shown.message?.words).toContain('De bot stuurt niets door.')
  const back = await house.world.member('noor').presses(shown, 'Terug')
  expect(back.message?.words).toContain('1813')
  expect(await house.bot().desk.db.talk.count()).toBe(0)
})

test('who waits too long hears in the talk that nobody is there yet, and who is there now', async () => {
  const house = await openHouse()
  const thread = await askedTalk(house)
  const before = saidByBot(house, thread).length
  await house.pass(4)
  expect(saidByBot(house, thread)).toHaveLength(before)
  await house.pass(2)
  const said = saidByBot(house, thread)
  expect(said).toHaveLength(before + 1)
  expect(said.at(-1)).toMatch(/Er is nog niemand van ons\..*106.*112/s)
  expect(cardOf(house).words).toContain('Wacht al langer dan 5 minuten.')
  await house.pass(30)
  expect(saidByBot(house, thread)).toHaveLength(before + 1)
})

test('nobody hears that they wait once somebody came', async () => {
  const house = await openHouse()
  const thread = await askedTalk(house)
  await house.world.member('sam').presses(cardOf(house), 'Ik kom')
  await house.settled()
  await house.pass(10)
  expect(saidByBot(house, thread).join()).not.toContain('Er is nog niemand')
})

test('when the house closes the talk says so, with who is there then, and the clock begins again at the next opening', async () => {
  const house = await openHouse({ at: '2026-11-25T20:28:00Z' }) // 21.28 h; the house closes at 21.30 h
  const thread = await askedTalk(house)
  await house.pass(6)
  const said = saidByBot(house, thread)
  expect(said.at(-1)).toMatch(/We sluiten nu\..*morgen om 16 uur.*106.*112/s)
  expect(said.join()).not.toContain('Er is nog niemand')
  await house.pass(18 * 60 + 30) // 16.04 h the next day
  expect(saidByBot(house, thread)).toHaveLength(said.length)
  await house.pass(5)
  expect(saidByBot(house, thread).at(-1)).toContain('Er is nog niemand van ons.')
  await house.pass(5 * 60)
  expect(saidByBot(house, thread).at(-1)).toContain('We sluiten nu.')
})

test('at night nobody can ask for a talk and wait in vain: it says when, and who is there now', async () => {
  const house = await openHouse({ at: WEDNESDAY_NIGHT })
  const choice = await asks(house)
  const words = choice.message?.words ?? ''
  expect(words).toContain('Nu is er niemand van ons. We zijn er weer vandaag om 13.30 uur.')
  expect(words).toContain('106')
  expect(JSON.stringify(choice.message?.components)).not.toContain('praat:ask')
  expect(house.cards()).toEqual([])
})

test('a button from before closing time asks for nothing after it', async () => {
  const house = await openHouse({ at: '2026-11-25T20:28:00Z' })
  const choice = await asks(house)
  await house.pass(10)
  const late = await house.world.member('noor').presses(choice, 'Iemand die er nu is')
  expect(late.message?.words).toContain('Nu is er niemand van ons.')
  expect(await house.bot().desk.db.talk.count()).toBe(0)
})

test('a house without a channel for it says how to reach the team, and offers no button', async () => {
  const policy = await copyOfPolicy()
  await policy.change('house.yaml', '  talks: praten-met-ons\n', '')
  const house = await openHouse({ policyFolder: policy.folder })
  const noor = house.world.member('noor')
  const answer = await noor.chooses(await noor.runs('/praat'), { customId: 'praat:subject:nl' }, 'pesten')
  expect(answer.message?.words).toContain('Liever met ons? Spreek een jeugdwerker aan.')
  expect(JSON.stringify(answer.message?.components)).not.toContain('praat:us')
})

test('where the bot lacks a permission in that channel, talks are off, and the log says which', async () => {
  const house = await openHouse({
    seed: (seed) => ({
      ...seed,
      channels: seed.channels.map((channel) =>
        channel.name === 'praten-met-ons' ? { name: channel.name } : channel,
      ),
    }),
  })
  const start = await house.world.member('noor').runs('/praat')
  expect(JSON.stringify(start.message?.components)).not.toContain('praat:us')
  expect(house.log.join()).toContain('ManageThreads')
})

test('who asks twice has one talk, and is led to it', async () => {
  const house = await openHouse()
  const thread = await askedTalk(house)
  const choice = await asks(house)
  const again = await house.world.member('noor').presses(choice, 'Iemand die er nu is')
  expect(again.message?.words).toContain(`Je hebt al een gesprek: <#${thread}>`)
  await house.settled()
  expect(await house.bot().desk.db.talk.count()).toBe(1)
  expect(house.cards()).toHaveLength(1)
})

test('the worst sentence in a talk is never read: no flag, no line, no word of it anywhere', async () => {
  const house = await openHouse()
  const thread = await askedTalk(house)
  await house.world.member('sam').presses(cardOf(house), 'Ik kom')
  await house.settled()
  const before = saidByBot(house, thread).length
  const said = await house.world.member('noor').says(thread, WORST)
  await house.world.member('noor').edits(said, `${WORST} en Lotte ook`)
  await house.world.member('sam').says(thread, 'vuile kankerhoer')
  await house.settled()
  await house.pass(200)
  const { db } = house.bot().desk
  expect(await db.flag.count()).toBe(0)
  expect(await db.gap.count()).toBe(0)
  expect(await db.channelCursor.findMany({ where: { channelId: thread } })).toEqual([])
  expect(house.cards()).toHaveLength(1)
  expect(saidByBot(house, thread).slice(before).join()).not.toMatch(/praat:|Typ \/praat/)
  expect(house.log.join()).not.toContain('paarsezebrafluit')
  const read = house.requests.filter(
    ({ method, path }) => method === 'GET' && path.includes(`${thread}/messages`),
  )
  expect(read, 'the bot reads nothing back in a talk').toEqual([])
  await house.stop()
  const bytes = readFileSync(house.databaseFile)
  expect(bytes.includes('paarsezebrafluit')).toBe(false)
  expect(bytes.includes('zelfdoding'), 'no subject is stored with a talk').toBe(false)
})

test('a worker closes a talk with a day; on that day a card comes that somebody ticks off', async () => {
  const house = await openHouse()
  const thread = await askedTalk(house)
  await house.world.member('sam').presses(cardOf(house), 'Ik kom')
  await house.settled()
  const menu = await closes(house, 'sam', opening(house, thread))
  expect(menu.message?.words).toContain('Wanneer vraagt iemand van ons hoe het gaat?')
  const done = await house.world.member('sam').chooses(menu, 'Kies een dag', 'Over 3 dagen')
  expect(done.message?.words).toContain('Genoteerd.')
  await house.settled()
  expect(saidByBot(house, thread).at(-1)).toContain('Dit gesprek is afgesloten.')
  await expect(house.world.member('noor').says(thread, 'nog iets')).rejects.toThrow(/locked|160005/i)
  expect(cardOf(house).words).toContain('Vraag hoe het gaat:')

  await house.pass(2 * 24 * 60)
  expect(house.cards()).toHaveLength(1)
  await house.pass(24 * 60 + 60)
  expect(house.cards()).toHaveLength(2)
  const follow = cardOf(house)
  expect(follow.words).toContain('Vraag hoe het gaat')
  expect(follow.words).not.toContain(house.world.member('noor').id)
  const ticked = await house.world.member('sam').presses(follow, 'Gedaan')
  expect(ticked.kind).toBe('updated')
  await house.settled()
  expect(cardOf(house).words).toContain('Er is gevraagd hoe het gaat')
  expect((await talkOf(house)).followUpDoneById).toBe(house.world.member('sam').id)
})

test('a young person may stop at any moment; then the team is asked for a day on the card', async () => {
  const house = await openHouse()
  const thread = await askedTalk(house)
  await house.world.member('sam').presses(cardOf(house), 'Ik kom')
  await house.settled()
  const sure = await closes(house, 'noor', opening(house, thread))
  expect(sure.message?.words).toContain('Wil je stoppen?')
  const done = await house.world.member('noor').presses(sure, 'Ja, sluit af')
  expect(done.message?.words).toBe('Het gesprek is afgesloten.')
  await house.settled()
  expect(cardOf(house).words).toContain('Kies wanneer iemand vraagt hoe het gaat.')
  const planned = await house.world.member('sam').chooses(cardOf(house), 'Kies een dag', 'Morgen')
  expect(planned.kind).toBe('updated')
  await house.pass(27 * 60)
  expect(cardOf(house).words).toContain('Er was een gesprek')
})

test('a talk that nobody came to and that is stopped leaves a card that says it is no longer needed', async () => {
  const house = await openHouse()
  const thread = await askedTalk(house)
  await house.world
    .member('noor')
    .presses(await closes(house, 'noor', opening(house, thread)), 'Ja, sluit af')
  await house.settled()
  expect(cardOf(house).words).toContain('Niet meer nodig')
  await expect(house.world.member('sam').presses(cardOf(house), 'Ik kom')).rejects.toThrow('switched off')
  await house.pass(20)
  expect(saidByBot(house, thread).join()).not.toContain('Er is nog niemand')
})

test('after its days the thread is deleted and who asked is forgotten; who came is forgotten a year later', async () => {
  const house = await openHouse()
  const noor = house.world.member('noor').id
  const sam = house.world.member('sam').id
  const thread = await askedTalk(house)
  await house.world.member('sam').presses(cardOf(house), 'Ik kom')
  await house.settled()
  const menu = await closes(house, 'sam', opening(house, thread))
  await house.world.member('sam').chooses(menu, 'Kies een dag', 'none')
  await house.settled()
  await house.pass(13 * 24 * 60)
  expect((await talkOf(house)).askerId).toBe(noor)
  await house.pass(25 * 60)
  expect(await talkOf(house)).toMatchObject({
    state: 'gone',
    askerId: null,
    threadId: null,
    firstWorkerId: sam,
  })
  expect(() => house.world.channel(thread)).toThrow('There is no channel')
  expect(JSON.stringify(await house.bot().desk.db.outboxTarget.findMany())).not.toContain(noor)
  expect(JSON.stringify(await house.bot().desk.db.timer.findMany())).not.toContain(noor)
  await house.pass(366 * 24 * 60)
  expect(await talkOf(house)).toMatchObject({ firstWorkerId: null, followUpDoneById: null })
})

test('a restart in the middle of a talk loses nothing: buttons, clock and card go on', async () => {
  const house = await openHouse()
  const choice = await asks(house)
  await house.stop()
  await house.start()
  await house.world.member('noor').presses(choice, 'Iemand die er nu is')
  await house.settled()
  const thread = await threadOf(house)
  await house.stop()
  await house.start()
  await house.pass(6)
  expect(saidByBot(house, thread).at(-1)).toContain('Er is nog niemand van ons.')
  expect((await house.world.member('sam').presses(cardOf(house), 'Ik kom')).kind).toBe('updated')
  await house.settled()
  expect(house.world.messagesSeenBy('sam', thread)).not.toEqual([])
})

test('killed between making the thread and noting it, the next start finds it again and makes no second', async () => {
  const house = await openHouse()
  const thread = await askedTalk(house)
  const { db } = house.bot().desk
  // As it stands on the disk when the bot dies just after Discord answered.
  await db.talk.updateMany({ data: { threadId: null } })
  await db.outboxTarget.updateMany({
    where: { kind: 'talk' },
    data: { doneVersion: 0, attemptedAt: house.bot().desk.now(), nextTry: house.bot().desk.now() },
  })
  await house.stop()
  await house.start()
  await house.settled()
  expect(await threadOf(house)).toBe(thread)
  expect(house.requests.filter((one) => one.method === 'POST' && one.path.endsWith('/threads'))).toHaveLength(
    1,
  )
  expect(saidByBot(house, thread)).toHaveLength(1)
})

test('a card of a talk that somebody deletes comes back', async () => {
  const house = await openHouse()
  await askedTalk(house)
  await house.world.member('eigenaar').deletes(cardOf(house))
  await house.settled()
  await house.world.until(() => house.cards().length === 1)
  expect(cardOf(house).words).toContain('Iemand wil praten')
})

test('killed between posting and noting it, neither a card nor a line of a talk comes twice, soon or later', async () => {
  const house = await openHouse()
  const thread = await askedTalk(house)
  const { createdAt } = await talkOf(house)
  // At once Discord itself knows the nonce; an hour later only what stands there tells that it was posted.
  for (const minutes of [0, 60]) {
    await house.pass(minutes)
    const said = saidByBot(house, thread)
    const { db, now } = house.bot().desk
    await db.outboxTarget.updateMany({
      where: { kind: { in: ['talk-card', 'talk-line'] } },
      data: { doneVersion: 0, messageId: null, attemptedAt: createdAt, nextTry: now() },
    })
    await house.stop()
    await house.start()
    await house.settled()
    expect(house.cards()).toHaveLength(1)
    expect(saidByBot(house, thread)).toEqual(said)
    const rows = await house.bot().desk.db.outboxTarget.findMany({ where: { kind: { startsWith: 'talk-' } } })
    expect(rows.every(({ messageId, nextTry }) => messageId !== null && nextTry === null)).toBe(true)
  }
})

test('somebody deleted the thread: the talk is over, nobody is told anything, and its asker can ask again', async () => {
  const house = await openHouse()
  const thread = await askedTalk(house)
  house.world.admin().deletesChannel(thread)
  await house.world.until(() => cardOf(house).words.includes('Dit gesprek is er niet meer.'))
  await house.settled()
  expect(await talkOf(house)).toMatchObject({ state: 'gone', closedBy: 'lost', askerId: null, openFor: null })
  expect(await threadOf(house)).toBe('no thread')
  await askedTalk(house)
  expect(await threadOf(house)).not.toBe('no thread')
})

test('a talk asked in English is in English, also after a restart; the card is in the language of the house', async () => {
  const house = await openHouse()
  const noor = house.world.member('noor')
  const start = await noor.presses(await noor.runs('/praat'), 'In English')
  const choice = await noor.presses(start, 'I prefer you')
  expect(choice.message?.words).toContain('Discord is not private and not protected.')
  await noor.presses(choice, 'Someone who is here now')
  await house.settled()
  await house.stop()
  await house.start()
  await house.pass(6)
  const thread = await threadOf(house)
  expect(saidByBot(house, thread)[0]).toContain('This is your talk with us.')
  expect(saidByBot(house, thread).at(-1)).toContain('Nobody of us is here yet.')
  expect(cardOf(house).words).toContain('Iemand wil praten')
})

test('in the talk anybody in it can see again who can read along, and nobody else can close it', async () => {
  const house = await openHouse()
  const thread = await askedTalk(house)
  const shown = await house.world.member('noor').presses(opening(house, thread), 'Wie kan meelezen?')
  expect(shown.message?.ephemeral).toBe(true)
  expect(shown.message?.words).toContain('de eigenaar van de server')
  // The owner sees every thread of the server; that makes nobody part of the talk.
  const refused = await house.world.member('eigenaar').presses(opening(house, thread), 'Gesprek afsluiten')
  expect(refused.message?.words).toBe('Alleen wie in het gesprek zit, sluit het af.')
})

test('a worker who is not wanted any more as a youth worker cannot come with an old card', async () => {
  const house = await openHouse()
  await askedTalk(house)
  house.world.admin().givesRole('sam', 'Moderator')
  house.world.admin().takesRole('sam', 'Jeugdwerker')
  const refused = await house.world.member('sam').presses(cardOf(house), 'Ik kom')
  expect(refused.message?.words).toContain('Dit kan alleen iemand van het team')
  expect((await talkOf(house)).firstWorkerId).toBeNull()
})

test('the asker left the server: the talk is closed and locked, and its day to be deleted is set', async () => {
  const house = await openHouse()
  const thread = await askedTalk(house)
  house.world.admin().kicks('noor')
  await house.world.member('sam').presses(cardOf(house), 'Ik kom')
  await house.settled()
  expect(await talkOf(house)).toMatchObject({ state: 'closed', closedBy: 'lost', openFor: null })
  const patches = house.requests.filter(({ method, path }) => method === 'PATCH' && path.endsWith(thread))
  expect(patches.map(({ body }) => body)).toEqual([{ archived: false, locked: true }])
  await house.pass(15 * 24 * 60)
  expect(await talkOf(house)).toMatchObject({ state: 'gone', askerId: null, threadId: null })
})

test('a thread that was deleted while the bot was away does not keep its asker from asking again', async () => {
  const house = await openHouse()
  const thread = await askedTalk(house)
  await house.stop()
  house.world.admin().deletesChannel(thread)
  await house.start()
  const again = await askedTalk(house)
  expect(again).not.toBe(thread)
  expect(saidByBot(house, again)[0]).toContain('Dit is je gesprek met ons.')
})

test('a talk that nobody closes is not told every evening that the house closes, and is closed after its days', async () => {
  const house = await openHouse()
  const thread = await askedTalk(house)
  await house.world.member('sam').presses(cardOf(house), 'Ik kom')
  await house.settled()
  const closings = () => saidByBot(house, thread).filter((words) => words.includes('We sluiten nu.'))
  for (let hour = 0; hour < 9; hour += 1) await house.pass(60)
  for (let day = 0; day < 10; day += 1) await house.pass(24 * 60)
  expect(closings()).toHaveLength(2) // at 18 h and 21.30 h of the day on which it was asked
  for (let day = 0; day < 6; day += 1) await house.pass(24 * 60)
  expect(await talkOf(house)).toMatchObject({ state: 'closed', closedBy: 'time', openFor: null })
  expect(cardOf(house).words).toContain('Kies wanneer iemand vraagt hoe het gaat.')
})

test('somebody can come into a talk that Discord put to rest', async () => {
  const house = await openHouse()
  const thread = await askedTalk(house)
  house.world.admin().archives(thread)
  await house.world.member('sam').presses(cardOf(house), 'Ik kom')
  await house.settled()
  expect(house.world.messagesSeenBy('sam', thread)).not.toEqual([])
})
