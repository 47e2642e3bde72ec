import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { botByDefault, type GuildSeed } from '../../src/practice/seed.ts'
import type { MessageHandle, Reply } from '../../src/practice/world.ts'
import { openHouse, type TestHouse, type TestHouseOptions } from './house.ts'

export const INSULT = 'wat zijt gij een kankerlijer'
export const CRY = 'ik wil dood'
export const THREAT = 'ik ga u vermoorden'

/** The powers for making somebody safe, given to the bot. */
export const withPowers = (seed: GuildSeed): GuildSeed => ({
  ...seed,
  bot: { ...seed.bot, permissions: [...botByDefault, 'ModerateMembers', 'KickMembers', 'BanMembers'] },
})

/** A house with one message of somebody in the queue. */
export async function flagged(text: string, who = 'milan', options: TestHouseOptions = {}) {
  const house = await openHouse(options)
  const message = await house.world.member(who).says('#algemeen', text)
  await house.settled()
  return {
    house,
    message,
    card: cardIn(house),
    fatima: house.world.member('fatima'),
    jonas: house.world.member('jonas'),
  }
}

export function cardIn(house: TestHouse): MessageHandle {
  const card = house.cards()[0]
  if (card === undefined) throw new Error('no card')
  return card
}

interface How {
  readonly reason?: string
  readonly words?: string
  readonly card?: MessageHandle | Reply
}

/** Presses *Beslis*, chooses an outcome and hands the form in; answers what came of it, or where it stopped. */
export async function decide(house: TestHouse, who: string, outcome: string, how: How = {}): Promise<Reply> {
  const member = house.world.member(who)
  const options = await member.presses(how.card ?? cardIn(house), 'Beslis')
  if (options.message?.components.length === 0) return options
  const form = await member.chooses(options, 'Kies een uitkomst', outcome)
  // A green matter is closed with that one choice.
  await house.settled()
  if (form.kind !== 'modal') return form
  const reply = await handIn(house, who, form, how)
  await house.settled()
  return reply
}

/** What somebody fills in when it was passed on, unless a test says otherwise. */
export const PASSED_ON = { contact: '101', ground: 'danger', told: 'urgent', at: '', words: '' }

/** Hands the form of a decision in, with the first reason unless another is given. */
export async function handIn(house: TestHouse, who: string, form: Reply, how: How = {}): Promise<Reply> {
  if (JSON.stringify(form.modal?.data).includes('"custom_id":"contact"')) {
    const passed = await house.world.member(who).submits(form, { ...PASSED_ON, words: how.words ?? '' })
    await house.settled()
    return passed
  }
  const reason =
    how.reason ?? (/"value":"([a-z-]+)"/.exec(JSON.stringify(form.modal?.data)) ?? [])[1] ?? 'other'
  const reply = await house.world.member(who).submits(form, { reason, words: how.words ?? '' })
  await house.settled()
  return reply
}

/** Presses *Maak veilig*, chooses, and presses once more. */
export async function makeSafe(house: TestHouse, who: string, choice: string): Promise<Reply> {
  const member = house.world.member(who)
  const menu = await member.presses(cardIn(house), 'Maak veilig')
  if (menu.message?.components.length === 0) return menu
  const sure = await member.chooses(menu, 'Kies een maatregel', choice)
  const done = await member.presses(sure, 'Doe het nu')
  await house.settled()
  return done
}

/** What was done to flags, in order; who began duty is another story. */
export const acts = async (house: TestHouse): Promise<string[]> =>
  (await house.bot().desk.db.auditLine.findMany({ orderBy: { id: 'asc' } }))
    .map((line) => line.act)
    .filter((act) => !act.startsWith('duty-'))

export const flagOf = async (house: TestHouse) => house.bot().desk.db.flag.findFirstOrThrow()

/** A copy of the policy with a role for volunteers. */
export async function policiesWithVolunteers(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'huisbot-policies-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await cp('policies', folder, { recursive: true })
  const file = join(folder, 'house.yaml')
  const text = await readFile(file, 'utf8')
  await writeFile(
    file,
    text.replace('  moderator: Moderator\n', '  moderator: Moderator\n  volunteer: Vrijwilliger\n'),
  )
  return folder
}

/** Kaat is a volunteer; Tuur is a moderator of 17, who has the role of volunteers as well. */
export const withVolunteers = (seed: GuildSeed): GuildSeed => ({
  ...withPowers(seed),
  roles: [...(seed.roles ?? []), { name: 'Vrijwilliger' }],
  members: [
    ...seed.members,
    { name: 'kaat', roles: ['Vrijwilliger'] },
    { name: 'tuur', roles: ['Moderator', 'Vrijwilliger'] },
  ],
})
