import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import { asks, askedTalk, cardOf, opening, saidByBot, talkOf, threadOf } from '../support/talks.ts'
import { copyOfPolicy } from '../unit/policy/world.ts'

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
