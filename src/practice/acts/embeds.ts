import type { APIEmbed } from 'discord-api-types/v10'
import { timestamp } from '../snowflake.ts'
import { withoutEmpty } from './components.ts'

/** Embeds as Discord gives them back: all of the kind `rich`, with what was left open filled in. */
export const settleEmbeds = (embeds: readonly object[] | null | undefined): APIEmbed[] =>
  (embeds ?? []).map((one) => settle(withoutEmpty(one) as Omit<APIEmbed, 'type'>) as APIEmbed)

function settle(embed: Omit<APIEmbed, 'type'>): object {
  return {
    type: 'rich',
    ...embed,
    ...(embed.fields === undefined
      ? {}
      : { fields: embed.fields.map((one) => ({ ...one, inline: one.inline ?? false })) }),
    ...(embed.timestamp === undefined ? {} : { timestamp: timestamp(Date.parse(embed.timestamp)) }),
    ...(embed.image === undefined ? {} : { image: proxied(embed.image) }),
    ...(embed.thumbnail === undefined ? {} : { thumbnail: proxied(embed.thumbnail) }),
  }
}

/** Discord serves pictures itself; there is none here, so the place is only named. */
const proxied = (media: { url: string }): object => ({ ...media, proxy_url: media.url, width: 0, height: 0 })
