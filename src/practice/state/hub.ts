import type { AutoModWords, StoredAutoModRule } from '../automod/model.ts'
import { usualWords } from '../automod/model.ts'
import type { Clock } from '../clock.ts'
import type { StoredInteraction } from '../interactions/model.ts'
import type {
  StoredAuditEntry,
  StoredBan,
  StoredChannel,
  StoredCommand,
  StoredCommandPermission,
  StoredGuild,
  StoredMessage,
  StoredUser,
  StoredWebhook,
  UnknownRoute,
} from './model.ts'

/** The privileged intents that can be switched on in the developer portal. */
export type PrivilegedIntent = 'MessageContent' | 'GuildMembers' | 'GuildPresences'

export interface StoredApplication {
  readonly id: string
  readonly botId: string
  readonly name: string
  readonly ownerId: string
  readonly token: string
  readonly privilegedIntents: ReadonlySet<PrivilegedIntent>
}

/** Something that happened, before it is known which connection hears of it. */
export interface Happening {
  readonly t: string
  /** Any of these intents lets a session hear it; 0 means that every session does. */
  readonly intents: number
  readonly guildId?: string | undefined
  /** Only who sees this channel hears it. */
  readonly channelId?: string | undefined
  /** What is sent; `full` is false for a session that may not read what people wrote. */
  data(full: boolean): unknown
  /** False when `data` does not depend on `full`, so that it is made once. */
  readonly hidesContent: boolean
}

/** Something that one person alone is shown: an ephemeral answer that came, changed or went. */
export interface Whisper {
  readonly what: 'new' | 'changed' | 'gone'
  readonly message: StoredMessage
}

/** Everything that the local Discord knows, and the ways in which its parts tell of a change. */
export interface Hub {
  readonly clock: Clock
  readonly newId: () => string
  readonly app: StoredApplication
  readonly users: Map<string, StoredUser>
  readonly guilds: Map<string, StoredGuild>
  readonly channels: Map<string, StoredChannel>
  /** The direct-message channel of the bot with a person, by the person's id. */
  readonly dms: Map<string, string>
  /** Registered commands by guild id, or by '' for the global ones. */
  readonly commands: Map<string, readonly StoredCommand[]>
  /** When new commands were made, by guild id or ''. */
  readonly commandCreates: Map<string, readonly number[]>
  readonly interactions: Map<string, StoredInteraction>
  readonly ephemerals: Map<string, StoredMessage>
  readonly nonces: Map<string, { message: StoredMessage; at: number }>
  readonly webhooks: Map<string, StoredWebhook>
  /** The audit log of each guild, oldest first; written by `acts/audit.ts` alone. */
  readonly auditLog: Map<string, StoredAuditEntry[]>
  /** Who is banned, by guild and person. */
  readonly bans: Map<string, Map<string, StoredBan>>
  /** What people set for a command, by guild and by id of the command or of the application. */
  readonly commandPermissions: Map<string, Map<string, readonly StoredCommandPermission[]>>
  /** Rules of AutoMod by guild and id. */
  readonly autoModRules: Map<string, Map<string, StoredAutoModRule>>
  /** What stands for the word lists that Discord keeps to itself. */
  autoModWords: AutoModWords
  readonly unknownRoutes: UnknownRoute[]
  /** How many messages of people were posted so far, those that are gone since too. */
  said: number
  now(): number
  publish(happening: Happening): void
  onPublish(listener: (happening: Happening) => void): () => void
  /** Tells one person alone; no gateway hears of it. */
  whisper(whisper: Whisper): void
  onWhisper(listener: (whisper: Whisper) => void): () => void
  /** Says that something that people can see has changed. */
  changed(): void
  onChange(listener: () => void): () => void
}

/** Makes an empty world. */
export function createHub(deps: { clock: Clock; newId: () => string; app: StoredApplication }): Hub {
  const publishing = new Set<(happening: Happening) => void>()
  const whispering = new Set<(whisper: Whisper) => void>()
  const changing = new Set<() => void>()
  return {
    ...deps,
    users: new Map(),
    guilds: new Map(),
    channels: new Map(),
    dms: new Map(),
    commands: new Map(),
    commandCreates: new Map(),
    interactions: new Map(),
    ephemerals: new Map(),
    nonces: new Map(),
    webhooks: new Map(),
    auditLog: new Map(),
    bans: new Map(),
    commandPermissions: new Map(),
    autoModRules: new Map(),
    autoModWords: usualWords,
    unknownRoutes: [],
    said: 0,
    now: () => deps.clock.now().getTime(),
    publish(happening) {
      for (const listener of publishing) listener(happening)
    },
    onPublish(listener) {
      publishing.add(listener)
      return () => publishing.delete(listener)
    },
    whisper(whisper) {
      for (const listener of whispering) listener(whisper)
    },
    onWhisper(listener) {
      whispering.add(listener)
      return () => whispering.delete(listener)
    },
    changed() {
      for (const listener of changing) listener()
    },
    onChange(listener) {
      changing.add(listener)
      return () => changing.delete(listener)
    },
  }
}
