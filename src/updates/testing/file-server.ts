import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'

/** What a test wants of a request instead of the file: true when it has answered. */
export type Meddler = (request: IncomingMessage, response: ServerResponse, path: string) => boolean

/** A true web server on loopback that serves a folder, ranges included, and counts. */
export class FileServer {
  requests: string[] = []
  bodyBytes = 0
  /** Stands between kiosk and folder, as whoever owns the web server may. */
  meddle: Meddler = () => false
  folder: string
  private readonly server: Server
  private readonly nowMs: () => number

  constructor(folder: string, nowMs: () => number = Date.now) {
    this.folder = folder
    this.nowMs = nowMs
    this.server = createServer((request, response) => {
      this.answer(request, response).catch(() => response.destroy())
    })
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    return this.address
  }

  get address(): string {
    const address = this.server.address()
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise<void>((resolve) => this.server.close(() => resolve()))
  }

  forget(): void {
    this.requests = []
    this.bodyBytes = 0
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('date', new Date(this.nowMs()).toUTCString())
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname).slice(1)
    this.requests.push(path)
    const write = response.write.bind(response)
    response.write = ((chunk: Uint8Array, ...rest: []) => {
      this.bodyBytes += chunk.length
      return write(chunk, ...rest)
    }) as typeof response.write
    if (this.meddle(request, response, path)) return
    const file = join(this.folder, path)
    const found = await stat(file).catch(() => null)
    if (found?.isFile() !== true) {
      response.writeHead(404).end()
      return
    }
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
    if (from > 0) response.setHeader('content-range', `bytes ${from}-${found.size - 1}/${found.size}`)
    response.writeHead(from > 0 ? 206 : 200, { 'content-length': found.size - from })
    createReadStream(file, { start: from }).pipe(response)
  }
}
