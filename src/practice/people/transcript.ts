import type { Hub } from '../state/hub.ts'
import type { StoredMessage } from '../state/model.ts'
import { userOf } from '../state/render.ts'
import { asShown } from './as-shown.ts'
import { usableIn } from './components.ts'
import { wordsOf } from './handle.ts'

/** A channel as text, for a terminal or a failing test: who, what, and which buttons there are. */
export function transcribe(hub: Hub, messages: readonly StoredMessage[]): string {
  return messages.map((message) => transcribeOne(hub, message)).join('\n')
}

function transcribeOne(hub: Hub, message: StoredMessage): string {
  const author = userOf(hub, message.authorId)
  const at = new Date(message.createdAt).toISOString().slice(11, 19)
  const marks = [
    message.onlyFor === undefined ? '' : ` (only ${userOf(hub, message.onlyFor).username} sees this)`,
    message.pinnedAt === undefined ? '' : ' (pinned)',
    message.editedAt === undefined ? '' : ' (edited)',
    (message.flags & (1 << 7)) === 0 ? '' : ' (thinking…)',
  ].join('')
  const name = author.globalName ?? author.username
  const said =
    message.type === 6
      ? ['pinned a message']
      : wordsOf(message).flatMap((text) => asShown(hub, text).split('\n'))
  const files = message.attachments.map((file) => `<${file.filename}>`)
  const buttons = usableIn(message.components).map((one) => {
    const words = one.label ?? one.placeholder ?? one.custom_id ?? ''
    const off = one.disabled === true ? ', off' : ''
    return one.type === 2
      ? `[${words}${off}]`
      : `{${words}${off}: ${(one.options ?? []).map((each) => each.label).join(' | ')}}`
  })
  const lines = [...said, ...files, ...(buttons.length === 0 ? [] : [buttons.join(' ')])]
  const [first = '', ...rest] = lines
  return [`${at} ${name}${marks}: ${first}`, ...rest.map((line) => `         ${line}`)].join('\n')
}
