import { discordError } from '../errors.ts'
import type { Hub } from '../state/hub.ts'
import type { StoredAttachment } from '../state/model.ts'
import type { UploadedFile } from './request.ts'

type Named = readonly {
  id: string
  filename?: string | null | undefined
  title?: string | null | undefined
  description?: string | null | undefined
  is_spoiler?: boolean | null | undefined
}[]

type Raw = Omit<Named[number], 'id'> & { readonly id: string | number }

/** Source: Discord, JSON Error Codes, 30015. */
const mostFiles = 10
/** Bytes of one file, in a server without boosts. Source: Discord, Reference, Uploading Files. */
const largestFile = 10 * 1024 * 1024

/**
 * Makes attachments of uploaded files, with the names and descriptions that the body gives them. Throws 30015 for too
 * many, 40005 for one that is too large, 50146 for metadata of a file that was not sent. Nothing of a file is kept but
 * what is said of it. Source: Discord, Reference, Uploading Files.
 */
export function takeFiles(
  hub: Hub,
  files: readonly UploadedFile[],
  named: Named | null | undefined,
): StoredAttachment[] {
  if (files.length > mostFiles) throw discordError(30015)
  if (files.some((one) => one.size > largestFile)) throw discordError(40005)
  const sent = new Set(files.map((one) => one.index))
  // A long number is an attachment that is there already; a short one is the n of a file that comes along.
  if (named?.some((one) => one.id.length < 15 && !sent.has(one.id))) throw discordError(50146)
  return files.map((file) => {
    const about = named?.find((one) => one.id === file.index)
    const filename = about?.filename ?? file.filename
    const spoiler = about?.is_spoiler === true || filename.startsWith('SPOILER_')
    return {
      id: hub.newId(),
      filename,
      size: file.size,
      contentType: file.contentType,
      description: about?.description ?? undefined,
      ...(about?.title == null ? {} : { title: about.title }),
      ...(spoiler ? { spoiler } : {}),
    }
  })
}

/** The `attachments` of a body that has not been checked yet. */
export function namedIn(body: unknown): Named | undefined {
  const list =
    typeof body === 'object' && body !== null && 'attachments' in body ? body.attachments : undefined
  // An id may come as a number, and what it names is text.
  return Array.isArray(list) ? list.map((one: Raw) => ({ ...one, id: String(one.id) })) : undefined
}
