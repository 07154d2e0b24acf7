import type { Clock } from '../showroom/clock.ts'
import { ByteReader, ByteWriter, type Ieee, ShortFrameError } from './bytes.ts'
import type { SimulatedDevice } from './devices/device.ts'
import { IdentifyCluster } from './devices/identify.ts'
import { decodeZcl, encodeZcl, type ZclFrame } from './zcl/frame.ts'

/** Commands of the touchlink cluster (Zigbee Cluster Library 13.3). */
const command = { scan: 0x00, scanAnswer: 0x01, identify: 0x06, reset: 0x07 } as const
/** A lamp that has no network listens on the first of the primary channels. */
const firstPrimaryChannel = 11
const lightLink = 0xc05e
/** "As long as you usually do": some seconds. */
const usualDuration = 0xffff
const usualSeconds = 3
const answerMs = 30

export interface TouchlinkParts {
  readonly clock: Clock
  readonly devices: () => Iterable<SimulatedDevice>
  readonly answer: (from: Ieee, channel: number, panId: number, payload: Buffer) => void
  /** It has forgotten its network, and looks for another. */
  readonly reset: (device: SimulatedDevice) => void
}

/** What lamps on mains beside the stick do when it talks to them outside any network. */
export class Touchlink {
  private readonly parts: TouchlinkParts
  /** Whose scan each has answered last: only that one may ask for more. */
  private readonly transactions = new Map<Ieee, number>()

  constructor(parts: TouchlinkParts) {
    this.parts = parts
  }

  hear(channel: number, to: Ieee | null, payload: Buffer): void {
    for (const device of this.parts.devices()) {
      const isHere = device.isHeldClose && device.powered && !device.deadRadio && device.isRouter
      if (!isHere || (device.channel ?? firstPrimaryChannel) !== channel) continue
      if (to === null || to === device.ieee) this.take(device, channel, payload)
    }
  }

  private take(device: SimulatedDevice, channel: number, payload: Buffer): void {
    try {
      const frame = decodeZcl(payload)
      if (frame.global || frame.fromServer) return
      const reader = new ByteReader(frame.payload)
      const transaction = reader.u32()
      if (frame.command === command.scan) this.answer(device, channel, frame, transaction)
      if (this.transactions.get(device.ieee) !== transaction) return
      if (frame.command === command.identify) identify(device, reader.u16())
      if (frame.command === command.reset) this.parts.reset(device)
    } catch (error) {
      if (!(error instanceof ShortFrameError)) throw error
    }
  }

  private answer(device: SimulatedDevice, channel: number, frame: ZclFrame, transaction: number): void {
    this.transactions.set(device.ieee, transaction)
    const { membership, ieee } = device
    const panId = membership === null ? 0xffff : 0x1a62
    const isNew = membership === null ? 1 : 0
    const said = new ByteWriter().u32(transaction).u8(0)
    // A router that listens; whether it is new; takes the certified key.
    said
      .u8(0x05)
      .u8(isNew)
      .u16(0x0010)
      .u32(transaction ^ 0x5a5a5a5a)
    said
      .ieee(ieee)
      .u8(0)
      .u8(channel)
      .u16(panId)
      .u16(membership?.nwk ?? 0xffff)
    // One endpoint: a light.
    said
      .u8(1)
      .u8(0)
      .u8(device.endpoints[0]?.id ?? 1)
      .u16(lightLink)
      .u16(0x0210)
      .u8(2)
      .u8(0)
    const { sequence } = frame
    const head = {
      global: false,
      manufacturer: null,
      fromServer: true,
      disableDefaultResponse: true,
      sequence,
    }
    const bytes = encodeZcl({ ...head, command: command.scanAnswer, payload: said.done() })
    this.parts.clock.after(answerMs, () => this.parts.answer(ieee, channel, panId, bytes))
  }
}

function identify(device: SimulatedDevice, duration: number): void {
  for (const { servers } of device.endpoints) {
    for (const server of servers.values()) {
      if (server instanceof IdentifyCluster)
        server.start(duration === usualDuration ? usualSeconds : duration)
    }
  }
}
