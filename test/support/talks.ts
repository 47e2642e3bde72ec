import type { MessageHandle, OnMessage, Reply } from '../../src/practice/world.ts'
import type { TestHouse } from './house.ts'

/** Nobody may ever find this again outside the talk itself. */
export const WORST =
  'ik wil dood vanavond nog paarsezebrafluit, ik spring van de brug, Emma stuurt naaktfoto’s'

export const talkOf = async (house: TestHouse) => {
  const talk = await house.bot().desk.db.talk.findFirst({ orderBy: { createdAt: 'desc' } })
  if (talk === null) throw new Error('there is no talk')
  return talk
}
export const threadOf = async (house: TestHouse): Promise<string> =>
  (await talkOf(house)).threadId ?? 'no thread'
export const saidByBot = (house: TestHouse, channel: string): readonly string[] =>
  house.world
    .channel(channel)
    .messages()
    // Type 0 is what was said; that somebody was added is told by Discord itself.
    .filter((one) => one.authorId === house.discord.botId && one.type === 0)
    .map((one) => one.words)
export const cardOf = (house: TestHouse, nth = -1): MessageHandle => {
  const card = house.cards().at(nth)
  if (card === undefined) throw new Error('no card')
  return card
}

export async function asks(house: TestHouse, who = 'noor'): Promise<Reply> {
  const member = house.world.member(who)
  const start = await member.runs('/praat')
  const answer = await member.chooses(start, { customId: 'praat:subject:nl' }, 'zelfdoding')
  return member.presses(answer, 'Liever met ons')
}
export async function askedTalk(house: TestHouse, who = 'noor'): Promise<string> {
  const choice = await asks(house, who)
  await house.world.member(who).presses(choice, 'Iemand die er nu is')
  await house.settled()
  return threadOf(house)
}
export const opening = (house: TestHouse, thread: string): MessageHandle => {
  const first = house.world
    .channel(thread)
    .messages()
    .find((one) => one.components.length > 0)
  if (first === undefined) throw new Error('nothing was said in the talk')
  return first
}
export const closes = async (house: TestHouse, who: string, on: OnMessage): Promise<Reply> =>
  house.world.member(who).presses(on, 'Gesprek afsluiten')
