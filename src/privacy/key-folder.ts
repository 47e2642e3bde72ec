import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readdir, readFile, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'

/** A UTC day, `2026-11-24`. */
export type Day = string
/** The name of a key: the day on which it is destroyed, or the legal hold that it lives as long as (`hold-…`). */
export type KeyName = string

export const utcDay = (at: Date): Day => at.toISOString().slice(0, 10)
export const holdKey = (holdId: string): KeyName => `hold-${holdId}`

/** The folder that holds one key for each day on which something is to be forgotten. */
export interface KeyFolder {
  /** The key of that name, made when it is not there. Before it is given out it is safe on the disk. */
  keyOf(name: KeyName): Promise<Buffer>
  /** The key of that name when it is still there. */
  find(name: KeyName): Promise<Buffer | undefined>
  /**
   * Makes the folder, checks that it can be written, and clears what a killed process left half done.
   *
   * @throws KeyFolderError `cannot-use`
   */
  prepare(): Promise<void>
  /** Destroys the keys of the days before `today`. Answers which days those were, oldest first. */
  forgetBefore(today: Day): Promise<readonly Day[]>
  /**
   * Another process destroys the keys: here nothing is remembered of them, so that what is gone from the folder opens
   * nothing any more, and nothing is shut under a day before `today`.
   */
  letGo(today: Day): void
  /**
   * The day under which something that is to be forgotten on `day` can still be shut: that day, or the one that was
   * `today` when keys were last destroyed. Under a day that is over it would be shut for ever at once.
   */
  soonest(day: Day): Day
  /** How many keys there are: a folder that holds some belongs to a database that was there before. */
  count(): Promise<number>
  /** Destroys one key, of a legal hold that is over. One that is not there is fine. */
  destroy(name: KeyName): Promise<void>
}

const SENTENCES = {
  'damaged-key': (at) =>
    `The key file ${at} is damaged; put it back from where the key folder is kept safe, or remove it and lose what it opens.`,
  'cannot-use': (at) =>
    `Huisbot cannot use the key folder ${at}; give the user that runs Huisbot permission to read and write in it.`,
  'disk-full': (at) => `The disk of the key folder ${at} is full; make room and start again.`,
  'other-keys': (at) =>
    `None of the keys in ${at} opens the words in the database, so this is not its key folder; put the right one there (HUISBOT_KEYS), or set HUISBOT_KEYS_LOST=yes to go on without those words, which then stay shut for ever.`,
} as const satisfies Record<string, (at: string) => string>

/** The key folder cannot be used. Says what to do; holds no key. */
export class KeyFolderError extends Error {
  override readonly name = 'KeyFolderError'
  readonly code: keyof typeof SENTENCES

  constructor(code: KeyFolderError['code'], at: string, cause?: unknown) {
    super(SENTENCES[code](at), cause === undefined ? undefined : { cause })
    this.code = code
  }
}

/** What the file system said, in the sentence for it. */
const cannotUse = (at: string, cause: unknown): KeyFolderError =>
  new KeyFolderError(
    ['ENOSPC', 'EDQUOT'].includes(String(codeOf(cause))) ? 'disk-full' : 'cannot-use',
    at,
    cause,
  )

const KEY_BYTES = 32
const DESTROYED = Buffer.alloc(KEY_BYTES)
const DAY = /^\d{4}-\d{2}-\d{2}$/
const KEY_FILE = /^(\d{4}-\d{2}-\d{2})\.key$/
const DRAFT_FILE = /^\.(?:\d{4}-\d{2}-\d{2}|hold-[\w-]+)\.[0-9a-f]+\.new$/

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
const unless = (code: string) => (error: unknown) => {
  if (codeOf(error) !== code) throw error
}

