import type { Hub } from '../state/hub.ts'
import type { StoredAttachment } from '../state/model.ts'
import type { UploadedFile } from './request.ts'

type Named = readonly {
  id: string
  filename?: string | null | undefined
  description?: string | null | undefined
}[]

type Raw = Omit<Named[number], 'id'> & { readonly id: string | number }

/** Makes attachments of uploaded files, with the names and descriptions that the body gives them. */
export function takeFiles(
  hub: Hub,
  files: readonly UploadedFile[],
  named: Named | null | undefined,
): StoredAttachment[] {
  return files.map((file) => {
    const about = named?.find((one) => one.id === file.index)
    return {
      id: hub.newId(),
      filename: about?.filename ?? file.filename,
      size: file.size,
      contentType: file.contentType,
      description: about?.description ?? undefined,
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
