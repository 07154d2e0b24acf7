import { type ByteReader, ByteWriter, type Ieee } from '../bytes.ts'
import { dataType } from '../zcl/data-type.ts'
import { AttributeTable, constant } from './attributes.ts'
import { type ClusterReply, type ClusterServer, clusterRevision, done } from './cluster.ts'
import type { Surroundings } from './sensor.ts'

/** Zone types (ZCL table 8-5). */
export const zoneType = { motion: 0x000d, contact: 0x0015, water: 0x002a } as const

/** IAS zone (ZCL 8.2): an alarm sensor that enrols with whoever writes its address here, then notifies it. */
export class IasZoneCluster implements ClusterServer {
  readonly id = 0x0500
  readonly attributes = new AttributeTable()
  readonly commands = [0x00]
  private readonly world: Surroundings
  private readonly alarm: (world: Surroundings) => boolean
  /** Sends a command of this cluster to the enrolled receiver. */
  private readonly send: (command: number, payload: Buffer) => void
  private readonly type: number
  private enrolled = false
  private zone = 0xff
  private receiver: Ieee = '0x0000000000000000'
  private lastStatus = 0

  constructor(
    type: number,
    world: Surroundings,
    alarm: IasZoneCluster['alarm'],
    send: IasZoneCluster['send'],
  ) {
    this.type = type
    this.world = world
    this.alarm = alarm
    this.send = send
    this.attributes.add(
      {
        id: 0x0000,
        type: dataType.enum8,
        kept: true,
        get: () => (this.enrolled ? 1 : 0),
        restore: (value) => {
          this.enrolled = value === 1
        },
      },
      constant(0x0001, dataType.enum16, type),
      { id: 0x0002, type: dataType.bitmap16, get: () => this.status },
      {
        id: 0x0010,
        type: dataType.ieee,
        kept: true,
        get: () => this.receiver,
        set: (value) => this.setReceiver(value),
        restore: (value) => {
          this.receiver = String(value) as Ieee
        },
      },
      {
        id: 0x0011,
        type: dataType.uint8,
        kept: true,
        get: () => this.zone,
        restore: (value) => {
          this.zone = Number(value)
        },
      },
      clusterRevision(2),
    )
    world.onChange(() => this.notify())
  }

  handle(command: number, payload: ByteReader): ClusterReply | null {
    if (command !== 0x00) return null
    this.enrolled = payload.u8() === 0
    this.zone = payload.u8()
    return done
  }

  private get status(): number {
    return this.alarm(this.world) ? 1 : 0
  }

  private setReceiver(value: unknown): number {
    this.receiver = String(value) as Ieee
    // "Trip to pair": the device asks to be enrolled.
    this.send(0x01, new ByteWriter().u16(this.type).u16(0).done())
    return 0
  }

  private notify(): void {
    if (this.status === this.lastStatus) return
    this.lastStatus = this.status
    this.attributes.changed(0x0002)
    this.send(0x00, new ByteWriter().u16(this.status).u8(0).u8(this.zone).u16(0).done())
  }
}
