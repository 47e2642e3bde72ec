import { ActionRowBuilder, ButtonBuilder } from '@discordjs/builders'
import { ButtonStyle, type MessageActionRowComponentBuilder, userMention } from 'discord.js'
import { describeMoment } from '../../duty/describe.ts'
import { nextOpening } from '../../duty/opening.ts'
import { meldplichtOf } from '../../notice/render.ts'
import { shortReferralLines } from '../../referral/describe.ts'
import { referAnybody } from '../../referral/general.ts'
import type { Saying } from '../../talks/deps.ts'
import type { Talk } from '../../talks/talk.ts'
import type { Texts } from '../../texts/texts.ts'
import { customId } from '../custom-id.ts'
import type { Desk } from '../desk.ts'
import type { MessageBody } from '../effects/post.ts'

/** The lines of who is there now, with 112 last. */
export function linesNow(desk: Desk, texts: Texts): string[] {
  const { subjects, helplines } = desk.policy
  const now = desk.now()
  const referral = referAnybody({ subjects, helplines, language: texts.language, at: now })
  return [...shortReferralLines({ referral, texts, now }), texts.t('praat.danger')]
}

/** What holds for every private talk, before it and in it: Discord protects nothing, the bot keeps nothing. */
export function conditions({ policy }: Desk, texts: Texts): string[] {
  const { talks } = policy.house
  // A language without this sentence is not served (policy), so it is there.
  const meldplicht = meldplichtOf(policy, texts.wording) ?? ''
  return [
    texts.t('talk.unprotected'),
    texts.t('meldplicht.short', { meldplicht }),
    texts.t('talk.kept', { days: talks.deleteAfterDays }),
    ...(talks.twoWorkers ? [texts.t('talk.two')] : []),
  ]
}

function arrival(talk: Talk, once: string, texts: Texts): string {
  const worker = talk.workerIds[once === '2' ? 1 : 0]
  const more = once === '1' && talk.workersWanted === 2
  return texts.t(more ? 'talk.say.came-one-more' : 'talk.say.came', {
    worker: worker === undefined ? '?' : userMention(worker),
  })
}

function closing(talk: Talk, desk: Desk, texts: Texts): string {
  const now = desk.now()
  const next = nextOpening(desk.duty.hours.of(talk.houseId), now)
  if (next === undefined) return texts.t('talk.say.closing-no-next')
  return texts.t('talk.say.closing', { next: describeMoment(next, texts.language, now, texts) })
}

function contentOf(talk: Talk, says: Saying, once: string, desk: Desk): string {
  const texts = desk.texts(talk.language)
  switch (says) {
    case 'opening':
      return [texts.t('talk.say.opening'), ...conditions(desk, texts), texts.t('praat.danger')].join('\n')
    case 'came':
      return arrival(talk, once, texts)
    case 'waiting':
      return [texts.t('talk.say.waiting'), ...linesNow(desk, texts)].join('\n')
    case 'closing':
      return [closing(talk, desk, texts), ...linesNow(desk, texts)].join('\n')
    case 'undone':
      return texts.t('talk.say.undone')
    case 'closed':
      return texts.t('talk.say.closed', { days: desk.policy.house.talks.deleteAfterDays })
  }
}

/**
 * One message of the bot in a private talk. It is made from the row, the hour and the policy alone: what people say
 * there never comes here.
 */
export function drawSaying(talk: Talk, says: Saying, once: string, desk: Desk): MessageBody {
  const content = contentOf(talk, says, once, desk)
  if (says !== 'opening') return { content }
  const texts = desk.texts(talk.language)
  const buttons = [
    new ButtonBuilder()
      .setCustomId(customId('praat', 'readers', talk.language))
      .setStyle(ButtonStyle.Secondary)
      .setLabel(texts.t('talk.button.readers')),
    new ButtonBuilder()
      .setCustomId(customId('praat', 'stop', talk.id))
      .setStyle(ButtonStyle.Secondary)
      .setLabel(texts.t('talk.button.stop')),
  ]
  return {
    content,
    components: [new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(buttons).toJSON()],
  }
}
