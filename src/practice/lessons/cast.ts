import type { Lesson, Part } from '../../policy/schema-lessons.ts'
import type { Policy } from '../../policy/schema.ts'
import { customId } from '../../discord/custom-id.ts'
import { usableIn } from '../people/components.ts'
import { type Member, type MessageHandle, Refused, type World } from '../world.ts'
import { type LessonHouse, policyOf } from './house.ts'

/** The people whom a lesson plays, in the house. */
export interface Cast {
  readonly ids: ReadonlyMap<string, string>
  member(name: string): Member
  /** Those who came for the lesson go again, and what they said with them; their private talks are closed. */
  leave(messages: readonly MessageHandle[]): Promise<void>
}

const roleOf: Record<Part, (policy: Policy) => string | undefined> = {
  young: () => undefined,
  'youth-worker': (policy) => policy.house.roles.youthWorker,
  moderator: (policy) => policy.house.roles.moderator,
}

/** Lets the people of a lesson come in. Who is a member of the house already stays one afterwards. */
export function castIn(house: LessonHouse, lesson: Lesson): Cast {
  const { world } = house.discord
  const before = new Set(world.memberNames())
  const ids = new Map<string, string>()
  const came: string[] = []
  for (const [name, part] of Object.entries(lesson.cast)) {
    const member = before.has(name) ? world.member(name) : comesIn(world, name)
    ids.set(name, member.id)
    if (before.has(name)) continue
    came.push(name)
    world.admin().timesOut(name, null)
    const role = roleOf[part](policyOf(house))
    if (role !== undefined) world.admin().givesRole(name, role)
  }
  return {
    ids,
    // By id: somebody who was put out and came back, or is called otherwise now, is still the same person.
    member: (name) => world.member(ids.get(name) ?? name),
    async leave(messages) {
      for (const name of came) await closeTalk(house, ids.get(name) ?? '')
      for (const message of messages) await takeAway(world, message)
      for (const name of came) {
        try {
          world.member(ids.get(name) ?? name).leaves()
        } catch {
          // The team put this person out: then there is nobody left to go.
        }
      }
    },
  }
}

/** Somebody whom the team put out in an earlier play comes back as new: no ban and no pause of then holds. */
function comesIn(world: World, name: string): Member {
  try {
    return world.joins(name)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    world.admin().unbans(name)
    return world.joins(name)
  }
}

/** Deletes a message as its writer would; what is gone, or stands where nobody writes any more, stays as it is. */
async function takeAway(world: World, message: MessageHandle): Promise<void> {
  if (message.deleted) return
  try {
    await world.member(message.authorId).deletes(message)
  } catch {
    try {
      // Its writer was put out.
      world.admin().deletes(message)
    } catch {
      // Its thread is gone, and the message with it.
    }
  }
}

/** Somebody who has a talk that goes on ends it, with the button that stands in it: else there is no next one. */
async function closeTalk({ discord, bot }: LessonHouse, userId: string): Promise<void> {
  const talk = await bot.desk.db.talk.findFirst({ where: { houseId: discord.guildId, openFor: userId } })
  if (talk?.threadId == null) return
  const wanted = customId('praat', 'stop', talk.id)
  try {
    const { world } = discord
    const message = world
      .channel(talk.threadId)
      .messages()
      .find((one) => usableIn(one.components).some(({ custom_id }) => custom_id === wanted))
    if (message !== undefined) await world.member(userId).presses(message, { customId: wanted })
  } catch {
    // Who was put out cannot press any more; the bot ends such a talk by itself.
  }
}