/** A new name is only safe once the folder itself is written. Windows knows no such thing for folders. */
const syncFolder = async (path: string): Promise<void> => {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

const writeNew = async (path: string, content: Buffer): Promise<void> => {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Not one that another process is writing at this moment. */
const isOld = async (path: string): Promise<boolean> => {
  const made = await stat(path).catch(() => undefined)
  return made !== undefined && Date.now() - made.mtimeMs > 60_000
}

/**
 * A folder of keys, outside the database and its backups: `2026-11-24.key`, 32 random bytes, for its owner only.
 * Removing one shuts for ever everything that was to be forgotten that day, also in every copy of the database.
 * (A disk that keeps old blocks, or a copy made of this folder, is out of reach.)
 */
export const createKeyFolder = (path: string, random: (bytes: number) => Buffer = randomBytes): KeyFolder => {
  const keys = new Map<KeyName, Promise<Buffer>>()
  let forgottenBefore: Day = ''
  const fileOf = (name: KeyName): string => join(path, `${name}.key`)

  const read = async (name: KeyName): Promise<Buffer | undefined> => {
    let key: Buffer
    try {
      key = await readFile(fileOf(name))
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined
      throw cannotUse(path, error)
    }
    if (key.length !== KEY_BYTES) throw new KeyFolderError('damaged-key', fileOf(name))
    // Overwritten, and its name not gone yet: somebody was killed while destroying it. It opens and shuts nothing.
    return key.equals(DESTROYED) ? undefined : key
  }

  // Written whole under another name and then linked: nobody ever reads half a key, and of two writers one wins.
  const make = async (name: KeyName): Promise<void> => {
    await mkdir(path, { recursive: true, mode: 0o700 })
    const draft = join(path, `.${name}.${randomBytes(8).toString('hex')}.new`)
    const key = random(KEY_BYTES)
    try {
      await writeNew(draft, key)
      await link(draft, fileOf(name)).catch(async (error: unknown) => {
        if (codeOf(error) === 'EEXIST') return
        // A disk without hard links: written in place, still by one writer only.
        await writeNew(fileOf(name), key).catch(unless('EEXIST'))
      })
    } finally {
      await unlink(draft).catch(unless('ENOENT'))
    }
  }

  const prepare = async (): Promise<void> => {
    try {
      await mkdir(path, { recursive: true, mode: 0o700 })
      const probe = join(path, `.probe.${randomBytes(8).toString('hex')}`)
      // As large as a key: an empty file finds room on a disk that has none.
      try {
        await writeNew(probe, DESTROYED)
      } finally {
        await unlink(probe).catch(unless('ENOENT'))
      }
      for (const entry of await readdir(path)) {
        if (DRAFT_FILE.test(entry) && (await isOld(join(path, entry))))
          await unlink(join(path, entry)).catch(unless('ENOENT'))
      }
    } catch (error) {
      throw cannotUse(path, error)
    }
  }

  const readOrMake = async (name: KeyName): Promise<Buffer> => {
    const there = await read(name)
    if (there !== undefined) return there
    try {
      await make(name)
      await syncFolder(path)
    } catch (error) {
      throw cannotUse(path, error)
    }
    const made = await read(name)
    if (made === undefined) throw new KeyFolderError('damaged-key', fileOf(name))
    return made
  }

  const remembered = (name: KeyName, get: () => Promise<Buffer>): Promise<Buffer> => {
    const known = keys.get(name)
    if (known !== undefined) return known
    const key = get()
    keys.set(name, key)
    key.catch(() => keys.delete(name))
    return key
  }

  const destroy = async (name: KeyName): Promise<void> => {
    // Overwritten first: on an ordinary disk the bytes themselves are then gone, not only the name.
    const file = await open(fileOf(name), 'r+')
    try {
      await file.write(DESTROYED, 0, KEY_BYTES, 0)
      await file.sync()
    } finally {
      await file.close()
    }
    await unlink(fileOf(name))
  }

  return {
    prepare,
    soonest: (day) => (day < forgottenBefore ? forgottenBefore : day),
    keyOf: (name) => remembered(name, () => readOrMake(name)),
    find: async (name) => keys.get(name) ?? read(name),
    count: async () => (await readdir(path).catch(() => [])).filter((name) => name.endsWith('.key')).length,
    destroy: async (name) => {
      keys.delete(name)
      await destroy(name).catch(unless('ENOENT'))
      await syncFolder(path).catch(unless('ENOENT'))
    },
    letGo: (today) => {
      if (today > forgottenBefore) forgottenBefore = today
      keys.clear()
    },
    forgetBefore: async (today) => {
      if (today > forgottenBefore) forgottenBefore = today
      const names = await readdir(path).catch((error: unknown) => {
        unless('ENOENT')(error)
        return []
      })
      // Also those that another process destroyed: what is remembered would go on opening.
      for (const name of keys.keys()) if (DAY.test(name) && name < today) keys.delete(name)
      const over = names.flatMap((name) => KEY_FILE.exec(name)?.[1] ?? []).filter((day) => day < today)
      for (const day of over) await destroy(day).catch(unless('ENOENT'))
      if (over.length > 0) await syncFolder(path)
      return over.sort()
    },
  }
}
