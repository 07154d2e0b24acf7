import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { readContent } from '../showroom/content.ts'
import { noonCalendar } from '../showroom/local-time.ts'
import { ManualClock } from '../showroom/manual-clock.ts'
import { MemoryDriver } from '../showroom/memory-driver.ts'
import { MemoryStorage } from '../showroom/memory-storage.ts'
import { Showroom } from '../showroom/showroom.ts'
import { ChannelHost } from './channel.ts'
import { PageServer } from './page-server.ts'
import { createRouter } from './router.ts'
import { testDesk } from './testing/test-desk.ts'

describe('the page server', () => {
  let folder: string
  let server: PageServer
  let url: string
  let logged: string[]

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'page-'))
    await mkdir(join(folder, 'page'))
    await writeFile(join(folder, 'page/index.html'), '<!doctype html><html><head></head></html>')
    await writeFile(join(folder, 'secret.json'), '{}')
    logged = []
    server = build(0)
    url = await server.start()
  })

  afterEach(async () => {
    await server.stop()
    await rm(folder, { recursive: true })
  })

  function build(port: number): PageServer {
    const clock = new ManualClock()
    const driver = new MemoryDriver(clock)
    const showroom = new Showroom({
      content: readContent([]),
      driver,
      clock,
      calendar: noonCalendar,
      storage: new MemoryStorage(),
      log: () => {},
      epoch: 'e',
    })
    const log = (_level: string, sentence: string) => void logged.push(sentence)
    const channels = new ChannelHost(
      createRouter(showroom, clock, testDesk(showroom, driver, clock).desk),
      log,
    )
    return new PageServer({ port, pageFolder: join(folder, 'page'), roomsFolder: folder, channels, log })
  }

  async function token(): Promise<string> {
    const html = await (await fetch(url)).text()
    return /name="showroom-token" content="([^"]+)"/.exec(html)?.[1] ?? ''
  }

  /** Whether a socket opens; `headers` overrides what a browser would send from our own page. */
  function opens(path: string, headers: Record<string, string> = {}): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = new WebSocket(url.replace('http', 'ws') + path, {
        headers: { origin: url.slice(0, -1), ...headers },
      })
      socket.once('open', () => {
        socket.close()
        resolve(true)
      })
      socket.once('error', () => resolve(false))
    })
  }

  it('lets its own page in', async () => {
    expect(await opens(`contract?token=${await token()}`)).toBe(true)
  })

  it.each([
    ['a wrong token', 'contract?token=guess', {}],
    ['no token', 'contract', {}],
    ['another origin', 'contract?token=T', { origin: 'http://evil.example' }],
    ['a sandboxed page', 'contract?token=T', { origin: 'null' }],
    ['a name that was bent to this machine', 'contract?token=T', { host: 'evil.example' }],
    ['another path', 'other?token=T', {}],
  ])('refuses %s and logs it', async (_what, path, headers) => {
    expect(await opens(path.replace('T', await token()), headers)).toBe(false)
    expect(logged).toHaveLength(1)
  })

  it('serves the page with a strict policy, and only to those who ask for this machine', async () => {
    const response = await fetch(url)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe')
    const status = await new Promise((resolve) => {
      request(url, { headers: { host: 'evil.example' } }, ({ statusCode }) => resolve(statusCode)).end()
    })
    expect(status).toBe(421)
  })

  it.each(['secret.json', '..%2fsecret.json', 'page/../../secret.json', '%00.html', '%E0%A4%A.html'])(
    'hands out nothing outside its folder: %s',
    async (path) => {
      const status = await new Promise((resolve) => {
        const { port } = new URL(url)
        request({ port, path: `/${path}` }, ({ statusCode }) => resolve(statusCode)).end()
      })
      expect(status).toBe(404)
    },
  )

  it.each(['//', '//kiosk:99999/', 'http://['])('answers 400 to what is no address: %s', async (path) => {
    const status = await new Promise((resolve) => {
      const { port } = new URL(url)
      request({ port, path }, ({ statusCode }) => resolve(statusCode)).end()
    })
    expect(status).toBe(400)
    expect((await fetch(url)).status).toBe(200)
  })

  it('lives on and can be stopped when refused connections break off or never end', async () => {
    const { port } = new URL(url)
    const asking = 'GET // HTTP/1.1\r\nhost: x\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\r\n'
    for (let attempt = 0; attempt < 20; attempt++) {
      const socket = connect({ port: Number(port), allowHalfOpen: true })
      socket.on('error', () => {})
      await new Promise((resolve) => socket.write(asking, resolve))
      if (attempt % 2 === 0) socket.resetAndDestroy()
    }
    expect((await fetch(url)).status).toBe(200)
  })

  it('says which port is taken and how to choose another', async () => {
    const port = Number(new URL(url).port)
    await expect(build(port).start()).rejects.toThrow(
      `Port ${port} is taken by another program. Choose another`,
    )
  })
})
