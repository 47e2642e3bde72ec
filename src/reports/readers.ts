/** Who will read a report. */
export type Readers =
  | { readonly by: 'team' }
  /** Only the integrity contact; `outside`: somebody outside the house is named as well. */
  | { readonly by: 'contact'; readonly contactId: string; readonly outside: boolean }
  /** Nobody of this house can look at it independently. */
  | { readonly by: 'nobody' }

export interface ReadersInput {
  /** Whether it is about somebody of the team. */
  readonly team: boolean
  /** Who it is about, where that is known. */
  readonly aboutId?: string
  readonly reporterId: string
  readonly ownerId: string
  /** The integrity contact, once that person said yes to direct messages of the bot. */
  readonly contactId: string | undefined
}

/**
 * Who reads a report (design decision 6, a safeguard). What is about somebody of the team never comes before the team:
 * the owner and administrators of a server see every channel of it. Nobody reads what they are part of.
 */
export const readersOf = ({ team, aboutId, reporterId, ownerId, contactId }: ReadersInput): Readers => {
  if (!team) return { by: 'team' }
  if (contactId === undefined || contactId === aboutId || contactId === reporterId) return { by: 'nobody' }
  // Not said who it is about, it may be the owner, or the contact who would read it.
  return { by: 'contact', contactId, outside: aboutId === undefined || aboutId === ownerId }
}
