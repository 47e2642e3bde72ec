/** The kinds of attachments that a channel can have a rule about. What is in an attachment is never looked at. */
export const ATTACHMENT_KINDS = ['images', 'video', 'audio', 'files'] as const
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number]

const BY_TYPE: Readonly<Record<string, AttachmentKind>> = { image: 'images', video: 'video', audio: 'audio' }

/**
 * The kind of an attachment, from what Discord says that it is.
 *
 * @param contentType - its media type ("image/png; charset=…"); Discord leaves it out when it does not know
 */
export const attachmentKindOf = (contentType: string | null | undefined): AttachmentKind =>
  BY_TYPE[(contentType ?? '').split('/')[0]?.trim().toLowerCase() ?? ''] ?? 'files'
