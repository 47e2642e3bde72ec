import { expect, test } from 'vitest'
import { openHouse } from '../support/house.ts'
import { copyOfPolicy } from '../unit/policy/world.ts'

test('a follow-up comes back once in each opening until somebody ticks it off, also when its worker left; /wachtrij shows it', async () => {
  const house = await openHouse({
    seed: (seed) => ({ ...seed, members: [...seed.members, { name: 'lies', roles: ['Jeugdwerker'] }] }),
  })
  const { world } = house
  const noor = world.member('noor')
  const answer = await noor.chooses(await noor.runs('/praat'), { customId: 'praat:subject:nl' }, 'slecht')
  await noor.presses(await noor.presses(answer, 'Liever met ons'), 'Iemand die er nu is')
  await house.settled()
  const asked = house.cards().at(-1)
  if (asked === undefined) throw new Error('no card')
  const sam = world.member('sam')
  await sam.presses(asked, 'Ik kom')
  await house.settled()
  const talk = await house.bot().desk.db.talk.findFirstOrThrow()
  const opening = world.messagesSeenBy('sam', talk.threadId ?? '').find((one) => one.components.length > 0)
  if (opening === undefined) throw new Error('no opening')
  await sam.chooses(await sam.presses(opening, 'Gesprek afsluiten'), 'Kies een dag', '1')
  await house.settled()

  const lies = world.member('lies')
  const list = await lies.chooses(await lies.runs('/wachtrij'), 'Welke: alles wat wacht', 'talks')
  expect(list.message?.words).toContain('Vraag hoe het gaat')
  expect(list.message?.words).not.toContain(noor.id)
  // Who may not come into talks sees none of them, and nothing of that choice.
  const moderator = await world.member('fatima').runs('/wachtrij')
  expect(JSON.stringify(moderator.message?.components)).not.toContain('Gesprekken en opvolging')

  const due = () => house.cards().filter((one) => one.words.includes('Vraag nu hoe het gaat'))
  // Thursday 16.00 Brussels is the next opening; then Friday 16.00, Friday 20.00.
  await house.pass(26 * 60)
  expect(due()).toHaveLength(1)
  const first = due()[0]?.id
  world.admin().takesRole('sam', 'Jeugdwerker')
  await house.pass(2 * 60)
  expect(due().map(({ id }) => id)).toEqual([first])
  await house.pass(22 * 60)
  const again = due()
  expect(again).toHaveLength(1)
  expect(again[0]?.id).not.toBe(first)
  expect((await lies.runs('/wachtrij')).message?.content).toContain('1 opvolging')
  const opened = await lies.chooses(
    await lies.chooses(await lies.runs('/wachtrij'), 'Welke: alles wat wacht', 'talks'),
    'Open een gesprek of opvolging',
    talk.id,
  )
  await lies.presses(opened, 'Gedaan')
  await house.settled()
  const ticked = again[0]
  expect(ticked?.words).toContain('Er is gevraagd hoe het gaat')
  await house.pass(2 * 24 * 60)
  expect(due().map(({ id }) => id)).toEqual([again[0]?.id])
  expect((await house.bot().desk.db.talk.findFirstOrThrow()).followUpDoneById).toBe(lies.id)
})

test('where the house tells who is there, somebody on duty can be chosen: that one comes first, and after the target time anybody', async () => {
  const policy = await copyOfPolicy()
  await policy.change('house.yaml', 'tellWho: false }', 'tellWho: true }')
  const house = await openHouse({
    policyFolder: policy.folder,
    seed: (seed) => ({ ...seed, members: [...seed.members, { name: 'lies', roles: ['Jeugdwerker'] }] }),
  })
  const { world } = house
  const sam = world.member('sam')
  const { desk } = house.bot()
  const [row] = await desk.db.house.findMany()
  await desk.duty.begin(row?.id as never, sam.id)
  const noor = world.member('noor')
  const answer = await noor.chooses(await noor.runs('/praat'), { customId: 'praat:subject:nl' }, 'slecht')
  const choice = await noor.presses(answer, 'Liever met ons')
  const chosen = await noor.chooses(choice, 'Of kies wie er nu is', sam.id)
  expect(chosen.message?.words).toContain('krijgt de vraag eerst')
  expect(chosen.message?.words).toContain('Wie kan meelezen?')
  await noor.presses(chosen, 'Vraag het gesprek')
  await house.settled()
  const card = house.cards().at(-1)
  if (card === undefined) throw new Error('no card')
  expect(card.words).toContain(`Gevraagd: <@${sam.id}>`)
  const other = await world.member('lies').presses(card, 'Ik kom')
  expect(other.message?.words).toContain('De jongere vroeg naar een collega')
  await house.pass(6)
  expect(card.words).toContain('kwam nog niet')
  expect((await world.member('lies').presses(card, 'Ik kom')).kind).toBe('updated')
})
