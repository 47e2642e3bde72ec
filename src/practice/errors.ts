/** Discord's errors in its own words. Source: Discord, Opcodes and Status Codes, and what the API answers. */
const known = {
  0: [400, 'Invalid request'],
  10002: [404, 'Unknown Application'],
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10011: [404, 'Unknown Role'],
  10013: [404, 'Unknown User'],
  10014: [400, 'Unknown Emoji'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  20012: [403, 'You are not authorized to perform this action on this application'],
  30003: [400, 'Maximum number of pins reached for the channel (250)'],
  30010: [400, 'Maximum number of reactions reached (20)'],
  30032: [400, 'Maximum number of application commands reached'],
  40060: [400, 'Interaction has already been acknowledged.'],
  50001: [403, 'Missing Access'],
  50003: [403, 'Cannot execute action on a DM channel'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50008: [400, 'Cannot send messages in a non-text channel'],
  50013: [403, 'Missing Permissions'],
  50016: [
    400,
    'Provided too few or too many messages to delete. Must provide at least 2 and fewer than 100 messages to delete.',
  ],
  50019: [400, 'A message can only be pinned in the channel it was sent in'],
  50021: [403, 'Cannot execute action on a system message'],
  50024: [400, 'Cannot execute action on this channel type'],
  50027: [401, 'Invalid Webhook Token'],
  50033: [400, 'Invalid Recipient(s)'],
  50034: [400, 'A message provided was too old to bulk delete'],
  50035: [400, 'Invalid Form Body'],
  50083: [400, 'Thread is archived'],
  50109: [400, 'The request body contains invalid JSON.'],
  160002: [400, 'Cannot reply without permission to read message history'],
  160004: [400, 'A thread has already been created for this message'],
  160005: [400, 'Thread is locked'],
} as const satisfies Record<number, readonly [status: number, message: string]>

export type ErrorCode = keyof typeof known

/** The nested `errors` of an invalid form: each leaf names what is wrong with the field at its path. */
export type FormErrors = { [key: string]: FormErrors | { code: string; message: string }[] }

/** An error as Discord answers it: `{ message, code, errors? }` with an HTTP status. */
export class DiscordError extends Error {
  override readonly name = 'DiscordError'
  readonly status: number
  readonly code: number
  readonly errors: FormErrors | undefined

  constructor(status: number, code: number, message: string, errors?: FormErrors) {
    super(message)
    this.status = status
    this.code = code
    this.errors = errors
  }

  /** The body of the answer. */
  get body(): { message: string; code: number; errors?: FormErrors } {
    const plain = { message: this.message, code: this.code }
    return this.errors === undefined ? plain : { ...plain, errors: this.errors }
  }
}

/** Makes the error with this code, in Discord's words. */
export function discordError(code: ErrorCode, errors?: FormErrors): DiscordError {
  const [status, message] = known[code]
  return new DiscordError(status, code, message, errors)
}

/** The answer to a request without a token that Discord knows. */
export const unauthorized = (): DiscordError => new DiscordError(401, 0, '401: Unauthorized')

/** The answer to a path that is no route. */
export const notFound = (): DiscordError => new DiscordError(404, 0, '404: Not Found')

/** The answer to a route that does not take this method. */
export const methodNotAllowed = (): DiscordError => new DiscordError(405, 0, '405: Method Not Allowed')
