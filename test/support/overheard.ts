import type { World } from '../../src/practice/local-discord.ts'

/** Shorter words are in every log: "message", "channel". */
const SHORTEST = 12
/** What is chosen in a form is a code, such as "personal-data", which may stand in the audit. */
const CODE = /^[a-z0-9]+(?:[-:_][a-z0-9]+)+$/

type Member = ReturnType<World['member']>

const isAgreement = (form: Parameters<Member['submits']>[0]): boolean =>
  ('kind' in form ? form.modal : form)?.customId?.startsWith('huis:opzet-') === true

/** What people said in a house, in whatever way, and whether it stands somewhere. */
export interface Overheard {
  /** The same world, in which everything that a member says is remembered. */
  readonly world: World
  /** Remembers something that was said in another way. */
  note(text: string): void
  /** What of it stands in a text: whole messages, and words of at least 12 characters. */
  foundIn(text: string): readonly string[]
  /** Whole messages of at least 12 characters, of more than one word, that stand in a text or in the bytes of a file. */
  messagesIn(text: string): readonly string[]
}

const words = (text: string): readonly string[] =>
  // An id of Discord, as in the link of a message, is no word of anybody.
  text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= SHORTEST && !/^\d+$/.test(word))

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

/**
 * Listens to a world: `world.member(…)` gives the same members, and what they say, edit, type into a form or write to
 * the bot is remembered.
 */
export function overhear(world: World): Overheard {
  const said = new Set<string>()
  const note = (text: string): void => {
    if (CODE.test(text)) return
    if (text.trim().length >= SHORTEST) said.add(text.trim())
    for (const word of words(text)) said.add(word)
  }
  const listenTo = (member: Member): Member => ({
    ...member,
    says(channel, text, options) {
      note(text)
      return member.says(channel, text, options)
    },
    runs(command, values, options) {
      for (const text of textsIn(values)) note(text)
      return member.runs(command, values, options)
    },
    dms(text) {
      note(text)
      return member.dms(text)
    },
    edits(message, text) {
      note(text)
      return member.edits(message, text)
    },
    submits(form, values) {
      // What a house agrees on in its set-up (its name, its hours) is kept, and is no word about anybody.
      if (isAgreement(form)) return member.submits(form, values)
      for (const text of textsIn(values)) note(text)
      return member.submits(form, values)
    },
  })
  return {
    world: new Proxy(world, {
      get: (target, key) =>
        key === 'member'
          ? (name: string) => listenTo(target.member(name))
          : (Reflect.get(target, key) as unknown),
    }),
    note,
    foundIn: (text) => [...said].filter((one) => text.includes(one)),
    messagesIn: (text) => [...said].filter((one) => one.includes(' ') && text.includes(one)),
  }
}
