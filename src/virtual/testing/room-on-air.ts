import type { AirFrame } from '../air/journal.ts'
import { profiles, type RadioProfile } from '../air/profile.ts'
import { ByteWriter } from '../bytes.ts'
import type { SimulatedDevice } from '../devices/device.ts'
import { WireClient } from '../wire-client.ts'

export const usualLamp = 'TRADFRI bulb GU10 WW 345lm'

/** Members of group 7 from now on. */
export function putIntoGroup(lamps: readonly SimulatedDevice[]): void {
  for (const lamp of lamps) lamp.endpoint(1)?.groups.add(7)
}

export interface RoomOptions {
  readonly radio?: Partial<RadioProfile>
  readonly seed?: number
}

/** A plain client, a dongle on its clock, and lamps that have joined; for tests. */
export class RoomOnAir {
  readonly client: WireClient
  private transaction = 0

  private constructor(options: RoomOptions) {
    this.client = new WireClient({
      radio: { ...profiles.showroom, ...options.radio },
      ...(options.seed !== undefined && { seed: options.seed }),
    })
  }

  static async open(options: RoomOptions = {}): Promise<RoomOnAir> {
    const room = new RoomOnAir(options)
    await room.client.form()
    room.client.ask(5, 0x36, Buffer.from([0x0f, 0xfc, 0xff, 254, 0]))
    return room
  }

  get dongle() {
    return this.client.dongle
  }
  get clock() {
    return this.client.clock
  }
  get journal() {
    return this.dongle.radio.journal
  }

  /** Lamps in the network, and quiet on the air again. */
  async lamps(count: number, { hops = 1, model = usualLamp } = {}): Promise<SimulatedDevice[]> {
    const lamps = Array.from({ length: count }, () => this.dongle.addDevice(model))
    for (const lamp of lamps) {
      lamp.hops = hops
      this.dongle.network.join(lamp)
    }
    await this.clock.advance(5000)
    return lamps
  }

  /** "On" or another command without payload, to everybody in a group. Returns the status of the request. */
  toGroup(group: number, command = 1, cluster = 6): number {
    const writer = new ByteWriter().u8(1).u16(group).bytes(Buffer.alloc(6)).u8(0xff).u16(0)
    writer.u8(1).u16(cluster).u8(this.nextTransaction()).u8(0).u8(30).u16(3)
    return this.client.ask(4, 0x02, writer.bytes(Buffer.from([0x11, 9, command])).done())[0] ?? 0xff
  }

  /** The same to one lamp. Asks nothing back, unless `apsAck` wants an acknowledgement from end to end. */
  toLamp(lamp: Pick<SimulatedDevice, 'nwk'>, { command = 1, apsAck = false } = {}): number {
    const writer = new ByteWriter()
      .u16(lamp.nwk ?? 0xfffe)
      .u8(1)
      .u8(1)
      .u16(6)
    writer
      .u8(this.nextTransaction())
      .u8(apsAck ? 0x10 : 0)
      .u8(30)
      .u8(3)
    return this.client.ask(4, 0x01, writer.bytes(Buffer.from([0x11, 9, command])).done())[0] ?? 0xff
  }

  private nextTransaction(): number {
    this.transaction = (this.transaction + 1) & 0xff
    return this.transaction
  }

  /** Statuses of all AF_DATA_CONFIRM so far. */
  confirms(): number[] {
    return this.client.indications(4, 0x80).map((frame) => frame.data[0] ?? 0xff)
  }

  framesSince(first: number): AirFrame[] {
    return this.journal.frames.since(first).map(({ entry }) => entry)
  }

  /** First to last, over all devices that did something since `first`; and how many did. */
  spread(first = 0): { spreadMs: number; devices: number } {
    const times = this.journal.applied.since(first).map(({ entry }) => entry.atMs)
    return { spreadMs: Math.max(...times) - Math.min(...times), devices: times.length }
  }
}
