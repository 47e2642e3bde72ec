import type { APIMessage } from 'discord-api-types/v10'
import type { JSX } from 'preact'
import { PlainLine } from '../markdown/markdown.tsx'
import { avatarOf, nameColour, shownUser } from '../people.ts'
import { useStore } from '../slots.ts'
import { texts } from '../texts.ts'
import { dark } from '../theme.ts'

const ANSWER = 19

/** The line above a message that says what it answers, or which command it came from. */
export function ReplyLine({ message }: { readonly message: APIMessage }): JSX.Element | null {
  const used = message.interaction_metadata
  const type: number = message.type
  if (type === ANSWER) return <Answers message={message} />
  // The older field holds the name of the command; Discord still sends it beside the newer one.
  const { interaction } = message as { readonly interaction?: { readonly name: string } }
  if (used === undefined || interaction === undefined) return null
  return (
    <Used
      userId={used.user.id}
      name={used.user.global_name ?? used.user.username}
      command={interaction.name}
    />
  )
}

function Answers({ message }: { readonly message: APIMessage }): JSX.Element {
  const store = useStore()
  const to = message.referenced_message
  if (to === null || to === undefined) {
    return (
      <div slot="reply" class="reply-gone">
        {texts.replyGone}
      </div>
    )
  }
  const shown = shownUser(store.house.value, to.author, to.webhook_id !== undefined)
  const line = to.content.replace(/\s+/g, ' ').slice(0, 200)
  return (
    <button slot="reply" type="button" class="reply-line" onClick={() => store.jump(to.id)}>
      <span class="hidden">{texts.replyTo}</span>
      <discord-reply
        author={shown.name}
        avatar={avatarOf(shown)}
        bot={shown.bot}
        roleColor={nameColour(store.house.value, shown.member, dark.value)}
      >
        {line === '' ? <em>{texts.replyNoWords}</em> : <PlainLine text={line} />}
      </discord-reply>
    </button>
  )
}

function Used({
  userId,
  name,
  command,
}: {
  readonly userId: string
  readonly name: string
  readonly command: string
}): JSX.Element {
  const { house } = useStore()
  const slash = house.value?.commands.some((one) => one.name === command && one.type === 1)
  const member = house.value?.members.find((one) => one.id === userId)
  const shown = { id: userId, name: member?.displayName ?? name, bot: false }
  return (
    <discord-reply
      slot="reply"
      author={shown.name}
      avatar={avatarOf(shown)}
      roleColor={nameColour(house.value, member, dark.value)}
    >
      {texts.usedCommand} <b>{slash ? `/${command}` : command}</b>
    </discord-reply>
  )
}
