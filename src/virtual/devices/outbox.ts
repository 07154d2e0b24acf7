import type { Destination } from '../air/frame.ts'
import { encodeZcl, type ZclFrame } from '../zcl/frame.ts'
import type { BindingTarget } from '../zdo/binding-table.ts'
import type { SimulatedDevice } from './device.ts'

/** A frame before it is numbered and addressed. */
export type OutgoingZcl = Omit<ZclFrame, 'sequence' | 'disableDefaultResponse'>

/** What a device sends of itself: to whoever a cluster is bound to, or as an answer. */
export class Outbox {
  private readonly device: SimulatedDevice
  private sequence = 0

  constructor(device: SimulatedDevice) {
    this.device = device
  }

  get coordinator(): BindingTarget {
    return { kind: 'device', ieee: this.device.around.coordinatorIeee(), endpoint: 1 }
  }

  /** A command of a server, such as an alarm: to the coordinator when nobody is bound. */
  notify(endpoint: number, cluster: number, command: number, payload: Buffer): void {
    const bound = this.device.bindings.targets(endpoint, cluster)
    const targets = bound.length > 0 ? bound : [this.coordinator]
    const frame = { global: false, manufacturer: null, fromServer: true, command, payload }
    this.toTargets(endpoint, cluster, targets, frame)
  }

  /**
   * A command of a client, such as a remote's "on", to everybody that cluster is bound to. A remote that is bound
   * to nobody tells the coordinator; so does one that pays no heed to its group.
   */
  command(
    endpoint: number,
    cluster: number,
    command: number,
    payload: Buffer,
    manufacturer: number | null,
  ): void {
    const { bindings, quirks, entry } = this.device
    const bound = bindings
      .targets(endpoint, cluster)
      .filter((target) => target.kind === 'device' || !quirks.ignoresGroupBinding)
    const unbound = entry.kind === 'remote' ? [this.coordinator] : []
    const targets = bound.length > 0 ? bound : unbound
    const frame = { global: false, manufacturer, fromServer: false, command, payload }
    this.toTargets(endpoint, cluster, targets, frame)
  }

  toTargets(endpointId: number, cluster: number, targets: readonly BindingTarget[], zcl: OutgoingZcl): void {
    const { around, sleep, onAir } = this.device
    if (!onAir) return
    sleep.stir()
    const profile = this.device.endpoint(endpointId)?.descriptor.profile ?? 0x0104
    for (const target of targets) {
      const bytes = encodeZcl({ ...zcl, sequence: this.nextSequence(), disableDefaultResponse: true })
      const from = { sourceEndpoint: endpointId, profile, cluster }
      if (target.kind === 'group') {
        this.transmit({ ...from, destination: target, destinationEndpoint: 0xff, payload: bytes })
        continue
      }
      const nwk = around.addressOf(target.ieee)
      if (nwk === null) continue
      const destination = { kind: 'unicast', nwk } as const
      const to = { destination, destinationEndpoint: target.endpoint }
      // What a device says of itself it wants acknowledged from end to end.
      this.transmit({ ...from, ...to, payload: bytes, apsAck: true })
    }
  }

  /** A message of the device profile. */
  zdo(destination: Destination, cluster: number, sequence: number, payload: Buffer): void {
    const endpoints = { sourceEndpoint: 0, destinationEndpoint: 0, profile: 0 }
    this.transmit({
      ...endpoints,
      destination,
      cluster,
      payload: Buffer.concat([Buffer.from([sequence]), payload]),
    })
  }

  transmit(frame: {
    readonly sourceEndpoint: number
    readonly destination: Destination
    readonly destinationEndpoint: number
    readonly profile: number
    readonly cluster: number
    readonly payload: Buffer
    readonly apsAck?: boolean
  }): void {
    const { nwk, onAir, around } = this.device
    if (nwk !== null && onAir) around.radio.transmit(this.device, { source: nwk, ...frame })
  }

  nextSequence(): number {
    this.sequence = (this.sequence + 1) & 0xff
    return this.sequence
  }
}
