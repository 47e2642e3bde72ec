import { ActionRowBuilder, ButtonBuilder, type ModalBuilder } from '@discordjs/builders'
import {
  type APIModalInteractionResponseCallbackData,
  ButtonStyle,
  type InteractionReplyOptions,
  type MessageActionRowComponentBuilder,
} from 'discord.js'
import type { Texts } from '../texts/texts.ts'
import { customId } from './custom-id.ts'

/** As long as an answer that only one person sees can be changed. */
const KEPT_MS = 15 * 60_000
/** A flood of slow answers must not fill the memory; who comes after that types the command again. */
const MOST = 500

interface Kept {
  readonly userId: string
  readonly form: APIModalInteractionResponseCallbackData
  readonly until: number
}

/**
 * Forms that came too late: Discord shows one only as the first answer, within three seconds. They wait behind a button,
 * for the one person who asked, in memory alone: what somebody wrote before may be filled in.
 */
export interface LateForms {
  /** Keeps a form, and gives the answer with the button that shows it. */
  keep(
    userId: string,
    form: ModalBuilder,
    texts: Texts,
  ): Pick<InteractionReplyOptions, 'content' | 'components'>
  /** The form behind a button; undefined for somebody else, after a quarter of an hour or after a restart. */
  find(key: string, userId: string): APIModalInteractionResponseCallbackData | undefined
}

export function createLateForms(deps: { readonly now: () => Date; readonly newId: () => string }): LateForms {
  const kept = new Map<string, Kept>()
  const forget = (at: number): void => {
    // The oldest stand first.
    for (const [key, { until }] of kept) {
      if (until > at && kept.size < MOST) break
      kept.delete(key)
    }
  }
  return {
    keep(userId, form, texts) {
      const at = deps.now().getTime()
      forget(at)
      const key = deps.newId()
      kept.set(key, { userId, form: form.toJSON(), until: at + KEPT_MS })
      const press = new ButtonBuilder()
        .setCustomId(customId('info', 'formulier', key))
        .setStyle(ButtonStyle.Primary)
        .setLabel(texts.t('progress.button.form'))
      return {
        content: texts.t('progress.form'),
        components: [new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(press).toJSON()],
      }
    },
    find(key, userId) {
      const found = kept.get(key)
      return found?.userId === userId && found.until > deps.now().getTime() ? found.form : undefined
    },
  }
}
