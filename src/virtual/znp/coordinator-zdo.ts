import type { ByteReader, Ieee } from '../bytes.ts'
import { BindingTable } from '../zdo/binding-table.ts'
import {
  changeChannel,
  changeMask,
  energyScan,
  longestScan,
  refuseNetworkUpdate,
} from '../zdo/network-update.ts'
import { zdoRequest } from '../zdo/zdo-cluster.ts'
import type { Neighbour, SimpleDescriptor, ZdoHost } from '../zdo/zdo-server.ts'
import { channelsOf } from './channels.ts'
import type { Coordinator } from './coordinator.ts'
import type { Beacon } from './network-scan.ts'

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
    if (duration <= longestScan) return energyScan(channels, this.coordinator.radio.topology.noise)
    if (duration !== changeChannel && duration !== changeMask) return refuseNetworkUpdate(channels)
    const { nib } = this.coordinator
    nib.channelMask = channels
    nib.updateId += 1
    this.coordinator.saveNib(nib)
    const [channel] = channelsOf(channels)
    if (duration === changeChannel && channel !== undefined) this.coordinator.moveSoon(channel)
    return null
  }
}
