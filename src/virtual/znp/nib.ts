import { formatIeee, type Ieee, ieeeBytes } from '../bytes.ts'

/**
 * The network information base as the stack keeps it in NV item 0x21: 116 bytes, members aligned as in the
 * firmware's own structure (nwk_globals.h, 32-bit build).
 */
export const nibLength = 116

const at = {
  deviceAddress: 22,
  channel: 24,
  coordinatorAddress: 26,
  coordinatorIeee: 28,
  panId: 36,
  state: 38,
  channelMask: 40,
  extendedPanId: 57,
  keyLoaded: 65,
  managerAddress: 110,
  updateId: 114,
} as const

/** Of `nwkState`: not started, and running as a router or coordinator. */
export const nwkState = { initial: 0, router: 8 } as const

/** Defaults of members nobody here changes, read off a stick that was reset. */
const blank = Buffer.from(
  '000502331433001e0000000105018f00070002051e00feff0000feff0000000000000000ffff000000000000' +
    '0f0f0400010000000100000000',
  'hex',
)

export class Nib {
  readonly bytes: Buffer

  constructor(bytes?: Buffer) {
    this.bytes = Buffer.alloc(nibLength)
    if (bytes !== undefined) {
      bytes.copy(this.bytes)
      return
    }
    blank.copy(this.bytes)
    // Link status period, router age limit, multicast, concentrator with its discovery time and radius, all fresh.
    Buffer.from([0x0f, 0x03, 0x00, 0x01, 0x78, 0x0a, 0x01]).copy(this.bytes, 102)
  }

  get panId(): number {
    return this.bytes.readUInt16LE(at.panId)
  }
  set panId(panId: number) {
    this.bytes.writeUInt16LE(panId, at.panId)
  }

  get channel(): number {
    return this.bytes.readUInt8(at.channel)
  }
  set channel(channel: number) {
    this.bytes.writeUInt8(channel, at.channel)
  }

  set channelMask(mask: number) {
    this.bytes.writeUInt32LE(mask >>> 0, at.channelMask)
  }

  get extendedPanId(): Ieee {
    return formatIeee(this.bytes.subarray(at.extendedPanId, at.extendedPanId + 8))
  }
  set extendedPanId(id: Ieee) {
    ieeeBytes(id).copy(this.bytes, at.extendedPanId)
  }

  get started(): boolean {
    return this.bytes.readUInt8(at.state) === nwkState.router && this.bytes.readUInt8(at.keyLoaded) === 1
  }

  get updateId(): number {
    return this.bytes.readUInt8(at.updateId)
  }
  set updateId(id: number) {
    this.bytes.writeUInt8(id & 0xff, at.updateId)
  }

  /** As coordinator of a network that runs. */
  start(coordinator: Ieee): void {
    this.bytes.writeUInt16LE(0, at.deviceAddress)
    this.bytes.writeUInt16LE(0, at.coordinatorAddress)
    ieeeBytes(coordinator).copy(this.bytes, at.coordinatorIeee)
    this.bytes.writeUInt8(nwkState.router, at.state)
    this.bytes.writeUInt8(1, at.keyLoaded)
    this.bytes.writeUInt16LE(0, at.managerAddress)
  }
}
