/** Discord's errors in its own words. Source: Discord, Opcodes and Status Codes, and what the API answers. */
const known = {
  0: [400, 'Invalid request'],
  10002: [404, 'Unknown Application'],
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10009: [404, 'Unknown Permission Overwrite'],
  10011: [404, 'Unknown Role'],
  10013: [404, 'Unknown User'],
  10014: [400, 'Unknown Emoji'],
  10015: [404, 'Unknown Webhook'],
  10026: [404, 'Unknown Ban'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  10066: [404, 'Unknown application command permissions'],
  10087: [404, 'Unknown Tag'],
  20001: [403, 'Bots cannot use this endpoint'],
  20012: [403, 'You are not authorized to perform this action on this application'],
  20016: [429, 'This action cannot be performed due to slowmode rate limit'],
  30003: [400, 'Maximum number of pins reached for the channel (250)'],
  30005: [400, 'Maximum number of guild roles reached (250)'],
  30007: [400, 'Maximum number of webhooks reached (15)'],
  30010: [400, 'Maximum number of reactions reached (20)'],
  30013: [400, 'Maximum number of guild channels reached (500)'],
  30015: [400, 'Maximum number of attachments in a message reached (10)'],
  30032: [400, 'Maximum number of application commands reached'],
  30033: [400, 'Maximum number of thread participants has been reached (1000)'],
  30034: [400, 'Maximum number of daily application command creates has been reached (200)'],
  30046: [429, 'Maximum number of edits to messages older than 1 hour reached. Try again later'],
  30048: [400, 'Maximum number of tags in a forum channel has been reached'],
  30060: [400, 'Maximum number of channel permission overwrites reached (1000)'],
  40005: [413, 'Request entity too large. Try sending something smaller in size'],
  40007: [403, 'The user is banned from this guild'],
  40009: [400, 'Only one channel can have a parent_id modified at a time'],
  40058: [400, 'Cannot send a message in a forum channel'],
  40060: [400, 'Interaction has already been acknowledged.'],
  40061: [400, 'Tag names must be unique'],
  40062: [429, 'Service resource is being rate limited'],
  40066: [400, 'There are no tags available that can be set by non-moderators'],
  40067: [400, 'A tag is required to create a forum post in this channel'],
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
  50028: [400, 'Invalid Role'],
  50033: [400, 'Invalid Recipient(s)'],
  50034: [400, 'A message provided was too old to bulk delete'],
  50035: [400, 'Invalid Form Body'],
  50055: [404, 'Invalid Guild'],
  50081: [400, 'Invalid sticker sent'],
  50083: [400, 'Thread is archived'],
  50109: [400, 'The request body contains invalid JSON.'],
  50146: [400, 'Uploaded file not found.'],
  50278: [403, 'Cannot send messages to this user due to having no mutual guilds'],
  160002: [400, 'Cannot reply without permission to read message history'],
  160004: [400, 'A thread has already been created for this message'],
  160005: [400, 'Thread is locked'],
  160006: [400, 'Maximum number of active threads reached'],
  200000: [400, 'Message was blocked by automatic moderation'],
  220001: [400, 'Webhooks posted to forum channels must have a thread_name or thread_id'],
  220002: [400, 'Webhooks posted to forum channels cannot have both a thread_name and thread_id'],
  220003: [400, 'Webhooks can only create threads in forum channels'],
  500000: [400, 'Failed to ban users'],
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

  /** Seconds to wait, for what is refused only for a while. */
  readonly retryAfter: number | undefined

  constructor(status: number, code: number, message: string, errors?: FormErrors, retryAfter?: number) {
    super(message)
    this.status = status
    this.code = code
    this.errors = errors
    this.retryAfter = retryAfter
  }

  /** The body of the answer. */
  get body(): {
    message: string
    code: number
    errors?: FormErrors
    retry_after?: number
    global?: boolean
  } {
    const plain = {
      message: this.message,
      code: this.code,
      ...(this.retryAfter === undefined ? {} : { retry_after: this.retryAfter, global: false }),
    }
    return this.errors === undefined ? plain : { ...plain, errors: this.errors }
  }
}

/** Makes the error with this code, in Discord's words. */
export function discordError(code: ErrorCode, errors?: FormErrors): DiscordError {
  const [status, message] = known[code]
  return new DiscordError(status, code, message, errors)
}

/** An error that lasts a while: `seconds` until it is worth asking again. */
export function discordErrorFor(code: ErrorCode, seconds: number): DiscordError {
  const [status, message] = known[code]
  return new DiscordError(status, code, message, undefined, seconds)
}

/** The answer to a request without a token that Discord knows. */
export const unauthorized = (): DiscordError => new DiscordError(401, 0, '401: Unauthorized')

/**
 * The answer to a path that is no route (404), or to a route that does not take this method (405). Discord says no more
 * than that; here it says what to do, for a bot that asks for what is missing must fail so that a person understands it.
 */
export const noRoute = (status: 404 | 405, method: string, path: string): DiscordError =>
  new DiscordError(
    status,
    0,
    `${method} ${path}: the local Discord does not have this route; add it in src/practice/rest/routes/.`,
  )
