import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10'
import type { JSX } from 'preact'
import { cssColour } from '../colour.ts'
import { Markdown, MarkdownLine } from '../markdown/markdown.tsx'
import { useStore } from '../slots.ts'
import { messageTime } from '../times.ts'

/**
 * A card in a message. Its titles stand in the text and not in the attributes that the library has for them: those read
 * every long number as a picture to fetch from Discord.
 */
export function Embed({ embed }: { readonly embed: APIEmbed }): JSX.Element {
  const { time } = useStore()
  const { title, description, url, author, footer, timestamp, fields = [] } = embed
  return (
    <discord-embed
      slot="embeds"
      class="embed"
      {...(embed.color === undefined ? {} : { color: cssColour(embed.color) })}
    >
      <discord-embed-description slot="description">
        {author !== undefined && <div class="embed-author">{author.name}</div>}
        {title !== undefined && (
          <div class="embed-title" role="heading" aria-level={4}>
            {url === undefined ? (
              <MarkdownLine text={title} />
            ) : (
              <a href={url} target="_blank" rel="noopener noreferrer nofollow">
                <MarkdownLine text={title} />
              </a>
            )}
          </div>
        )}
        {description !== undefined && <Markdown text={description} />}
      </discord-embed-description>
      {fields.length > 0 && (
        <discord-embed-fields slot="fields">
          {fields.map((field, n) => (
            <Field key={n} field={field} place={inlinePlace(fields, n)} />
          ))}
        </discord-embed-fields>
      )}
      {(footer !== undefined || timestamp !== undefined) && (
        <discord-embed-footer slot="footer">
          {[
            footer?.text,
            timestamp === undefined ? undefined : messageTime(Date.parse(timestamp), time.day.value),
          ]
            .filter((part) => part !== undefined)
            .join(' • ')}
        </discord-embed-footer>
      )}
    </discord-embed>
  )
}

function Field({
  field,
  place,
}: {
  readonly field: APIEmbedField
  readonly place: number | undefined
}): JSX.Element {
  return (
    <discord-embed-field inline={field.inline === true} inlineIndex={place}>
      <div class="field-title">
        <MarkdownLine text={field.name} />
      </div>
      <Markdown text={field.value} />
    </discord-embed-field>
  )
}

/** In which of the three columns a field stands; undefined when it takes the whole line. */
function inlinePlace(fields: readonly APIEmbedField[], n: number): number | undefined {
  if (fields[n]?.inline !== true) return undefined
  let before = 0
  while (fields[n - before - 1]?.inline === true) before++
  return (before % 3) + 1
}
