import type { PracticeHouse } from './house.ts'
import { describeReply } from './visitor.ts'

/**
 * A few minutes in the house, played by members who do not exist: what each part of the bot is for, in the order in
 * which a newcomer would meet it. Everything that is shown was really done by the bot.
 */
export async function playScene(house: PracticeHouse, write: (line: string) => void): Promise<void> {
  const { world } = house.discord
  const [noor, milan, lotte, fatima] = ['noor', 'milan', 'lotte', 'fatima'].map((name) => world.member(name))
  if (noor === undefined || milan === undefined || lotte === undefined || fatima === undefined) return

  write('— Noor wants to talk about something. She types /praat and chooses a subject.')
  const praat = await noor.runs('/praat')
  const subject = house.policy.subjects[0]
  if (subject !== undefined) {
    write(
      describeReply('noor', house, await noor.chooses(praat, { customId: 'praat:subject:nl' }, subject.id)),
    )
  }

  write('\n— Milan says something that no rule minds. Nothing happens.')
  await milan.says('#gaming', 'gg allemaal, morgen nog een potje?')
  await house.settled()

  const worry = house.policy.rules.find((rule) => rule.kind === 'worry')
  write(
    '\n— Lotte says something that worries. A card appears where only the team sees it; the channel stays quiet.',
  )
  if (worry?.mustHit[0] !== undefined) await lotte.says('#algemeen', worry.mustHit[0])
  await house.settled()

  const card = world.channel(house.policy.house.channels.queue).lastMessage()
  if (card !== undefined && card.embeds.length > 0) {
    write('\n— Fatima, a moderator, takes it up. The card says so to her colleagues.')
    await fatima.presses(card, 'Neem op')
    await house.settled()
    write(world.transcript(house.policy.house.channels.queue, { last: 1 }))
  }
}
