import type { RadioFrame } from '../air/frame.ts'
import { ByteWriter } from '../bytes.ts'
import type { Coordinator } from './coordinator.ts'
import { mtStatus, subsystem } from './mt.ts'

/** Longer messages do not fit into one serial frame: the client fetches them with AF_DATA_RETRIEVE. */
const longestInline = 223
/** Messages that wait to be fetched; the oldest goes first. */
const waitingRoom = 8

/** Messages from the air to the endpoints that the client registered. */
export class Inbox {
  private readonly coordinator: Coordinator
  private readonly waiting = new Map<number, Buffer>()
  private stamp = 0

  constructor(coordinator: Coordinator) {
    this.coordinator = coordinator
  }

  clear(): void {
    this.waiting.clear()
  }

  /** `quality` is how well the last hop was heard, 0..255. */
  deliver(frame: RadioFrame, quality: number): void {
    for (const endpoint of this.addressed(frame)) this.indicate(frame, endpoint, quality)
  }

  /**
   * Groupcasts go to members; firmware for gateways also hands on those of groups it is no member of, once, so
   * that a remote bound to a group is heard.
   */
  private addressed({ destination, destinationEndpoint, profile }: RadioFrame): number[] {
    const { endpoints } = this.coordinator
    if (destination.kind === 'group') {
      const members = endpoints.inGroup(destination.group)
      return members.length > 0 ? members : [...endpoints.registered.keys()].slice(0, 1)
    }
    if (destinationEndpoint !== 0xff)
      return endpoints.registered.has(destinationEndpoint) ? [destinationEndpoint] : []
    return [...endpoints.registered.values()]
      .filter((entry) => entry.profile === profile)
      .map((entry) => entry.id)
  }

  private indicate(frame: RadioFrame, endpoint: number, quality: number): void {
    const { destination, payload, source, cluster, sourceEndpoint } = frame
    const group = destination.kind === 'group' ? destination.group : 0
    const broadcast = destination.kind === 'unicast' ? 0 : 1
    const timestamp = this.nextStamp()
    const sequence = this.coordinator.nextSequence()
    const head = (writer: ByteWriter) => writer.u16(group).u16(cluster)
    // After the data come the address of the last hop and the radius that is left.
    const tail = (writer: ByteWriter) => writer.u16(source).u8(29).done()
    if (payload.length <= longestInline) {
      const writer = head(new ByteWriter()).u16(source).u8(sourceEndpoint).u8(endpoint).u8(broadcast)
      writer.u8(quality).u8(0).u32(timestamp).u8(sequence).u8(payload.length).bytes(payload)
      this.coordinator.indicate(subsystem.af, 0x81, tail(writer))
      return
    }
    this.keep(timestamp, payload)
    const shortAddress = 0x02
    const writer = head(new ByteWriter())
      .u8(shortAddress)
      .u16(source)
      .bytes(Buffer.alloc(6))
      .u8(sourceEndpoint)
    writer
      .u16(this.coordinator.nib.panId)
      .u8(endpoint)
      .u8(broadcast)
      .u8(quality)
      .u8(0)
      .u32(timestamp)
      .u8(sequence)
    this.coordinator.indicate(subsystem.af, 0x82, tail(writer.u16(payload.length)))
  }

  private keep(timestamp: number, payload: Buffer): void {
    this.waiting.set(timestamp, payload)
    const [oldest] = this.waiting.keys()
    if (this.waiting.size > waitingRoom && oldest !== undefined) this.waiting.delete(oldest)
  }

  /** A part of a message that waits; length 0 throws the message away. */
  retrieve(timestamp: number, index: number, length: number): { status: number; data: Buffer } {
    const message = this.waiting.get(timestamp)
    if (length === 0) {
      this.waiting.delete(timestamp)
      return { status: mtStatus.success, data: Buffer.alloc(0) }
    }
    if (message === undefined || index + length > message.length) {
      return { status: mtStatus.failure, data: Buffer.alloc(0) }
    }
    return { status: mtStatus.success, data: message.subarray(index, index + length) }
  }

  /** Ticks of 320 µs, as the MAC counts; never twice the same. */
  private nextStamp(): number {
    const now = Math.floor((this.coordinator.clock.now() * 1000) / 320) >>> 0
    this.stamp = Math.max(this.stamp + 1, now)
    return this.stamp
  }
}
