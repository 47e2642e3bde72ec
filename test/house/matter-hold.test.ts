import { expect, test } from 'vitest'
import { accepts, directMessages, houseWithContact, report } from '../support/reports.ts'

test('the contact keeps a matter of the team for the law from its card; nobody of the team sees it, by /bewaring or otherwise', async () => {
  const house = await houseWithContact()
  await accepts(house)
  const said = await house.world.member('sam').says('#algemeen', 'kom eens alleen praten')
  await report(house, 'noor', said, 'grooming')
  const samira = house.world.member('samira')
  const card = directMessages(house, 'samira').at(-1)
  if (card === undefined) throw new Error('no card')
  const form = await samira.presses(card, 'Bewaar voor de wet')
  const bad = await samira.submits(form, { name: 'politie', why: 'klacht', until: 'ooit' })
  expect(bad.message?.words).toContain('2')
  const again = await samira.presses(card, 'Bewaar voor de wet')
  const kept = await samira.submits(again, { name: 'politie', why: 'klacht', until: '2027-03-31' })
  expect(kept.message?.words).toContain('Hiervan wordt niets gewist tot die dag.')
  const { db } = house.bot().desk
  expect(await db.matterHold.count()).toBe(1)
  // Whoever looks after the other holds is of the team.
  const sam = house.world.member('sam')
  expect((await sam.runs('/bewaring')).message?.words).not.toContain('politie')
  const matter = await db.staffMatter.findFirstOrThrow()
  const tried = await sam.runs('/bewaring', { wat: matter.id.slice(0, 6) })
  expect(tried.modal).toBeUndefined()
  const lasts = await samira.presses(card, 'Bewaar voor de wet')
  expect(lasts.message?.words).toContain('tot en met 2027-03-31. Gevraagd door politie: klacht')
  const ended = await samira.presses(lasts, 'Bewaar het niet langer')
  expect(ended.kind).toBe('updated')
  expect(await db.matterHold.count({ where: { endedAt: null } })).toBe(0)
})
