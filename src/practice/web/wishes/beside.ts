import { StartError } from '../../../start-error.ts'
import { type Fulfil, messageIn, noted, type Outcome } from './ask.ts'

const notHere: Outcome = { ok: false, why: 'Dat kan in dit oefenhuis niet.' }

export const look: Fulfil<'look'> = async (wish, { parts, ...ask }) => {
  const message = messageIn({ parts, ...ask }, wish.message)
  if (parts.lookBehind === undefined) return notHere
  const behind = await parts.lookBehind({ message: message.id, seenBy: ask.eyes.userId })
  return { ok: true, done: 'behind', behind }
}

export const clock: Fulfil<'clock'> = async (wish, { parts, clockMoved }) => {
  if (parts.clock === undefined) return notHere
  await parts.clock.move(wish.to)
  clockMoved()
  return noted
}

export const lesson: Fulfil<'lesson'> = async (wish, { parts }) => {
  const { lessons } = parts
  if (lessons === undefined) return notHere
  try {
    if (wish.act === 'next') await lessons.next()
    else if (wish.act === 'stop') await lessons.stop()
    else if (wish.lesson !== undefined && lessons.cards().some(({ id }) => id === wish.lesson))
      await lessons.start(wish.lesson)
    else return { ok: false, why: 'Die les is er niet.' }
  } catch (error) {
    // Such as a house that is never closed at the hour of the lesson: said in the words of the lessons.
    if (error instanceof StartError) return { ok: false, why: error.message }
    throw error
  }
  return noted
}

export const agreements: Fulfil<'agreements'> = async (wish, { parts }) => {
  if (parts.agreements === undefined) return notHere
  if (wish.act === 'apply') await parts.agreements.apply()
  else await parts.agreements.refresh()
  return noted
}
