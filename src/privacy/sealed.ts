import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import { type Day, holdKey, type KeyFolder, KeyFolderError, type KeyName, utcDay } from './key-folder.ts'

declare const sealed: unique symbol

/** Words that a person wrote, shut. The only form in which they are stored. */
export type Sealed = string & { readonly [sealed]: true }

/**
 * Marks a text from a `words` column as sealed. Anything else in there just does not open.
 */
export const asSealed = (stored: string): Sealed => stored as Sealed

/** What became of opening something: the words, or why not. */
export type Opened =
  | { readonly ok: true; readonly words: string }
  /** `forgotten`: the key is not there. `damaged`: not sealed by us, for this, or changed since, or its key was. */
  | { readonly ok: false; readonly reason: 'forgotten' | 'damaged' }

export interface Seal {
  /**
   * Shuts words until the UTC day of `until` is over.
   *
   * @param about - what the words belong to ("flag:…"); the same must be said to open them, so that sealed text that
   *   was moved to another row does not open there
   */
  seal(words: string, until: Date, about: string): Promise<Sealed>
  /** The words, or undefined when they are forgotten or damaged. Never throws for what is in `sealed`. */
  open(sealed: Sealed, about: string): Promise<string | undefined>
  /** As `open`, and says why not. */
  look(sealed: Sealed, about: string): Promise<Opened>
  /** A digest that recognises the same words until the UTC day of `until` is over, and cannot be tried out after it. */
  mark(words: string, until: Date): Promise<string>
  /** Whether the mark is of these words; undefined when that can no longer be told. */
  sameWords(mark: string, words: string): Promise<boolean | undefined>
  /** The same words under another day; undefined when they are forgotten or damaged. */
  reseal(sealed: Sealed, about: string, until: Date): Promise<Sealed | undefined>
  /**
   * The same words under the key of a legal hold, which outlives their day; undefined when they are forgotten or
   * damaged. `reseal` gives them back to a day.
   */
  hold(sealed: Sealed, about: string, holdId: string): Promise<Sealed | undefined>
  /** Destroys the key of a legal hold: what is still shut under it, here or in a backup, stays shut for ever. */
  dropHold(holdId: string): Promise<void>
  /** Destroys the keys of the UTC days that are over. Answers which days. */
  forget(now: Date): Promise<readonly string[]>
  /** Another process does that: here nothing is remembered of keys that are gone. */
  letGo(now: Date): void
}

// The version stands in front, so that another way of sealing can come beside this one.
const SEALED = /^h1\.(\d{4}-\d{2}-\d{2}|hold-[\w-]{1,80})\.([\w-]{16})\.([\w-]+)$/
const MARK = /^m1\.(\d{4}-\d{2}-\d{2})\.([\w-]{43})$/
const IV_BYTES = 12
const TAG_BYTES = 16

const derive = (key: Buffer, use: 'seal' | 'mark'): Buffer =>
  Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `huisbot ${use} 1`, 32))
/** Whether words are shut under the key of that legal hold. */
export const isHeldBy = (stored: string, holdId: string): boolean =>
  SEALED.exec(stored)?.[1] === holdKey(holdId)

/** Bound into the sealed text: version, day or hold, and what it is about. */
const bound = (day: KeyName, about: string): Buffer => Buffer.from(`h1\n${day}\n${about}`, 'utf8')

const encrypt = (key: Buffer, words: string, day: KeyName, about: string): Sealed => {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', derive(key, 'seal'), iv).setAAD(bound(day, about))
  const shut = Buffer.concat([cipher.update(words, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `h1.${day}.${iv.toString('base64url')}.${shut.toString('base64url')}` as Sealed
}

const decrypt = (key: Buffer, iv: Buffer, shut: Buffer, day: KeyName, about: string): string | undefined => {
  if (shut.length < TAG_BYTES) return undefined
  const decipher = createDecipheriv('aes-256-gcm', derive(key, 'seal'), iv, { authTagLength: TAG_BYTES })
  decipher.setAAD(bound(day, about)).setAuthTag(shut.subarray(-TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(shut.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

const digest = (key: Buffer, words: string): Buffer =>
  createHmac('sha256', derive(key, 'mark')).update(words, 'utf8').digest()

/**
 * Shuts the words of people under a key for each day on which they are to be forgotten. The keys are kept apart from
 * the database: once a key is destroyed, no copy of the database gives the words back.
 */
export const createSeal = (
  keys: Pick<KeyFolder, 'keyOf' | 'find' | 'destroy' | 'forgetBefore' | 'letGo' | 'soonest'>,
): Seal => {
  // One damaged key must not keep everything else from being read and forgotten; a folder that cannot be reached must.
  const keyFor = async (name: KeyName): Promise<Buffer | 'forgotten' | 'damaged'> => {
    try {
      return (await keys.find(name)) ?? 'forgotten'
    } catch (error) {
      if (error instanceof KeyFolderError && error.code === 'damaged-key') return 'damaged'
      throw error
    }
  }
  const look = async (text: Sealed, about: string): Promise<Opened> => {
    const [, day, iv, shut] = SEALED.exec(text) ?? []
    if (day === undefined || iv === undefined || shut === undefined) return { ok: false, reason: 'damaged' }
    const key = await keyFor(day)
    if (typeof key === 'string') return { ok: false, reason: key }
    const words = decrypt(key, Buffer.from(iv, 'base64url'), Buffer.from(shut, 'base64url'), day, about)
    return words === undefined ? { ok: false, reason: 'damaged' } : { ok: true, words }
  }
  const open = async (text: Sealed, about: string): Promise<string | undefined> => {
    const opened = await look(text, about)
    return opened.ok ? opened.words : undefined
  }
  const seal = async (words: string, until: Date, about: string): Promise<Sealed> => {
    const day: Day = keys.soonest(utcDay(until))
    return encrypt(await keys.keyOf(day), words, day, about)
  }

  return {
    seal,
    open,
    look,
    mark: async (words, until) => {
      const day = keys.soonest(utcDay(until))
      return `m1.${day}.${digest(await keys.keyOf(day), words).toString('base64url')}`
    },
    sameWords: async (mark, words) => {
      const [, day, wanted] = MARK.exec(mark) ?? []
      if (day === undefined || wanted === undefined) return undefined
      const key = await keyFor(day)
      if (typeof key === 'string') return undefined
      return timingSafeEqual(digest(key, words), Buffer.from(wanted, 'base64url'))
    },
    reseal: async (text, about, until) => {
      const words = await open(text, about)
      return words === undefined ? undefined : seal(words, until, about)
    },
    hold: async (text, about, holdId) => {
      const words = await open(text, about)
      if (words === undefined) return undefined
      const name = holdKey(holdId)
      return encrypt(await keys.keyOf(name), words, name, about)
    },
    dropHold: (holdId) => keys.destroy(holdKey(holdId)),
    forget: (now) => keys.forgetBefore(utcDay(now)),
    letGo: (now) => keys.letGo(utcDay(now)),
  }
}
