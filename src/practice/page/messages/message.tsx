import type { APIMessage } from 'discord-api-types/v10'
import { memo } from 'preact/compat'
import type { JSX } from 'preact'
import { EyeIcon, FileIcon, PinIcon } from '../icons.tsx'
import { Markdown } from '../markdown/markdown.tsx'
import { avatarOf, nameColour, shownUser } from '../people.ts'
import { useSlots, useStore } from '../slots.ts'
import type { ShownMessage } from '../talk.ts'
import { texts } from '../texts.ts'
import { dark } from '../theme.ts'
import { clockTime, messageTime } from '../times.ts'
import { Embed } from './embed.tsx'
import { Reactions } from './reactions.tsx'
import { ReplyLine } from './reply.tsx'
import { isSystem, SystemLine } from './system-line.tsx'

const LOADING = 1 << 7

/** A message, drawn by the library of Discord's looks. `first` is the one that has its writer's name and picture. */
export const Message = memo(function Message({
  shown,
  first,
}: {
  readonly shown: ShownMessage
  readonly first: boolean
}): JSX.Element {
  const store = useStore()
  const { underMessage: Under } = useSlots()
  const { message } = shown
  if (isSystem(message)) return <SystemLine message={message} />
  const house = store.house.value
  const author = shownUser(house, message.author, message.webhook_id !== undefined && !isAnswer(message))
  const at = Date.parse(message.timestamp)
  return (
    <discord-message
      author={author.name}
      avatar={avatarOf(author)}
      bot={author.bot}
      roleColor={nameColour(house, author.member, dark.value)}
      highlight={namesMe(message, store.me.value)}
      messageBodyOnly={!first}
      timestamp={first ? messageTime(at, store.time.day.value) : clockTime(at)}
    >
      <ReplyLine message={message} />
      <Words message={message} author={author.name} />
      {message.attachments.map((file) => (
        <div key={file.id} slot="attachments" class="attachment">
          <FileIcon />
          <span>{texts.attachment(file.filename)}</span>
        </div>
      ))}
      {message.embeds.map((embed, n) => (
        <Embed key={n} embed={embed} />
      ))}
      {(message.components?.length ?? 0) > 0 && Under !== undefined && (
        <div slot="components" class="components">
          <Under shown={shown} />
        </div>
      )}
      <Reactions message={message} />
      {shown.onlyForYou && <OnlyForYou shown={shown} />}
    </discord-message>
  )
})

/** An answer to an interaction comes through a webhook of the bot, as the bot. */
const isAnswer = (message: APIMessage): boolean => message.interaction_metadata !== undefined

function namesMe(message: APIMessage, me: { id: string; roles: readonly string[] } | undefined): boolean {
  if (me === undefined || message.author.id === me.id) return false
  return (
    message.mention_everyone ||
    message.mentions.some((one) => one.id === me.id) ||
    message.mention_roles.some((role) => me.roles.includes(role))
  )
}

function Words({
  message,
  author,
}: {
  readonly message: APIMessage
  readonly author: string
}): JSX.Element | null {
  if (((message.flags ?? 0) & LOADING) !== 0) {
    return (
      <p class="thinking">
        <span class="dots" aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
        {texts.thinking(author)}
      </p>
    )
  }
  const edited = message.edited_timestamp !== null
  if (message.content === '' && !message.pinned) return null
  return (
    <div class="words">
      {message.content !== '' && <Markdown text={message.content} />}
      {edited && message.content !== '' && <span class="mark">{texts.edited}</span>}
      {message.pinned && (
        <span class="mark">
          <PinIcon />
          {texts.pinned}
        </span>
      )}
    </div>
  )
}

function OnlyForYou({ shown }: { readonly shown: ShownMessage }): JSX.Element {
  const store = useStore()
  return (
    <div slot="thread" class="only-you">
      <EyeIcon />
      <span>{texts.onlyYou}</span>
      <span aria-hidden="true">•</span>
      <button type="button" class="link" onClick={() => store.dismiss(shown)}>
        {texts.dismiss}
      </button>
    </div>
  )
}
