import { rename } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sha256Of } from './content-store.ts'
import { HttpSource } from './http-source.ts'
import type { FileServer } from './testing/file-server.ts'
import { Siege } from './testing/siege.ts'

// What somebody may do who owns the web server, or the network.

let siege: Siege
beforeEach(async () => {
  siege = await Siege.open()
})
afterEach(() => siege.close())

/** So that nobody waits long for a server that says nothing; until the next restart. */
async function impatient(): Promise<void> {
  await siege.kiosk.restart(new HttpSource(siege.server.address, { windowMs: 400, leastBytes: 1024 }))
}

test.each([
  'metadata/timestamp.json',
  'metadata/2.root.json',
  /snapshot/,
  /region-se/,
  /^targets\//,
  /^content\//,
])('endless data in place of %s: read no further than is allowed', async (path) => {
  await siege.office.publish('se', 'winter', { level: 0.7 })
  let sent = 0
  siege.server.meddle = (_request, response, asked) => {
    if (typeof path === 'string' ? asked !== path : !path.test(asked)) return false
    response.writeHead(200)
    const more = () => {
      while (response.writable && sent < 64 * 1024 * 1024) {
        sent += 65_536
        if (!response.write(Buffer.alloc(65_536, 0x20))) return void response.once('drain', more)
      }
    }
    more()
    return true
  }
  expect(await siege.kiosk.poll()).toMatchObject({ kind: 'refused' })
  expect(sent).toBeLessThan(16 * 1024 * 1024)
  expect(await siege.kiosk.plays()).toBe('se/winter 1')
  await siege.recovers()
})

test.each([1, 200])('malicious mirror: %i bytes a second', async (bytes) => {
  await siege.office.publish('se', 'winter')
  siege.server.meddle = (_request, response) => {
    response.writeHead(200)
    const timer = setInterval(() => response.write(Buffer.alloc(Math.ceil(bytes / 20), 0x20)), 50)
    response.once('close', () => clearInterval(timer))
    return true
  }
  await impatient()
  await siege.refused('unreachable')
  await siege.recovers()
})

test('malicious mirror: silence, a closed line, an error, nonsense', async () => {
  await siege.office.publish('se', 'winter')
  const ways: FileServer['meddle'][] = [
    () => true,
    (_request, response) => response.destroy() !== undefined,
    (_request, response) => response.writeHead(500).end() !== undefined,
    (_request, response) => response.writeHead(200).end('<html>Log in to this network</html>') !== undefined,
    (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip') !== undefined,
  ]
  await impatient()
  for (const way of ways) {
    siege.server.meddle = way
    expect((await siege.kiosk.poll()).kind).toBe('refused')
    expect(await siege.kiosk.plays()).toBe('se/winter 1')
  }
  await siege.kiosk.restart(siege.server.address)
  await siege.recovers()
})

test.each([
  ['another part than was asked for', 206, { 'content-range': 'bytes 7-9/100000' }],
  ['a packed part', 206, { 'content-range': 'bytes 60000-99999/100000', 'content-encoding': 'gzip' }],
  ['no such part', 416, {}],
])(
  'a server that answers a broken download with %s is asked for all of it',
  async (_what, status, headers) => {
    const light = 'x'.repeat(100_000)
    await siege.office.publish('se', 'winter', { bake: light })
    siege.server.meddle = (_request, response, path) => {
      if (!path.startsWith('content/') || !path.endsWith(sha256Of(Buffer.from(light)))) return false
      response.writeHead(200, { 'content-length': light.length })
      response.write(light.slice(0, 60_000), () => response.destroy())
      return true
    }
    expect(await siege.kiosk.poll()).toMatchObject({ kind: 'incomplete' })
    siege.server.meddle = (request, response) =>
      request.headers.range !== undefined && response.writeHead(status, headers).end('abc') !== undefined
    expect(await siege.kiosk.poll()).toMatchObject({ kind: 'unchanged' })
    expect(await siege.kiosk.plays()).toBe('se/winter 2')
  },
)

test('a redirect to another host is not followed; one on the same host is', async () => {
  await siege.office.publish('se', 'winter')
  let strays = 0
  const elsewhere = createServer((_request, response) => {
    strays += 1
    response.end('{}')
  })
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  const address = elsewhere.address()
  const port = typeof address === 'object' ? address?.port : 0
  siege.server.meddle = (_request, response, path) => {
    response.writeHead(302, { location: `http://127.0.0.1:${port}/${path}` }).end()
    return true
  }
  await siege.refused('not-genuine')
  expect(strays).toBe(0)
  siege.server.meddle = (_request, response) =>
    response.writeHead(301, { location: '/loop' }).end() !== undefined
  await siege.refused('not-genuine')
  await rename(join(siege.office.repository.folder, 'content'), join(siege.office.repository.folder, 'moved'))
  siege.server.meddle = (_request, response, path) => {
    if (!path.startsWith('content/')) return false
    response.writeHead(302, { location: `/moved/${path.slice(8)}` }).end()
    return true
  }
  expect(await siege.kiosk.poll()).toMatchObject({ kind: 'installed' })
  await new Promise((resolve) => elsewhere.close(resolve))
})
