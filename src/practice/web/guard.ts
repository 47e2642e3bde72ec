import type { IncomingHttpHeaders } from 'node:http'

/**
 * The page is for the browser on this machine alone. Any site that somebody visits can make that browser ask 127.0.0.1
 * for something, also under a name of its own (DNS rebinding); so the names by which the page may be called are two,
 * and a line is opened by a page that came from here.
 */
const namesAt = (port: number): readonly string[] => [`127.0.0.1:${port}`, `localhost:${port}`]

/** True for a request that was made to this page by one of its own names. */
export const calledByName = (headers: IncomingHttpHeaders, port: number): boolean =>
  headers.host !== undefined && namesAt(port).includes(headers.host.toLowerCase())

/** True for a line that a page of this server opens: its origin is the name by which it calls. */
export const openedFromHere = (headers: IncomingHttpHeaders, port: number): boolean =>
  calledByName(headers, port) && headers.origin === `http://${headers.host?.toLowerCase()}`

/**
 * What every answer says about what a browser may do with it. Nothing comes from elsewhere, nothing inline is run, and
 * no other site shows or reads it. Inline attributes of style are allowed: the components that draw the messages set
 * them.
 */
export function securityHeaders(port: number): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${namesAt(port)
      .map((name) => `ws://${name}`)
      .join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'cache-control': 'no-cache',
  }
}
