import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { startPage } from '../../../../src/practice/web/server.ts'
import { openPage, quietHouse } from '../../../support/practice/page.ts'

/** A built page of a few files, with some beside it that are not of the page. */
async function builtPage(): Promise<string> {
  const outside = await mkdtemp(join(tmpdir(), 'huisbot-page-'))
  onTestFinished(() => rm(outside, { recursive: true }))
  const folder = join(outside, 'page')
  await mkdir(join(folder, 'assets'), { recursive: true })
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Oefenhuis</title>')
  await writeFile(join(folder, 'assets', 'app.js'), 'void 0')
  await writeFile(join(folder, '.env'), 'TOKEN=zebrapad')
  await writeFile(join(folder, 'notes.key'), 'zebrapad')
  await writeFile(join(outside, 'secret.txt'), 'zebrapad')
  return folder
}

interface Got {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

function ask(
  url: string,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Got> {
  const { port } = new URL(url)
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => (body += part))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
    })
    asked.once('error', reject)
    asked.end()
  })
}

/** What is answered to an upgrade, as the first line of the answer. */
function upgrade(url: string, path: string, headers: Record<string, string | undefined>): Promise<string> {
  const { port, host, origin } = new URL(url)
  const all = {
    Host: host,
    Origin: origin,
    Upgrade: 'websocket',
    Connection: 'Upgrade',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    ...headers,
  }
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  )
  return new Promise((resolve, reject) => {
    const socket = createConnection(Number(port), '127.0.0.1', () => {
      socket.write([`GET ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n'))
    })
    socket.once('error', reject)
    socket.once('data', (data: Buffer) => {
      socket.destroy()
      resolve(data.toString('latin1').split('\r\n')[0] ?? '')
    })
  })
}

it('the files of the page are served, with their kind, and nothing beside them', async () => {
  const { page } = await openPage(await quietHouse(), { pageFolder: await builtPage() })
  const index = await ask(page.url, '/')
  expect(index).toMatchObject({ status: 200, body: '<!doctype html><title>Oefenhuis</title>' })
  expect(index.headers['content-type']).toBe('text/html; charset=utf-8')
  expect((await ask(page.url, '/assets/app.js?v=1')).headers['content-type']).toContain('text/javascript')
  for (const path of [
    '/.env',
    '/notes.key',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '//secret.txt',
    '/assets',
    '/window',
    '/api/v10/gateway',
  ]) {
    const got = await ask(page.url, path)
    expect(got.status, path).toBe(404)
    expect(got.body, path).not.toContain('zebrapad')
  }
})

it('every answer forbids inline scripts, framing, guessing kinds and telling where one came from', async () => {
  const { page } = await openPage(await quietHouse(), { pageFolder: await builtPage() })
  const { port } = new URL(page.url)
  for (const got of [
    await ask(page.url, '/'),
    await ask(page.url, '/no-such-file'),
    await ask(page.url, '/', { method: 'POST' }),
    await ask(page.url, '/', { headers: { host: 'evil.example' } }),
  ]) {
    const rules = String(got.headers['content-security-policy']).split('; ')
    expect(rules).toContain("default-src 'none'")
    expect(rules).toContain("script-src 'self'")
    expect(rules).toContain("frame-ancestors 'none'")
    expect(rules).toContain(`connect-src 'self' ws://127.0.0.1:${port} ws://localhost:${port}`)
    expect(rules.filter((rule) => /script|default/.test(rule)).join()).not.toContain('unsafe')
    expect(got.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(got.headers['access-control-allow-origin']).toBeUndefined()
  }
})

it('whoever calls it by another name is sent away: a site that points its own name at this machine reads nothing', async () => {
  const { page } = await openPage(await quietHouse(), { pageFolder: await builtPage() })
  const { port } = new URL(page.url)
  for (const host of [
    'evil.example',
    `evil.example:${port}`,
    `127.0.0.1.evil.example:${port}`,
    '127.0.0.1',
    'localhost',
    `127.0.0.1:${Number(port) + 1}`,
    `0.0.0.0:${port}`,
  ]) {
    const got = await ask(page.url, '/', { headers: { host } })
    expect(got.status, host).toBe(403)
    expect(got.body, host).not.toContain('Oefenhuis')
  }
  for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `LocalHost:${port}`])
    expect((await ask(page.url, '/', { headers: { host } })).status, host).toBe(200)
})

it('only GET is answered', async () => {
  const { page } = await openPage(await quietHouse(), { pageFolder: await builtPage() })
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
    expect(await ask(page.url, '/', { method }), method).toMatchObject({
      status: 405,
      headers: { allow: 'GET' },
    })
})

it('a line is opened by a page of this server alone', async () => {
  const { page } = await openPage(await quietHouse())
  const { port } = new URL(page.url)
  const path = '/window?who=noor'
  expect(await upgrade(page.url, path, {})).toContain('101')
  const named = { Host: `localhost:${port}`, Origin: `http://localhost:${port}` }
  expect(await upgrade(page.url, path, named)).toContain('101')
  const refused: readonly (readonly [string, Record<string, string | undefined>])[] = [
    ['of another site', { Origin: 'https://evil.example' }],
    ['of another program on this machine', { Origin: `http://127.0.0.1:${Number(port) + 1}` }],
    ['over https', { Origin: `https://127.0.0.1:${port}` }],
    ['of a file', { Origin: 'null' }],
    ['of nobody', { Origin: undefined }],
    ['under another name', { Host: `evil.example:${port}`, Origin: `http://evil.example:${port}` }],
    ['under one name from the other', { Host: `localhost:${port}`, Origin: `http://127.0.0.1:${port}` }],
  ]
  for (const [what, headers] of refused)
    expect(await upgrade(page.url, path, headers), what).toBe('HTTP/1.1 403 Forbidden')
  for (const other of ['/', '/windows?who=noor', '/api/v10/gateway'])
    expect(await upgrade(page.url, other, {}), other).toBe('HTTP/1.1 404 Not Found')
})

it('a page that was not built says what to do', async () => {
  const { page } = await openPage(await quietHouse(), { pageFolder: join(tmpdir(), 'no-such-page') })
  expect(await ask(page.url, '/')).toMatchObject({
    status: 503,
    body: 'The practice page has not been built yet: run `npm run build` and open the house again.\n',
  })
})

it('a port that is taken is said in one sentence', async () => {
  const house = await quietHouse()
  const { page } = await openPage(house)
  const port = Number(new URL(page.url).port)
  await expect(startPage({ house, port })).rejects.toMatchObject({
    code: 'page-port',
    message: `Port ${port} cannot be used: choose another after --port.`,
  })
})

it('the page is reached on this machine alone', async () => {
  const { page } = await openPage(await quietHouse())
  const { port, hostname } = new URL(page.url)
  expect(hostname).toBe('127.0.0.1')
  const reached = await new Promise<string>((resolve) => {
    // Another address of the same machine: what listens on all of them answers here too.
    const socket = createConnection({ host: '127.0.0.2', port: Number(port) })
    socket.once('connect', () => resolve('connected'))
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''))
    onTestFinished(() => void socket.destroy())
  })
  expect(reached).toBe('ECONNREFUSED')
})
