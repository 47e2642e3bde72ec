/** How a bot wants to be spoken to, by the address that it connects to. */
export interface Handshake {
  readonly transport: 'none' | 'zlib-stream'
  /** Why it cannot be spoken to. */
  readonly refusal?: { readonly code: number; readonly reason: string }
}

/**
 * Reads `?v=10&encoding=json&compress=zlib-stream`. Another version is closed with 4012; ETF and zstd are known to
 * Discord and not spoken here, which the reason says. Source: Discord, Gateway, Connecting; Transport Compression.
 */
export function readHandshake(url: string | undefined): Handshake {
  const query = new URL(url ?? '/', 'ws://local').searchParams
  const transport = query.get('compress') === 'zlib-stream' ? 'zlib-stream' : 'none'
  const refuse = (code: number, reason: string): Handshake => ({ transport, refusal: { code, reason } })
  if (query.get('v') !== '10') return refuse(4012, 'Invalid API version.')
  if ((query.get('encoding') ?? 'json') !== 'json') return refuse(4002, 'The local Discord speaks JSON only.')
  const compress = query.get('compress')
  if (compress !== null && compress !== '' && compress !== 'zlib-stream')
    return refuse(4002, 'The local Discord compresses with zlib-stream only.')
  return { transport }
}
