import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { PortError } from '../serial-port.ts'
import type { VirtualDongle } from '../virtual-dongle.ts'
import { HttpError } from './http-error.ts'
import { allowedMethods, dispatch } from './routes.ts'

const largestBody = 64 * 1024
const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Plays the world around the simulated devices over HTTP: presses buttons, cuts the power, walks past sensors, and
 * tells what lamps do. For programs on this machine only, never for web pages.
 */
export class ControlServer {
  private readonly dongle: VirtualDongle
  private server: Server | null = null

  constructor(dongle: VirtualDongle) {
    this.dongle = dongle
  }

  /** Returns the port, which is a free one when `port` is 0. */
  listen(port = 0): Promise<number> {
    const server = createServer((request, response) => {
      this.handle(request).then(
        ({ status, body }) => send(response, status, body),
        (error) => refuse(request, response, error),
      )
    })
    this.server = server
    return new Promise((resolve, reject) => {
      server.once('error', (error: Error & { code?: string }) => {
        const taken = `Control port ${port} is taken by another program. Choose another with --control PORT, or 0.`
        reject(error.code === 'EADDRINUSE' ? new PortError(taken, { cause: error }) : error)
      })
      server.listen(port, '127.0.0.1', () => {
        const address = server.address()
        resolve(typeof address === 'object' && address !== null ? address.port : port)
      })
    })
  }

  async stop(): Promise<void> {
    const { server } = this
    if (server === null) return
    server.closeAllConnections()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }

  private async handle(request: IncomingMessage) {
    guard(request)
    const url = new URL(request.url ?? '/', 'http://localhost')
    const body = await readBody(request)
    this.dongle.clock.catchUp()
    return dispatch(this.dongle, request.method ?? 'GET', url, body)
  }
}

/** A page in a browser could reach this port: its Origin, or a name that it made point here, gives it away. */
function guard({ headers }: IncomingMessage): void {
  const name = (headers.host ?? '').replace(/:\d+$/, '')
  if (!loopbackNames.has(name)) throw new HttpError(403, 'WRONG_HOST', 'Ask for 127.0.0.1 or localhost.')
  if (headers.origin !== undefined)
    throw new HttpError(403, 'NOT_FOR_PAGES', 'Web pages may not use this interface.')
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length > largestBody)
      throw new HttpError(413, 'TOO_LARGE', `A body has at most ${largestBody} bytes.`)
    chunks.push(bytes)
  }
  if (length === 0) return undefined
  const type = request.headers['content-type']?.split(';')[0]?.trim()
  if (type !== 'application/json') {
    throw new HttpError(415, 'NOT_JSON', 'Send JSON, with "content-type: application/json".')
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new HttpError(400, 'BAD_JSON', 'The body is not JSON.')
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const text = `${JSON.stringify(body)}\n`
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(text)
}

function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const known = error instanceof HttpError
  if (known && error.status === 405) {
    response.setHeader(
      'allow',
      allowedMethods(new URL(request.url ?? '/', 'http://localhost').pathname).join(', '),
    )
  }
  // What is left of a body that is too large is not read.
  if (known && error.status === 413) response.setHeader('connection', 'close')
  const code = known ? error.code : 'INTERNAL'
  const sentence = known ? error.message : 'Something went wrong inside the virtual dongle.'
  if (!known) console.error(error)
  send(response, known ? error.status : 500, { error: { code, sentence } })
}
