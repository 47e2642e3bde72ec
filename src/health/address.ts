import { isAbsolute, resolve } from 'node:path'
import { StartError } from '../start-error.ts'

/** Where health and metrics can be asked. */
export type HealthAddress = { readonly socket: string } | { readonly host: string; readonly port: number }

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])
const HOST_AND_PORT = /^(?:\[([0-9a-fA-F:]+)\]|([\w.-]+)):(\d{1,5})$/
const PUBLIC = 'public:'

/**
 * Reads HUISBOT_HEALTH: `127.0.0.1:9464`, `[::1]:9464` or the path of a unix socket.
 *
 * Nobody needs a password to ask, so it stays on this machine. Whoever really wants it on a network (a container of its
 * own, behind a firewall) says so: `public:0.0.0.0:9464`.
 *
 * @throws StartError for anything else
 */
export function readHealthAddress(text: string): HealthAddress {
  const open = text.startsWith(PUBLIC)
  const place = open ? text.slice(PUBLIC.length) : text
  if (!open && (isAbsolute(place) || place.startsWith('./'))) return { socket: resolve(place) }
  const [, v6, name, digits] = HOST_AND_PORT.exec(place) ?? []
  const host = v6 ?? name
  const port = Number(digits)
  if (host === undefined || !Number.isInteger(port) || port > 65_535) {
    throw new StartError(
      'health-address',
      'HUISBOT_HEALTH is not an address: write 127.0.0.1:9464, [::1]:9464 or the path of a socket, or leave it out.',
    )
  }
  if (!open && !LOOPBACK.has(host.toLowerCase())) {
    throw new StartError(
      'health-public',
      `HUISBOT_HEALTH names an address that others can reach, and whoever asks needs no password: write 127.0.0.1:${port}, or public:… in front of it if you mean that.`,
    )
  }
  return { host, port }
}
