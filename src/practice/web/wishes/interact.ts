import { Refused } from '../../people/refused.ts'
import { answered, channelIn, type Fulfil, handleIn, messageIn } from './ask.ts'

export const run: Fulfil<'run'> = async (wish, ask) => {
  const channel = channelIn(ask, wish.channel).id
  const options = { channel, ...(wish.locale === undefined ? {} : { locale: wish.locale }) }
  return answered(await ask.hands().runs(`/${wish.command}`, wish.values, options), ask.forms)
}

export const complete: Fulfil<'complete'> = async (wish, ask) => {
  const channel = channelIn(ask, wish.channel).id
  const { command, option, typed, values: others } = wish
  return answered(await ask.hands().types(`/${command}`, option, typed, { channel, others }), ask.forms)
}

export const useOn: Fulfil<'use-on'> = async (wish, ask) => {
  // Discord's app offers no commands on what it shows to one person alone.
  if (messageIn(ask, wish.message).onlyFor !== undefined) throw new Refused('Not offered here.')
  return answered(await ask.hands().usesOn(handleIn(ask, wish.message), wish.command), ask.forms)
}

export const press: Fulfil<'press'> = async (wish, ask) => {
  const handle = handleIn(ask, wish.message)
  return answered(await ask.hands().presses(handle, { customId: wish.customId }), ask.forms)
}

export const choose: Fulfil<'choose'> = async (wish, ask) => {
  const handle = handleIn(ask, wish.message)
  const chosen = await ask.hands().chooses(handle, { customId: wish.customId }, wish.values)
  return answered(chosen, ask.forms)
}

/** Hands a form in. It stays open where that was refused or the bot did not answer: it can be sent again. */
export const submit: Fulfil<'submit'> = async (wish, ask) => {
  const form = ask.forms.get(wish.form)
  if (form === undefined) throw new Refused('This form is not open (any more).')
  const reply = await ask.hands().submits(form, wish.values)
  if (reply.kind !== 'failed') ask.forms.drop(wish.form)
  return answered(reply, ask.forms)
}
