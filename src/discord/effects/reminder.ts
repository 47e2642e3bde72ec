import { type APIRole, Routes, roleMention, TimestampStyles, time, userMention } from 'discord.js'
import { z } from 'zod'
import type { HouseId } from '../../house/id.ts'
import { STEPS } from '../../duty/ladder.ts'
import { type Level, LEVELS } from '../../screening/kinds.ts'
import { linkTo } from '../duty/flag-links.ts'
import { isNamed } from '../place.ts'
import type { Claim } from '../../outbox/outbox.ts'
import type { Effect, Hands } from './effect.ts'
import { findOwn, type Mentions, postOrEdit, takeAway } from './post.ts'

const desiredSchema = z.discriminatedUnion('about', [
  z.object({
    about: z.literal('flag'),
    flagId: z.string(),
    round: z.int(),
    who: z.enum([...STEPS, 'on-call']),
  }),
  z.object({ about: z.literal('unmanned'), since: z.iso.datetime() }),
  z.object({ about: z.literal('over') }),
])
type Who = (typeof STEPS)[number] | 'on-call'

/** Who is named, and whom Discord pings. */
interface Named {
  readonly text: string
  readonly mentions: Mentions
}

const NOBODY: Mentions = { users: [], roles: [] }

/** A role by its name in the agreements; the name alone where the server has no such role. */
async function role(name: string, house: HouseId, { rest }: Hands): Promise<Named> {
  const roles = (await rest.get(Routes.guildRoles(house))) as APIRole[]
  const found = roles.find((one) => isNamed(one, name))
  return found === undefined
    ? { text: name, mentions: NOBODY }
    : { text: roleMention(found.id), mentions: { users: [], roles: [found.id] } }
}

/** Only whoever is on duty at this moment; nobody else of the team is ever pinged off duty. */
async function onDuty(house: HouseId, { desk }: Hands): Promise<Named | undefined> {
  const users = (await desk.duty.present(house)).map(({ memberId }) => memberId)
  if (users.length === 0) return undefined
  return { text: users.map((id) => userMention(id)).join(', '), mentions: { users, roles: [] } }
}

async function named(who: Who, house: HouseId, hands: Hands): Promise<Named | undefined> {
  const { roles, contacts } = hands.desk.policy.house
  switch (who) {
    case 'duty':
      return onDuty(house, hands)
    case 'back-up':
      return roles.backUp === undefined ? undefined : role(roles.backUp, house, hands)
    case 'on-call':
      return roles.onCall === undefined ? undefined : role(roles.onCall, house, hands)
    case 'responsible': {
      const { responsible } = contacts
      if (responsible === undefined) return undefined
      const { name, discordId } = responsible
      return discordId === undefined
        ? { text: name, mentions: NOBODY }
        : { text: userMention(discordId), mentions: { users: [discordId], roles: [] } }
    }
  }
}

/** So many reminders to the same people stand at once; what they do not read in five they do not read in a thousand. */
const MOST_STANDING = 5
const LOOK_AGAIN_MS = 60_000
/** Why a reminder waits; nothing is wrong with it. */
export const MANY_REMINDERS = 'many-reminders'

/**
 * In a flood everything would fall due together, and a thousand pings make people look away. So the next reminder waits
 * until one that stands is over; only what is acute does not wait.
 */
async function manyStand({ id, houseId }: Claim, who: Who, { desk }: Hands): Promise<boolean> {
  const standing = await desk.db.outboxTarget.count({
    where: {
      houseId,
      kind: 'reminder',
      messageId: { not: null },
      id: { not: id },
      desired: { contains: `"who":"${who}"` },
    },
  })
  return standing >= MOST_STANDING
}

/** The reminder of a flag that was posted without our hearing so, known by its link: the row names the flag no more. */
async function unheard(claim: Claim, hands: Hands): Promise<string | undefined> {
  if (claim.attemptedAt === null) return undefined
  const flagId = claim.targetKey.split(':')[1] ?? ''
  const view = await hands.desk.flags.card(claim.houseId, flagId)
  const link = view === undefined ? undefined : await linkTo(hands.desk, view)
  return link === undefined ? undefined : findOwn(claim, hands, ({ content }) => content.includes(link))
}

const withoutNames = (content: string): string => content.replaceAll(/<@&?\d+>(?:, )?/g, '')

/**
 * Reminds named staff: whoever is on duty, the back-up, the responsible, or who is on call for an acute flag while the
 * house is closed. The one message of the bot that mentions anybody (design decision 14). Everything is looked at again
 * at this moment: a flag that somebody took meanwhile, or a house that closed, pings nobody.
 */
export const reminder: Effect = async (claim, hands) => {
  const desired = desiredSchema.parse(claim.desired)
  const { desk } = hands
  const texts = desk.texts()
  if (desired.about === 'over') {
    const stands = claim.messageId ?? (await unheard(claim, hands))
    if (stands === undefined) return { did: 'done' }
    await takeAway(claim, hands, stands)
    return { did: 'repost' }
  }
  if (claim.messageId !== null) return { did: 'done', messageId: claim.messageId }
  const house = claim.houseId
  const open = await desk.duty.isOpen(house)
  const say = (content: string, { mentions }: Named) =>
    postOrEdit(
      claim,
      hands,
      { content },
      (message) => withoutNames(message.content) === withoutNames(content),
      mentions,
    )
  if (desired.about === 'unmanned') {
    const backUp = open ? undefined : await named('back-up', house, hands)
    // Without a back-up the team still reads it, whenever somebody looks; nobody is pinged.
    const who = backUp ?? { text: desk.policy.house.roles.youthWorker, mentions: NOBODY }
    if (open) return { did: 'done' }
    const since = time(new Date(desired.since), TimestampStyles.ShortTime)
    return say(texts.t('duty.remind.unmanned', { who: who.text, since }), who)
  }
  const view = await desk.flags.card(house, desired.flagId)
  if (view === undefined || view.state !== 'open' || open === (desired.who === 'on-call'))
    return { did: 'done' }
  const who = await named(desired.who, house, hands)
  if (who === undefined) return { did: 'done' }
  const link = (await linkTo(desk, view)) ?? texts.t('duty.remind.no-link')
  const contentAt = (level: Level): string =>
    texts.t(`duty.remind.${desired.who}`, {
      who: who.text,
      level: texts.t(`queue.level.${level}`),
      age: time(view.createdAt, TimestampStyles.RelativeTime),
      link,
    })
  // One that was posted without our hearing so is not said again, nor left behind while this one waits for others; its
  // level may have been another by then.
  const stands =
    claim.attemptedAt === null
      ? undefined
      : await findOwn(claim, hands, ({ content }) =>
          LEVELS.some((level) => withoutNames(content) === withoutNames(contentAt(level))),
        )
  if (stands !== undefined) return { did: 'done', messageId: stands }
  if (view.level !== 'acuut' && (await manyStand(claim, desired.who, hands)))
    return { did: 'retry', code: MANY_REMINDERS, afterMs: LOOK_AGAIN_MS, refused: true }
  return say(contentAt(view.level), who)
}
