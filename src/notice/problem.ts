import type { Language } from '../policy/schema.ts'

/** Why a notice cannot be made in a language; `details` names the parts of the policy that are missing or too long. */
export class NoticeError extends Error {
  override readonly name = 'NoticeError'
  readonly code: 'language-incomplete' | 'too-long'
  readonly language: Language
  readonly details: readonly string[]

  constructor(code: 'language-incomplete' | 'too-long', language: Language, details: readonly string[]) {
    super(
      code === 'too-long'
        ? `The notice in ${language} does not fit on Discord. Shorten: ${details.join(', ')}.`
        : `The notice cannot be made in ${language}. Write in policies/: ${details.join(', ')}.`,
    )
    this.code = code
    this.language = language
    this.details = details
  }
}
