import { connect, createServer, type Server, type Socket } from 'node:net'

/** A connection that nobody answered. */
interface Unheard {
  readonly bytes: Buffer[]
  over: boolean
}

/** A line to a dongle on tcp that can be disturbed and cut, and can be mute when it is back. */
export class CutLine {
  /** New connections reach nobody. */
  mute = false
  readonly unheard: Unheard[] = []
  readonly url: string
  /** What dongle and driver have said to each other. */
  readonly said = { byDongle: 0, byDriver: 0 }
  private ends: { readonly driver: Socket; readonly dongle: Socket } | null = null
  private readonly server: Server
  private readonly sockets: Set<Socket>

  private constructor(server: Server, sockets: Set<Socket>, port: number) {
    this.server = server
    this.sockets = sockets
    this.url = `tcp://127.0.0.1:${port}`
  }

  static async to(target: string): Promise<CutLine> {
    const { hostname, port } = new URL(target)
    const sockets = new Set<Socket>()
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    if (typeof address !== 'object' || address === null) throw new Error('there is no port')
    const line = new CutLine(server, sockets, address.port)
    const keep = (socket: Socket) => {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => sockets.delete(socket))
    }
    server.on('connection', (socket) => {
      keep(socket)
      if (line.mute) {
        line.listenOnly(socket)
        return
      }
      const dongle = connect(Number(port), hostname)
      keep(dongle)
      socket.on('data', (bytes) => {
        line.said.byDriver += bytes.length
      })
      dongle.on('data', (bytes) => {
        line.said.byDongle += bytes.length
      })
      socket.pipe(dongle).pipe(socket)
      line.ends = { driver: socket, dongle }
      socket.on('close', () => dongle.destroy())
      dongle.on('close', () => socket.destroy())
    })
    return line
  }

  /** Bytes that nobody has said. */
  disturb(end: 'driver' | 'dongle', bytes: Uint8Array): void {
    this.ends?.[end].write(bytes)
  }

  cut(): void {
    for (const socket of this.sockets) socket.destroy()
  }

  async close(): Promise<void> {
    this.cut()
    await new Promise<void>((resolve) => this.server.close(() => resolve()))
  }

  private listenOnly(socket: Socket): void {
    const unheard: Unheard = { bytes: [], over: false }
    this.unheard.push(unheard)
    socket.on('data', (bytes) => unheard.bytes.push(bytes))
    socket.on('close', () => {
      unheard.over = true
    })
  }
}
