import { agreementsOf } from './agreements.ts'
import { seedFor } from '../../src/practice/house.ts'
import { startLocalDiscord } from '../../src/practice/local-discord.ts'
import type { GuildSeed } from '../../src/practice/seed.ts'
import type { MessageHandle, Reply } from '../../src/practice/world.ts'
import { openHouse, type TestHouse, type TestHouseOptions } from './house.ts'
import { policyWith } from './policy.ts'

/** Reports a message as somebody would: menu, form, send. */
export async function report(
  house: TestHouse,
  who: string,
  message: MessageHandle,
  reason: string,
  words = '',
): Promise<{ form: Reply; reply: Reply }> {
  const member = house.world.member(who)
  const form = await member.reports(message)
  const reply = await member.submits(form, { reason, ...(words === '' ? {} : { words }) })
  await house.settled()
  return { form, reply }
}

/** Opens one's reports and the newest of them. */
export async function newestReport(house: TestHouse, who: string): Promise<Reply> {
  const member = house.world.member(who)
  const list = await member.runs('/mijn-meldingen')
  const [ref] = /[fs]_[0-9a-f-]{36}/.exec(JSON.stringify(list.message?.components)) ?? []
  if (ref === undefined) return list
  return member.chooses(list, 'Kies een melding', ref)
}

/** What the bot wrote to somebody in private. */
export function directMessages(house: TestHouse, who: string): readonly MessageHandle[] {
  try {
    return house.world.dm(who).messages()
  } catch {
    return []
  }
}

/** The integrity contact of the practice house, who is not of the team. */
export const CONTACT = 'samira'

/** The id that somebody has in a house: the same seed always gives the same ids. */
async function idIn(seed: GuildSeed, name: string): Promise<string> {
  const discord = await startLocalDiscord({ seedGuild: seed })
  try {
    return discord.world.member(name).id
  } finally {
    await discord.stop()
  }
}

/** A house whose agreements name the account of the integrity contact. */
export async function houseWithContact(
  options: TestHouseOptions & { readonly contact?: string; readonly outside?: boolean } = {},
): Promise<TestHouse> {
  const { contact = CONTACT, outside = false, ...rest } = options
  const seed = (given: GuildSeed): GuildSeed => options.seed?.(given) ?? given
  const discordId = await idIn(seed(seedFor((await agreementsOf('policies')).policy)), contact)
  const address = '    contact: integriteit@praktijkhuis.example'
  const policyFolder = await policyWith({
    file: 'house.yaml',
    from: address,
    to: [
      address,
      `    discordId: "${discordId}"`,
      ...(outside ? ['  outside: { name: Buiten vzw, contact: buiten@voorbeeld.example }'] : []),
    ].join('\n'),
  })
  return openHouse({ ...rest, policyFolder, seed })
}

/** The contact says yes. */
export async function accepts(house: TestHouse, who = CONTACT): Promise<Reply> {
  const member = house.world.member(who)
  const reply = await member.presses(await member.runs('/integriteit'), 'Ja, stuur me die berichten')
  await house.settled()
  return reply
}

/** What the contact got, but the first word of welcome. */
export const matters = (house: TestHouse, who = CONTACT): readonly MessageHandle[] =>
  directMessages(house, who).filter((one) => one.embeds.length > 0)

/** Everything that anybody can see in any channel of the server. */
export const everySaid = (house: TestHouse): string =>
  house.world
    .channelNames()
    .flatMap((name) => house.world.channel(name).messages())
    .map((one) => `${one.words} ${JSON.stringify(one.components)}`)
    .join('\n')
