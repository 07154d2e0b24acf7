import { createServer, type Server, type Socket } from 'node:net'

/** A port that cannot be listened on, with what to do about it. */
export class PortError extends Error {
  readonly code = 'PORT_UNAVAILABLE'
}

export interface Line {
  /** Bytes from the client. */
  received(bytes: Buffer): void
  /** Another client took over, or the first one came: whatever was half said is void. */
  connected(): void
}

/**
 * The stick's serial port on TCP. One client has it at a time; a new one takes it over at once, as the next
 * program does that opens a serial port whose last owner is gone, noticed or not.
 */
export class SerialPort {
  connections = 0
  private readonly line: Line
  private server: Server | null = null
  private client: Socket | null = null
  lastClientGoneMs = performance.now()
  private address: { port: number; host: string } | null = null

  constructor(line: Line) {
    this.line = line
  }

  get busy(): boolean {
    return this.client !== null
  }

  /** Returns the port, which is a free one when `port` is 0. */
  async listen(port: number, host: string): Promise<number> {
    const opened = await this.open(port, host)
    this.address = { port: opened, host }
    return opened
  }

  private open(port: number, host: string): Promise<number> {
    const server = createServer((socket) => this.accept(socket))
    this.server = server
    return new Promise((resolve, reject) => {
      server.once('error', (error) => reject(portError(error, port, host)))
      server.listen(port, host, () => {
        const address = server.address()
        resolve(typeof address === 'object' && address !== null ? address.port : port)
      })
    })
  }

  async close(): Promise<void> {
    this.client?.destroy()
    const { server } = this
    if (server === null) return
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }

  /** The port is gone: whoever has it open loses it, and nobody can open it. */
  async unplug(): Promise<void> {
    await this.close()
    this.server = null
  }

  /** The port is there again, under the same name. */
  async plugIn(): Promise<void> {
    if (this.address !== null) await this.open(this.address.port, this.address.host)
  }

  send(bytes: Buffer): void {
    this.client?.write(bytes)
  }

  /** Pulls the plug. */
  drop(): void {
    this.client?.destroy()
  }

  private accept(socket: Socket): void {
    this.client?.destroy()
    this.client = socket
    this.connections++
    socket.setNoDelay(true)
    this.line.connected()
    socket.on('data', (bytes) => {
      if (this.client === socket) this.line.received(bytes)
    })
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      if (this.client !== socket) return
      this.client = null
      this.lastClientGoneMs = performance.now()
    })
  }
}

function portError(error: Error & { code?: string }, port: number, host: string): Error {
  if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') return error
  const what = error.code === 'EADDRINUSE' ? 'is taken by another program' : 'may not be used by this user'
  return new PortError(
    `Port ${port} on ${host} ${what}. Choose another with --listen PORT, or 0 for any free one.`,
    {
      cause: error,
    },
  )
}
