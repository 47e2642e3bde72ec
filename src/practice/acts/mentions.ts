import type { AllowedMentions } from '../rest/check/message.ts'

/** Who a message mentions, once what its author allows is taken off. */
export interface Mentions {
  readonly users: readonly string[]
  readonly roles: readonly string[]
  readonly everyone: boolean
}

const none: readonly string[] = []
const nobody: Mentions = { users: none, roles: none, everyone: false }

/**
 * Reads the mentions in a text. Without `allowed` everything counts, as Discord has it; `repliedTo` is the
 * author of the message that is answered. Source: Discord, Message, Allowed Mentions Object.
 */
export function readMentions(
  content: string,
  options: {
    allowed?: AllowedMentions | null | undefined
    mayMentionEveryone: boolean
    repliedTo?: string | undefined
  },
): Mentions {
  const { allowed, repliedTo } = options
  const pingsReplied =
    repliedTo !== undefined && (allowed === null || allowed === undefined || allowed.replied_user === true)
  if (!content.includes('@') && !pingsReplied) return nobody
  const users = new Set<string>()
  const roles = new Set<string>()
  for (const [, kind, id] of content.matchAll(/<@(!|&)?(\d{1,20})>/g)) {
    if (id === undefined) continue
    if (kind === '&') roles.add(id)
    else users.add(id)
  }
  const mayUser = (id: string) => !allowed || allowed.parse?.includes('users') || allowed.users?.includes(id)
  const mayRole = (id: string) => !allowed || allowed.parse?.includes('roles') || allowed.roles?.includes(id)
  const shown = [...users].filter(mayUser)
  if (pingsReplied && !shown.includes(repliedTo)) shown.push(repliedTo)
  return {
    users: shown,
    roles: [...roles].filter(mayRole),
    everyone:
      options.mayMentionEveryone &&
      (!allowed || allowed.parse?.includes('everyone') === true) &&
      /@(everyone|here)\b/.test(content),
  }
}
