import { standsForEmoji } from '../../acts/react.ts'
import { Refused } from '../../people/refused.ts'
import { channelIn, type Fulfil, handleIn, messageIn, noted } from './ask.ts'

export const say: Fulfil<'say'> = async (wish, ask) => {
  const channel = channelIn(ask, wish.channel)
  const options = wish.replyTo === undefined ? {} : { replyTo: handleIn(ask, wish.replyTo) }
  await ask.hands().says(channel.id, wish.text, options)
  return noted
}

export const edit: Fulfil<'edit'> = async (wish, ask) => {
  await ask.hands().edits(handleIn(ask, wish.message), wish.text)
  return noted
}

/** Takes a message away; what was shown to this person alone is put away, for their eyes only. */
export const remove: Fulfil<'delete'> = async (wish, ask) => {
  const message = messageIn(ask, wish.message)
  if (message.onlyFor === undefined) {
    await ask.hands().deletes(handleIn(ask, wish.message))
    return noted
  }
  ask.eyes.putAway(message)
  ask.gone(message)
  return noted
}

/** One sign, and that an emoji: a reaction is no place for words. */
const isOneEmoji = (text: string): boolean =>
  standsForEmoji(text) && [...new Intl.Segmenter().segment(text)].length === 1

/** Puts a reaction on, or takes one's own off again: what a press on it does in Discord's app. */
export const react: Fulfil<'react'> = async (wish, ask) => {
  const message = messageIn(ask, wish.message)
  if (!isOneEmoji(wish.emoji)) throw new Refused('Unknown Emoji', 10014)
  const mine = message.reactions?.get(wish.emoji)?.has(ask.eyes.userId) === true
  const handle = handleIn(ask, wish.message)
  if (mine) await ask.hands().unreacts(handle, wish.emoji)
  else await ask.hands().reacts(handle, wish.emoji)
  return noted
}

export const typing: Fulfil<'typing'> = (wish, ask) => {
  ask.hands().startsTyping(channelIn(ask, wish.channel).id)
  return noted
}

export const dm: Fulfil<'dm'> = async (wish, ask) => {
  await ask.hands().dms(wish.text)
  return noted
}
