import { ByteWriter, type Ieee } from '../bytes.ts'
import type { Coordinator } from './coordinator.ts'
import { subsystem } from './mt.ts'

const touchlinkCluster = 0x1000
const touchlinkEndpoint = 0xfe
const ieeeMode = 3
const lqi = 220

/** Hears what the stick says to whoever is beside it, in any network: to one of them, or to all (null). */
export type InterPanListener = (channel: number, to: Ieee | null, payload: Buffer) => void

/** Frames outside any network (AF_INTER_PAN_CTL): the stick leaves its channel for another, and talks to its neighbours. */
export class InterPan {
  /** Null while the stick is where its network is. */
  channel: number | null = null
  /** Which of the stick's endpoints answers are for. */
  endpoint: number | null = null
  onFrame: InterPanListener = () => {}
  private readonly coordinator: Coordinator

  constructor(coordinator: Coordinator) {
    this.coordinator = coordinator
  }

  clear(): void {
    this.channel = null
    this.endpoint = null
  }

  send(to: Ieee | null, payload: Buffer): void {
    if (this.channel !== null) this.onFrame(this.channel, to, payload)
  }

  /** AF_INCOMING_MSG_EXT, with the sender's long address; the stick hears only the channel that it is on. */
  deliver(from: Ieee, channel: number, panId: number, payload: Buffer): void {
    if (this.endpoint === null || channel !== this.channel) return
    const { coordinator } = this
    const writer = new ByteWriter().u16(0).u16(touchlinkCluster).u8(ieeeMode).ieee(from).u8(touchlinkEndpoint)
    writer
      .u16(panId)
      .u8(this.endpoint)
      .u8(0)
      .u8(lqi)
      .u8(0)
      .u32(coordinator.clock.now() >>> 0)
    writer.u8(coordinator.nextSequence()).u16(payload.length).bytes(payload)
    coordinator.indicate(subsystem.af, 0x82, writer.done())
  }
}
