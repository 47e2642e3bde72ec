/**
 * The address carries who this window is and where: `#als=noor&in=123`. So two windows are two people, and an address can
 * be shared, kept and gone back to.
 */
export interface Place {
  readonly who: string | undefined
  readonly channel: string | undefined
}

export function readPlace(hash: string): Place {
  const parts = new URLSearchParams(hash.replace(/^#/, ''))
  return { who: parts.get('als') ?? undefined, channel: parts.get('in') ?? undefined }
}

/** The part of the address after `#` for somebody, somewhere. */
export function placeOf(who: string, channel?: string): string {
  const parts = new URLSearchParams({ als: who })
  if (channel !== undefined) parts.set('in', channel)
  return `#${parts.toString()}`
}
