import { ActionRowBuilder, ButtonBuilder } from '@discordjs/builders'
import { type APIMessage, ButtonStyle, type MessageActionRowComponentBuilder } from 'discord.js'
import type { ContactTalk } from '../../talks/contact.ts'
import { customId } from '../custom-id.ts'
import type { Desk } from '../desk.ts'
import type { MessageBody } from '../effects/post.ts'
import { conditions } from './say.ts'

const stopId = (talkId: string): string => customId('praat', 'contact-stop', talkId)

/**
 * The one message of the bot in a talk with the integrity contact: what it is while it is open, that it is closed
 * afterwards. Its button stands there in both, switched off at the end: by it the bot knows the message as its own.
 */
export function drawContactTalk(talk: ContactTalk, desk: Desk): MessageBody {
  const texts = desk.texts(talk.language)
  const { integrity } = desk.policy.house.contacts
  const open = talk.state === 'open'
  const stop = new ButtonBuilder()
    .setCustomId(stopId(talk.id))
    .setStyle(ButtonStyle.Secondary)
    .setLabel(texts.t('talk.button.stop'))
    .setDisabled(!open)
  return {
    content: open
      ? [
          texts.t('talk.contact.opening', { name: integrity.name }),
          ...conditions(desk, texts),
          texts.t('talk.contact.readers', { name: integrity.name }),
          texts.t('praat.danger'),
        ].join('\n')
      : texts.t('talk.say.closed', { days: desk.policy.house.talks.deleteAfterDays }),
    components: [new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(stop).toJSON()],
  }
}

/** Whether a message of ours is that of this talk. */
export const isContactTalk = (message: APIMessage, talkId: string): boolean =>
  JSON.stringify(message.components ?? []).includes(`"${stopId(talkId)}"`)
