import type { Clock } from '../showroom/clock.ts'
import { neighboursOf } from './air/neighbour-table.ts'
import type { Ieee } from './bytes.ts'
import type { CatalogueEntry } from './catalogue.ts'
import { aqaraHello } from './devices/aqara-hello.ts'
import { SimulatedDevice } from './devices/device.ts'
import type { Neighbourhood } from './devices/neighbourhood.ts'
import type { Radio } from './radio.ts'
import type { SeededRandom } from './seeded-random.ts'
import { Touchlink } from './touchlink.ts'
import type { Coordinator } from './znp/coordinator.ts'
import type { Beacon } from './znp/network-scan.ts'

/** From being let in to being told the key, and from there to the device's announcement. */
const [admissionMs, announcementMs] = [30, 20] as const
/** Aqara's sensors take their time before they introduce themselves. */
const helloMs = 500
const rejoinMs = 200
/** How long a device in pairing mode looks for an open network. */
const seekingMs = 180_000
/** Devices go through all channels, each at its own pace, so they do not come all at once. */
const seekEveryMs = 1500
/** A device that hears nobody of its network finds it on another channel after so long, or up to twice. */
const searchMs = 10_000

export type JoinOutcome = 'joined' | 'already-joined' | 'network-closed' | 'no-network' | 'no-power'

/** Coordinator and devices, and how devices come and go. */
export class Network implements Neighbourhood {
  readonly clock: Clock
  readonly radio: Radio
  readonly devices = new Map<Ieee, SimulatedDevice>()
  private readonly coordinator: Coordinator
  private readonly random: SeededRandom
  private readonly onTouched: () => void

  constructor(
    clock: Clock,
    radio: Radio,
    coordinator: Coordinator,
    random: SeededRandom,
    touched: () => void,
  ) {
    this.clock = clock
    this.radio = radio
    this.coordinator = coordinator
    this.random = random
    this.onTouched = touched
    radio.attach(coordinator)
    coordinator.zdo.surroundings = () => neighboursOf(radio.topology, coordinator)
    coordinator.zdo.beacons = () => this.beacons()
    const touchlink = new Touchlink({
      clock,
      devices: () => this.devices.values(),
      answer: (...said) => coordinator.interPan.deliver(...said),
      reset: (device) => this.resetByTouchlink(device),
    })
    coordinator.interPan.onFrame = (...said) => touchlink.hear(...said)
    coordinator.onSettled = () => {
      for (const device of this.devices.values()) this.lookFor(device)
    }
  }

  add(entry: CatalogueEntry, ieee: Ieee): SimulatedDevice {
    const device = new SimulatedDevice(entry, ieee, this)
    this.devices.set(ieee, device)
    this.radio.attach(device)
    this.touched()
    return device
  }

  remove(device: SimulatedDevice): void {
    device.setPowered(false)
    this.devices.delete(device.ieee)
    this.radio.detach(device)
    this.touched()
  }

  touched(): void {
    this.onTouched()
  }

  addressOf(ieee: Ieee): number | null {
    if (ieee === this.coordinator.ieee) return 0x0000
    return this.devices.get(ieee)?.nwk ?? null
  }
  coordinatorIeee(): Ieee {
    return this.coordinator.ieee
  }
  extendedPanId(): Ieee {
    return this.coordinator.nib.extendedPanId
  }

  /** True when this device and the coordinator are in the same network. */
  isMember(device: SimulatedDevice): boolean {
    return device.networkId !== null && device.networkId === this.coordinator.networkId
  }

  /** As when the device is put into pairing mode next to the coordinator: joins if somebody lets it in. */
  join(device: SimulatedDevice): JoinOutcome {
    const { networkId, channel } = this.coordinator
    if (!device.powered) return 'no-power'
    if (networkId === null || channel === null) return 'no-network'
    // Outside its network, beside other lamps, the stick lets nobody in.
    if (this.coordinator.interPan.channel !== null) return 'network-closed'
    const parent = this.openParent()
    if (parent === null) return this.isMember(device) ? 'already-joined' : 'network-closed'
    device.forgetNetwork()
    const nwk = this.freeAddress()
    device.join({ nwk, networkId, channel })
    this.touched()
    this.clock.after(admissionMs, () => {
      if (device.membership?.nwk !== nwk) return
      this.coordinator.admitted(device.ieee, nwk, parent, !device.entry.router)
      this.clock.after(announcementMs, () => {
        device.announce()
        this.clock.after(helloMs, () => aqaraHello(device))
      })
    })
    return 'joined'
  }

  /** Joins as soon as the network opens, as a device in pairing mode does for some minutes. */
  seek(device: SimulatedDevice, untilMs = this.clock.now() + seekingMs): void {
    if (this.isMember(device) || this.devices.get(device.ieee) !== device) return
    if (this.clock.now() >= untilMs || this.join(device) === 'joined') return
    const waitMs = seekEveryMs * (0.5 + this.random.next())
    this.clock.after(waitMs, () => this.seek(device, untilMs))
  }

  /** The device goes: it was told to, or somebody reset it. */
  left(device: SimulatedDevice, rejoin: boolean): void {
    const { membership } = device
    if (membership === null) return
    const heard = this.isMember(device) && device.onAir
    if (heard) this.coordinator.departed(device.ieee, membership.nwk, rejoin)
    if (rejoin) this.clock.after(rejoinMs, () => device.announce())
    else device.forgetNetwork()
    this.touched()
  }

  /** It blinks off, forgets everything, and looks for a network as when it was new. */
  private resetByTouchlink(device: SimulatedDevice): void {
    device.forgetNetwork()
    this.touched()
    this.seek(device)
  }

  lookFor(device: SimulatedDevice): void {
    const { coordinator } = this
    const isLost = () => device.powered && this.isMember(device) && device.channel !== coordinator.channel
    if (!isLost()) return
    this.clock.after(searchMs + this.random.next() * searchMs, () => {
      const { channel } = coordinator
      if (!isLost() || channel === null) return
      device.moveTo(channel)
      device.announce()
    })
  }

  /** The coordinator, or a router, that lets devices in right now. */
  private openParent(): number | null {
    if (this.coordinator.joinable) return 0x0000
    const now = this.clock.now()
    for (const device of this.devices.values()) {
      if (this.isMember(device) && device.powered && device.permitJoinUntilMs > now) return device.nwk
    }
    return null
  }

  private freeAddress(): number {
    const taken = new Set([...this.devices.values()].map((device) => device.membership?.nwk))
    for (;;) {
      const nwk = 1 + this.random.below(0xfff6)
      if (!taken.has(nwk) && this.coordinator.security.byAddress(nwk) === null) return nwk
    }
  }

  private beacons(): Beacon[] {
    const extendedPanId = this.extendedPanId()
    const now = this.clock.now()
    return [...this.devices.values()].flatMap((device) => {
      const { membership, entry } = device
      const here = entry.router && device.onAir && membership?.networkId.startsWith(`${extendedPanId}/`)
      if (!here || membership === null) return []
      const { nwk, channel } = membership
      return [{ nwk, channel, permitsJoining: device.permitJoinUntilMs > now }]
    })
  }
}
