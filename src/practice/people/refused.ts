import { DiscordError, discordError } from '../errors.ts'
import type { ErrorCode, FormErrors } from '../errors.ts'

/** Discord would refuse this to a person; `code` is Discord's own, 0 where its app would simply not offer it. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: number
  readonly errors: FormErrors | undefined
  /** Seconds until it may be tried again, for what is refused only for a while. */
  readonly retryAfter: number | undefined

  constructor(message: string, code = 0, errors?: FormErrors, retryAfter?: number) {
    super(message)
    this.code = code
    this.errors = errors
    this.retryAfter = retryAfter
  }
}

/** A refusal with one of Discord's codes. */
export function refused(code: ErrorCode, detail: string): Refused {
  return new Refused(`${discordError(code).message}: ${detail}`, code)
}

/** Does what may be refused, and turns Discord's refusal into one of a person. */
export function orRefused<T>(detail: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    if (error instanceof DiscordError)
      throw new Refused(`${error.message}: ${detail}`, error.code, error.errors, error.retryAfter)
    throw error
  }
}
