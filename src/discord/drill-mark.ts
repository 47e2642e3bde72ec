import type { APIEmbed } from 'discord.js'
import type { ModalBuilder } from '@discordjs/builders'
import type { Texts } from '../texts/texts.ts'
import type { Pressed } from './queue/look.ts'

/** Whatever is answered about a drill begins with the word: nobody must ever have to wonder (and no answer forget it). */

const CONTENT_FITS = 2_000
const TITLE_FITS = 45

interface Answer {
  readonly content?: string | null
  readonly embeds?: readonly (APIEmbed | { toJSON(): APIEmbed })[]
}

const titleOf = (embed: APIEmbed | { toJSON(): APIEmbed }): string =>
  ('toJSON' in embed ? embed.toJSON() : embed).title ?? ''

/** The same answer, with the word in front; a card that has it in its title is left as it is. */
export const markAnswer = <A extends Answer>(answer: A | string, texts: Texts): A => {
  const mark = texts.t('drill.mark')
  const given = (typeof answer === 'string' ? { content: answer } : answer) as A
  const titled = given.embeds?.some((embed) => titleOf(embed).includes(mark)) === true
  const content = given.content ?? ''
  if ((content === '' && titled) || content.startsWith(`**${mark}**`)) return given
  return { ...given, content: `**${mark}** ${content}`.trim().slice(0, CONTENT_FITS) }
}

type Method = (answer: never) => unknown

/** Makes everything that this press is answered with carry the word. */
export const speakAsDrill = (interaction: Pressed, texts: Texts): void => {
  const marked = (name: 'reply' | 'update' | 'followUp' | 'editReply'): void => {
    const own = (interaction as unknown as Record<string, Method | undefined>)[name]
    if (own === undefined) return
    Object.assign(interaction, {
      [name]: (answer: Answer | string) => own.call(interaction, markAnswer(answer, texts) as never),
    })
  }
  for (const name of ['reply', 'update', 'followUp', 'editReply'] as const) marked(name)
  if (!('showModal' in interaction)) return
  const show = interaction.showModal.bind(interaction)
  Object.assign(interaction, {
    showModal: (form: ModalBuilder) => {
      const { title } = form.toJSON()
      const mark = texts.t('drill.mark')
      return show(title.startsWith(mark) ? form : form.setTitle(`${mark}: ${title}`.slice(0, TITLE_FITS)))
    },
  })
}
