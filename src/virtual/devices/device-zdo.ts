import { neighboursOf } from '../air/neighbour-table.ts'
import type { ByteReader, Ieee } from '../bytes.ts'
import type { BindingTable } from '../zdo/binding-table.ts'
import { changeChannel, channelChangeDelayMs, energyScan, longestScan } from '../zdo/network-update.ts'
import type { Neighbour, SimpleDescriptor, ZdoHost } from '../zdo/zdo-server.ts'
import { channelsOf } from '../znp/channels.ts'
import type { SimulatedDevice } from './device.ts'

/** Endpoint 0 of a simulated device. */
export class DeviceZdo implements ZdoHost {
  readonly serverMask = 0
  readonly bufferSize = 82
  private readonly device: SimulatedDevice

  constructor(device: SimulatedDevice) {
    this.device = device
  }

  get ieee(): Ieee {
    return this.device.ieee
  }
  get nwk(): number | null {
    return this.device.nwk
  }
  get logicalType(): number {
    return this.device.entry.router ? 1 : 2
  }
  get macCapability(): number {
    return this.device.entry.macCapability
  }
  get manufacturerCode(): number {
    return this.device.entry.manufacturerCode
  }
  get bindings(): BindingTable {
    return this.device.bindings
  }
  /** Mains, all full; or a disposable battery with its charge in quarters (Zigbee specification 2.3.2.4). */
  get powerDescriptor(): number {
    const { battery } = this.device.parts
    if (battery === null) return 0xc110
    const level = [0x0, 0x4, 0x8, 0xc, 0xc][Math.floor(battery.charge * 4)] ?? 0
    return 0x0440 | 0x02 | (level << 12)
  }

  simpleDescriptors(): SimpleDescriptor[] {
    return this.device.endpoints.map((endpoint) => endpoint.descriptor)
  }

  neighbours(): Neighbour[] {
    return neighboursOf(this.device.around.radio.topology, this.device)
  }

  extendedPanId(): Ieee {
    return this.device.around.extendedPanId()
  }

  permitJoin(seconds: number): void {
    if (this.device.entry.router)
      this.device.permitJoinUntilMs = this.device.around.clock.now() + seconds * 1000
  }

  leave(rejoin: boolean): void {
    this.device.around.clock.after(20, () => this.device.around.left(this.device, rejoin))
  }

  children(): number[] {
    return []
  }

  networkUpdate(payload: ByteReader): Buffer | null {
    const [channels, duration] = [payload.u32(), payload.u8()]
    const { around, entry } = this.device
    if (duration <= longestScan)
      return entry.router ? energyScan(channels, around.radio.topology.noise) : null
    const [channel] = channelsOf(channels)
    if (duration !== changeChannel || channel === undefined) return null
    around.clock.after(channelChangeDelayMs, () => this.device.moveTo(channel))
    return null
  }
}
