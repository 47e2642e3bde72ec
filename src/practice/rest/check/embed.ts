import { z } from 'zod'
import { fault, integer, lengthOf, listOf, text } from './form.ts'

/** Characters over all embeds of a message. Source: Discord, Message, Embed Limits. */
const inAll = 6000

const url = z
  .string()
  .max(2048)
  .superRefine((value, context) => {
    if (/^(https?|attachment):\/\/\S+$/.test(value)) return
    fault(context, { code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' })
  })

const media = z.object({ url })

/** An embed as a bot may send it. Source: Discord, Message, Embed Object. */
export const embed = z
  .object({
    title: text(0, 256).nullish(),
    description: text(0, 4096).nullish(),
    url: url.nullish(),
    color: integer.nullish(),
    timestamp: z.string().nullish(),
    footer: z.object({ text: text(1, 2048), icon_url: url.nullish() }).nullish(),
    image: media.nullish(),
    thumbnail: media.nullish(),
    author: z.object({ name: text(1, 256), url: url.nullish(), icon_url: url.nullish() }).nullish(),
    fields: listOf(
      z.object({ name: text(1, 256), value: text(1, 1024), inline: z.boolean().nullish() }),
      0,
      25,
    ).nullish(),
  })
  .superRefine((value, context) => {
    if (value.timestamp != null && Number.isNaN(Date.parse(value.timestamp))) {
      fault(context, {
        code: 'DATE_TIME_TYPE_PARSE',
        message: 'Could not parse. Should be ISO8601.',
        path: ['timestamp'],
      })
    }
    const shows =
      value.title || value.description || value.image || value.thumbnail || value.author || value.footer
    if (!shows && !value.fields?.length) {
      fault(context, { code: 'BASE_TYPE_REQUIRED', message: 'This field is required', path: ['description'] })
    }
  })

/** The embeds of one message. */
export const embeds = listOf(embed, 0, 10).superRefine((all, context) => {
  if (all.reduce((sum, one) => sum + sizeOf(one), 0) > inAll) {
    fault(context, {
      code: 'MAX_EMBED_SIZE_EXCEEDED',
      message: `Embed size exceeds maximum size of ${inAll}`,
    })
  }
})

function sizeOf(one: z.output<typeof embed>): number {
  const fields = (one.fields ?? []).reduce(
    (sum, field) => sum + lengthOf(field.name) + lengthOf(field.value),
    0,
  )
  const parts = [one.title, one.description, one.footer?.text, one.author?.name]
  return parts.reduce((sum, part) => sum + lengthOf(part ?? ''), fields)
}
