import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join, resolve } from 'node:path'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { playlistRoom } from '../contract/page-files.ts'
import type { Log } from '../showroom/log.ts'
import type { Channel } from './channel.ts'
import type { Screens } from './screens.ts'
import { readStaticFile } from './static-files.ts'

const host = '127.0.0.1'
/** Bytes that may wait for a screen to read them. */
const mostUnread = 4 * 1024 * 1024

export interface PageServerOptions {
  /** 0 takes any free port. */
  readonly port: number
  /** The built page. */
  readonly pageFolder: string
  /** The baked rooms, served under /rooms/. */
  readonly roomsFolder: string
  /** Rooms that came with playlists, served under /rooms/@; null where there are none. */
  readonly playlistRoomsFolder?: string | null
  readonly channels: Screens
  readonly log: Log
  /** Another origin whose page may connect, for a page server that reloads while one develops. */
  readonly extraOrigin?: string
  /** Known beforehand only while one develops; else made anew at each start. */
  readonly token?: string
}

/** The port is somebody else's. The message says which, and how to choose another. */
export class PortTakenError extends Error {
  readonly code = 'PORT_TAKEN'
}

/**
 * Serves the page to browsers of this machine, and the contract over a WebSocket. Other web pages cannot get
 * at the lamps: the address is loopback, Host must name it (no DNS rebinding), Origin must be ours, and the
 * token of this start stands only in our own page.
 */
export class PageServer {
  private readonly options: PageServerOptions
  private readonly token: string
  private readonly server: Server
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 })
  private port = 0

  constructor(options: PageServerOptions) {
    this.options = options
    this.token = options.token ?? randomBytes(24).toString('base64url')
    this.server = createServer((request, response) => {
      this.answer(request, response).catch((error: unknown) => {
        this.options.log('error', `a request could not be answered: ${String(error)}`)
        response.destroy()
      })
    })
    this.server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head))
  }

  /** Resolves with the page's address. */
  async start(): Promise<string> {
    await new Promise<void>((resolveStart, reject) => {
      this.server.once('error', (error) => reject(portError(error, this.options.port)))
      this.server.listen(this.options.port, host, resolveStart)
    })
    const address = this.server.address()
    this.port = typeof address === 'object' && address !== null ? address.port : this.options.port
    return `http://${host}:${this.port}/`
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets.clients) socket.terminate()
    this.server.closeAllConnections()
    await new Promise<void>((resolveStop) => this.server.close(() => resolveStop()))
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!this.hostIsOurs(request)) return reply(response, 421, 'This address is not served here.')
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return reply(response, 405, 'Only GET is answered here.')
    }
    const path = addressOf(request)?.pathname
    if (path === undefined) return reply(response, 400, 'This is no address.')
    const isPage = path === '/' || path === '/index.html'
    const { folder, inside } = this.placeOf(path)
    const file = await readStaticFile(resolve(folder), isPage ? '/index.html' : inside)
    if (file === null) {
      const missing = isPage
        ? `The page is not built: ${join(folder, 'index.html')} is missing.`
        : 'Not found.'
      return reply(response, 404, missing)
    }
    const bytes = isPage ? Buffer.from(withToken(file.bytes.toString('utf8'), this.token)) : file.bytes
    response.writeHead(200, {
      'content-type': file.type,
      'content-length': bytes.length,
      'cache-control': path.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-store',
      'content-security-policy': this.policy(),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    })
    response.end(request.method === 'HEAD' ? undefined : bytes)
  }

  private placeOf(path: string): { readonly folder: string; readonly inside: string } {
    const { pageFolder, roomsFolder, playlistRoomsFolder = null } = this.options
    const brought = playlistRoom.exec(path)
    if (brought !== null && playlistRoomsFolder !== null)
      return { folder: playlistRoomsFolder, inside: `/${brought[1]}` }
    if (path.startsWith('/rooms/')) return { folder: roomsFolder, inside: path.slice('/rooms'.length) }
    return { folder: pageFolder, inside: path }
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy()) // Whoever connects may also break off, at any moment.
    const refusal = this.whyRefused(request)
    if (refusal !== null) {
      this.options.log('warning', `refused a connection: ${refusal}`)
      const answer = 'HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n'
      socket.end(answer, () => socket.destroy())
      return
    }
    const { channels } = this.options
    this.sockets.handleUpgrade(request, socket, head, (client) => {
      const channel = {
        send: (message: Parameters<Channel['send']>[0]) => {
          // A screen that does not read any more comes back by itself and gets a new snapshot.
          if (client.bufferedAmount > mostUnread) client.terminate()
          else client.send(message)
        },
        end: () => client.close(),
      }
      client.on('message', (data, isBinary) => {
        void channels.receive(channel, isBinary ? data : data.toString())
      })
      client.on('close', () => channels.close(channel))
      client.on('error', () => client.terminate())
    })
  }

  private whyRefused(request: IncomingMessage): string | null {
    if (!this.hostIsOurs(request)) return 'its Host is not ours'
    const url = addressOf(request)
    if (url?.pathname !== '/contract') return 'it asked for another path'
    const origin = request.headers.origin
    if (origin !== `http://${host}:${this.port}` && origin !== `http://localhost:${this.port}`) {
      if (origin === undefined || origin !== this.options.extraOrigin) return 'its Origin is not ours'
    }
    if (!sameToken(url.searchParams.get('token') ?? '', this.token)) return 'its token is not of this start'
    return null
  }

  private hostIsOurs(request: IncomingMessage): boolean {
    return (
      request.headers.host === `${host}:${this.port}` || request.headers.host === `localhost:${this.port}`
    )
  }

  private policy(): string {
    const sockets = `ws://${host}:${this.port} ws://localhost:${this.port}`
    return [
      "default-src 'self'",
      "style-src 'self'",
      `connect-src 'self' ${sockets}`,
      "img-src 'self' data: blob:",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; ')
  }
}

/** What was asked for; null when it is no address, such as "//". */
function addressOf(request: IncomingMessage): URL | null {
  const address = request.url ?? '/'
  return URL.canParse(address, 'http://kiosk') ? new URL(address, 'http://kiosk') : null
}

function withToken(html: string, token: string): string {
  return html.replace('<head>', `<head><meta name="showroom-token" content="${token}">`)
}

function sameToken(given: string, expected: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}

function portError(error: Error, port: number): Error {
  if (!('code' in error) || error.code !== 'EADDRINUSE') return error
  return new PortTakenError(
    `Port ${port} is taken by another program. Choose another: npm run serve -- --port ${port + 1}`,
    { cause: error },
  )
}

function reply(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
  })
  response.end(`${sentence}\n`)
}
