import { ManualClock } from '../showroom/manual-clock.ts'
import { ByteReader, ByteWriter } from './bytes.ts'
import { VirtualDongle, type VirtualDongleOptions } from './virtual-dongle.ts'
import { encodeUnpi, frameType, type UnpiFrame, UnpiParser } from './znp/unpi.ts'

/** A client that knows the serial interface and nothing else, on a dongle whose time it moves; for tests. */
export class WireClient {
  readonly clock = new ManualClock()
  readonly dongle: VirtualDongle
  readonly heard: UnpiFrame[] = []
  /** What happens to bytes from the stick: they are read, unless somebody else wants them. */
  onBytes = (bytes: Buffer): void => {
    this.heard.push(...this.parser.feed(bytes, 0))
  }
  private readonly parser = new UnpiParser()

  constructor(options: VirtualDongleOptions = {}) {
    this.dongle = new VirtualDongle({
      clock: this.clock,
      seed: 1,
      onBytes: (bytes) => this.onBytes(bytes),
      ...options,
    })
  }

  send(
    subsystem: number,
    command: number,
    data: Buffer = Buffer.alloc(0),
    type: number = frameType.syncRequest,
  ): void {
    this.dongle.received(encodeUnpi({ type, subsystem, command, data }))
  }

  /** The synchronous response to a request. */
  ask(subsystem: number, command: number, data: Buffer = Buffer.alloc(0)): Buffer {
    const before = this.heard.length
    this.send(subsystem, command, data)
    const answer = this.heard.slice(before).find((frame) => frame.type === frameType.syncResponse)
    if (answer === undefined) throw new Error(`no response to ${subsystem}/${command}`)
    if (answer.subsystem !== subsystem) throw new Error(`refused: ${answer.data.toString('hex')}`)
    return answer.data
  }

  /** The last indication of this kind, as a reader. */
  last(subsystem: number, command: number): ByteReader {
    const found = this.indications(subsystem, command).at(-1)
    if (found === undefined) throw new Error(`no indication ${subsystem}/${command}`)
    return new ByteReader(found.data)
  }

  indications(subsystem: number, command: number): UnpiFrame[] {
    return this.heard.filter(
      (frame) => frame.subsystem === subsystem && frame.command === command && frame.type === frameType.async,
    )
  }

  /** Forms a network and registers endpoint 1. */
  async form(): Promise<void> {
    this.ask(15, 0x05, Buffer.from([4]))
    await this.clock.advance(1000)
    this.register(1)
  }

  register(endpoint: number): number {
    return (
      this.ask(4, 0x00, new ByteWriter().u8(endpoint).u16(0x0104).u16(5).u8(0).u8(0).u8(0).u8(0).done())[0] ??
      0xff
    )
  }

  /** A ZCL frame to a device; the answer's bytes come with AF_INCOMING_MSG. */
  async zcl(nwk: number, cluster: number, frame: readonly number[], endpoint = 1): Promise<Buffer | null> {
    const before = this.indications(4, 0x81).length
    const head = new ByteWriter().u16(nwk).u8(endpoint).u8(1).u16(cluster).u8(7).u8(0).u8(30)
    this.ask(4, 0x01, head.u8(frame.length).bytes(Buffer.from(frame)).done())
    await this.clock.advance(20)
    const answer = this.indications(4, 0x81).slice(before)[0]
    if (answer === undefined) return null
    const reader = new ByteReader(answer.data)
    reader.bytes(16)
    return reader.bytes(reader.u8())
  }

  /** Reads one attribute: its value, as a little-endian number. */
  async read(nwk: number, cluster: number, attribute: number): Promise<number> {
    const answer = await this.zcl(nwk, cluster, [0x00, 1, 0x00, attribute & 0xff, attribute >> 8])
    if (answer === null || answer[5] !== 0) throw new Error(`no value: ${answer?.toString('hex')}`)
    const value = answer.subarray(7)
    return value.readUIntLE(0, value.length)
  }
}
