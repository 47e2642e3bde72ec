import { OAuth2Scopes, PermissionFlagsBits } from 'discord.js'

type Permission = keyof typeof PermissionFlagsBits

/** What the bot cannot do its work without. */
export const BASE: readonly Permission[] = [
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'ReadMessageHistory',
  'PinMessages',
]

/** A power that a house gives only if it wants what it is for. */
export interface Power {
  readonly permissions: readonly Permission[]
  readonly purpose: string
}

export const POWERS: readonly Power[] = [
  {
    permissions: ['ManageMessages'],
    purpose:
      'a moderator removes a message from its card ("Bericht weggehaald"); a rule with `hold` keeps a message back',
  },
  { permissions: ['ModerateMembers'], purpose: 'a moderator pauses somebody from a card ("Maak veilig")' },
  {
    permissions: ['KickMembers'],
    purpose: 'a moderator puts somebody out of the server from a card ("Maak veilig")',
  },
  { permissions: ['BanMembers'], purpose: 'a moderator bans somebody from a card ("Maak veilig")' },
  {
    permissions: ['CreatePrivateThreads', 'SendMessagesInThreads', 'ManageThreads'],
    purpose: 'private talks ("Liever met ons"), in the channel that house.yaml names for them',
  },
  {
    permissions: ['ManageChannels'],
    purpose:
      'the team slows a channel for a while (`/kanaal`, or *Kanaal* on a card), and the bot puts it back',
  },
  {
    permissions: ['ManageRoles', 'SendMessagesInThreads'],
    purpose:
      'the team shuts a channel for a while (`/kanaal`, or *Kanaal* on a card): the bot changes who may write there, and puts it back. It can refuse only what it may do itself: writing, also in threads',
  },
  {
    permissions: ['ManageGuild'],
    purpose: 'a house that works with reports lets the bot set the filters of Discord from its agreements',
  },
  {
    permissions: ['ViewAuditLog'],
    purpose: 'the bot learns afterwards what those filters saw while it was away',
  },
  {
    permissions: ['ManageRoles'],
    purpose:
      'whoever presses "Ik heb dit gelezen" gets the role that the house asks for before the first post (notice: requireBeforePosting)',
  },
]

const bits = (permissions: readonly Permission[]): bigint =>
  permissions.reduce((sum, name) => sum | PermissionFlagsBits[name], 0n)

/**
 * The link with which an owner brings the bot into a server, with exactly these permissions.
 *
 * @param applicationId - "Application ID" in the developer portal
 */
export function inviteLink(applicationId: string, permissions: readonly Permission[] = BASE): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
    permissions: String(bits(permissions)),
  })
  return `https://discord.com/oauth2/authorize?${query.toString()}`
}

/** The application id that a bot token begins with (base64 of the id); undefined for something that is not a token. */
export function applicationIdOf(token: string): string | undefined {
  const id = Buffer.from(token.split('.')[0] ?? '', 'base64').toString('utf8')
  return /^\d{17,20}$/.test(id) ? id : undefined
}
