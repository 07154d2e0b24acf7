import { type ByteReader, ByteWriter, type Ieee } from '../bytes.ts'
import { BindingTable } from '../zdo/binding-table.ts'
import { zdoRequest, zdoStatus } from '../zdo/zdo-cluster.ts'
import type { Neighbour, SimpleDescriptor, ZdoHost } from '../zdo/zdo-server.ts'
import { channelsOf, lastChannel } from './channels.ts'
import type { Coordinator } from './coordinator.ts'
import type { Beacon } from './network-scan.ts'

/** What a network update request can ask for besides a scan of 0..5. */
const changeChannel = 0xfe
const changeMask = 0xff
/** Channels 11 to 26. */
const allChannels = 0x07fff800

/** Endpoint 0 of the coordinator. */
export class CoordinatorZdo implements ZdoHost {
  readonly logicalType = 0
  readonly macCapability = 0x8f
  readonly manufacturerCode = 0x0000
  readonly powerDescriptor = 0xc110
  readonly bufferSize = 80
  /** Primary trust centre and network manager, stack compliance revision 22. */
  readonly serverMask = 0x2c41
  readonly bindings = new BindingTable()
  /** Who is around, as the radio would find out. */
  surroundings: () => Neighbour[] = () => []
  /** Routers of the network in memory, whether it runs or not. */
  beacons: () => Beacon[] = () => []
  private readonly coordinator: Coordinator

  constructor(coordinator: Coordinator) {
    this.coordinator = coordinator
  }

  get ieee(): Ieee {
    return this.coordinator.ieee
  }
  get nwk(): number | null {
    return this.coordinator.nwk
  }

  simpleDescriptors(): SimpleDescriptor[] {
    return [...this.coordinator.endpoints.registered.values()]
  }

  neighbours(): Neighbour[] {
    return this.surroundings()
  }

  extendedPanId(): Ieee {
    return this.coordinator.nib.extendedPanId
  }

  permitJoin(seconds: number): void {
    const { clock } = this.coordinator
    // 0xff stays open until told otherwise, as older stacks had it.
    this.coordinator.permitJoinUntilMs =
      seconds === 0xff ? Number.POSITIVE_INFINITY : clock.now() + seconds * 1000
  }

  leave(): void {}

  children(): number[] {
    return this.coordinator.security.nodes().flatMap((node) => (node.child ? [node.nwk] : []))
  }

  /** Of its own broadcasts the stack answers only the opening of the network. */
  answersOwnBroadcast(cluster: number): boolean {
    return cluster === zdoRequest.permitJoin
  }

  networkUpdate(payload: ByteReader): Buffer | null {
    const [channels, duration] = [payload.u32(), payload.u8()]
    if (duration <= 5) return this.energyScan(channels)
    if (duration === changeChannel || duration === changeMask) {
      const nib = this.coordinator.nib
      if (duration === changeChannel) nib.channel = channelsOf(channels)[0] ?? nib.channel
      nib.channelMask = channels
      nib.updateId += 1
      this.coordinator.saveNib(nib)
      return null
    }
    return new ByteWriter().u8(zdoStatus.invalidRequestType).u32(channels).u16(0).u16(0).u8(0).done()
  }

  /** A quiet room: little energy on every channel, more where Wi-Fi's channels 1, 6 and 11 lie. */
  private energyScan(channels: number): Buffer {
    const scanned = channels & allChannels
    const nearWifi = [12, 13, 17, 18, 22, 23]
    const energies = channelsOf(scanned).map((channel) =>
      channel === lastChannel ? 8 : nearWifi.includes(channel) ? 90 : 30,
    )
    return new ByteWriter()
      .u8(zdoStatus.success)
      .u32(scanned)
      .u16(0)
      .u16(0)
      .u8(energies.length)
      .bytes(Buffer.from(energies))
      .done()
  }
}
