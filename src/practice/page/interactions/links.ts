/** Where a link button of the bot leads. */
export type LinkTarget =
  | { readonly to: 'message'; readonly channel: string; readonly message?: string }
  | { readonly to: 'site'; readonly url: string }
  | { readonly to: 'nowhere' }

/**
 * Reads the address of a button. One of Discord itself is a place in this house; anything else that is not an ordinary
 * web address leads nowhere.
 */
export function linkTarget(address: string): LinkTarget {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return { to: 'nowhere' }
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { to: 'nowhere' }
  const place = /^\/channels\/(?:\d+|@me)\/(\d+)(?:\/(\d+))?\/?$/.exec(url.pathname)
  if (/^(?:\w+\.)?discord(?:app)?\.com$/.test(url.hostname) && place?.[1] !== undefined) {
    const message = place[2]
    return { to: 'message', channel: place[1], ...(message === undefined ? {} : { message }) }
  }
  return { to: 'site', url: url.href }
}
